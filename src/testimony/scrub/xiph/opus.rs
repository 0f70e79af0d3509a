//! Opus: its header packets (RFC 7845, section 5) and the padding of its packets (RFC 6716, section 3.2.5).

use crate::testimony::scrub::Refusal;

/// A comment packet without a vendor and without comments.
pub(in crate::testimony::scrub) const COMMENT: &[u8] = b"OpusTags\0\0\0\0\0\0\0\0";
/// Rates in Hz of the input that a header may name; nothing depends on it, so any other is written as "unknown".
const RATES: [u32; 9] = [8_000, 12_000, 16_000, 24_000, 32_000, 44_100, 48_000, 96_000, 192_000];

/// The first packet, and how many Opus streams are in each packet.
pub(in crate::testimony::scrub) fn id(packet: &[u8]) -> Result<(Vec<u8>, u8), Refusal> {
    let wrong = || Refusal::Malformed("its Opus header is wrong");
    let (fixed, rest) = packet.split_first_chunk::<19>().ok_or_else(wrong)?;
    let &[
        b'O',
        b'p',
        b'u',
        b's',
        b'H',
        b'e',
        b'a',
        b'd',
        version,
        channels,
        skip0,
        skip1,
        r0,
        r1,
        r2,
        r3,
        g0,
        g1,
        family,
    ] = fixed
    else {
        return Err(wrong());
    };
    if version > 15 || channels == 0 {
        return Err(wrong());
    }
    let rate = u32::from_le_bytes([r0, r1, r2, r3]);
    let rate = self::rate(rate);
    let mut id = b"OpusHead\x01".to_vec();
    id.extend_from_slice(&[channels, skip0, skip1]);
    id.extend_from_slice(&rate.to_le_bytes());
    id.extend_from_slice(&[g0, g1, family]);
    if family == 0 {
        return if channels > 2 { Err(wrong()) } else { Ok((id, 1)) };
    }
    let &[streams, coupled, ..] = rest else { return Err(wrong()) };
    let decoded = u16::from(streams) + u16::from(coupled);
    // Family 3 has a matrix in the place of the table (RFC 8486, section 3.2).
    let length = if family == 3 { 2 * usize::from(channels) * usize::from(decoded) } else { usize::from(channels) };
    let table = rest.get(2..2 + length).ok_or_else(wrong)?;
    let out_of_bounds = |place: &u8| *place != 255 && u16::from(*place) >= decoded;
    if streams == 0 || coupled > streams || decoded > 255 || family != 3 && table.iter().any(out_of_bounds) {
        return Err(wrong());
    }
    id.extend_from_slice(&[streams, coupled]);
    id.extend_from_slice(table);
    Ok((id, streams))
}

/// A rate of the input in Hz as it is written.
pub(in crate::testimony::scrub) fn rate(told: u32) -> u32 {
    if RATES.contains(&told) { told } else { 0 }
}

/// Zeroes the padding of a packet; true where there was something in it. A packet that breaks the rules is left alone:
/// decoders take none of it.
pub(in crate::testimony::scrub) fn quiet(packet: &mut [u8], streams: u8) -> bool {
    let (mut at, mut changed) = (0, false);
    for stream in (0..streams).rev() {
        let Some(rest) = packet.get(at..) else { return changed };
        let Some(Frame { length, padding }) = frame(rest, stream > 0) else { return changed };
        let end = at + length;
        if let Some(padding) = packet.get_mut(end - padding..end) {
            changed |= padding.iter().any(|byte| *byte != 0);
            padding.fill(0);
        }
        at = end;
    }
    changed
}

struct Frame {
    /// Bytes of one stream's packet.
    length: usize,
    /// How many at its end are padding.
    padding: usize,
}

/// One stream's packet at the start of `bytes`: `delimited` where others follow (RFC 6716, appendix B).
fn frame(bytes: &[u8], delimited: bool) -> Option<Frame> {
    let mut at = 1;
    let sized = |at: &mut usize| -> Option<usize> {
        let first = usize::from(*bytes.get(*at)?);
        let second = if first < 252 { 0 } else { usize::from(*bytes.get(*at + 1)?) * 4 };
        *at += if first < 252 { 1 } else { 2 };
        Some(first + second)
    };
    let (mut before, mut padding, mut last) = (0_usize, 0_usize, 1);
    match bytes.first()? & 3 {
        0 => {}
        1 => last = 2,
        2 => before = sized(&mut at)?,
        _ => {
            let count = *bytes.get(at)?;
            at += 1;
            let mut goes_on = count & 0x40 != 0;
            while goes_on {
                let more = usize::from(*bytes.get(at)?);
                at += 1;
                padding += if more == 255 { 254 } else { more };
                goes_on = more == 255;
            }
            let frames = usize::from(count & 0x3f);
            if count & 0x80 == 0 {
                last = frames;
            } else {
                for _ in 1..frames {
                    before += sized(&mut at)?;
                }
            }
        }
    }
    let length = if delimited {
        let one = sized(&mut at)?;
        at + before + one * last + padding
    } else {
        bytes.len()
    };
    (length <= bytes.len() && at + before + padding <= length).then_some(Frame { length, padding })
}

#[cfg(test)]
mod tests {
    use super::quiet;

    #[test]
    fn padding_is_zeroed_and_sound_is_not() {
        let mut alone = vec![0xfb, 0x41, 3, 7, 7, 7, 9, 9, 9];
        assert!(quiet(&mut alone, 1));
        assert_eq!(alone, [0xfb, 0x41, 3, 7, 7, 7, 0, 0, 0]);
        assert!(!quiet(&mut alone, 1), "once is enough");
        let mut two = vec![0xfb, 0x41, 1, 2, 7, 7, 9, 0xff, 0xc2, 2, 1, 5, 6, 8, 8];
        assert!(quiet(&mut two, 2));
        assert_eq!(two, [0xfb, 0x41, 1, 2, 7, 7, 0, 0xff, 0xc2, 2, 1, 5, 6, 0, 0]);
        let mut wrong = vec![0xfb, 0x41, 200, 7];
        assert!(!quiet(&mut wrong, 1));
        assert!(!quiet(&mut [], 1));
    }
}
