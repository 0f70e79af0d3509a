//! The first frame of many files is no sound, and tells how long the file is: Xing and Info, LAME's gapless part in them,
//! and Fraunhofer's VBRI. It is made anew: counted frames and bytes, and what decoders cut off at both ends.

use super::{count::Counted, header::Header, walk::Frame};

/// Bytes of LAME's part.
const GAPLESS: usize = 36;
/// Samples that every decoder of layer III is late.
const LATE: i64 = 529;

/// What such a frame tells.
#[derive(Clone, Copy)]
pub(super) struct Tag {
    /// "Info" stands for a constant bit rate.
    constant: bool,
    frames: Option<u32>,
    bytes: Option<u32>,
    table: bool,
    /// Samples to cut off at the start and at the end.
    gapless: Option<(u16, u16)>,
}

/// True for a frame that tells how long the file is, whatever it says.
pub(super) fn is(header: Header, frame: &[u8]) -> bool {
    let at = 4 + header.side();
    header.layer() == 3
        && (matches!(frame.get(at..at + 4), Some(b"Xing" | b"Info")) || frame.get(36..40) == Some(b"VBRI"))
}

/// What a frame tells; `None` for one that decoders play.
pub(super) fn parse(header: Header, frame: &[u8]) -> Option<Tag> {
    if !is(header, frame) {
        return None;
    }
    let tag = if frame.get(36..40) == Some(b"VBRI") { fraunhofer(frame) } else { xing(header, frame) }?;
    (tag.frames.unwrap_or(0) > 0 || tag.bytes.unwrap_or(0) > 0).then_some(tag)
}

fn fraunhofer(frame: &[u8]) -> Option<Tag> {
    if frame.get(40..42)? != [0, 1] {
        return None;
    }
    let (bytes, frames) = (number(frame, 46)?, number(frame, 50)?);
    Some(Tag { constant: false, frames: Some(frames), bytes: Some(bytes), table: true, gapless: None })
}

fn xing(header: Header, frame: &[u8]) -> Option<Tag> {
    let at = 4 + header.side();
    let constant = frame.get(at..at + 4)? == b"Info";
    let flags = number(frame, at + 4)?;
    let mut at = at + 8;
    let mut field = |there: bool, bytes: usize| -> Option<Option<usize>> {
        let here = at;
        if there {
            at += bytes;
        }
        (at <= frame.len()).then_some(there.then_some(here))
    };
    let frames = field(flags & 1 != 0, 4)?.and_then(|at| number(frame, at));
    let bytes = field(flags & 2 != 0, 4)?.and_then(|at| number(frame, at));
    let table = field(flags & 4 != 0, 100)?.is_some();
    field(flags & 8 != 0, 4)?;
    let gapless = frame.get(at..at + GAPLESS).and_then(|part| match part {
        [b'L', b'A', b'M', b'E', ..] | [b'L', b'a', b'v', b'f' | b'c', ..] => {
            let both = u32::from_be_bytes([0, part[21], part[22], part[23]]);
            Some((u16::try_from(both >> 12).ok()?, u16::try_from(both & 0xfff).ok()?))
        }
        _ => None,
    });
    Some(Tag { constant, frames, bytes, table, gapless })
}

/// A frame of silence in place of one that tells something.
pub(super) fn blank(first: &Frame) -> Vec<u8> {
    let [one, two, three, four] = first.header.plain(first.header.emphasis()).0;
    // No CRC: nothing in this frame is decoded.
    let mut made = vec![one, two | 1, three, four];
    made.resize(first.bytes, 0);
    made
}

impl Tag {
    /// The frame anew. `left` is the bytes of the file from the frame's start on.
    pub(super) fn make(&self, first: &Frame, counted: &Counted, left: u64) -> Vec<u8> {
        let bytes = counted.bytes.saturating_add(first.bytes as u64);
        let (frames, cut) = self.end(first, counted, left);
        let mut made = blank(first);
        made.truncate(4 + first.header.side());
        made.extend_from_slice(if self.constant { b"Info" } else { b"Xing" });
        let flags = u8::from(self.frames.is_some()) | u8::from(self.bytes.is_some()) << 1 | u8::from(self.table) << 2;
        made.extend_from_slice(&[0, 0, 0, flags]);
        if self.frames.is_some() {
            made.extend_from_slice(&u32::try_from(frames).unwrap_or(u32::MAX).to_be_bytes());
        }
        if self.bytes.is_some() {
            made.extend_from_slice(&u32::try_from(bytes).unwrap_or(u32::MAX).to_be_bytes());
        }
        if self.table {
            made.extend_from_slice(&counted.table(first.bytes as u64));
        }
        if let Some((delay, _)) = self.gapless {
            // Players look for a known name before they cut; this one says nothing but that samples are to be cut.
            let start = made.len();
            made.extend_from_slice(b"Lavf");
            made.resize(start + 21, 0);
            made.extend_from_slice(&(u32::from(delay) << 12 | u32::from(cut)).to_be_bytes()[1..]);
            made.resize(start + 28, 0);
            made.extend_from_slice(&u32::try_from(bytes).unwrap_or(u32::MAX).to_be_bytes());
            made.resize(start + 34, 0);
            let crc = crc(&made);
            made.extend_from_slice(&crc.to_be_bytes());
        }
        made.resize(first.bytes, 0);
        made
    }

    /// The number of frames, and the samples to cut off at the end, with which decoders cut where they did.
    ///
    /// They count from the number of frames, so a file that is shorter than its first frame says has less to cut. One
    /// that is much longer than it says is not cut at all.
    fn end(&self, first: &Frame, counted: &Counted, left: u64) -> (u64, u16) {
        let cut = self.gapless.map_or(0, |(_, cut)| cut);
        let told = u64::from(self.frames.unwrap_or(0));
        let size = u64::from(self.bytes.unwrap_or(0));
        let longer = size > 0 && left.saturating_sub(4) > size && left - 4 - size > size >> 4;
        if told == 0 || longer || self.frames.is_none() {
            return (counted.frames, 0);
        }
        if told <= counted.frames {
            return (told, cut);
        }
        let samples = i64::try_from((told - counted.frames).saturating_mul(first.header.samples())).unwrap_or(i64::MAX);
        let rest = i64::from(cut).saturating_sub(samples);
        (counted.frames, if rest > LATE { u16::try_from(rest).unwrap_or(0) } else { 0 })
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_be_bytes(*four))
}

/// The CRC that LAME ends its part with: polynomial 0x8005, least significant bit first.
fn crc(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |crc, byte| {
        (0..8).fold(crc ^ u16::from(*byte), |crc: u16, _| if crc & 1 == 0 { crc >> 1 } else { crc >> 1 ^ 0xa001 })
    })
}
