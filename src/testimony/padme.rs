//! Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", PETS 2019,
//! section 4): a length leaks O(log log n) bits, for 12% of overhead at most.

/// No envelope is smaller: 16 KiB hold most testimonies of text alone, so that a short one and one of some pages look
/// alike. The longest text, 40,000 characters of three or four bytes, shows a size class of its own.
pub const FLOOR: u64 = 16 * 1024;

/// The padded length in bytes for `length`; at least [`FLOOR`], and a multiple of 1,024.
///
/// ```
/// use amanat::testimony::padme::{FLOOR, padded};
/// assert_eq!(padded(1), FLOOR);
/// assert_eq!(padded(FLOOR + 1), 17 * 1024);
/// assert_eq!(padded(5_000_000), 5_111_808);
/// ```
#[must_use]
pub fn padded(length: u64) -> u64 {
    if length <= FLOOR {
        return FLOOR;
    }
    let exponent = length.ilog2();
    let kept_bits = exponent.ilog2() + 1;
    let step = 1_u64 << (exponent - kept_bits);
    length.checked_next_multiple_of(step).unwrap_or(length)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn never_shrinks_never_wastes_more_than_an_eighth_and_is_stable(length in FLOOR..1 << 45) {
            let long = padded(length);
            prop_assert!(long >= length);
            prop_assert!(long - length <= length / 8);
            prop_assert_eq!(padded(long), long);
            prop_assert_eq!(long % 1024, 0);
        }

        #[test]
        fn keeps_the_order_of_lengths(a in 0_u64..1 << 45, b in 0_u64..1 << 45) {
            prop_assert!(a > b || padded(a) <= padded(b));
        }
    }
}
