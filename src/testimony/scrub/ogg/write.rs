//! Writes a link: first pages, header pages, then pages of data in the order that they had.

use super::{
    crc::crc,
    link::{Kept, Link},
    page::{CONTINUED, FIRST, FIXED, LAST, MARK, NOWHERE, Pages},
};
use crate::testimony::scrub::{Refusal, sink::Sink};

/// What is counted for a stream while it is written.
#[derive(Clone, Copy, Default)]
struct Counted {
    serial: u32,
    /// Pages so far.
    pages: u32,
    /// The last granule position.
    granule: u64,
}

impl Link {
    /// Writes the link, whose pages are read once more.
    pub(super) fn write(&self, pages: &mut Pages<'_, '_>, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        let mut counted = Vec::with_capacity(self.streams.len());
        for stream in &self.streams {
            let mut count = Counted { serial: stream.serial, ..Counted::default() };
            let id = stream.headers.first().map(Vec::as_slice).unwrap_or_default();
            let (segments, body) = laid(&[id]);
            put(&mut count, FIRST, 0, &segments, &body, sink)?;
            counted.push(count);
        }
        for (stream, count) in self.streams.iter().zip(&mut counted) {
            let rest: Vec<&[u8]> = stream.headers.iter().skip(1).map(Vec::as_slice).collect();
            headers(count, &rest, sink)?;
        }
        self.each(pages, |mut kept| match (counted.get_mut(kept.stream), self.streams.get(kept.stream)) {
            (Some(count), Some(stream)) => {
                if kept.page.granule != NOWHERE {
                    kept.page.granule = stream.granule(kept.page.granule);
                }
                data(count, kept, sink)
            }
            _ => Ok(()),
        })
    }
}

/// Segment sizes of whole packets, and the packets one after the other.
fn laid(packets: &[&[u8]]) -> (Vec<u8>, Vec<u8>) {
    let mut segments = Vec::new();
    for packet in packets {
        segments.extend(std::iter::repeat_n(255, packet.len() / 255));
        segments.push(u8::try_from(packet.len() % 255).unwrap_or_default());
    }
    (segments, packets.concat())
}

/// Writes header packets on pages of their own.
fn headers(count: &mut Counted, packets: &[&[u8]], sink: &mut Sink<'_>) -> Result<(), Refusal> {
    let (segments, body) = laid(packets);
    let (mut at, mut open) = (0, false);
    for page in segments.chunks(255) {
        let length: usize = page.iter().map(|segment| usize::from(*segment)).sum();
        let ends = page.iter().any(|segment| *segment < 255);
        let flags = if open { CONTINUED } else { 0 };
        put(count, flags, if ends { 0 } else { NOWHERE }, page, &body[at..at + length], sink)?;
        at += length;
        open = page.last() == Some(&255);
    }
    Ok(())
}

/// Writes what is kept of a page of data.
fn data(count: &mut Counted, kept: Kept, sink: &mut Sink<'_>) -> Result<(), Refusal> {
    let Kept { page, part, torn, last, .. } = kept;
    let mut segments = page.segments.get(part.segments).unwrap_or_default();
    if torn {
        let whole = segments.iter().rposition(|segment| *segment < 255).map_or(0, |last| last + 1);
        segments = &segments[..whole];
    }
    let length: usize = segments.iter().map(|segment| usize::from(*segment)).sum();
    let body = page.body.get(part.bytes.start..part.bytes.start + length).unwrap_or_default();
    let ends = if last { LAST } else { 0 };
    if segments.is_empty() {
        // Only the mark of the end is left of it.
        return if last { put(count, ends, count.granule, &[], &[], sink) } else { Ok(()) };
    }
    let granule = if segments.iter().any(|segment| *segment < 255) { page.granule } else { NOWHERE };
    if granule != NOWHERE {
        count.granule = granule;
    }
    let flags = ends | if part.continued { CONTINUED } else { 0 };
    put(count, flags, granule, segments, body, sink)
}

fn put(
    count: &mut Counted,
    flags: u8,
    granule: u64,
    segments: &[u8],
    body: &[u8],
    sink: &mut Sink<'_>,
) -> Result<(), Refusal> {
    let mut head = Vec::with_capacity(FIXED + segments.len());
    head.extend_from_slice(MARK);
    head.extend_from_slice(&[0, flags]);
    head.extend_from_slice(&granule.to_le_bytes());
    head.extend_from_slice(&count.serial.to_le_bytes());
    head.extend_from_slice(&count.pages.to_le_bytes());
    head.extend_from_slice(&[0; 4]);
    head.push(u8::try_from(segments.len()).map_err(|_| Refusal::Large)?);
    head.extend_from_slice(segments);
    let sum = crc(crc(0, &head), body);
    head[22..26].copy_from_slice(&sum.to_le_bytes());
    count.pages = count.pages.wrapping_add(1);
    sink.put(&head)?;
    sink.put(body)
}
