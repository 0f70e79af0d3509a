//! Prefix codes (RFC 9649, 3.7.2.1).

use super::bits::{Bits, Stop};

/// Longest code in bits.
const MOST_BITS: usize = 15;
/// Bits that are looked up at once.
const ROOT: u32 = 8;
/// The order in which the lengths of code length codes are stored.
const ORDER: [usize; 19] = [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

/// A code for the numbers of an alphabet.
pub(super) struct Prefix {
    /// For each beginning: the symbol and, in the upper four bits, its length. 0 for codes that are longer.
    root: Vec<u16>,
    /// How many codes there are of each length.
    counts: [u16; MOST_BITS + 1],
    /// The symbols in the order of their codes.
    symbols: Vec<u16>,
}

impl Prefix {
    /// Reads a code for an alphabet of so many symbols.
    pub(super) fn read(bits: &mut Bits<'_, '_>, alphabet: usize) -> Result<Self, Stop> {
        bits.work(alphabet * 4)?;
        let mut lengths = vec![0_u8; alphabet];
        if bits.flag()? {
            let two = bits.flag()?;
            let wide = bits.flag()?;
            let first = bits.read(if wide { 8 } else { 1 })?;
            let second = if two { Some(bits.read(8)?) } else { None };
            for symbol in [Some(first), second].into_iter().flatten() {
                *lengths.get_mut(symbol).ok_or(Stop::Fault)? = 1;
            }
        } else {
            let count = bits.read(4)? + 4;
            let mut own = [0_u8; 19];
            for place in ORDER.into_iter().take(count) {
                let length = bits.read(3)?;
                if let (Some(own), Ok(length)) = (own.get_mut(place), u8::try_from(length)) {
                    *own = length;
                }
            }
            Self::new(&own)?.lengths(bits, &mut lengths)?;
        }
        Self::new(&lengths)
    }

    /// Reads lengths that are themselves coded.
    fn lengths(&self, bits: &mut Bits<'_, '_>, lengths: &mut [u8]) -> Result<(), Stop> {
        let mut left = if bits.flag()? {
            let width = u32::try_from(bits.read(3)?).unwrap_or_default() * 2 + 2;
            bits.read(width)? + 2
        } else {
            lengths.len()
        };
        if left > lengths.len() {
            return Err(Stop::Fault);
        }
        let (mut at, mut last) = (0, 8);
        while at < lengths.len() && left > 0 {
            left -= 1;
            let symbol = self.next(bits)?;
            let (value, times) = match symbol {
                0..=15 => (u8::try_from(symbol).unwrap_or_default(), 1),
                16 => (last, bits.read(2)? + 3),
                17 => (0, bits.read(3)? + 3),
                _ => (0, bits.read(7)? + 11),
            };
            lengths.get_mut(at..at + times).ok_or(Stop::Fault)?.fill(value);
            at += times;
            if symbol < 16 && value != 0 {
                last = value;
            }
        }
        Ok(())
    }

    fn new(lengths: &[u8]) -> Result<Self, Stop> {
        let mut counts = [0_u16; MOST_BITS + 1];
        for length in lengths.iter().filter(|length| **length > 0) {
            *counts.get_mut(usize::from(*length)).ok_or(Stop::Fault)? += 1;
        }
        let mut symbols: Vec<u16> =
            (0_u16..).zip(lengths).filter(|(_, its)| **its > 0).map(|(symbol, _)| symbol).collect();
        symbols.sort_by_key(|symbol| lengths.get(usize::from(*symbol)));
        if symbols.len() <= 1 {
            // The only symbol takes no bits.
            return if symbols.is_empty() { Err(Stop::Fault) } else { Ok(Self { root: Vec::new(), counts, symbols }) };
        }
        let full: u32 =
            counts.iter().zip((0..=15_u32).rev()).skip(1).map(|(count, shift)| u32::from(*count) << shift).sum();
        if full != 1 << MOST_BITS {
            return Err(Stop::Fault);
        }
        let mut root = vec![0; 1 << ROOT];
        let (mut code, mut place) = (0_u32, 0);
        for (length, count) in (1..=ROOT).zip(counts.iter().skip(1)) {
            code <<= 1;
            for _ in 0..*count {
                let symbol = symbols.get(place).copied().unwrap_or_default();
                // Codes are stored with their first bit lowest.
                let start = usize::try_from(code.reverse_bits() >> (32 - length)).unwrap_or_default();
                let entry = symbol | u16::try_from(length).unwrap_or_default() << 12;
                root.iter_mut().skip(start).step_by(1 << length).for_each(|slot| *slot = entry);
                code += 1;
                place += 1;
            }
        }
        Ok(Self { root, counts, symbols })
    }

    /// The symbol that is always next, where there is one only.
    pub(super) fn only(&self) -> Option<usize> {
        self.symbols.first().copied().map(usize::from).filter(|_| self.root.is_empty())
    }

    /// The next symbol.
    pub(super) fn next(&self, bits: &mut Bits<'_, '_>) -> Result<usize, Stop> {
        if let Some(symbol) = self.only() {
            return Ok(symbol);
        }
        bits.fill()?;
        let entry = self.root.get(bits.peek(ROOT)).copied().unwrap_or_default();
        if entry != 0 {
            bits.skip(u32::from(entry >> 12))?;
            return Ok(usize::from(entry & 0xfff));
        }
        let ahead = bits.peek(15);
        let (mut code, mut first, mut place) = (0_usize, 0_usize, 0_usize);
        for (length, count) in (1_u32..).zip(self.counts.iter().skip(1)) {
            let count = usize::from(*count);
            code = code << 1 | (ahead >> (length - 1) & 1);
            first <<= 1;
            if code < first + count {
                bits.skip(length)?;
                return self.symbols.get(place + code - first).copied().map(usize::from).ok_or(Stop::Fault);
            }
            first += count;
            place += count;
        }
        Err(Stop::Fault)
    }
}

/// The number that a length or distance symbol begins (RFC 9649, 3.5.2.1).
pub(super) fn number(bits: &mut Bits<'_, '_>, symbol: usize) -> Result<usize, Stop> {
    if symbol < 4 {
        return Ok(symbol + 1);
    }
    let extra = (symbol - 2) >> 1;
    let offset = (2 + (symbol & 1)) << extra;
    Ok(offset + bits.read(u32::try_from(extra).unwrap_or_default())? + 1)
}
