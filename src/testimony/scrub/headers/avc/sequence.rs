//! A sequence's parameter set: ITU-T H.264, section 7.3.2.1.1.

use super::{Bits, Refusal, Rewrite, parts};

/// Profiles whose sets say how chroma is sampled; 144 is an old one that decoders still read.
const RICH: [u32; 14] = [100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135, 144];

/// What the sets of pictures depend on.
pub(super) struct Sequence {
    pub(super) number: u32,
    /// True where chroma has as many samples as luma.
    pub(super) full: bool,
    /// True for profiles in whose pictures' sets decoders read no additions.
    pub(super) simple: bool,
}

/// Reads a set; also the bit behind its last.
pub(super) fn read(bits: &mut Bits<'_>, anew: &mut Rewrite) -> Result<(Sequence, usize), Refusal> {
    bits.skip(8)?;
    let profile = bits.number(8)?;
    let constraints = bits.number(6)?;
    // Two bits that mean nothing.
    for bit in [22, 23] {
        anew.put(bit..bit + 1, false);
    }
    bits.skip(10)?;
    let number = bits.golomb()?;
    let mut full = false;
    if RICH.contains(&profile) {
        let chroma = parts::few(bits, 3)?;
        full = chroma == 3;
        if full {
            bits.skip(1)?;
        }
        parts::numbers(bits, 2)?;
        bits.skip(1)?;
        if bits.flag()? {
            parts::scaling(bits, if full { 12 } else { 8 })?;
        }
    }
    bits.golomb()?;
    match bits.golomb()? {
        0 => parts::numbers(bits, 1)?,
        1 => {
            bits.skip(1)?;
            parts::numbers(bits, 2)?;
            let offsets = parts::few(bits, 255)?;
            parts::numbers(bits, offsets)?;
        }
        _ => {}
    }
    bits.golomb()?;
    bits.skip(1)?;
    parts::numbers(bits, 2)?;
    if !bits.flag()? {
        bits.skip(1)?;
    }
    bits.skip(1)?;
    if bits.flag()? {
        parts::numbers(bits, 4)?;
    }
    if bits.flag()? {
        parts::usability(bits, anew)?;
    }
    // Of these, the first three constraints.
    let simple = matches!(profile, 66 | 77 | 88) && constraints & 0x38 != 0;
    Ok((Sequence { number, full, simple }, bits.position()))
}
