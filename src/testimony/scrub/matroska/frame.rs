//! A frame, rebuilt from the source into the sink.

use std::io;

use super::{Refusal, Removed, Report, Source, codec::Recode, start_code, track::Track};
use crate::testimony::scrub::{movie::filter::Out, xiph::opus};

/// Largest frame that is read into memory, in bytes.
const MOST_FRAME: usize = 16 << 20;
/// Largest packet of Opus, in bytes: no encoder makes one that is near it.
const MOST_OPUS: u32 = 1 << 20;
/// Bytes before the name of an encoder's maker in a frame of Apple `ProRes`, and the maker that decoders know best.
const BEFORE_MAKER: u32 = 4;
const MAKER: [u8; 4] = *b"apl0";

/// A frame by its place in the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub start: u64,
    pub size: u32,
}

impl Frame {
    /// Bytes of the rebuilt frame.
    pub(super) fn measure(
        self,
        source: &mut Source<'_>,
        (track, how): (&Track, Recode),
        report: &mut Report,
    ) -> Result<u32, Refusal> {
        if !how.resizes() {
            let put_back = u32::try_from(track.stripped.len()).unwrap_or(0);
            return self.size.checked_add(put_back).ok_or(Refusal::Large);
        }
        let mut out = Out { sink: None, bytes: 0 };
        self.write(source, (track, how), &mut out, report)?;
        u32::try_from(out.bytes).map_err(|_| Refusal::Large)
    }

    /// Writes the rebuilt frame.
    pub(super) fn write(
        self,
        source: &mut Source<'_>,
        (track, how): (&Track, Recode),
        out: &mut Out<'_, '_>,
        report: &mut Report,
    ) -> Result<(), Refusal> {
        if track.stripped.is_empty() {
            return recode(source, how, self, out, report);
        }
        if how == Recode::PLAIN {
            out.put(&track.stripped)?;
            source.seek(self.start);
            return out.copy(source, u64::from(self.size));
        }
        let whole = self.whole(source, track)?;
        let size = u32::try_from(whole.len()).map_err(|_| Refusal::Large)?;
        let length = u64::from(size);
        let mut whole = io::Cursor::new(whole);
        recode(&mut Source::new(&mut whole, length), how, Self { start: 0, size }, out, report)
    }
}

impl Frame {
    /// Its bytes, those that every frame of the track begins with included.
    pub(super) fn whole(self, source: &mut Source<'_>, track: &Track) -> Result<Vec<u8>, Refusal> {
        source.seek(self.start);
        let mut whole = track.stripped.clone();
        whole.extend_from_slice(&source.take(u64::from(self.size), MOST_FRAME)?);
        Ok(whole)
    }
}

fn recode(
    source: &mut Source<'_>,
    recode: Recode,
    frame: Frame,
    out: &mut Out<'_, '_>,
    report: &mut Report,
) -> Result<(), Refusal> {
    source.seek(frame.start);
    match recode {
        Recode::Sample(filter) => filter.sample(source, (frame.start, frame.size), out, report),
        Recode::StartCodes => {
            let units = source.take(u64::from(frame.size), MOST_FRAME)?;
            let mut rebuilt = Vec::with_capacity(units.len());
            start_code::units(&units, &mut rebuilt, report)?;
            out.put(&rebuilt)
        }
        Recode::ProRes => match frame.size.checked_sub(BEFORE_MAKER + 4) {
            Some(after) => {
                out.copy(source, u64::from(BEFORE_MAKER))?;
                report.note_if(source.array::<4>()? != MAKER, Removed::Software);
                out.put(&MAKER)?;
                out.copy(source, u64::from(after))
            }
            None => out.copy(source, u64::from(frame.size)),
        },
        Recode::Opus(_) if frame.size > MOST_OPUS => Err(Refusal::Large),
        Recode::Opus(streams) if out.sink.is_some() => {
            let mut packet = source.take(u64::from(frame.size), MOST_OPUS as usize)?;
            report.note_if(opus::quiet(&mut packet, streams), Removed::Padding);
            out.put(&packet)
        }
        Recode::Opus(_) => out.copy(source, u64::from(frame.size)),
    }
}
