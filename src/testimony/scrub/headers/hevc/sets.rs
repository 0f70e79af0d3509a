//! Parameter sets, ISO/IEC 23008-2 section 7.3.2: their numbers, and what the configuration repeats of them.

use super::{Bits, Refusal, unit::unescaped};

pub(in crate::testimony::scrub) const VIDEO: u8 = 32;
pub(in crate::testimony::scrub) const SEQUENCE: u8 = 33;
pub(in crate::testimony::scrub) const PICTURE: u8 = 34;

/// A video parameter set's number.
pub(in crate::testimony::scrub) fn video(unit: &[u8]) -> Result<u32, Refusal> {
    Bits::new(unit.get(2..).unwrap_or_default()).number(4)
}

/// A picture parameter set's number, and that of its sequence parameter set.
pub(in crate::testimony::scrub) fn picture(unit: &[u8]) -> Result<(u32, u32), Refusal> {
    let plain = unescaped(unit);
    let mut bits = Bits::new(plain.get(2..).unwrap_or_default());
    Ok((bits.golomb()?, bits.golomb()?))
}

/// What a sequence parameter set says.
pub(in crate::testimony::scrub) struct Sequence {
    /// Its number.
    pub(in crate::testimony::scrub) number: u32,
    /// The number of its video parameter set.
    pub(in crate::testimony::scrub) video: u32,
    /// Profile, tier and level, as the configuration has them.
    pub(in crate::testimony::scrub) profile: [u8; 12],
    /// Temporal layers, from 1.
    pub(in crate::testimony::scrub) layers: u8,
    /// True if pictures of each layer need none above it.
    pub(in crate::testimony::scrub) nested: bool,
    /// How chroma is sampled.
    pub(in crate::testimony::scrub) chroma: u8,
    /// Bits of a sample of luma, and of chroma, less 8.
    pub(in crate::testimony::scrub) depth: [u8; 2],
}

/// Reads a sequence parameter set up to the depths of its samples.
pub(in crate::testimony::scrub) fn sequence(unit: &[u8]) -> Result<Sequence, Refusal> {
    let plain = unescaped(unit);
    let content = plain.get(2..).unwrap_or_default();
    let mut bits = Bits::new(content);
    let video = bits.number(4)?;
    let above = bits.small(3)?;
    let nested = bits.flag()?;
    let mut profile = [0; 12];
    for byte in &mut profile {
        *byte = bits.small(8)?;
    }
    let mut present = Vec::new();
    for _ in 0..above {
        present.push((bits.flag()?, bits.flag()?));
    }
    if above > 0 {
        bits.skip(2 * (8 - u32::from(above)))?;
    }
    for (profile, level) in present {
        bits.skip(88 * u32::from(profile) + 8 * u32::from(level))?;
    }
    let number = bits.golomb()?;
    let chroma = value(bits.golomb()?, 3)?;
    if chroma == 3 {
        bits.flag()?;
    }
    bits.golomb()?;
    bits.golomb()?;
    if bits.flag()? {
        for _ in 0..4 {
            bits.golomb()?;
        }
    }
    let depth = [value(bits.golomb()?, 8)?, value(bits.golomb()?, 8)?];
    Ok(Sequence { number, video, profile, layers: above + 1, nested, chroma, depth })
}

/// A number that is `most` at most.
fn value(number: u32, most: u8) -> Result<u8, Refusal> {
    let small = u8::try_from(number).ok().filter(|number| *number <= most);
    small.ok_or(Refusal::Malformed("a codec's header has a value that cannot be"))
}
