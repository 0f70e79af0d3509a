//! What a sequence and a picture parameter set have at their end: ISO/IEC 23008-2, sections 7.3.2.2.2 to 7.3.2.3.3.
//! Further views and depth are none of the base layer's, and what a later edition adds no decoder reads: both go.

use super::{Bits, Refusal, Rewrite, parts};

/// Reads the flags of the extensions, the range extensions by `range`, and those of screen content by `screen`; the bit
/// behind the last that is kept. `layered` are the bits of the sequence's multilayer extension.
pub(super) fn read(
    bits: &mut Bits<'_>,
    anew: &mut Rewrite,
    layered: Option<u32>,
    range: impl FnOnce(&mut Bits<'_>) -> Result<(), Refusal>,
    screen: impl FnOnce(&mut Bits<'_>) -> Result<(), Refusal>,
) -> Result<usize, Refusal> {
    if !bits.flag()? {
        return Ok(bits.position());
    }
    let flags = bits.position();
    let [ranged, layers, depth, screens] = [bits.flag()?, bits.flag()?, bits.flag()?, bits.flag()?];
    for flag in [flags + 1, flags + 2].into_iter().chain(flags + 4..flags + 8) {
        anew.put(flag..flag + 1, false);
    }
    bits.skip(4)?;
    if ranged {
        range(bits)?;
    }
    if screens {
        let others = bits.position();
        match layered {
            Some(layered) if !depth => bits.skip(layered * u32::from(layers))?,
            None if !depth && !layers => {}
            _ => return Err(Refusal::Unsupported("pictures in layers, with tools for screens")),
        }
        anew.leave_out(others..bits.position());
        screen(bits)?;
    }
    Ok(bits.position())
}

/// Tools for screens, of a sequence.
pub(super) fn screen_of_sequence(bits: &mut Bits<'_>, colours: u32, depth: [u32; 2]) -> Result<(), Refusal> {
    bits.skip(1)?;
    if bits.flag()? {
        parts::numbers(bits, 2)?;
        if bits.flag()? {
            let entries = parts::few(bits, 127)? + 1;
            palette(bits, colours, entries, depth)?;
        }
    }
    bits.skip(3)
}

/// Tools for screens, of a picture.
pub(super) fn screen_of_picture(bits: &mut Bits<'_>) -> Result<(), Refusal> {
    bits.skip(1)?;
    if bits.flag()? {
        bits.skip(1)?;
        parts::numbers(bits, 3)?;
    }
    if bits.flag()? {
        let entries = parts::few(bits, 128)?;
        if entries > 0 {
            let grey = bits.flag()?;
            let luma = parts::few(bits, 8)? + 8;
            let colour = if grey { 0 } else { parts::few(bits, 8)? + 8 };
            palette(bits, if grey { 1 } else { 3 }, entries, [luma, colour])?;
        }
    }
    Ok(())
}

fn palette(bits: &mut Bits<'_>, colours: u32, entries: u32, depth: [u32; 2]) -> Result<(), Refusal> {
    bits.skip(entries * depth[0])?;
    bits.skip(entries * depth[1] * colours.saturating_sub(1))
}
