//! Recovery points: ITU-T H.264, section D.1.8, and H.265, section D.2.8. Players begin to show pictures at one where
//! a film does not begin with a picture that can be decoded alone. It is written anew, without what stood beside it.

use super::Family;
use crate::testimony::scrub::headers::unit::unescaped;

/// Longest unit that is looked into, in bytes.
pub(in crate::testimony::scrub) const MOST_MESSAGES: u32 = 64 * 1024;
/// The kind of message.
const RECOVERY: usize = 6;
/// Most zeros before a number that no stream has a larger one of.
const MOST_ZEROS: u32 = 16;

/// A unit with the recovery point of `unit` alone, which is behind `header` bytes; `None` where it has none.
pub(in crate::testimony::scrub) fn recovery(family: Family, unit: &[u8]) -> Option<Vec<u8>> {
    let (header, messages) = unit.split_at_checked(family.header() as usize)?;
    let messages = unescaped(messages);
    let mut rest = messages.as_slice();
    loop {
        let kind = number(&mut rest)?;
        let (payload, more) = {
            let bytes = number(&mut rest)?;
            rest.split_at_checked(bytes)?
        };
        if kind == RECOVERY {
            let payload = rebuilt(family, payload)?;
            let header = match (family, header) {
                (Family::Hevc, [_, layers]) => vec![0x4e, *layers],
                _ => vec![6],
            };
            return Some(written(header, &payload));
        }
        rest = more;
    }
}

/// The payload's number and flags, and then a one and zeros up to a whole byte.
fn rebuilt(family: Family, payload: &[u8]) -> Option<Vec<u8>> {
    let mut first = [0; 8];
    first.iter_mut().zip(payload).for_each(|(to, from)| *to = *from);
    let bits = u64::from_be_bytes(first);
    let zeros = bits.leading_zeros();
    let flags = match family {
        Family::Avc => 4,
        Family::Hevc => 2,
    };
    let told = 2 * zeros + 1 + flags;
    let bytes = told.div_ceil(8) as usize;
    if zeros > MOST_ZEROS || bytes > payload.len() {
        return None;
    }
    let mut kept = bits & !(u64::MAX >> told);
    if !told.is_multiple_of(8) {
        kept |= 1 << (63 - told);
    }
    kept.to_be_bytes().get(..bytes).map(<[u8]>::to_vec)
}

/// A kind or a length: bytes of 255, and a smaller one.
fn number(rest: &mut &[u8]) -> Option<usize> {
    let full = rest.iter().take_while(|byte| **byte == 0xff).count();
    let (last, more) = rest.get(full..)?.split_first()?;
    *rest = more;
    Some(full * 255 + usize::from(*last))
}

/// The message behind its header, with the bytes that keep start codes out of it, and the unit's end.
fn written(mut unit: Vec<u8>, payload: &[u8]) -> Vec<u8> {
    let bytes = u8::try_from(payload.len()).unwrap_or(0);
    let mut zeros = 0;
    for byte in [6, bytes].iter().chain(payload).chain(&[0x80]) {
        if zeros == 2 && *byte < 4 {
            unit.push(3);
            zeros = 0;
        }
        zeros = if *byte == 0 { zeros + 1 } else { 0 };
        unit.push(*byte);
    }
    unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recovery_point_stays_and_its_neighbours_go() {
        let unit = [6, 5, 4, 1, 2, 3, 4, 6, 3, 0x84, 7, 7, 1, 1, 9, 0x80];
        assert_eq!(recovery(Family::Avc, &unit).unwrap(), [6, 6, 1, 0x84, 0x80]);
        assert_eq!(recovery(Family::Avc, &[6, 6, 1, 0x84, 0x80]).unwrap(), [6, 6, 1, 0x84, 0x80]);
        let unit = [0x4e, 1, 6, 1, 0xd0, 0x80];
        assert_eq!(recovery(Family::Hevc, &unit).unwrap(), [0x4e, 1, 6, 1, 0xd0, 0x80]);
        for none in [&[6][..], &[6, 5, 1, 9, 0x80], &[6, 6, 9, 1], &[6, 6, 2, 0, 0, 0x80], &[]] {
            assert!(recovery(Family::Avc, none).is_none());
        }
    }

    #[test]
    fn start_codes_stay_out() {
        let unit = [6, 6, 5, 0, 0, 0x80, 0, 3, 0x80];
        let one = recovery(Family::Avc, &unit).unwrap();
        assert_eq!(one, [6, 6, 5, 0, 0, 0x80, 0, 4, 0x80]);
        assert_eq!(recovery(Family::Avc, &one).unwrap(), one);
    }
}
