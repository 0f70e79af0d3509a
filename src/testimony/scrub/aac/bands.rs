//! Widths of the bands of a spectrum: ISO/IEC 14496-3, tables 4.129 to 4.147. Blocks of 1024 samples alone.

const LONG_96: [u8; 41] = [
    4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 8, 8, 8, 8, 8, 12, 12, 12, 12, 12, 16, 16, 24, 28, 36, 44, 64, 64, 64,
    64, 64, 64, 64, 64, 64, 64, 64,
];
const LONG_64: [u8; 47] = [
    4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 16, 16, 16, 20, 24, 24, 28, 36, 40, 40, 40, 40,
    40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40,
];
const LONG_48: [u8; 49] = [
    4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 8, 8, 8, 8, 8, 8, 8, 12, 12, 12, 12, 16, 16, 20, 20, 24, 24, 28, 28, 32, 32, 32, 32,
    32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 96,
];
const LONG_32: [u8; 51] = [
    4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 8, 8, 8, 8, 8, 8, 8, 12, 12, 12, 12, 16, 16, 20, 20, 24, 24, 28, 28, 32, 32, 32, 32,
    32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32,
];
const LONG_24: [u8; 47] = [
    4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 12, 12, 12, 12, 16, 16, 16, 20, 20, 24, 24, 28, 28,
    32, 36, 36, 40, 44, 48, 52, 52, 64, 64, 64, 64, 64,
];
const LONG_16: [u8; 43] = [
    8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 12, 12, 12, 12, 12, 12, 12, 12, 12, 16, 16, 16, 16, 20, 20, 20, 24, 24, 28, 28,
    32, 36, 40, 40, 44, 48, 52, 56, 60, 64, 64, 64,
];
const LONG_8: [u8; 40] = [
    12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 16, 16, 16, 16, 16, 16, 16, 20, 20, 20, 20, 24, 24, 24, 28, 28,
    32, 36, 36, 40, 44, 48, 52, 56, 60, 64, 80,
];
const SHORT_64: [u8; 12] = [4, 4, 4, 4, 4, 4, 8, 8, 8, 16, 28, 36];
const SHORT_48: [u8; 14] = [4, 4, 4, 4, 4, 8, 8, 8, 12, 12, 12, 16, 16, 16];
const SHORT_24: [u8; 15] = [4, 4, 4, 4, 4, 4, 4, 8, 8, 8, 12, 12, 16, 16, 20];
const SHORT_16: [u8; 15] = [4, 4, 4, 4, 4, 4, 4, 4, 8, 8, 12, 12, 16, 20, 20];
const SHORT_8: [u8; 15] = [4, 4, 4, 4, 4, 4, 4, 8, 8, 8, 8, 12, 16, 20, 20];

/// Widths at a rate by its index, of long blocks and of short ones.
const WIDTHS: [(&[u8], &[u8]); 13] = [
    (&LONG_96, &SHORT_64),
    (&LONG_96, &SHORT_64),
    (&LONG_64, &SHORT_64),
    (&LONG_48, &SHORT_48),
    (&LONG_48, &SHORT_48),
    (&LONG_32, &SHORT_48),
    (&LONG_24, &SHORT_24),
    (&LONG_24, &SHORT_24),
    (&LONG_16, &SHORT_16),
    (&LONG_16, &SHORT_16),
    (&LONG_16, &SHORT_16),
    (&LONG_8, &SHORT_8),
    (&LONG_8, &SHORT_8),
];
/// Most bands that are predicted at a rate, in the main profile.
const PREDICTED: [usize; 13] = [33, 33, 38, 40, 40, 40, 41, 41, 37, 37, 37, 34, 34];

/// Widths of the bands of a block at a rate by its index.
pub(super) fn widths(rate: u8, short: bool) -> Option<&'static [u8]> {
    WIDTHS.get(usize::from(rate)).map(|(longs, shorts)| if short { *shorts } else { *longs })
}

/// Most bands that are predicted at a rate.
pub(super) fn predicted(rate: u8) -> usize {
    PREDICTED.get(usize::from(rate)).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_fill_their_blocks() {
        for (longs, shorts) in WIDTHS {
            let sum = |widths: &[u8]| widths.iter().map(|width| u32::from(*width)).sum::<u32>();
            assert_eq!((sum(longs), sum(shorts)), (1024, 128));
            assert!(longs.iter().chain(shorts).all(|width| width % 4 == 0));
        }
    }
}
