//! AAC: fill and data elements at the start of a frame, where encoders put their names: ISO/IEC 14496-3, section 4.4.2.
//! They keep their sizes, and so nothing behind them moves. Such elements behind the sound are not looked for.

use super::{Out, Refusal, Removed, Report, Source};

/// Longest frame that is looked into, in bytes: the format's 6144 bits for each of 48 channels.
const MOST_FRAME: u32 = 768 * 48;
/// Kinds of elements, of three bits.
const DATA: u32 = 4;
const FILL: u32 = 6;
/// Bits of a fill element before an encoder's name.
const NAME: usize = 17;
/// The one name that decoders act on.
const MARK: &[u8] = b"libfaac 0.0";

/// Rebuilds the sample of `size` bytes from here on.
pub(super) fn sample(
    source: &mut Source<'_>,
    size: u32,
    out: &mut Out<'_, '_>,
    report: &mut Report,
) -> Result<(), Refusal> {
    let first = source.peek::<1>()?.map_or(0, |[first]| u32::from(first >> 5));
    if out.sink.is_none() || size == 0 || size > MOST_FRAME || !matches!(first, DATA | FILL) {
        return out.copy(source, u64::from(size));
    }
    let mut frame = source.take(u64::from(size), MOST_FRAME as usize)?;
    report.note_if(blank(&mut frame), Removed::CodecUserData);
    out.put(&frame)
}

/// Clears what stands in the elements at the start; true if something stood there.
fn blank(frame: &mut [u8]) -> bool {
    let (mut at, mut changed) = (0, false);
    loop {
        let kind = bits(frame, at, 3);
        let (start, length) = match kind {
            Some(FILL) => {
                let Some(short) = bits(frame, at + 3, 4) else { return changed };
                let Some(more) = bits(frame, at + 7, 8) else { return changed };
                if short == 15 { (at + 15, (14 + more as usize) * 8) } else { (at + 7, short as usize * 8) }
            }
            Some(DATA) => {
                let (Some(aligned), Some(short)) = (bits(frame, at + 7, 1), bits(frame, at + 8, 8)) else {
                    return changed;
                };
                let (mut start, mut count) = (at + 16, short as usize);
                if short == 255 {
                    let Some(more) = bits(frame, at + 16, 8) else { return changed };
                    (start, count) = (at + 24, 255 + more as usize);
                }
                (if aligned == 1 { start.next_multiple_of(8) } else { start }, count * 8)
            }
            _ => return changed,
        };
        let end = start + length;
        if end > frame.len() * 8 {
            return changed;
        }
        // Of the extensions in fill elements, a decoder needs ranges of volume, surround and replicated bands.
        let needed = kind == Some(FILL) && matches!(bits(frame, start, 4), Some(11..=14)) && length > 0;
        if !needed {
            let mark = kind == Some(FILL) && marked(frame, start, end);
            let after = if mark { start + NAME + MARK.len() * 8 } else { start };
            if mark {
                // Only its version goes; decoders leave out more samples before the sound of this encoder.
                changed |= clear(frame, start, start + NAME);
                let at = (start + NAME) / 8;
                if let Some(text) = frame.get_mut(at..at + MARK.len()) {
                    changed |= text != MARK;
                    text.copy_from_slice(MARK);
                }
            }
            changed |= clear(frame, after, end);
        }
        at = end;
    }
}

/// True where a fill element from bit `start` to bit `end` has the name that decoders act on, and room for its mark.
fn marked(frame: &[u8], start: usize, end: usize) -> bool {
    let at = start + NAME;
    let Some(text) = frame.get(at / 8..end / 8).filter(|text| text.len() >= MARK.len()) else { return false };
    let Some(version) = text.strip_prefix(b"libfaac ") else { return false };
    let digits = version.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let [b'.', minor, ..] = version.get(digits..).unwrap_or_default() else { return false };
    at.is_multiple_of(8) && bits(frame, start, 4) == Some(0) && digits > 0 && minor.is_ascii_digit()
}

/// The number of `count` bits, at most 8, from bit `at` on.
fn bits(frame: &[u8], at: usize, count: usize) -> Option<u32> {
    let two = [*frame.get(at / 8)?, frame.get(at / 8 + 1).copied().unwrap_or(0)];
    if at + count > frame.len() * 8 {
        return None;
    }
    Some(u32::from(u16::from_be_bytes(two) << (at % 8) >> (16 - count)))
}

fn clear(frame: &mut [u8], start: usize, end: usize) -> bool {
    let mut changed = false;
    let mut at = start;
    while at < end {
        let count = (8 - at % 8).min(end - at);
        let mask = (0xff_u8 >> (8 - count)) << (8 - at % 8 - count);
        if let Some(byte) = frame.get_mut(at / 8) {
            changed |= *byte & mask != 0;
            *byte &= !mask;
        }
        at += count;
    }
    changed
}
