//! A parameter set read to its end, ISO/IEC 23008-2 section 7.3.2, so that nothing can stand behind it. What no decoder
//! of the base layer reads goes too.

use super::{Bits, Refusal, Rewrite, extension, parts, references, sets, unit};

/// A unit cut at its end and closed as the standard has it. A sequence's that ends before its end has nothing behind
/// that, and stays: decoders guess the rest.
pub(in crate::testimony::scrub) fn cut(kind: u8, given: &[u8]) -> Result<Vec<u8>, Refusal> {
    let given = given.get(..unit::trimmed(given).max(given.len().min(3))).unwrap_or(given);
    let plain = unit::unescaped(given);
    let mut bits = Bits::new(&plain);
    let mut anew = Rewrite::default();
    match read(kind, &mut bits, &mut anew) {
        Ok(end) => Ok(anew.written(&plain, end)),
        Err(_) if kind == sets::SEQUENCE && bits.spent() => Ok(given.to_vec()),
        Err(refusal) => Err(refusal),
    }
}

/// The bit behind a set's last.
fn read(kind: u8, bits: &mut Bits<'_>, anew: &mut Rewrite) -> Result<usize, Refusal> {
    bits.skip(16)?;
    match kind {
        sets::VIDEO => video(bits, anew),
        sets::SEQUENCE => sequence(bits, anew),
        _ => picture(bits, anew),
    }
}

/// Of further layers and of a reference decoder's buffers nothing is told: no decoder of the base layer asks.
fn video(bits: &mut Bits<'_>, anew: &mut Rewrite) -> Result<usize, Refusal> {
    bits.skip(12)?;
    let above = bits.number(3)?;
    bits.skip(17)?;
    parts::profile(bits, above)?;
    parts::ordering(bits, above)?;
    let start = bits.position();
    let layers = bits.number(6)?;
    for bit in start..start + 6 {
        anew.put(bit..bit + 1, false);
    }
    for _ in 0..parts::few(bits, 1_023)? {
        bits.skip(layers + 1)?;
    }
    // A count of 0 is one bit that is set.
    anew.put(start + 6..bits.position(), true);
    if bits.flag()? {
        bits.skip(64)?;
        if bits.flag()? {
            bits.golomb()?;
        }
        let models = bits.position();
        bits.golomb()?;
        anew.put(models..bits.position(), true);
    }
    let extension = bits.position();
    anew.put(extension..extension + 1, false);
    Ok(extension + 1)
}

fn sequence(bits: &mut Bits<'_>, anew: &mut Rewrite) -> Result<usize, Refusal> {
    bits.skip(4)?;
    let above = bits.number(3)?;
    bits.skip(1)?;
    parts::profile(bits, above)?;
    bits.golomb()?;
    let chroma = bits.golomb()?;
    if chroma == 3 {
        bits.skip(1)?;
    }
    parts::numbers(bits, 2)?;
    if bits.flag()? {
        parts::numbers(bits, 4)?;
    }
    let depth = [parts::few(bits, 8)? + 8, parts::few(bits, 8)? + 8];
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
    references::sets(bits)?;
    if bits.flag()? {
        let pictures = parts::few(bits, 32)?;
        bits.skip(pictures * (order + 1))?;
    }
    bits.skip(2)?;
    if bits.flag()? {
        parts::usability(bits, above, anew)?;
    }
    let colours = if chroma == 0 { 1 } else { 3 };
    let screen = |bits: &mut Bits<'_>| extension::screen_of_sequence(bits, colours, depth);
    extension::read(bits, anew, Some(1), |bits| bits.skip(9), screen)
}

fn picture(bits: &mut Bits<'_>, anew: &mut Rewrite) -> Result<usize, Refusal> {
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
    let range = |bits: &mut Bits<'_>| {
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
    };
    extension::read(bits, anew, None, range, extension::screen_of_picture)
}
