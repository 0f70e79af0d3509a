//! Headers of codecs, read to their end, so that nothing can stand behind it: in pictures and in films alike.

pub(super) mod av1;
pub(super) mod avc;
pub(super) mod bits;
pub(super) mod hevc;
mod rewrite;
pub(super) mod unit;

use super::Refusal;

/// Most bytes of a parameter set: its length has two bytes in a configuration.
pub(super) const MOST_SET: u32 = 65_535;

#[cfg(test)]
mod tests {
    use super::*;

    /// Headers of stock encoders.
    const AVC: [&[u8]; 2] = [
        &[
            0x67, 0x64, 0, 0x0a, 0xac, 0xd9, 0x46, 0x26, 0xc0, 0x44, 0, 0, 3, 0, 4, 0, 0, 3, 0, 0xc8, 0x3c, 0x48, 0x96,
            0x58,
        ],
        &[0x68, 0xeb, 0xe3, 0xcb, 0x22, 0xc0],
    ];
    /// A sequence with buffers of a reference decoder.
    const BUFFERED: &[u8] = &[
        0x67, 0x64, 0, 0x0d, 0xac, 0xd9, 0x46, 0x26, 0xc0, 0x44, 0, 0, 3, 0, 4, 0, 0, 3, 0, 0xc9, 0x80, 0x80, 7, 0xa1,
        0, 1, 0xe8, 0x4a, 0x4c, 0x30, 7, 0x8a, 0x14, 0xcb,
    ];
    const HEVC: [&[u8]; 3] = [
        &[0x40, 1, 0x0c, 1, 0xff, 0xff, 1, 0x60, 0, 0, 3, 0, 0x90, 0, 0, 3, 0, 0, 3, 0, 0x3c, 0x95, 0x98, 9],
        &[
            0x42, 1, 1, 1, 0x60, 0, 0, 3, 0, 0x90, 0, 0, 3, 0, 0, 3, 0, 0x3c, 0xa0, 0x30, 0x81, 5, 0x96, 0x56, 0x69,
            0x24, 0xca, 0xf0, 0x16, 0x80, 0x80, 0, 0, 3, 0, 0x80, 0, 0, 0x0c, 0xb0, 6, 0x4b, 0x2f, 0, 0x0f, 0x42, 0, 3,
            0xd0, 0x91,
        ],
        &[0x44, 1, 0xc1, 0x72, 0xb4, 0x22, 0x40],
    ];
    const AV1: &[u8] = &[0, 0, 0, 3, 0x2d, 0xff, 0xcd, 0xaf, 0x90, 4];

    /// Flips, puts in and takes away, the same for the same seed.
    fn damaged(bytes: &[u8], seed: u64) -> Vec<u8> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = move |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state >> 33).unwrap_or(0) % below.max(1)
        };
        let mut bytes = bytes.to_vec();
        for _ in 0..=next(6) {
            let at = next(bytes.len());
            match next(5) {
                0 => bytes.truncate(at.max(3)),
                1 => bytes.insert(at, [0, 3, 0xff, 0x55][next(4)]),
                2 => bytes.extend((0..next(40)).map(|place| (place * 37).to_le_bytes()[0])),
                _ => {
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 1 << next(8);
                    }
                }
            }
        }
        bytes
    }

    #[test]
    fn whatever_a_header_has_cutting_it_twice_is_cutting_it_once() {
        for seed in 0..20_000 {
            let [sequence, picture] = AVC.map(|unit| damaged(unit, seed));
            let mut sets = avc::Sets::default();
            if let Ok(one) = sets.cut(&sequence) {
                assert_eq!(avc::Sets::default().cut(&one).unwrap(), one, "{seed}");
            }
            if let Ok(one) = sets.cut(&picture) {
                assert_eq!(sets.cut(&one).unwrap(), one, "{seed}");
            }
            if let Ok(one) = avc::Sets::default().cut(&picture) {
                assert_eq!(avc::Sets::default().cut(&one).unwrap(), one, "{seed}");
            }
            for (kind, unit) in (32..).zip(HEVC) {
                if let Ok(one) = hevc::cut(kind, &damaged(unit, seed)) {
                    assert_eq!(hevc::cut(kind, &one).unwrap(), one, "{kind} {seed}");
                }
            }
            if let Ok(one) = avc::Sets::default().cut(&damaged(BUFFERED, seed)) {
                assert_eq!(avc::Sets::default().cut(&one).unwrap(), one, "{seed}");
            }
            let header = damaged(AV1, seed);
            if let Ok(read) = av1::read(&header) {
                let one = av1::cut(&header, &read);
                assert_eq!(av1::cut(&one, &av1::read(&one).unwrap()), one, "{seed}");
            }
        }
    }

    #[test]
    fn headers_of_stock_encoders_are_read_to_their_ends() {
        for tail in [&b""[..], b"text", &[0, 0, 3], &[0, 0, 0]] {
            let mut sets = avc::Sets::default();
            for unit in AVC {
                assert_eq!(sets.cut(&[unit, tail].concat()).unwrap(), unit);
            }
            assert_eq!(avc::Sets::default().cut(&[AVC[1], tail].concat()).unwrap(), AVC[1]);
            assert!(sets.cut(&[BUFFERED, tail].concat()).unwrap().len() < BUFFERED.len());
            let [video, sequence, picture] = [0, 1, 2].map(|place| [HEVC[place], tail].concat());
            assert_eq!(hevc::cut(32, &video).unwrap(), HEVC[0]);
            assert!(hevc::cut(33, &sequence).unwrap().len() < HEVC[1].len());
            assert_eq!(hevc::cut(34, &picture).unwrap(), HEVC[2]);
            let header = [AV1, tail].concat();
            assert_eq!(av1::cut(&header, &av1::read(&header).unwrap()), AV1);
        }
    }

    #[test]
    fn a_sequence_that_ends_too_early_stays() {
        for end in 4..BUFFERED.len() {
            let cut = avc::Sets::default().cut(&BUFFERED[..end]);
            assert!(cut.is_ok_and(|cut| cut.len() <= end + 1), "{end}");
        }
    }
}
