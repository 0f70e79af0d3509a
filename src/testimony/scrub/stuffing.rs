//! Whether a deflate stream has room for more than its bytes (RFC 1951): blocks of nothing, bits that no decoder reads.
//!
//! Only lengths are followed, and nothing is put together. Which codes an encoder chose, and how it cut its blocks, cannot
//! be judged; what is found here is that a block gives nothing, costs more than its bytes, or is followed by more bits.

use super::Refusal;

/// Where bytes come from: each call adds some, and none at the end.
pub(super) type More<'m> = dyn FnMut(&mut Vec<u8>) -> Result<(), Refusal> + 'm;

/// Bits that a block may have beyond nine for each of its bytes: what some encoders spend on the tables of a small one.
const SPARE: u64 = 64;
/// Bits that choose an entry of a table.
const ROOT: u32 = 10;
const MOST_BITS: usize = 15;
const END: u16 = 256;
/// The order in which the lengths of code length codes are stored (3.2.7).
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// True if a raw stream, up to its last block, has nothing in it that its bytes do not need. False too for one that cannot be followed.
pub(super) fn is_plain(more: &mut More<'_>) -> Result<bool, Refusal> {
    let mut bits = Bits { more, held: Vec::new(), at: 0, buffer: 0, ready: 0, taken: 0, failed: None };
    let plain = blocks(&mut bits).unwrap_or(false);
    bits.failed.map_or(Ok(plain), Err)
}

/// `None` where the stream cannot be followed.
fn blocks(bits: &mut Bits<'_, '_>) -> Option<bool> {
    let fixed = {
        let lengths: Vec<u8> = [(8, 144), (9, 112), (7, 24), (8, 8)].iter().flat_map(|(l, n)| vec![*l; *n]).collect();
        (Code::new(&lengths)?, Code::new(&[5; 30])?)
    };
    loop {
        let last = bits.read(1)? == 1;
        let before = bits.taken;
        let kind = bits.read(2)?;
        let made = match kind {
            0 => match stored(bits)? {
                (true, made) => made,
                (false, _) => return Some(false),
            },
            1 => codes(bits, &fixed.0, Some(&fixed.1))?,
            2 => {
                let (literals, distances) = tables(bits)?;
                codes(bits, &literals, distances.as_ref())?
            }
            _ => return None,
        };
        // An empty block ends the streams of encoders that learn late that nothing more comes.
        let costs = bits.taken - before;
        if made == 0 && (!last || kind == 2) || kind > 0 && costs > made.saturating_mul(9).saturating_add(SPARE) {
            return Some(false);
        }
        if last {
            return Some(bits.fill_up() == 0);
        }
    }
}

/// Whether the bits before a stored block's length are zeros, and its bytes.
fn stored(bits: &mut Bits<'_, '_>) -> Option<(bool, u64)> {
    let plain = bits.fill_up() == 0;
    let length = bits.read(16)?;
    if bits.read(16)? != !length & 0xffff {
        return None;
    }
    bits.pass(u64::from(length))?;
    Some((plain, u64::from(length)))
}

/// The tables of a block; none for distances where it has only literals.
fn tables(bits: &mut Bits<'_, '_>) -> Option<(Code, Option<Code>)> {
    let literals = usize::try_from(bits.read(5)?).ok()? + 257;
    let distances = usize::try_from(bits.read(5)?).ok()? + 1;
    let count = usize::try_from(bits.read(4)?).ok()? + 4;
    let mut own = [0_u8; 19];
    for place in ORDER.into_iter().take(count) {
        *own.get_mut(place)? = u8::try_from(bits.read(3)?).ok()?;
    }
    let code = Code::new(&own)?;
    let mut lengths: Vec<u8> = Vec::with_capacity(320);
    while lengths.len() < literals + distances {
        let (value, times) = match code.next(bits)? {
            length @ 0..=15 => (u8::try_from(length).ok()?, 1),
            16 => (*lengths.last()?, bits.read(2)? + 3),
            17 => (0, bits.read(3)? + 3),
            _ => (0, bits.read(7)? + 11),
        };
        lengths.extend((0..times).map(|_| value));
    }
    let (literals, distances) = lengths.get(..literals + distances)?.split_at(literals);
    Some((Code::new(literals)?, Code::new(distances)))
}

/// Follows the codes of a block to its end: how many bytes they stand for.
fn codes(bits: &mut Bits<'_, '_>, literals: &Code, distances: Option<&Code>) -> Option<u64> {
    let mut made = 0_u64;
    loop {
        let symbol = literals.next(bits)?;
        let place = match symbol {
            0..END => {
                made = made.saturating_add(1);
                continue;
            }
            END => return Some(made),
            _ => u32::from(symbol - END - 1),
        };
        // 3.2.5: eight lengths without more bits, then four for each number of them; the last is 258.
        let (base, extra) = match place {
            0..8 => (place + 3, 0),
            8..28 => (((4 + place % 4) << (place / 4 - 1)) + 3, place / 4 - 1),
            28 => (258, 0),
            _ => return None,
        };
        made = made.saturating_add(u64::from(base + bits.read(extra)?));
        let distance = u32::from(distances?.next(bits)?);
        if distance > 29 {
            return None;
        }
        bits.read((distance / 2).saturating_sub(1))?;
    }
}

