//! The AC scans of a progressive frame (ITU-T T.81, annex G.1.2). How many bits a refinement takes depends on which
//! coefficients are not zero yet, so that is held: one bit for each.

use super::{
    frame::Frame,
    lookup::{Lookup, top, word},
};

/// Most blocks of a frame whose coefficients are held: 8 MB, or about 40 megapixels with the usual sampling.
pub(super) const MOST_BLOCKS: u64 = 1 << 20;

/// Which coefficients of each component are known not to be zero.
pub(super) struct History {
    most: u64,
    components: [Option<Vec<u64>>; 4],
    lost: bool,
}

impl History {
    /// For a picture of so many bytes. Its first scan has a bit for each block at least.
    pub(super) fn new(size: u64) -> Self {
        Self { most: size.saturating_mul(8).min(MOST_BLOCKS), components: Default::default(), lost: false }
    }

    /// Those of a component with so many blocks; `None` where they cannot be known.
    pub(super) fn take(&mut self, frame: &Frame, place: usize, blocks: u64) -> Option<Vec<u64>> {
        let share = self.most / frame.components.len().max(1) as u64;
        if self.lost || blocks > share {
            return None;
        }
        let fresh = || usize::try_from(blocks).map(|blocks| vec![0; blocks]).ok();
        let held = self.components.get_mut(place)?.take().or_else(fresh)?;
        (held.len() as u64 == blocks).then_some(held)
    }

    /// Puts them back.
    pub(super) fn put(&mut self, place: usize, held: Vec<u64>) {
        if let Some(slot) = self.components.get_mut(place) {
            *slot = Some(held);
        }
    }

    /// A scan was not decoded to its end: from now on nothing is known.
    pub(super) fn lose(&mut self) {
        (self.lost, self.components) = (true, Default::default());
    }
}

/// One AC scan.
pub(super) struct Band {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) refines: bool,
    pub(super) table: Lookup,
    /// Blocks that still end without a code.
    pub(super) ended: u32,
}

impl Band {
    /// Goes past a block, whose non-zero coefficients are `held`; where the next bit is. A run that leads past the last
    /// coefficient ends in it, as in the usual decoder.
    pub(super) fn block(&mut self, held: &mut u64, bytes: &[u8], bit: usize) -> Option<usize> {
        if self.refines { self.refine(held, bytes, bit) } else { self.start(held, bytes, bit) }
    }

    fn start(&mut self, held: &mut u64, bytes: &[u8], mut bit: usize) -> Option<usize> {
        if self.ended > 0 {
            self.ended -= 1;
            return Some(bit);
        }
        let mut at = self.first;
        while at <= self.last {
            let word = word(bytes, bit)?;
            let (code, symbol) = self.table.symbol(word);
            let (run, value) = (symbol >> 4, symbol & 15);
            bit += code as usize;
            if value > 0 {
                at += run;
                *held |= 1 << at.min(63);
                bit += value as usize;
                at += 1;
            } else if run == 15 {
                at += 16;
            } else {
                self.ended = (1 << run) - 1 + top(word << code, run);
                return Some(bit + run as usize);
            }
        }
        Some(bit)
    }

    fn refine(&mut self, held: &mut u64, bytes: &[u8], mut bit: usize) -> Option<usize> {
        let mut at = self.first;
        while self.ended == 0 && at <= self.last {
            let word = word(bytes, bit)?;
            let (code, symbol) = self.table.symbol(word);
            let (run, value) = (symbol >> 4, symbol & 15);
            bit += code as usize;
            if value > 0 {
                // The sign of a coefficient that is new.
                bit += 1;
            } else if run < 15 {
                self.ended = (1 << run) + top(word << code, run);
                bit += run as usize;
                break;
            }
            let (passed, ones) = pass(*held, at, self.last, run);
            (at, bit) = (passed, bit + ones as usize);
            if value > 0 {
                *held |= 1 << at.min(63);
            }
            at += 1;
        }
        if self.ended > 0 {
            self.ended -= 1;
            bit += (*held & between(at, self.last)).count_ones() as usize;
        }
        Some(bit)
    }
}

/// The bits of coefficients from one to another; none where there are none.
fn between(from: u32, to: u32) -> u64 {
    if from > to { 0 } else { u64::MAX << from & u64::MAX >> (63 - to) }
}

/// From coefficient `at` on past `run` that are zero, to the next zero or behind the last: where that is, and how many
/// on the way are not zero, each of which has a bit of correction.
#[inline]
fn pass(held: u64, at: u32, last: u32, run: u32) -> (u32, u32) {
    let mut zeros = !held & between(at, last);
    // Most runs are short: no branches for those.
    for n in 0..4 {
        zeros &= if n < run { zeros.wrapping_sub(1) } else { u64::MAX };
    }
    for _ in 4..run {
        zeros &= zeros.wrapping_sub(1);
    }
    if zeros == 0 {
        return (last + 1, (held & between(at, last)).count_ones());
    }
    let to = zeros.trailing_zeros();
    (to, to.wrapping_sub(at).wrapping_sub(run))
}
