//! Bytes of a unit of H.264 and H.265: those that keep start codes out of it, and those behind its end. ITU-T H.264,
//! section 7.4.1, and H.265, section 7.4.2.

/// A unit's bytes without those that only keep start codes out of it.
pub(in crate::testimony::scrub) fn unescaped(unit: &[u8]) -> Vec<u8> {
    let (mut plain, mut zeros) = (Vec::with_capacity(unit.len()), 0);
    for byte in unit {
        if zeros >= 2 && *byte == 3 {
            zeros = 0;
            continue;
        }
        zeros = if *byte == 0 { zeros + 1 } else { 0 };
        plain.push(*byte);
    }
    plain
}

/// Adds the bytes that keep start codes out.
pub(super) fn escaped(plain: &[u8]) -> Vec<u8> {
    let (mut unit, mut zeros) = (Vec::with_capacity(plain.len() + 8), 0);
    for byte in plain {
        if zeros >= 2 && *byte <= 3 {
            unit.push(3);
            zeros = 0;
        }
        zeros = if *byte == 0 { zeros + 1 } else { 0 };
        unit.push(*byte);
    }
    unit
}

/// Bytes that are left of a unit without the zeros and `cabac_zero_words` at its end, which decode to nothing.
pub(in crate::testimony::scrub) fn trimmed(mut unit: &[u8]) -> usize {
    loop {
        unit = match unit {
            [rest @ .., 0] | [rest @ .., 0, 0, 3] => rest,
            _ => return unit.len(),
        };
    }
}
