//! Elements as they are written: each size and each number in as few bytes as it takes.

use super::element::ones;

/// The head of an element whose body has `size` bytes.
pub(super) fn head(id: u32, size: u64, out: &mut Vec<u8>) {
    out.extend(id.to_be_bytes().into_iter().skip_while(|byte| *byte == 0));
    vint(size, out);
}

/// Bytes of that head.
pub(super) fn head_bytes(id: u32, size: u64) -> u64 {
    u64::from(4 - id.leading_zeros() / 8) + width(size) as u64
}

/// Bytes of a size.
pub(super) fn width(size: u64) -> usize {
    // All ones would say that the size is not told.
    (1..8).find(|width| size < ones(*width)).unwrap_or(8)
}

/// A number whose width is told by its leading zeros.
pub(super) fn vint(number: u64, out: &mut Vec<u8>) {
    wide(number, width(number), out);
}

/// The same in `width` bytes.
pub(super) fn wide(number: u64, width: usize, out: &mut Vec<u8>) {
    let marked = number | 1 << (7 * width);
    out.extend(marked.to_be_bytes().into_iter().skip(8 - width));
}

/// An element with an unsigned number.
pub(super) fn uint(id: u32, number: u64, out: &mut Vec<u8>) {
    let bytes = number.to_be_bytes();
    let skip = (number.leading_zeros() / 8).min(7) as usize;
    bytes_of(id, &bytes[skip..], out);
}

/// An element with a signed number.
pub(super) fn sint(id: u32, number: i64, out: &mut Vec<u8>) {
    let magnitude = if number < 0 { !number } else { number };
    // One bit more than its digits, for the sign.
    let skip = ((magnitude.leading_zeros() - 1) / 8).min(7) as usize;
    bytes_of(id, &number.to_be_bytes()[skip..], out);
}

/// An element with a number that has a fraction: four bytes where they tell it exactly.
pub(super) fn float(id: u32, number: f64, out: &mut Vec<u8>) {
    #[expect(clippy::cast_possible_truncation, reason = "whether something is lost is what is asked")]
    let short = number as f32;
    if f64::from(short).to_bits() == number.to_bits() {
        bytes_of(id, &short.to_be_bytes(), out);
    } else {
        bytes_of(id, &number.to_be_bytes(), out);
    }
}

/// An element with these bytes.
pub(super) fn bytes_of(id: u32, body: &[u8], out: &mut Vec<u8>) {
    head(id, body.len() as u64, out);
    out.extend_from_slice(body);
}

/// An element around what `fill` writes.
pub(super) fn master(id: u32, out: &mut Vec<u8>, fill: impl FnOnce(&mut Vec<u8>)) {
    let mut body = Vec::new();
    fill(&mut body);
    bytes_of(id, &body, out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testimony::scrub::matroska::{element, part};

    #[test]
    fn what_is_written_is_read_again() {
        for size in [0, 1, 126, 127, 128, 16_382, 16_383, 1 << 21, (1 << 28) - 2, 1 << 35, 1 << 42, 1 << 50] {
            let mut out = Vec::new();
            head(0xec, size, &mut out);
            assert_eq!(element::head(&out), Some((0xec, Some(size), out.len())));
            assert_eq!(out.len() as u64, head_bytes(0xec, size));
        }
        for number in [0, 1, -1, 127, 128, -128, -129, 1 << 40, i64::MIN, i64::MAX] {
            let mut out = Vec::new();
            sint(0xfb, number, &mut out);
            assert_eq!(part::sint(&out[2..]).unwrap(), number);
            let mut out = Vec::new();
            uint(0xfb, number.cast_unsigned(), &mut out);
            assert_eq!(part::uint(&out[2..]).unwrap(), number.cast_unsigned());
        }
        for number in [0.0, 48_000.0, 1.0 / 3.0, 1e300] {
            let mut out = Vec::new();
            float(0xb5, number, &mut out);
            assert!(part::float(&out[2..]).unwrap().to_bits() == number.to_bits());
        }
    }
}