/// A Huffman code (3.2.2).
struct Code {
    /// For each beginning the symbol, and in the upper four bits its length; 0 for codes that are longer.
    root: Vec<u16>,
    counts: [u16; MOST_BITS + 1],
    symbols: Vec<u16>,
}

impl Code {
    /// `None` for one with more codes than there can be, or none.
    fn new(lengths: &[u8]) -> Option<Self> {
        let mut counts = [0_u16; MOST_BITS + 1];
        for length in lengths.iter().filter(|length| **length > 0) {
            *counts.get_mut(usize::from(*length))? += 1;
        }
        let mut symbols: Vec<u16> = (0..u16::try_from(lengths.len()).ok()?).collect();
        symbols.retain(|symbol| lengths.get(usize::from(*symbol)).is_some_and(|length| *length > 0));
        symbols.sort_by_key(|symbol| lengths.get(usize::from(*symbol)));
        let full: u32 = (0..=15).rev().zip(counts).skip(1).map(|(shift, count)| u32::from(count) << shift).sum();
        if symbols.is_empty() || full > 1 << MOST_BITS {
            return None;
        }
        let mut root = vec![0; 1 << ROOT];
        let (mut code, mut at) = (0_u32, symbols.iter());
        for (length, count) in (1..=ROOT).zip(counts.iter().skip(1)) {
            code <<= 1;
            for _ in 0..*count {
                let start = usize::try_from(code.reverse_bits() >> (32 - length)).ok()?;
                let entry = at.next()? | u16::try_from(length).ok()? << 12;
                root.iter_mut().skip(start).step_by(1 << length).for_each(|slot| *slot = entry);
                code += 1;
            }
        }
        Some(Self { root, counts, symbols })
    }

    #[inline]
    fn next(&self, bits: &mut Bits<'_, '_>) -> Option<u16> {
        bits.fill();
        let entry = self.root.get(usize::try_from(bits.buffer & ((1 << ROOT) - 1)).ok()?).copied()?;
        if entry != 0 {
            bits.skip(u32::from(entry >> 12))?;
            return Some(entry & 0xfff);
        }
        let (mut code, mut first, mut place) = (0_u64, 0_u64, 0_u64);
        for (length, count) in (1_u32..).zip(self.counts.iter().skip(1)) {
            let count = u64::from(*count);
            code = code << 1 | (bits.buffer >> (length - 1) & 1);
            first <<= 1;
            if code < first + count {
                bits.skip(length)?;
                return self.symbols.get(usize::try_from(place + code - first).ok()?).copied();
            }
            (first, place) = (first + count, place + count);
        }
        None
    }
}

/// The bits of a stream, the lowest of each byte first.
struct Bits<'b, 'm> {
    more: &'b mut More<'m>,
    held: Vec<u8>,
    at: usize,
    buffer: u64,
    /// Bits in the buffer.
    ready: u32,
    taken: u64,
    failed: Option<Refusal>,
}

impl Bits<'_, '_> {
    /// Sees to it that 32 bits or more are ready, as far as there are any.
    #[inline]
    fn fill(&mut self) {
        if self.ready >= 32 {
            return;
        }
        if let Some(four) = self.held.get(self.at..).and_then(<[u8]>::first_chunk::<4>) {
            self.buffer |= u64::from(u32::from_le_bytes(*four)) << self.ready;
            (self.ready, self.at) = (self.ready + 32, self.at + 4);
            return;
        }
        while self.ready <= 56 && (self.at < self.held.len() || self.load()) {
            self.buffer |= u64::from(self.held.get(self.at).copied().unwrap_or_default()) << self.ready;
            (self.ready, self.at) = (self.ready + 8, self.at + 1);
        }
    }

    /// False at the end.
    fn load(&mut self) -> bool {
        (self.held, self.at) = (std::mem::take(&mut self.held), 0);
        self.held.clear();
        if let Err(refusal) = (self.more)(&mut self.held) {
            self.held.clear();
            self.failed = Some(refusal);
        }
        !self.held.is_empty()
    }

    #[inline]
    fn skip(&mut self, count: u32) -> Option<()> {
        self.ready = self.ready.checked_sub(count)?;
        self.buffer = self.buffer.checked_shr(count).unwrap_or(0);
        self.taken += u64::from(count);
        Some(())
    }

    /// The next `count` bits, at most 32.
    #[inline]
    fn read(&mut self, count: u32) -> Option<u32> {
        self.fill();
        let bits = self.buffer & ((1 << count) - 1);
        self.skip(count)?;
        u32::try_from(bits).ok()
    }

    /// What fills up the byte that was begun.
    fn fill_up(&mut self) -> u64 {
        let rest = self.ready % 8;
        let bits = self.buffer & ((1 << rest) - 1);
        self.buffer >>= rest;
        (self.ready, self.taken) = (self.ready - rest, self.taken + u64::from(rest));
        bits
    }

    /// Goes past whole bytes.
    fn pass(&mut self, bytes: u64) -> Option<()> {
        let ready = bytes.min(u64::from(self.ready / 8));
        self.skip(u32::try_from(ready).ok()? * 8)?;
        let mut left = bytes - ready;
        while left > 0 {
            if self.at == self.held.len() && !self.load() {
                return None;
            }
            let now = usize::try_from(left).unwrap_or(usize::MAX).min(self.held.len() - self.at);
            self.at += now;
            left -= now as u64;
        }
        Some(())
    }
}
