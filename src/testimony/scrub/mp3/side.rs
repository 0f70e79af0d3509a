//! Side information of layer III: ISO/IEC 11172-3, 2.4.1.7, and ISO/IEC 13818-3, 2.4.1.7.

use super::header::Header;

/// What is of use here.
pub(super) struct Side {
    /// Bytes before the frame's own at which its main data begins.
    pub(super) back: u64,
    /// Bits of its main data.
    pub(super) bits: u64,
    /// True where private bits were set.
    pub(super) private: bool,
}

/// Reads side information, and sets its private bits to 0.
pub(super) fn read(header: Header, side: &mut [u8]) -> Side {
    let channels: usize = if header.mono() { 1 } else { 2 };
    // Bits of the pointer back and of private data, of what granules share, of a granule's channel; granules.
    let (pointer, private, shared, each, granules) = match (header.low(), header.mono()) {
        (false, true) => (9, 5, 4, 59, 2),
        (false, false) => (9, 3, 8, 59, 2),
        (true, true) => (8, 1, 0, 63, 1),
        (true, false) => (8, 2, 0, 63, 1),
    };
    let back = number(side, 0, pointer);
    let was = number(side, pointer, private);
    for bit in pointer..pointer + private {
        if let Some(byte) = side.get_mut(bit / 8) {
            *byte &= !(0x80 >> (bit % 8));
        }
    }
    let start = pointer + private + shared;
    let bits = (0..granules * channels).map(|place| number(side, start + place * each, 12)).sum();
    Side { back, bits, private: was != 0 }
}

fn number(bytes: &[u8], at: usize, bits: usize) -> u64 {
    (at..at + bits).fold(0, |number, bit| {
        let byte = bytes.get(bit / 8).copied().unwrap_or(0);
        number << 1 | u64::from(byte >> (7 - bit % 8) & 1)
    })
}
