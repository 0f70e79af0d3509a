//! WAVE sound: RIFF (Multimedia Programming Interface and Data Specifications 1.0) and RF64 (EBU Tech 3306). Written are
//! `fmt `, `fact` where samples are coded, and `data`; no other chunk.

mod chunks;
mod coding;
mod layout;

use self::{coding::Coding, layout::Layout};
use super::{Refusal, Removed, Report, ahead::Ahead, format::Format, mp3, sink::Sink, source::Source};

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let found = chunks::all(source, report)?;
    let coding = Coding::parse(&found.coding)?;
    if coding.mpeg() {
        // Sound that is a stream of frames of its own stands better without the wrapping.
        report.note(Removed::UnknownParts);
        let end = found.data.saturating_add(found.bytes);
        return mp3::frames(Ahead::new(source, found.data, end), false, sink, report);
    }
    // Decoders drop what is not a whole sample of every channel.
    let whole = coding.whole(found.bytes);
    report.note_if(whole != found.bytes, Removed::StrayBytes);
    let samples = coding.samples(whole, found.samples);
    Layout { coding: coding.put(), samples, data: whole }.put(sink)?;
    source.seek(found.data);
    source.copy(whole, sink)?;
    if whole % 2 == 1 {
        sink.put(&[0])?;
    }
    Ok(Format::Wav)
}
