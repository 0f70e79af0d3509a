//! LZW (TIFF 6.0, section 13): only the lengths of its strings are followed.

use super::super::{Refusal, source::Source};

const CLEAR: usize = 256;
const STOP: usize = 257;
const CODES: usize = 4_096;

/// The codes of a strip, first bit topmost.
struct Codes<'s, 'a> {
    source: &'s mut Source<'a>,
    end: u64,
    held: u32,
    /// Bits in `held`, and bits that were taken in all.
    bits: u32,
    taken: u64,
}

impl Codes<'_, '_> {
    fn next(&mut self, width: u32) -> Result<Option<usize>, Refusal> {
        while self.bits < width {
            if self.source.position() >= self.end {
                return Ok(None);
            }
            self.held = self.held << 8 | u32::from(self.source.byte()?);
            self.bits += 8;
        }
        self.bits -= width;
        self.taken += u64::from(width);
        let code = self.held >> self.bits & ((1 << width) - 1);
        Ok(usize::try_from(code).ok())
    }
}

/// From here to `end`: the bytes up to the code that fills `decoded` bytes and the stop code after it, a mask for the
/// last byte, and whether so much is decoded.
pub(super) fn end(end: u64, decoded: u64, source: &mut Source<'_>) -> Result<(u64, u8, bool), Refusal> {
    if source.peek::<2>()?.is_some_and(|[first, second]| first == 0 && second & 1 == 1) {
        return Err(Refusal::Unsupported("a very old kind of LZW compression"));
    }
    let mut codes = Codes { source, end, held: 0, bits: 0, taken: 0 };
    let mut lengths = vec![1_u64; CODES];
    let (mut next, mut last, mut left) = (STOP + 1, None::<u64>, decoded);
    let mut whole = left == 0;
    loop {
        // The width grows one code early.
        let width = match next {
            0..511 => 9,
            511..1023 => 10,
            1023..2047 => 11,
            _ => 12,
        };
        let before = codes.taken;
        let code = codes.next(width)?;
        if whole && code != Some(STOP) {
            codes.taken = before;
        }
        let Some(code) = code.filter(|code| !whole && *code != STOP) else { break };
        if code == CLEAR {
            (next, last) = (STOP + 1, None);
            continue;
        }
        let length = match last {
            // The string that this code itself makes.
            Some(last) if code == next => last + 1,
            _ if code < CLEAR || code < next => lengths[code],
            _ => return Err(Refusal::Malformed("compressed data of a strip or tile is damaged")),
        };
        if let (Some(last), Some(slot)) = (last, lengths.get_mut(next)) {
            *slot = last + 1;
            next += 1;
        }
        last = Some(length);
        left = left.saturating_sub(length);
        whole = left == 0;
    }
    let mask = match codes.taken % 8 {
        0 => 0xff,
        used => !(0xff_u8 >> used),
    };
    Ok((codes.taken.div_ceil(8), mask, whole))
}
