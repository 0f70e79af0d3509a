//! LZW (TIFF 6.0, section 13): the lengths of its strings are followed, and their bytes put together where they are wanted.

use std::collections::BTreeMap;

use super::{
    super::{Refusal, source::Source},
    pixels::Take,
};

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

/// The strings that codes stand for.
struct Strings {
    lengths: Vec<u64>,
    /// The code that a string goes on from, and its last byte.
    before: Vec<usize>,
    lasts: Vec<u8>,
    made: Vec<u8>,
}

impl Strings {
    fn new() -> Self {
        let lasts = (0..CODES).map(|code| u8::try_from(code).unwrap_or(0)).collect();
        Self { lengths: vec![1; CODES], before: vec![0; CODES], lasts, made: Vec::new() }
    }

    /// Puts the bytes of a code's string together.
    fn make(&mut self, code: usize) -> &[u8] {
        self.made.clear();
        let mut code = code;
        while code > STOP && self.made.len() < CODES {
            self.made.push(self.lasts.get(code).copied().unwrap_or(0));
            code = self.before.get(code).copied().unwrap_or(0);
        }
        self.made.push(self.lasts.get(code).copied().unwrap_or(0));
        self.made.reverse();
        &self.made
    }

    /// Adds what `last` and the first byte of `code` make, as code number `next`.
    fn add(&mut self, next: usize, last: usize, code: usize) {
        let first = self.make(if code == next { last } else { code }).first().copied().unwrap_or(0);
        if let (Some(before), Some(byte)) = (self.before.get_mut(next), self.lasts.get_mut(next)) {
            (*before, *byte) = (last, first);
        }
    }
}

/// Bits of a code: the width grows one code early.
fn width(next: usize) -> u32 {
    match next {
        0..511 => 9,
        511..1023 => 10,
        1023..2047 => 11,
        _ => 12,
    }
}

/// From here to `end`: the bytes up to the code that fills `decoded` bytes and the stop code after it, a mask for the
/// last byte, and whether so much is decoded. What is decoded goes to `take`, if somebody wants it.
pub(super) fn end(
    end: u64,
    decoded: u64,
    mut take: Option<&mut Take<'_>>,
    source: &mut Source<'_>,
) -> Result<(u64, u8, bool), Refusal> {
    if source.peek::<2>()?.is_some_and(|[first, second]| first == 0 && second & 1 == 1) {
        return Err(Refusal::Unsupported("a very old kind of LZW compression"));
    }
    let mut codes = Codes { source, end, held: 0, bits: 0, taken: 0 };
    let mut strings = Strings::new();
    let (mut next, mut last, mut left) = (STOP + 1, None::<usize>, decoded);
    let mut whole = left == 0;
    loop {
        let before = codes.taken;
        let code = codes.next(width(next))?;
        if whole && code != Some(STOP) {
            codes.taken = before;
        }
        let Some(code) = code.filter(|code| !whole && *code != STOP) else { break };
        if code == CLEAR {
            (next, last) = (STOP + 1, None);
            continue;
        }
        let of_last = last.map(|last| strings.lengths[last]);
        let length = match of_last {
            // The string that this code itself makes.
            Some(of_last) if code == next => of_last + 1,
            _ if code < CLEAR || code < next => strings.lengths[code],
            _ => return Err(Refusal::Malformed("compressed data of a strip or tile is damaged")),
        };
        if let (Some(of_last), Some(last), true) = (of_last, last, next < CODES) {
            strings.lengths[next] = of_last + 1;
            if take.is_some() {
                strings.add(next, last, code);
            }
            next += 1;
        }
        if let Some(take) = &mut take {
            let made = strings.make(code);
            take(made.get(..usize::try_from(left).unwrap_or(usize::MAX)).unwrap_or(made))?;
        }
        last = Some(code);
        left = left.saturating_sub(length);
        whole = left == 0;
    }
    let mask = match codes.taken % 8 {
        0 => 0xff,
        used => !(0xff_u8 >> used),
    };
    Ok((codes.taken.div_ceil(8), mask, whole))
}

/// Compresses what it is given.
pub(super) struct Packer {
    strings: BTreeMap<(usize, u8), usize>,
    next: usize,
    /// The string so far.
    now: Option<usize>,
    held: u64,
    bits: u32,
}

impl Packer {
    /// The first code clears the table.
    pub(super) fn new(packed: &mut Vec<u8>) -> Self {
        let mut new = Self { strings: BTreeMap::new(), next: STOP + 1, now: None, held: 0, bits: 0 };
        new.code(CLEAR, packed);
        new
    }

    /// Goes on with `bytes`.
    pub(super) fn put(&mut self, bytes: &[u8], packed: &mut Vec<u8>) {
        for byte in bytes {
            let Some(now) = self.now else {
                self.now = Some(usize::from(*byte));
                continue;
            };
            if let Some(longer) = self.strings.get(&(now, *byte)) {
                self.now = Some(*longer);
                continue;
            }
            self.code(now, packed);
            self.strings.insert((now, *byte), self.next);
            self.next += 1;
            if self.next == CODES - 2 {
                self.code(CLEAR, packed);
                self.strings.clear();
                self.next = STOP + 1;
            }
            self.now = Some(usize::from(*byte));
        }
    }

    /// Ends the data.
    pub(super) fn finish(mut self, packed: &mut Vec<u8>) {
        if let Some(now) = self.now {
            self.code(now, packed);
            self.next += 1;
        }
        self.code(STOP, packed);
        packed.extend((self.bits > 0).then(|| (self.held << (8 - self.bits)).to_le_bytes()[0]));
    }

    /// The reader's table is one code behind.
    fn code(&mut self, code: usize, packed: &mut Vec<u8>) {
        let width = width(self.next - 1);
        self.held = (self.held << width | code as u64) & 0xffff_ffff;
        self.bits += width;
        while self.bits >= 8 {
            self.bits -= 8;
            packed.push((self.held >> self.bits).to_le_bytes()[0]);
        }
    }
}
