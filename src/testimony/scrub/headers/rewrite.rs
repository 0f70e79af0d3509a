//! A parameter set written anew: bit for bit up to its end, but for what is left out on the way.

use std::ops::Range;

use super::unit;

/// What is not copied.
#[derive(Default)]
pub(super) struct Rewrite(Vec<(Range<usize>, Option<bool>)>);

impl Rewrite {
    /// Leaves bits out. Ranges follow each other.
    pub(super) fn leave_out(&mut self, bits: Range<usize>) {
        self.0.push((bits, None));
    }

    /// Writes one bit in the place of some.
    pub(super) fn put(&mut self, bits: Range<usize>, bit: bool) {
        self.0.push((bits, Some(bit)));
    }

    /// The unit of `plain` up to the bit before `end`, closed as the standard has it.
    pub(super) fn written(self, plain: &[u8], end: usize) -> Vec<u8> {
        let (mut kept, mut count) = (Vec::with_capacity(plain.len() + 1), 0_usize);
        let mut push = |bit: bool| {
            if count.is_multiple_of(8) {
                kept.push(0);
            }
            if let Some(last) = kept.last_mut() {
                *last |= u8::from(bit) << (7 - count % 8);
            }
            count += 1;
        };
        let mut edits = self.0.into_iter().peekable();
        let mut at = 0;
        while at < end {
            if let Some((range, bit)) = edits.next_if(|(range, _)| range.start <= at) {
                bit.into_iter().for_each(&mut push);
                at = at.max(range.end);
                continue;
            }
            push(plain.get(at / 8).is_some_and(|byte| byte >> (7 - at % 8) & 1 == 1));
            at += 1;
        }
        push(true);
        unit::escaped(&kept)
    }
}
