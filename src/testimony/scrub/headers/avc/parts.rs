//! Parts that several parameter sets have: ITU-T H.264, sections 7.3.2.1.1.1, E.1.1 and E.1.2.

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

/// Lists of scaling factors: six small ones, then the large ones.
pub(super) fn scaling(bits: &mut Bits<'_>, lists: u32) -> Result<(), Refusal> {
    for list in 0..lists {
        if !bits.flag()? {
            continue;
        }
        let (mut last, mut next) = (8_u32, 8_u32);
        for _ in 0..if list < 6 { 16 } else { 64 } {
            if next != 0 {
                // Odd codes are positive; all is counted to 256.
                let code = bits.golomb()?;
                let half = code.div_ceil(2) & 0xff;
                next = if code % 2 == 1 { last + half } else { last + 256 - half } & 0xff;
            }
            if next != 0 {
                last = next;
            }
        }
    }
    Ok(())
}

/// Video usability information, without what it says of a reference decoder's buffers.
pub(super) fn usability(bits: &mut Bits<'_>, anew: &mut Rewrite) -> Result<(), Refusal> {
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
    if bits.flag()? {
        bits.skip(65)?;
    }
    let mut buffers = false;
    for _ in 0..2 {
        let flag = bits.position();
        if bits.flag()? {
            buffering(bits)?;
            buffers = true;
        }
        anew.put(flag..bits.position(), false);
    }
    if buffers {
        let flag = bits.position();
        bits.skip(1)?;
        anew.leave_out(flag..flag + 1);
    }
    bits.skip(1)?;
    if bits.flag()? {
        bits.skip(1)?;
        numbers(bits, 6)?;
    }
    Ok(())
}

/// Parameters of the hypothetical reference decoder.
fn buffering(bits: &mut Bits<'_>) -> Result<(), Refusal> {
    let buffers = few(bits, 31)? + 1;
    bits.skip(8)?;
    for _ in 0..buffers {
        numbers(bits, 2)?;
        bits.skip(1)?;
    }
    bits.skip(20)
}
