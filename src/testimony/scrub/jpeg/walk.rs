//! Goes past the codes of a sequential scan (ITU-T T.81, annex F.2), as many at once as one look-up tells.

use super::{
    lookup::{Lookup, word},
    tables::Huffman,
};

/// An entry says how many bits to go on by, how many coefficients, if another table is next, and if a block ends. One for
/// a code that is longer than the entry's number has bits goes on by more coefficients than there are.
const BITS: u16 = 63;
const COEFFICIENTS: u32 = 6;
const NEXT: u16 = 1 << 14;
const END: u32 = 15;
const LONG: u16 = 127 << COEFFICIENTS;
/// What an entry adds to a state.
const ADDS: u32 = 0x17f;

/// A state has the number of a coefficient here, and above it the place in the order of tables.
const COEFFICIENT: u32 = 0xff;
const TURN: u32 = 8;
/// Most tables of an MCU: two for each block, of which four components have sixteen.
const MOST_TURNS: usize = 128;

/// The tables of a scan made ready.
pub(super) struct Walk {
    /// What the next bits mean, for one table after the other.
    entries: Vec<u16>,
    shift: u32,
    /// For each block of an MCU the place in `entries` of its DC table, then of its AC table.
    order: Box<[usize; MOST_TURNS]>,
    /// The state in which an MCU ends.
    ended: u32,
    tables: Vec<Lookup>,
}

/// Where a chain stands: at the start of an MCU, the state is 0.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) bit: usize,
    pub(super) state: u32,
}

impl Walk {
    /// For a scan whose components have these tables, and blocks of these components in an MCU. `size` is about its
    /// bytes.
    pub(super) fn new(components: &[(&Huffman, &Huffman)], blocks: &[usize], size: u64) -> Option<Self> {
        let (mut seen, mut tables, mut entries, mut shift) = (Vec::new(), Vec::new(), Vec::new(), 0);
        let mut place = |table, is_dc| {
            let place = seen.iter().position(|had| *had == (table, is_dc)).unwrap_or_else(|| {
                let lookup = Lookup::new(table, size);
                shift = 64 - lookup.bits();
                entries.extend((0..1_usize << lookup.bits()).map(|index| entry(&lookup, index, is_dc)));
                tables.push(lookup);
                seen.push((table, is_dc));
                seen.len() - 1
            });
            place << (64 - shift)
        };
        let places: Vec<_> = components.iter().map(|(dc, ac)| [place(dc, true), place(ac, false)]).collect();
        let mut order = Box::new([0; MOST_TURNS]);
        let turns = blocks.len() * 2;
        for (two, block) in order.get_mut(..turns)?.chunks_exact_mut(2).zip(blocks) {
            two.copy_from_slice(places.get(*block)?);
        }
        let ended = u32::try_from(turns).ok()? << TURN;
        Some(Self { entries, shift, order, ended, tables })
    }

    /// Goes past one code, or more; `word` are the next bits.
    #[expect(clippy::inline_always, reason = "places are to stay in registers")]
    #[inline(always)]
    pub(super) fn step(&self, place: Place, word: u64) -> Option<Place> {
        let first = self.order[(place.state >> TURN) as usize % MOST_TURNS];
        let index = usize::try_from(word >> self.shift).ok()?;
        let entry = *self.entries.get(first.wrapping_add(index))?;
        let state = place.state.wrapping_add(u32::from(entry) >> COEFFICIENTS & ADDS);
        if state & COEFFICIENT > 63 {
            return self.single(place, word);
        }
        let bit = place.bit.wrapping_add(usize::from(entry & BITS));
        let ended = (u32::from(entry) >> END).wrapping_mul(COEFFICIENT);
        Some(Place { bit, state: state & !ended })
    }

    /// Goes past one code alone.
    #[cold]
    fn single(&self, place: Place, word: u64) -> Option<Place> {
        let turn = (place.state >> TURN) as usize;
        let (code, symbol) = self.tables.get(self.order.get(turn)? >> (64 - self.shift))?.symbol(word);
        if turn.is_multiple_of(2) {
            let bit = place.bit + (code + symbol.min(16)) as usize;
            return Some(Place { bit, state: place.state + (1 << TURN | 1) });
        }
        let (run, value) = (symbol >> 4, symbol & 15);
        let bit = place.bit + (code + value) as usize;
        let state = place.state + if value > 0 { run + 1 } else { 16 };
        if value == 0 && run != 15 || state & COEFFICIENT > 63 {
            return Some(Place { bit, state: (place.state & !COEFFICIENT) + (1 << TURN) });
        }
        Some(Place { bit, state })
    }

    /// Goes past an MCU; where the next bit is.
    pub(super) fn mcu(&self, bytes: &[u8], bit: usize) -> Option<usize> {
        let mut place = Place { bit, state: 0 };
        while place.state != self.ended {
            place = self.step(place, word(bytes, place.bit)?)?;
        }
        Some(place.bit)
    }

    /// True where an MCU has ended.
    #[inline]
    pub(super) fn is_end(&self, place: Place) -> bool {
        place.state == self.ended
    }
}

/// What the bits of a number mean, topmost first: a DC code, or as many AC codes as fit, the last of a block at most.
fn entry(lookup: &Lookup, index: usize, is_dc: bool) -> u16 {
    let (mut bits, mut coefficients, mut end) = (0_u32, 0_u32, false);
    while let Some((code, symbol)) = lookup.short(index << bits) {
        if is_dc {
            return NEXT | 1 << COEFFICIENTS | low(code + symbol.min(16));
        }
        let (run, value) = (symbol >> 4, symbol & 15);
        let step = match (run, value) {
            (15, 0) => 16,
            (0, 0) => 0,
            // The end of more blocks than one has no place here.
            (_, 0) => break,
            (run, _) => run + 1,
        };
        // Of the first value not all bits need be in the number.
        if bits > 0 && bits + code + value > lookup.bits() || coefficients + step > 63 {
            break;
        }
        (bits, coefficients, end) = (bits + code + value, coefficients + step, step == 0);
        if end || bits >= lookup.bits() {
            break;
        }
    }
    if bits == 0 {
        return LONG;
    }
    low(bits) | low(coefficients) << COEFFICIENTS | if end { 1 << END | NEXT } else { 0 }
}

fn low(number: u32) -> u16 {
    u16::try_from(number).unwrap_or(0)
}
