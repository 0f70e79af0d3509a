//! A codebook of Vorbis (Vorbis I, section 3.2.1): only how long it is.

use super::bits::{Bits, width};
use crate::testimony::scrub::Refusal;

const SYNC: u32 = 0x56_4342;

/// Reads a codebook to its end.
pub(super) fn read(bits: &mut Bits<'_>) -> Result<(), Refusal> {
    let wrong = || Refusal::Malformed("a codebook of its Vorbis tables is wrong");
    if bits.number(24)? != SYNC {
        return Err(wrong());
    }
    let dimensions = bits.number(16)?;
    let entries = bits.number(24)?;
    if bits.bit()? {
        bits.skip(5)?;
        let mut entry = 0;
        while entry < entries {
            entry += bits.number(width(entries - entry))?;
        }
        if entry > entries {
            return Err(wrong());
        }
    } else {
        let sparse = bits.bit()?;
        for _ in 0..entries {
            if !sparse || bits.bit()? {
                bits.skip(5)?;
            }
        }
    }
    let values = match bits.number(4)? {
        0 => return Ok(()),
        1 => u64::from(root(entries, dimensions)),
        2 => u64::from(entries) * u64::from(dimensions),
        _ => return Err(wrong()),
    };
    bits.skip(32 + 32)?;
    let size = bits.number(4)? + 1;
    bits.skip(1 + values * u64::from(size))
}

/// The greatest number whose power `dimensions` is at most `entries` (Vorbis I, section 9.2.3).
fn root(entries: u32, dimensions: u32) -> u32 {
    let fits = |root: u32| u64::from(root).checked_pow(dimensions).is_some_and(|power| power <= u64::from(entries));
    let (mut low, mut high) = (0, entries.saturating_add(1));
    while low + 1 < high {
        let middle = low.midpoint(high);
        if fits(middle) { low = middle } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::root;

    #[test]
    fn the_root_is_the_greatest_that_fits() {
        assert_eq!([root(81, 4), root(80, 4), root(625, 4), root(7, 1), root(1, 16)], [3, 2, 5, 7, 1]);
        assert_eq!([root(0, 2), root(5, 0)], [0, 5], "nonsense ends too");
    }
}
