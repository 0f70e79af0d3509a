//! Parts that several parameter sets have: ISO/IEC 23008-2 sections 7.3.3, 7.3.4, E.2.

use super::{Bits, Refusal, Rewrite};

/// A count that no stream has more of than `most`.
pub(super) fn few(bits: &mut Bits<'_>, most: u32) -> Result<u32, Refusal> {
    let count = bits.golomb()?;
    if count > most { Err(Refusal::Malformed("a codec's header has a number that is too large")) } else { Ok(count) }
}

/// Goes past some numbers of unknown length, with a sign or without.
pub(super) fn numbers(bits: &mut Bits<'_>, count: u32) -> Result<(), Refusal> {
    (0..count).try_for_each(|_| bits.golomb().map(drop))
}

/// Profile, tier and level, of all temporal layers.
pub(super) fn profile(bits: &mut Bits<'_>, above: u32) -> Result<(), Refusal> {
    bits.skip(96)?;
    let mut present = Vec::new();
    for _ in 0..above {
        present.push((bits.flag()?, bits.flag()?));
    }
    if above > 0 {
        bits.skip(2 * (8 - above))?;
    }
    for (profile, level) in present {
        bits.skip(88 * u32::from(profile) + 8 * u32::from(level))?;
    }
    Ok(())
}

/// How many pictures wait, for all temporal layers or for the last.
pub(super) fn ordering(bits: &mut Bits<'_>, above: u32) -> Result<(), Refusal> {
    let layers = if bits.flag()? { above + 1 } else { 1 };
    numbers(bits, 3 * layers)
}

/// Scaling lists.
pub(super) fn scaling(bits: &mut Bits<'_>) -> Result<(), Refusal> {
    for (lists, dc, coefficients) in [(6, 0, 16), (6, 0, 64), (6, 1, 64), (2, 1, 64)] {
        for _ in 0..lists {
            let own = bits.flag()?;
            numbers(bits, if own { dc + coefficients } else { 1 })?;
        }
    }
    Ok(())
}

/// Video usability information, without what it says of a reference decoder's buffers.
pub(super) fn usability(bits: &mut Bits<'_>, above: u32, anew: &mut Rewrite) -> Result<(), Refusal> {
    if bits.flag()? && bits.number(8)? == 255 {
        bits.skip(32)?;
    }
    if bits.flag()? {
        bits.skip(1)?;
    }
    if bits.flag()? {
        bits.skip(4)?;
        if bits.flag()? {
            bits.skip(24)?;
        }
    }
    if bits.flag()? {
        numbers(bits, 2)?;
    }
    bits.skip(3)?;
    // Streams of drafts of the standard have no flag here, and then a number that begins with zeros; decoders know.
    let draft = bits.left() >= 68 && bits.peek(21)? == 0x10_0000;
    if !draft && bits.flag()? {
        numbers(bits, 4)?;
    }
    if bits.flag()? {
        bits.skip(64)?;
        if bits.flag()? {
            bits.golomb()?;
        }
        let flag = bits.position();
        if bits.flag()? {
            buffering(bits, true, above)?;
            anew.put(flag..bits.position(), false);
        }
    }
    if bits.flag()? {
        bits.skip(3)?;
        numbers(bits, 5)?;
    }
    Ok(())
}

/// Parameters of the hypothetical reference decoder.
pub(super) fn buffering(bits: &mut Bits<'_>, common: bool, above: u32) -> Result<(), Refusal> {
    let (mut models, mut fine) = (0, false);
    if common {
        models = u32::from(bits.flag()?) + u32::from(bits.flag()?);
        if models > 0 {
            fine = bits.flag()?;
            bits.skip(19 * u32::from(fine))?;
            bits.skip(8 + 4 * u32::from(fine) + 15)?;
        }
    }
    for _ in 0..=above {
        let general = bits.flag()?;
        let low = if general || bits.flag()? {
            bits.golomb()?;
            false
        } else {
            bits.flag()?
        };
        let buffers = if low { 1 } else { few(bits, 31)? + 1 };
        for _ in 0..models * buffers {
            numbers(bits, if fine { 4 } else { 2 })?;
            bits.skip(1)?;
        }
    }
    Ok(())
}
