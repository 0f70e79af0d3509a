//! The coded data of a scan, interval by interval (ITU-T T.81, annexes B.1.1.5 and E.1.4).
//!
//! Where the codes can be followed, each interval ends with its last block: what stands behind it, up to the next
//! marker, is read by no decoder and is left out, and the bits that fill up its last byte are ones. What is cut off or
//! damaged is kept as far as decoders would look at it. Data that cannot be followed (see [`Decoder::new`]) is kept up to
//! its marker, with no more intervals than the frame has.

use super::{
    super::{
        Refusal, Removed, Report,
        proven::{self, Stretch},
        sink::Sink,
    },
    coded::{Coded, Ending},
    decode::Decoder,
    frame::{Frame, Scan},
    progressive::History,
    reader::Reader,
    tables::Tables,
};

/// Writes a scan's coded data, as the first pass followed it. The reader then stands before the marker that ended it.
pub(super) fn copy(
    by: (&Frame, &Scan, &Tables),
    history: &mut History,
    reader: &mut Reader<'_, '_>,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> Result<(), Refusal> {
    let at = sink.position();
    if reader.position() == at
        && let Some(stretch) = sink.ledger().take(at, || proven::digest(&by))?
    {
        return taken_over(stretch.length, reader, sink);
    }
    let whole = follow_scan(by, history, reader, sink, report)?;
    let length = sink.position() - at;
    if whole {
        sink.ledger().add(|| Stretch { at, length, by: proven::digest(&by), seen: Vec::new() });
    } else {
        // What can be followed of it, and of later scans, is for the second pass to find on its own.
        sink.ledger().close();
    }
    Ok(())
}

/// Copies coded data that was followed already. It must end where it did: by its bytes, no marker stands in it but those
/// of restarts, and one that ends a scan stands behind it.
fn taken_over(length: u64, reader: &mut Reader<'_, '_>, sink: &mut Sink<'_>) -> Result<(), Refusal> {
    let is_coded = |code: u8| matches!(code, 0 | 0xd0..=0xd7);
    let (mut left, mut split) = (length, false);
    while left > 0 {
        let window = reader.window()?;
        let window = window.get(..usize::try_from(left).unwrap_or(usize::MAX)).unwrap_or(window);
        let Some(first) = window.first() else { return Err(Refusal::Unstable) };
        let mut codes = memchr::memchr_iter(0xff, window).filter_map(|at| window.get(at + 1));
        if !codes.all(|code| is_coded(*code)) || (split && !is_coded(*first)) {
            return Err(Refusal::Unstable);
        }
        split = window.last() == Some(&0xff);
        let n = window.len();
        sink.put(window)?;
        reader.skip(n);
        left -= n as u64;
    }
    match reader.ahead()? {
        [0xff, code] if !split && !is_coded(code) => Ok(()),
        _ => Err(Refusal::Unstable),
    }
}

/// True if all of the scan was followed.
fn follow_scan(
    (frame, scan, tables): (&Frame, &Scan, &Tables),
    history: &mut History,
    reader: &mut Reader<'_, '_>,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> Result<bool, Refusal> {
    let mut decoder = Decoder::new(frame, scan, tables, history, reader.left());
    let mcus = frame.layout(scan).map_or(u64::MAX, |(mcus, _)| mcus);
    let interval = if tables.restart == 0 { mcus } else { u64::from(tables.restart) };
    // Followed: every interval so far was decoded. Lost: the restart markers are not in their order.
    let (mut coded, mut begun, mut followed, mut lost) = (Coded::default(), 0_u64, decoder.is_some(), false);
    for marker in (0xd0..=0xd7).cycle() {
        let most = interval.min(mcus.saturating_sub(begun));
        if most == 0 {
            report.note_if(coded.skip(reader)?, Removed::StrayBytes);
        } else if lost {
            coded.copy(reader, sink)?;
        } else if let Some(decoder) = &mut decoder {
            decoder.restart(begun);
            followed &= follow(decoder, most, &mut coded, reader, sink, report)?;
        } else {
            coded.copy(reader, sink)?;
        }
        begun = begun.saturating_add(most);
        // A damaged restart marker: a decoder skips to the next one, and takes no interval for it.
        while tables.restart > 0 && begun < mcus && matches!(coded.ending(), Some(Ending::Marker(0x02..=0xbf))) {
            report.note(Removed::StrayBytes);
            coded.restart();
            coded.skip(reader)?;
        }
        match coded.ending() {
            Some(Ending::Marker(found @ 0xd0..=0xd7)) if begun < mcus => {
                // A decoder looks for its place on its own then.
                lost |= found != marker || tables.restart == 0;
                sink.put(&[0xff, found])?;
            }
            Some(Ending::Marker(0xd0..=0xd7)) => report.note(Removed::StrayBytes),
            Some(Ending::Marker(_)) => {
                reader.back();
                break;
            }
            Some(Ending::End) | None => break,
        }
        coded.restart();
    }
    let whole = followed && !lost && begun >= mcus;
    match decoder {
        Some(decoder) => decoder.end(history, whole),
        None => history.lose(),
    }
    Ok(whole)
}

/// The lines that DNL tells behind a scan's coded data, before which the reader stands and stays: without them the scan
/// could not be followed. 0 where it tells none.
pub(super) fn lines(reader: &mut Reader<'_, '_>) -> Result<u16, Refusal> {
    let here = reader.position();
    skip(reader)?;
    let ahead = reader.ahead()?;
    reader.seek(here);
    Ok(if let [0xff, 0xdc, _, _, high, low] = ahead { u16::from_be_bytes([high, low]) } else { 0 })
}

/// Skips a scan's coded data. The reader then stands before the marker that ended it.
pub(super) fn skip(reader: &mut Reader<'_, '_>) -> Result<(), Refusal> {
    let mut coded = Coded::default();
    loop {
        coded.skip(reader)?;
        match coded.ending() {
            Some(Ending::Marker(0xd0..=0xd7)) => coded.restart(),
            Some(Ending::Marker(_)) => {
                reader.back();
                return Ok(());
            }
            Some(Ending::End) | None => return Ok(()),
        }
    }
}

/// Writes an interval up to its last block; false where it ends before that, and was written as it is.
fn follow(
    decoder: &mut Decoder,
    mcus: u64,
    coded: &mut Coded,
    reader: &mut Reader<'_, '_>,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> Result<bool, Refusal> {
    let (mut left, mut bit) = (mcus, 0);
    loop {
        coded.fill(reader)?;
        let (done, after) = coded.decode(decoder, bit, left);
        left = left.saturating_sub(done);
        if left == 0 {
            report.note_if(coded.finish(after, reader, sink)?, Removed::Padding);
            return Ok(true);
        }
        if coded.ending().is_some() || done == 0 {
            coded.copy(reader, sink)?;
            return Ok(false);
        }
        coded.write(after / 8, sink)?;
        bit = after % 8;
    }
}
