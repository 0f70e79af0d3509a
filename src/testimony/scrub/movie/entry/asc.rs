//! `AudioSpecificConfig`: ISO/IEC 14496-3, section 1.6.2.1. What stands behind it, and comments in it, are left out.

use super::{Refusal, bits::Bits};
use crate::testimony::scrub::aac::Grammar;

/// Longest configuration in bytes of a sound whose grammar is not read here. It is kept as it is, and what stands in it
/// beside the configuration too: so much as such configurations take, and no more.
const MOST_OPAQUE: usize = 64;

/// The configuration rebuilt, and the grammar of its frames where they are raw data blocks.
pub(in crate::testimony::scrub) fn rebuild(config: &[u8]) -> Result<(Vec<u8>, Option<Grammar>), Refusal> {
    let mut bits = Bits::new(config);
    let outer = object(&mut bits)?;
    let rate = frequency(&mut bits)?;
    let channels = bits.copy(4)?;
    let mut kind = outer;
    if matches!(outer, 5 | 29) {
        frequency(&mut bits)?;
        kind = object(&mut bits)?;
    }
    if !matches!(kind, 1..=4 | 6 | 7) {
        // USAC, low delay, scalable and others: read by a decoder from the first bit to the last.
        let whole = config.len() <= MOST_OPAQUE;
        return if whole { Ok((config.to_vec(), None)) } else { Err(Refusal::Large) };
    }
    let short = bits.copy(1)? == 1;
    if bits.copy(1)? == 1 {
        bits.copy(14)?;
    }
    let extended = bits.copy(1)?;
    if channels == 0 {
        channel_elements(&mut bits)?;
    }
    if kind == 6 {
        bits.copy(3)?;
    }
    if extended == 1 {
        bits.copy(1)?;
    }
    if outer != 5 && outer != 29 {
        doubled_rate(&mut bits)?;
    }
    let grammar = Grammar::new(kind, if short { Grammar::NO_RATE } else { rate });
    Ok((bits.finish(), matches!(kind, 1..=4).then_some(grammar)))
}

fn object(bits: &mut Bits<'_>) -> Result<u32, Refusal> {
    Ok(match bits.copy(5)? {
        31 => 32 + bits.copy(6)?,
        kind => kind,
    })
}

fn frequency(bits: &mut Bits<'_>) -> Result<u32, Refusal> {
    let index = bits.copy(4)?;
    if index == 15 {
        bits.copy(24)?;
    }
    Ok(index)
}

/// Signals of spectral band replication that older decoders do not look at.
fn doubled_rate(bits: &mut Bits<'_>) -> Result<(), Refusal> {
    let signal = bits.peek(16);
    if signal.is_ok_and(|signal| signal == 0x2b7 << 5 | 5) {
        bits.copy(16)?;
        if bits.left() > 0 && bits.copy(1)? == 1 && bits.left() >= 4 {
            frequency(bits)?;
            if bits.peek(11).is_ok_and(|signal| signal == 0x548) && bits.left() >= 12 {
                bits.copy(12)?;
            }
        }
    }
    Ok(())
}

/// `program_config_element`, without its comment.
fn channel_elements(bits: &mut Bits<'_>) -> Result<(), Refusal> {
    bits.copy(10)?;
    let [front, side, back] = [bits.copy(4)?, bits.copy(4)?, bits.copy(4)?];
    let [low, data, coupled] = [bits.copy(2)?, bits.copy(3)?, bits.copy(4)?];
    for mixdown in [4, 4, 3] {
        if bits.copy(1)? == 1 {
            bits.copy(mixdown)?;
        }
    }
    for _ in 0..front + side + back {
        bits.copy(5)?;
    }
    for _ in 0..low + data {
        bits.copy(4)?;
    }
    for _ in 0..coupled {
        bits.copy(5)?;
    }
    bits.align();
    let comment = bits.read(8)?;
    bits.write(0, 8);
    bits.skip_bytes(comment as usize);
    Ok(())
}
