//! Huffman codes, several at a time (ITU-T T.81, annex F.2.2). Only lengths count here: how many bits a run of symbols
//! takes, and how many coefficients it goes on by. The values are never put together.

use super::tables::Huffman;

/// Bits that choose an entry, for data where building a larger table pays off, and for less.
const BITS: u32 = 12;
const FEW_BITS: u32 = 8;
const WORTH: u64 = 32 * 1024;
/// Bits of a word that may be taken before the next one is read: 16 of 57 are left then, a code's most.
const TAKEN: u32 = 41;
/// What a code that no table has is taken for: so many bits, and symbol 0, as the usual decoder does.
const NO_CODE: (u32, u32) = (17, 0);

/// The eight bytes from a bit on, the first bit topmost; at least 57 bits of them are there.
pub(super) fn word(bytes: &[u8], bit: usize) -> Option<u64> {
    let eight = bytes.get(bit / 8..)?.first_chunk()?;
    Some(u64::from_be_bytes(*eight) << (bit % 8))
}

/// The top `bits` bits, at most 32, of a word.
#[inline]
pub(super) fn top(word: u64, bits: u32) -> u32 {
    // In two steps, as a shift by 64 would be none.
    u32::try_from(word >> 32).unwrap_or(0).checked_shr(32 - bits).unwrap_or(0)
}

/// A Huffman table made ready.
pub(super) struct Lookup {
    bits: u32,
    entries: Vec<Entry>,
    /// For each length: the first code, how many there are, and the place of the first one's symbol.
    lengths: [(u32, u32, u32); 17],
    symbols: Vec<u8>,
}

/// What the next bits mean: the first symbol, and as many symbols as fit.
#[derive(Clone, Copy, Default)]
struct Entry {
    symbol: u8,
    /// Bits of the first symbol's code; 0 where they are more than the table's.
    code: u8,
    /// Bits of all symbols and of the values that follow them; 0 where not one fits.
    all: u8,
    /// Coefficients that they go on by; the top bit is set where the block ends after them.
    advance: u8,
}

const END: u8 = 0x80;

impl Lookup {
    /// `size` is how many bytes there are to decode, about.
    pub(super) fn new(table: &Huffman, size: u64) -> Self {
        let bits = if size < WORTH { FEW_BITS } else { BITS };
        let mut lookup =
            Self { bits, entries: vec![Entry::default(); 1 << bits], lengths: [(0, 0, 0); 17], symbols: Vec::new() };
        for (length, code, symbol) in table.codes().unwrap_or_default() {
            let place = u32::try_from(lookup.symbols.len()).unwrap_or(u32::MAX);
            lookup.symbols.push(symbol);
            if let Some((first, count, start)) = lookup.lengths.get_mut(length as usize) {
                if *count == 0 {
                    (*first, *start) = (code, place);
                }
                *count += 1;
            }
            if length <= bits {
                let (from, span) = ((code << (bits - length)) as usize, 1 << (bits - length));
                for entry in lookup.entries.iter_mut().skip(from).take(span) {
                    (entry.symbol, entry.code) = (symbol, u8::try_from(length).unwrap_or(0));
                }
            }
        }
        for index in 0..1_usize << bits {
            let (all, advance) = lookup.several(index);
            lookup.entries[index] = Entry { all, advance, ..lookup.entries[index] };
        }
        lookup
    }

    fn several(&self, index: usize) -> (u8, u8) {
        let (mut all, mut advance) = (0_u32, 0_u8);
        loop {
            let rest = index << all & ((1 << self.bits) - 1);
            let entry = self.entries.get(rest).copied().unwrap_or_default();
            let (run, value) = (entry.symbol >> 4, u32::from(entry.symbol & 15));
            let (step, end) = match (run, value) {
                (15, 0) => (16, false),
                (0, 0) => (0, true),
                // The end of more blocks than one, in a progressive scan.
                (_, 0) => break,
                (run, _) => (run + 1, false),
            };
            let taken = all + u32::from(entry.code) + value;
            if entry.code == 0 || taken > self.bits || advance + step > 63 {
                break;
            }
            (all, advance) = (taken, advance + step);
            if end {
                advance |= END;
                break;
            }
            if all == self.bits {
                break;
            }
        }
        (u8::try_from(all).unwrap_or(0), advance)
    }

    #[inline]
    fn index(&self, word: u64) -> usize {
        usize::try_from(word >> (64 - self.bits)).unwrap_or(usize::MAX)
    }

    /// The bits of the next code and its symbol.
    #[inline]
    pub(super) fn symbol(&self, word: u64) -> (u32, u32) {
        let entry = self.entries.get(self.index(word)).copied().unwrap_or_default();
        if entry.code > 0 {
            return (u32::from(entry.code), u32::from(entry.symbol));
        }
        self.long(word)
    }

    #[cold]
    fn long(&self, word: u64) -> (u32, u32) {
        let found = (self.bits + 1..=16).find_map(|length| {
            let &(first, count, start) = self.lengths.get(length as usize)?;
            let place = top(word, length).checked_sub(first).filter(|place| *place < count)?;
            Some((length, u32::from(*self.symbols.get((start + place) as usize)?)))
        });
        found.unwrap_or(NO_CODE)
    }

    /// Goes past a block of a sequential frame, the DC coefficient by `dc` and the others by this table; where the next
    /// bit is.
    #[inline]
    pub(super) fn block(&self, dc: &Self, bytes: &[u8], mut bit: usize) -> Option<usize> {
        let mut word = word(bytes, bit)?;
        let (code, value) = dc.symbol(word);
        let mut taken = code + value.min(16);
        word <<= taken;
        let mut next = 1_usize;
        loop {
            if taken > TAKEN {
                bit += taken as usize;
                (word, taken) = (self::word(bytes, bit)?, 0);
            }
            let entry = *self.entries.get(self.index(word))?;
            let after = next + usize::from(entry.advance & !END);
            if entry.all > 0 && after <= 63 {
                taken += u32::from(entry.all);
                if entry.advance & END > 0 {
                    return Some(bit + taken as usize);
                }
                word <<= entry.all;
                next = after;
                continue;
            }
            let (code, symbol) =
                if entry.code > 0 { (u32::from(entry.code), u32::from(entry.symbol)) } else { self.long(word) };
            let (run, value) = (symbol >> 4, symbol & 15);
            taken += code + value;
            word <<= code + value;
            next += if value > 0 { run as usize + 1 } else { 16 };
            if value == 0 && run != 15 || next > 63 {
                return Some(bit + taken as usize);
            }
        }
    }
}
