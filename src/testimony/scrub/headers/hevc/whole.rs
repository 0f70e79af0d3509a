//! A parameter set read to its end, ISO/IEC 23008-2 section 7.3.2, so that nothing can stand behind it. What a set of a
//! later edition adds, and this base decoder skips, goes too.

use std::ops::Range;

use super::{Bits, Refusal, parts, sets};

/// Where a set ends.
struct End {
    /// The bit after its last.
    at: usize,
    /// Bits that announce what is left out.
    clear: Range<usize>,
}

/// A unit cut at its end and closed as the standard has it. One with tools that are not read here stays as it is.
pub(in crate::testimony::scrub) fn cut(kind: u8, unit: &[u8]) -> Result<Vec<u8>, Refusal> {
    let plain = sets::unescaped(unit);
    let mut bits = Bits::new(&plain);
    bits.skip(16)?;
    let end = match kind {
        sets::VIDEO => Some(video(&mut bits)?),
        sets::SEQUENCE => sequence(&mut bits)?,
        _ => picture(&mut bits)?,
    };
    let Some(end) = end else { return Ok(unit.to_vec()) };
    let mut kept = plain.get(..=end.at / 8).map_or_else(|| plain.iter().copied().chain([0]).collect(), <[u8]>::to_vec);
    for bit in end.clear {
        if let Some(byte) = kept.get_mut(bit / 8) {
            *byte &= !(0x80 >> (bit % 8));
        }
    }
    if let Some(last) = kept.last_mut() {
        let stop = 0x80_u8 >> (end.at % 8);
        // The bits before it stay, it is set, those after it are not.
        *last = *last & !(stop | (stop - 1)) | stop;
    }
    Ok(escaped(&kept))
}

/// Adds the bytes that keep start codes out.
fn escaped(plain: &[u8]) -> Vec<u8> {
    let (mut unit, mut zeros) = (Vec::with_capacity(plain.len() + 8), 0);
    for byte in plain {
        if zeros >= 2 && *byte <= 3 {
            unit.push(3);
            zeros = 0;
        }
        zeros = if *byte == 0 { zeros + 1 } else { 0 };
        unit.push(*byte);
    }
    unit
}

fn video(bits: &mut Bits<'_>) -> Result<End, Refusal> {
    bits.skip(12)?;
    let above = bits.number(3)?;
    bits.skip(17)?;
    parts::profile(bits, above)?;
    parts::ordering(bits, above)?;
    let layers = bits.number(6)?;
    for _ in 0..parts::few(bits, 1_023)? {
        bits.skip(layers + 1)?;
    }
    if bits.flag()? {
        bits.skip(64)?;
        if bits.flag()? {
            bits.golomb()?;
        }
        for which in 0..parts::few(bits, 1_024)? {
            bits.golomb()?;
            let common = which == 0 || bits.flag()?;
            parts::buffering(bits, common, above)?;
        }
    }
    let flag = bits.position();
    bits.flag()?;
    Ok(End { at: flag + 1, clear: flag..flag + 1 })
}

fn sequence(bits: &mut Bits<'_>) -> Result<Option<End>, Refusal> {
    bits.skip(4)?;
    let above = bits.number(3)?;
    bits.skip(1)?;
    parts::profile(bits, above)?;
    bits.golomb()?;
    if bits.golomb()? == 3 {
        bits.skip(1)?;
    }
    parts::numbers(bits, 2)?;
    if bits.flag()? {
        parts::numbers(bits, 4)?;
    }
    parts::numbers(bits, 2)?;
    let order = bits.golomb()?.min(12) + 4;
    parts::ordering(bits, above)?;
    parts::numbers(bits, 6)?;
    if bits.flag()? && bits.flag()? {
        parts::scaling(bits)?;
    }
    bits.skip(2)?;
    if bits.flag()? {
        bits.skip(8)?;
        parts::numbers(bits, 2)?;
        bits.skip(1)?;
    }
    for which in 0..parts::few(bits, 64)? {
        if which > 0 && bits.flag()? {
            return Ok(None);
        }
        let pictures = parts::few(bits, 16)? + parts::few(bits, 16)?;
        for _ in 0..pictures {
            bits.golomb()?;
            bits.skip(1)?;
        }
    }
    if bits.flag()? {
        let pictures = parts::few(bits, 32)?;
        bits.skip(pictures * (order + 1))?;
    }
    bits.skip(2)?;
    if bits.flag()? {
        parts::usability(bits, above)?;
    }
    extension(bits, |bits| bits.skip(9))
}

fn picture(bits: &mut Bits<'_>) -> Result<Option<End>, Refusal> {
    parts::numbers(bits, 2)?;
    bits.skip(7)?;
    parts::numbers(bits, 3)?;
    bits.skip(1)?;
    let skips = bits.flag()?;
    if bits.flag()? {
        bits.golomb()?;
    }
    parts::numbers(bits, 2)?;
    bits.skip(4)?;
    let tiles = bits.flag()?;
    bits.skip(1)?;
    if tiles {
        let lines = parts::few(bits, 1_024)? + parts::few(bits, 1_024)?;
        if !bits.flag()? {
            parts::numbers(bits, lines)?;
        }
        bits.skip(1)?;
    }
    bits.skip(1)?;
    if bits.flag()? {
        bits.skip(1)?;
        if !bits.flag()? {
            parts::numbers(bits, 2)?;
        }
    }
    if bits.flag()? {
        parts::scaling(bits)?;
    }
    bits.skip(1)?;
    bits.golomb()?;
    bits.skip(1)?;
    extension(bits, |bits| {
        if skips {
            bits.golomb()?;
        }
        bits.skip(1)?;
        if bits.flag()? {
            bits.golomb()?;
            let pairs = parts::few(bits, 5)? + 1;
            parts::numbers(bits, 2 * pairs)?;
        }
        parts::numbers(bits, 2)
    })
}

/// What a set may have at its end: of the range extensions what `range` reads; of others, that they are not known.
fn extension(
    bits: &mut Bits<'_>,
    range: impl FnOnce(&mut Bits<'_>) -> Result<(), Refusal>,
) -> Result<Option<End>, Refusal> {
    if !bits.flag()? {
        return Ok(Some(End { at: bits.position(), clear: 0..0 }));
    }
    let (ranged, others) = (bits.flag()?, bits.number(3)?);
    let later = bits.position();
    bits.skip(4)?;
    if others != 0 {
        return Ok(None);
    }
    if ranged {
        range(bits)?;
    }
    Ok(Some(End { at: bits.position(), clear: later..later + 4 }))
}
