//! Goes past the MCUs of a sequential scan in several places at once.
//!
//! Where a code ends is known only when it was looked up, so a single chain of codes is no faster than the look-up takes.
//! Several chains next to each other are. All but the first begin somewhere in the data, in the midst of a code most
//! likely, and fall into step after a while, as Huffman codes do. What such a chain has counted holds from that MCU on
//! which the chain before it has come to on its own: from the same bit on, both read the same.

use std::array;

use super::{
    lookup::word,
    walk::{Place, Walk},
};

/// Chains, and the fewest bits for each that make them worth it.
const CHAINS: usize = 4;
const WORTH: usize = 8 * 1024;
/// How many MCUs of a chain the one before it can come upon.
const REMEMBERED: usize = 256;
/// So often in vain that there is no more trying: several components may share all tables.
const VAIN: u32 = 4;

struct Chain {
    /// It goes on to the first MCU behind this bit.
    end: usize,
    /// Where its first MCUs end.
    ends: Vec<usize>,
    mcus: u64,
    /// Where its last MCU ended.
    last: usize,
}

impl Chain {
    fn new(bit: usize, end: usize) -> Self {
        Self { end, ends: Vec::with_capacity(REMEMBERED), mcus: 0, last: bit }
    }

    /// Notes that an MCU has ended; false if it was the last.
    #[inline(never)]
    fn note(&mut self, bit: usize) -> bool {
        self.mcus += 1;
        self.last = bit;
        if self.ends.len() < REMEMBERED {
            self.ends.push(bit);
        }
        self.goes_on()
    }

    fn goes_on(&self) -> bool {
        self.last <= self.end
    }
}

/// A scan under way.
pub(super) struct Chains {
    walk: Walk,
    vain: u32,
}

impl Chains {
    pub(super) fn new(walk: Walk) -> Self {
        Self { walk, vain: 0 }
    }

    /// Goes past an MCU; where the next bit is.
    pub(super) fn mcu(&self, bytes: &[u8], bit: usize) -> Option<usize> {
        self.walk.mcu(bytes, bit)
    }

    /// Goes past at most `mcus` MCUs that begin up to bit `most`, and, where the data ends there, that end before it: how
    /// many it was, and where the next bit is. It may stop early.
    pub(super) fn several(
        &mut self,
        bytes: &[u8],
        bit: usize,
        (most, is_end): (usize, bool),
        mcus: u64,
    ) -> (u64, usize) {
        let share = most.saturating_sub(bit) / CHAINS / 8 * 8;
        if share < WORTH || self.vain > VAIN {
            return (0, bit);
        }
        let ends = |n| if n + 1 == CHAINS { most } else { bit + (n + 1) * share };
        let mut chains: [Chain; CHAINS] = array::from_fn(|n| Chain::new(bit + n * share, ends(n)));
        self.together(&mut chains, bytes);
        let [first, others @ ..] = chains;
        if first.mcus > mcus || (is_end && first.last > most) {
            return (0, bit);
        }
        let (mut done, mut bit) = (first.mcus, first.last);
        for chain in others {
            let mut ahead = (1_u64..).zip(chain.ends).peekable();
            let counted = loop {
                while ahead.next_if(|(_, end)| *end < bit).is_some() {}
                match ahead.peek() {
                    Some((count, end)) if *end == bit => break chain.mcus - count,
                    Some(_) if done < mcus => {}
                    Some(_) => return (done, bit),
                    None => {
                        self.vain += 1;
                        return (done, bit);
                    }
                }
                let Some(after) = self.mcu(bytes, bit).filter(|after| !is_end || *after <= most) else {
                    return (done, bit);
                };
                (done, bit) = (done + 1, after);
            };
            if done + counted > mcus || (is_end && chain.last > most) {
                return (done, bit);
            }
            (done, bit) = (done + counted, chain.last);
        }
        (done, bit)
    }

    /// Lets all chains go on in turn until one is at its end, then each by itself.
    fn together(&self, chains: &mut [Chain; CHAINS], bytes: &[u8]) {
        let [a, b, c, d] = chains;
        let [mut at_a, mut at_b, mut at_c, mut at_d] = [&*a, b, c, d].map(|chain| Place { bit: chain.last, state: 0 });
        let go = |chain: &mut Chain, at: &mut Place| self.twice(chain, at, bytes).unwrap_or(false);
        while go(a, &mut at_a) & go(b, &mut at_b) & go(c, &mut at_c) & go(d, &mut at_d) {}
        for (chain, mut at) in [(a, at_a), (b, at_b), (c, at_c), (d, at_d)] {
            while chain.goes_on() && go(chain, &mut at) {}
        }
    }

    /// Goes two steps: the bits of one word are enough, as a step takes 32 at most and looks at 16. False where the chain
    /// is at its end.
    #[expect(clippy::inline_always, reason = "places are to stay in registers")]
    #[inline(always)]
    fn twice(&self, chain: &mut Chain, at: &mut Place, bytes: &[u8]) -> Option<bool> {
        let (from, word) = (at.bit, word(bytes, at.bit)?);
        *at = self.walk.step(*at, word)?;
        let mut goes_on = true;
        if self.walk.is_end(*at) {
            at.state = 0;
            goes_on = chain.note(at.bit);
        }
        if goes_on {
            *at = self.walk.step(*at, word << (at.bit.wrapping_sub(from) % 64))?;
            if self.walk.is_end(*at) {
                at.state = 0;
                goes_on = chain.note(at.bit);
            }
        }
        Some(goes_on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testimony::scrub::jpeg::tables::Huffman;

    /// A DC table and an AC table; the second pair has its symbols in another order.
    fn tables(turned: bool) -> (Huffman, Huffman) {
        let dc = Huffman { counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], symbols: (0..12).collect() };
        let mut symbols: Vec<u8> = (0..=15).flat_map(|run| (1..=10).map(move |size| run << 4 | size)).collect();
        symbols.sort_by_key(|symbol| (symbol >> 4) + (symbol & 15));
        symbols.insert(2, 0);
        symbols.push(0xf0);
        if turned {
            symbols[..9].reverse();
        }
        let counts = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125];
        (dc, Huffman { counts, symbols })
    }

    #[test]
    fn several_chains_come_to_where_one_does() {
        let (luma, chroma) = (tables(false), tables(true));
        let components = [(&luma.0, &luma.1), (&chroma.0, &chroma.1)];
        let mut seed = 1_u32;
        let mut bytes: Vec<u8> = (0..200_000)
            .map(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                seed.to_be_bytes()[0]
            })
            .collect();
        bytes.extend([0; 1024]);
        let most = 200_000 * 8;
        let orders: [(&[usize], u64); 4] =
            [(&[0, 0, 0, 0, 1, 1], 9_999), (&[0, 1], 99_999), (&[1], 99_999), (&[0, 0], 99_999)];
        for (blocks, size) in orders {
            for (first, is_end, mcus) in [(0, true, u64::MAX), (3, false, u64::MAX), (11, true, 1000)] {
                let mut chains = Chains::new(Walk::new(&components, blocks, size).unwrap());
                let (done, bit) = chains.several(&bytes, first, (most, is_end), mcus);
                let one = (0..done).try_fold(first, |bit, _| chains.mcu(&bytes, bit));
                assert_eq!(one, Some(bit), "{blocks:?}");
                assert!(done <= mcus && (bit <= most || !is_end));
                // Which of two blocks with the same tables it is cannot be told.
                let falls_into_step = mcus == u64::MAX && blocks != [0, 0];
                assert!(bit > most / 2 || !falls_into_step, "{blocks:?} {bit}");
            }
        }
    }
}
