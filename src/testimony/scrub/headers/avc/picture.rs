//! A picture's parameter set: ITU-T H.264, section 7.3.2.2.

use super::{Bits, Refusal, Sequence, parts};

/// Most units of a map of slice groups that is told one by one.
const MOST_UNITS: u32 = 65_536;

/// The number of the sequence's set that a picture's belongs to.
pub(super) fn sequence(plain: &[u8]) -> Result<u32, Refusal> {
    let mut bits = Bits::new(plain);
    bits.skip(8)?;
    bits.golomb()?;
    bits.golomb()
}

/// Reads a set of the sequence `of`, where that is known; the bit behind its last.
pub(super) fn read(bits: &mut Bits<'_>, plain: &[u8], of: Option<&Sequence>) -> Result<usize, Refusal> {
    bits.skip(8)?;
    parts::numbers(bits, 2)?;
    bits.skip(2)?;
    groups(bits)?;
    parts::numbers(bits, 2)?;
    bits.skip(3)?;
    parts::numbers(bits, 3)?;
    bits.skip(3)?;
    // The last bit that is set closes the unit; what stands before it are additions.
    let close = plain.iter().rposition(|byte| *byte != 0).map_or(0, |last| {
        let zeros = plain.get(last).map_or(0, |byte| byte.trailing_zeros());
        last * 8 + 7 - zeros as usize
    });
    let end = bits.position();
    if end >= close || of.is_some_and(|of| of.simple) {
        return Ok(end);
    }
    let mut wide = Bits::new(plain);
    wide.skip(u32::try_from(end).unwrap_or(u32::MAX))?;
    let full = of.is_some_and(|of| of.full);
    let read = added(bits, full);
    // Without its sequence, a set that is whole only where chroma is full is of such.
    if of.is_none()
        && !read.as_ref().is_ok_and(|end| *end == close)
        && added(&mut wide, true).is_ok_and(|end| end == close)
    {
        return Ok(close);
    }
    read
}

/// Additions: a second transform, lists of scaling factors, and the other chroma's offset.
fn added(bits: &mut Bits<'_>, full: bool) -> Result<usize, Refusal> {
    let large = bits.flag()?;
    if bits.flag()? {
        let more = if full { 6 } else { 2 };
        parts::scaling(bits, 6 + more * u32::from(large))?;
    }
    bits.golomb()?;
    Ok(bits.position())
}

/// How a picture is shared out among groups of slices.
fn groups(bits: &mut Bits<'_>) -> Result<(), Refusal> {
    let groups = parts::few(bits, 7)?;
    if groups == 0 {
        return Ok(());
    }
    match bits.golomb()? {
        0 => parts::numbers(bits, groups + 1),
        2 => parts::numbers(bits, 2 * groups),
        3..=5 => {
            bits.skip(1)?;
            parts::numbers(bits, 1)
        }
        6 => {
            let units = parts::few(bits, MOST_UNITS)? + 1;
            bits.skip(units * (u32::BITS - groups.leading_zeros()))
        }
        _ => Ok(()),
    }
}
