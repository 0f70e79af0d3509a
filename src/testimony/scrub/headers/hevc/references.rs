//! Sets of reference pictures: ISO/IEC 23008-2, sections 7.3.7 and 7.4.8. How many flags a set has follows from how many
//! pictures the set before it has.

use super::{Bits, Refusal, parts};

/// Most pictures of a set.
const MOST_PICTURES: u32 = 16;

/// Goes past a sequence's sets.
pub(super) fn sets(bits: &mut Bits<'_>) -> Result<(), Refusal> {
    let mut before = Set::default();
    for which in 0..parts::few(bits, 64)? {
        before = if which > 0 && bits.flag()? { from(bits, &before)? } else { told(bits)? };
        if before.earlier.len() + before.later.len() > MOST_PICTURES as usize {
            return Err(Refusal::Malformed("a codec's header has a number that is too large"));
        }
    }
    Ok(())
}

/// How far pictures are from the one that refers to them, the nearest first.
#[derive(Default)]
struct Set {
    earlier: Vec<i64>,
    later: Vec<i64>,
}

/// A set that is told picture by picture.
fn told(bits: &mut Bits<'_>) -> Result<Set, Refusal> {
    let (earlier, later) = (parts::few(bits, MOST_PICTURES)?, parts::few(bits, MOST_PICTURES)?);
    let mut list = |count: u32, sign: i64| {
        let mut place = 0;
        (0..count)
            .map(|_| {
                place += sign * (i64::from(bits.golomb()?) + 1);
                bits.skip(1)?;
                Ok(place)
            })
            .collect::<Result<Vec<i64>, Refusal>>()
    };
    Ok(Set { earlier: list(earlier, -1)?, later: list(later, 1)? })
}

/// A set that is told by what it has of the one before.
fn from(bits: &mut Bits<'_>, before: &Set) -> Result<Set, Refusal> {
    let back = bits.flag()?;
    let step = i64::from(bits.golomb()?) + 1;
    let step = if back { -step } else { step };
    let mut kept = |place: i64| -> Result<Option<i64>, Refusal> {
        let taken = bits.flag()? || bits.flag()?;
        Ok(Some(place + step).filter(|_| taken))
    };
    let mut places = Vec::new();
    // The picture that the set before belongs to stands behind all of that set's.
    for place in before.earlier.iter().chain(&before.later).chain(&[0]) {
        places.extend(kept(*place)?);
    }
    let mut earlier: Vec<i64> = places.iter().copied().filter(|place| *place < 0).collect();
    let mut later: Vec<i64> = places.into_iter().filter(|place| *place > 0).collect();
    earlier.sort_unstable_by_key(|place| -place);
    later.sort_unstable();
    Ok(Set { earlier, later })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_that_is_told_by_the_one_before_has_its_flags() {
        // Three sets: 1 and 3 before; of these and itself all, one later; of the two that are left, one and one not used.
        let told =
            ["00100", "011", "1", "1", "1", "010", "1", "1", "0", "1", "1", "1", "1", "1", "0", "1", "1", "01", "00"];
        let told = told.concat();
        let mut bytes = vec![0_u8; told.len().div_ceil(8) + 2];
        for (place, _) in told.chars().enumerate().filter(|(_, bit)| *bit == '1') {
            bytes[place / 8] |= 0x80 >> (place % 8);
        }
        let mut bits = Bits::new(&bytes);
        sets(&mut bits).unwrap();
        assert_eq!(bits.position(), told.len());
    }
}
