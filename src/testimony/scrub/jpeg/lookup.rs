//! Huffman codes, several at a time (ITU-T T.81, annex F.2.2). Only lengths count here: how many bits a run of symbols
//! takes, and how many coefficients it goes on by. The values are never put together.

use super::tables::Huffman;

/// Bits that choose an entry, for data where building a larger table pays off, and for less.
const BITS: u32 = 12;
const FEW_BITS: u32 = 8;
const WORTH: u64 = 32 * 1024;
/// What a code that no table has is taken for: so many bits, and symbol 0, as the usual decoder does.
const NO_CODE: (u32, u32) = (17, 0);

/// The eight bytes from a bit on, the first bit topmost; at least 57 bits of them are there.
pub(super) fn word(bytes: &[u8], bit: usize) -> Option<u64> {
    let at = bit / 8;
    let eight = bytes.get(at..at.wrapping_add(8))?.first_chunk()?;
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

/// What the next bits mean.
#[derive(Clone, Copy, Default)]
struct Entry {
    symbol: u8,
    /// Bits of the code; 0 where they are more than the table's.
    code: u8,
}

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
        lookup
    }

    /// Bits that choose an entry.
    pub(super) fn bits(&self) -> u32 {
        self.bits
    }

    /// The bits of the first code of a number, and its symbol; `None` where the number has not all of the code. The
    /// number has as many bits as choose an entry: higher ones do not count.
    pub(super) fn short(&self, number: usize) -> Option<(u32, u32)> {
        let entry = self.entries.get(number & ((1 << self.bits) - 1))?;
        (entry.code > 0).then_some((u32::from(entry.code), u32::from(entry.symbol)))
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
}
