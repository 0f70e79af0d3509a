//! What holds for the whole film: RFC 9559, section 5.1.2. Only its clock and its length are kept.

use super::{
    Refusal, Removed, Report, id,
    part::{Parts, float, uint},
    write,
};

/// Nanoseconds of a tick where a file does not say it.
const TICK: u64 = 1_000_000;
/// Longest tick, in nanoseconds: a minute.
const LONGEST_TICK: u64 = 60_000_000_000;

/// The clock of a film, and how long it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Info {
    /// Nanoseconds of a tick.
    pub tick: u64,
    /// In ticks.
    pub duration: Option<f64>,
}

impl Default for Info {
    fn default() -> Self {
        Self { tick: TICK, duration: None }
    }
}

/// Reads the body of the element.
pub(super) fn read(body: &[u8], report: &mut Report) -> Result<Info, Refusal> {
    let mut info = Info::default();
    for (id, body) in Parts(body) {
        match id {
            id::TIMESTAMP_SCALE => info.tick = uint(body)?,
            id::DURATION => info.duration = Some(float(body)?).filter(|ticks| ticks.is_finite() && *ticks > 0.0),
            id::MUXING_APP | id::WRITING_APP => report.note_if(!body.is_empty(), Removed::Software),
            id::DATE_UTC => report.note(Removed::Times),
            id::TITLE => report.note(Removed::Tags),
            id::SEGMENT_FILENAME | id::PREVIOUS_FILENAME | id::NEXT_FILENAME => report.note(Removed::FileName),
            id::SEGMENT_UUID | id::PREVIOUS_UUID | id::NEXT_UUID | id::SEGMENT_FAMILY => {
                report.note(Removed::Identifiers);
            }
            id::VOID => report.note(Removed::Padding),
            id::CRC => {}
            _ => report.note(Removed::UnknownParts),
        }
    }
    if info.tick == 0 || info.tick > LONGEST_TICK {
        return Err(Refusal::Malformed("its clock is out of bounds"));
    }
    Ok(info)
}

/// Writes the element. Both programs must be named, so their names are empty.
pub(super) fn write(info: &Info, out: &mut Vec<u8>) {
    write::master(id::INFO, out, |out| {
        write::uint(id::TIMESTAMP_SCALE, info.tick, out);
        write::bytes_of(id::MUXING_APP, b"", out);
        write::bytes_of(id::WRITING_APP, b"", out);
        if let Some(duration) = info.duration {
            write::float(id::DURATION, duration, out);
        }
    });
}
