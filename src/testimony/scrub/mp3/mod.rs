//! MPEG audio, layers I to III (ISO/IEC 11172-3, ISO/IEC 13818-3 and the 2.5 extension for low rates): frames that follow
//! each other. The frame that tells the length is made anew; in layer III
//! the bits between the main data of frames become zeros, in layers I and II they stay.

mod count;
mod frame;
mod header;
mod ledger;
mod reservoir;
mod samples;
mod side;
mod walk;
mod xing;

pub(super) use self::samples::{MOST_SAMPLE, Plan, Survey};
use self::{frame::Writer, walk::Walk};
use super::{Refusal, Removed, Report, ahead::Ahead, format::Format, sink::Sink, source::Source, tags};

/// True for a file that is one, tags before it aside.
pub(super) fn is(source: &mut Source<'_>) -> Result<bool, Refusal> {
    let mut report = Report::default();
    let mut file = tags::between(source, &mut report)?;
    // Containers with such sound inside: what is around it would be lost, or kept with it.
    let container = match file.array::<12>()? {
        Some([0, 0, 1, 0xb0..=0xbf, ..]) => true,
        Some([b'R', b'I', b'F', b'F', _, _, _, _, form @ ..]) => &form != b"RMP3",
        _ => false,
    };
    Ok(!container && Walk::new(file).next(&mut report)?.is_some())
}

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let (file, known) = tags::known(source, report)?;
    frames(file, known, sink, report)
}

/// Rebuilds the frames of a part of a file. `known` is true where decoders find the part's start.
pub(super) fn frames(
    file: Ahead<'_, '_>,
    known: bool,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> Result<Format, Refusal> {
    // Decoders go by the size of the file, tags at its end included.
    let length = file.whole();
    let from = file.at();
    let mut walk = Walk::new(file);
    let Some(first) = walk.next(report)? else { return Err(Refusal::Malformed("no sound is in it")) };
    let start = walk.file.at();
    let frame = walk.file.peek(first.bytes)?;
    let mut any = false;
    if xing::is(first.header, frame) {
        // Decoders that find something before it take it for sound.
        let tag = if known && start == from { xing::parse(first.header, frame) } else { None };
        walk.done(&first);
        let made = match tag {
            Some(tag) => tag.make(&first, &count::all(&mut walk)?, length.saturating_sub(start)),
            None => xing::blank(&first),
        };
        any = tag.is_none();
        walk.back(start);
        report.note_if(walk.file.peek(first.bytes)? != made, Removed::Software);
        sink.put(&made)?;
        walk.done(&first);
    }
    // Every frame has the first one's emphasis, whether that one is sound or not.
    let mut writer = Writer::new(first.header.emphasis());
    while let Some(frame) = walk.next(report)? {
        any = true;
        writer.frame(&frame, walk.file.peek(frame.bytes)?, sink, report)?;
        walk.done(&frame);
    }
    writer.finish(sink, report)?;
    if !any {
        return Err(Refusal::Malformed("no sound is in it"));
    }
    if walk.strange > walk.kept {
        return Err(Refusal::Malformed("most of it is not sound"));
    }
    Ok(Format::Mp3)
}
