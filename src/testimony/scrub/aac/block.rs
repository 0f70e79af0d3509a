//! What stands in raw data blocks beside their sound: fill, where encoders write their name, data streams, the comment of a
//! program configuration, reserved bits, and what is behind the end (ISO/IEC 14496-3, 4.4.2). All of it becomes zeros in
//! place. Where the sound itself breaks the rules, or its grammar is not known, only what stands before it is found.

use super::{
    Grammar,
    elements::{front, whole},
};
use crate::testimony::scrub::{Removed, Report};

/// Bits of fill before an encoder's name.
const NAMED: usize = 4 + 13;
/// What is left of the name by which decoders cut: no version.
const CUTS: &[u8] = b"libfaac 0.0";

/// Clears what stands beside the sound in bytes that begin with so many blocks.
pub(in crate::testimony::scrub) fn clear(bytes: &mut [u8], grammar: Grammar, blocks: usize, report: &mut Report) {
    let found = whole(bytes, grammar, blocks).unwrap_or_else(|| front(bytes));
    let mut any = false;
    for span in found.spans {
        if span.fill && cuts(bytes, span.from, span.bits) {
            let before = bytes.to_vec();
            zero(bytes, span.from, span.bits);
            put(bytes, span.from + NAMED, CUTS);
            any |= before != bytes;
        } else {
            any |= zero(bytes, span.from, span.bits);
        }
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
