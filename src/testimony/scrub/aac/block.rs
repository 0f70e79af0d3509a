//! What stands in a raw data block before its sound: fill, where encoders write their name, and data streams
//! (ISO/IEC 14496-3, 4.4.2). Their bits become zeros in place, up to the
//! first other element: a program configuration and its comment stay. The same elements after the sound cannot be found without
//! decoding it.

use crate::testimony::scrub::{Removed, Report};

const DATA: u32 = 4;
const FILL: u32 = 6;
/// Dynamic range control, the only extension that stands before the sound it is for.
const RANGE: u32 = 11;

/// Bits of fill before an encoder's name.
const NAMED: usize = 4 + 13;
/// What is left of the name by which decoders cut: no version.
const CUTS: &[u8] = b"libfaac 0.0";

/// Clears what stands before the sound in a block.
pub(super) fn clear(block: &mut [u8], report: &mut Report) {
    let mut at = 0;
    let mut any = false;
    loop {
        let kind = number(block, at, 3);
        at += 3;
        let (bits, keep) = match kind {
            Some(FILL) => {
                let Some(count) = number(block, at, 4) else { break };
                at += 4;
                let mut bytes = count as usize;
                if count == 15 {
                    let Some(more) = number(block, at, 8) else { break };
                    at += 8;
                    bytes = 14 + more as usize;
                }
                (bytes * 8, bytes > 0 && number(block, at, 4) == Some(RANGE))
            }
            Some(DATA) => {
                // A tag of four bits, whether the bytes are aligned, and their count.
                let (Some(aligned), Some(count)) = (number(block, at + 4, 1), number(block, at + 5, 8)) else { break };
                at += 13;
                let mut bytes = count as usize;
                if count == 255 {
                    let Some(more) = number(block, at, 8) else { break };
                    at += 8;
                    bytes += more as usize;
                }
                if aligned == 1 {
                    at = at.next_multiple_of(8);
                }
                (bytes * 8, false)
            }
            _ => break,
        };
        if at + bits > block.len() * 8 {
            break;
        }
        if !keep {
            let cut = kind == Some(FILL) && cuts(block, at, bits);
            let before = cut.then(|| block.to_vec());
            let set = zero(block, at, bits);
            if cut {
                put(block, at + NAMED, CUTS);
            }
            any |= before.map_or(set, |before| before != block);
        }
        at += bits;
    }
    report.note_if(any, Removed::CodecUserData);
}

/// True for the one name by which decoders choose to cut off the encoder's delay: this encoder's, with a version.
fn cuts(block: &[u8], at: usize, bits: usize) -> bool {
    if bits < NAMED + CUTS.len() * 8 || number(block, at, 4) != Some(0) {
        return false;
    }
    let letters = (at + NAMED..at + bits).step_by(8).map_while(|at| number(block, at, 8)?.try_into().ok());
    let text: Vec<u8> = letters.collect();
    let Some(version) = text.strip_prefix(b"libfaac ") else { return false };
    let digits = |text: &[u8]| text.iter().take_while(|letter| letter.is_ascii_digit()).count();
    let first = digits(version);
    let rest = version.get(first..).and_then(|rest| rest.strip_prefix(b"."));
    first > 0 && rest.is_some_and(|rest| digits(rest) > 0)
}

fn put(bytes: &mut [u8], at: usize, text: &[u8]) {
    for (place, letter) in text.iter().enumerate() {
        for bit in 0..8 {
            let to = at + place * 8 + bit;
            if let Some(byte) = bytes.get_mut(to / 8) {
                *byte |= (letter >> (7 - bit) & 1) << (7 - to % 8);
            }
        }
    }
}

fn number(bytes: &[u8], at: usize, bits: usize) -> Option<u32> {
    (at..at + bits).try_fold(0, |number, bit| {
        let byte = bytes.get(bit / 8)?;
        Some(number << 1 | u32::from(byte >> (7 - bit % 8) & 1))
    })
}

/// Sets bits to 0; true if one was not.
fn zero(bytes: &mut [u8], at: usize, bits: usize) -> bool {
    let mut any = false;
    for bit in at..at + bits {
        if let Some(byte) = bytes.get_mut(bit / 8) {
            let mask = 0x80 >> (bit % 8);
            any |= *byte & mask != 0;
            *byte &= !mask;
        }
    }
    any
}
