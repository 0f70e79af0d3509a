//! AMR and AMR-WB: the storage format of RFC 4867, section 5. Frames that follow each other. What is no
//! frame is left out, up to where a row of frames begins again: a recording that was damaged keeps its sound.

use super::{Refusal, Removed, Report, ahead::Ahead, format::Format, sink::Sink, source::Source, tags};

/// Bits of speech by frame type, narrow band: 3GPP TS 26.101. `None` for types that no file has.
const NARROW: [Option<u16>; 16] = {
    let mut bits = [None; 16];
    let told = [95, 103, 118, 134, 148, 159, 204, 244, 39];
    let mut at = 0;
    while at < told.len() {
        bits[at] = Some(told[at]);
        at += 1;
    }
    bits[15] = Some(0);
    bits
};
/// The same, wide band: 3GPP TS 26.201. Type 14 is a frame that was lost.
const WIDE: [Option<u16>; 16] = {
    let mut bits = [None; 16];
    let told = [132, 177, 253, 285, 317, 365, 397, 461, 477, 40];
    let mut at = 0;
    while at < told.len() {
        bits[at] = Some(told[at]);
        at += 1;
    }
    bits[14] = Some(0);
    bits[15] = Some(0);
    bits
};
/// Most bytes of a frame.
const MOST: usize = 61;
/// Bytes of frames that are written at once.
const BATCH: usize = 16 * 1024;
/// Frames in a row that show that frames go on: any bytes can be a frame or two.
const ROW: usize = 12;

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let length = source.length();
    let mut file = Ahead::new(source, 0, length);
    let head = file.peek(9)?;
    let (magic, types): (&[u8], _) = match head {
        b"#!AMR-WB\n" => (b"#!AMR-WB\n", WIDE),
        [b'#', b'!', b'A', b'M', b'R', b'\n', ..] => (b"#!AMR\n", NARROW),
        [b'#', b'!', b'A', b'M', b'R', b'_' | b'-', ..] => {
            return Err(Refusal::Unsupported("sound of several channels"));
        }
        _ => return Err(Refusal::Unknown),
    };
    sink.put(magic)?;
    file.skip(magic.len() as u64);
    let start = file.at();
    let mut made = Vec::with_capacity(BATCH + MOST);
    // The last frame waits until something that can be a frame follows it.
    let mut waiting: Option<Waiting> = None;
    let (mut kept, mut tagged) = (0, 0);
    loop {
        while let Some(mut frame) = frame(&types, &mut file)? {
            frame.odd |= waiting.as_ref().is_some_and(|before| before.bytes[0] != frame.bytes[0]);
            if let Some(waiting) = waiting.replace(frame) {
                kept += waiting.put(&mut made, report);
            }
            if made.len() >= BATCH {
                sink.put(&made)?;
                made.clear();
            }
        }
        // Tags are looked for where frames end: by their last bytes alone, speech may be one by chance.
        let before = file.at();
        let is_tag = tags::skip(&mut file, report)?;
        tagged += file.at().saturating_sub(before);
        let torn = is_tag || file.peek(1)?.first().is_none_or(|first| bits(&types, *first).is_some());
        // What ends with bytes that are no frame may have begun before them: a frame that is unlike the others is not
        // kept.
        if let Some(waiting) = waiting.take()
            && (torn || !waiting.odd)
        {
            kept += waiting.put(&mut made, report);
        }
        if !is_tag && !again(&types, &mut file)? {
            break;
        }
    }
    sink.put(&made)?;
    let left = file.end().saturating_sub(start).saturating_sub(kept).saturating_sub(tagged);
    report.note_if(left > 0, Removed::StrayBytes);
    if kept == 0 {
        return Err(Refusal::Malformed("no sound is in it"));
    }
    if left > kept {
        return Err(Refusal::Malformed("most of it is not sound"));
    }
    Ok(Format::Amr)
}

/// A frame that was read.
struct Waiting {
    bytes: [u8; MOST],
    length: usize,
    /// Set bits of its padding.
    padding: u8,
    /// True for one with padding, or of another type than the one before.
    odd: bool,
}

impl Waiting {
    /// Writes it without its padding; its bytes.
    fn put(mut self, made: &mut Vec<u8>, report: &mut Report) -> u64 {
        report.note_if(self.padding != 0, Removed::CodecUserData);
        let bytes = self.bytes.get_mut(..self.length).unwrap_or_default();
        if let Some(last) = bytes.last_mut() {
            *last &= !self.padding;
        }
        made.extend_from_slice(bytes);
        self.length as u64
    }
}

fn bits(types: &[Option<u16>; 16], first: u8) -> Option<u16> {
    if first & 0x83 != 0 { None } else { types.get(usize::from(first >> 3)).copied().flatten() }
}

/// Goes on to where frames begin again; false where none do.
fn again(types: &[Option<u16>; 16], file: &mut Ahead<'_, '_>) -> Result<bool, Refusal> {
    while file.left() > 0 {
        file.skip(1);
        if row(types, file.peek(ROW * MOST)?) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// True where a row of whole frames begins, all of one type: silence between them aside.
fn row(types: &[Option<u16>; 16], mut there: &[u8]) -> bool {
    let mut kind = None;
    for _ in 0..ROW {
        let Some(first) = there.first().copied() else { return false };
        let Some(bits) = bits(types, first) else { return false };
        // Types of up to 40 bits are no speech. Speech is marked as good; zeros, which some files end with, are not.
        if bits > 40 && (first & 4 == 0 || *kind.get_or_insert(first) != first) {
            return false;
        }
        let Some(rest) = there.get(1 + usize::from(bits.div_ceil(8))..) else { return false };
        there = rest;
    }
    kind.is_some()
}

/// The next frame, gone over; `None` where none is whole here.
fn frame(types: &[Option<u16>; 16], file: &mut Ahead<'_, '_>) -> Result<Option<Waiting>, Refusal> {
    let there = file.peek(MOST)?;
    let Some(bits) = there.first().and_then(|first| bits(types, *first)) else { return Ok(None) };
    let length = 1 + usize::from(bits.div_ceil(8));
    let Some(frame) = there.get(..length) else { return Ok(None) };
    let mut bytes = [0; MOST];
    bytes[..length].copy_from_slice(frame);
    let used = bits % 8;
    let padding = if used == 0 { 0 } else { bytes[length - 1] & (0xff >> used) };
    file.skip(length as u64);
    Ok(Some(Waiting { bytes, length, padding, odd: padding != 0 }))
}
