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
    // A run that leads past the last coefficient ends in it, as in the usual decoder.
    /// Goes past a block, whose non-zero coefficients are `held`; where the next bit is.
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
            let (mut run, value) = (symbol >> 4, symbol & 15);
            bit += code as usize;
            if value > 0 {
                // The sign of a coefficient that is new.
                bit += 1;
            } else if run < 15 {
                self.ended = (1 << run) + top(word << code, run);
                bit += run as usize;
                break;
            }
            while at <= self.last {
                if *held >> at & 1 > 0 {
                    bit += 1;
                } else if run == 0 {
                    break;
                } else {
                    run -= 1;
                }
                at += 1;
            }
            if value > 0 {
                *held |= 1 << at.min(63);
            }
            at += 1;
        }
        if self.ended > 0 {
            self.ended -= 1;
            let rest = if at > self.last { 0 } else { *held >> at << at << (63 - self.last) };
            bit += rest.count_ones() as usize;
        }
        Some(bit)
    }
}
