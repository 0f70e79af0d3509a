//! `PackBits` (TIFF 6.0, section 9).

use super::super::{Refusal, source::Source};

/// From here to `end`: the bytes up to the run that fills `decoded` bytes, a mask for the last, and whether it does.
pub(super) fn end(end: u64, decoded: u64, source: &mut Source<'_>) -> Result<(u64, u8, bool), Refusal> {
    let (from, mut left) = (source.position(), decoded);
    let mut used = 0_u64;
    while left > 0 && from + used < end {
        let window = source.window()?;
        let Some((&control, _)) = window.split_first() else { break };
        // A control byte: so many bytes follow, or one that is repeated, or nothing.
        let (stored, run) = match control {
            0..=127 => (u64::from(control) + 1, u64::from(control) + 1),
            128 => (0, 0),
            129..=255 => (1, 257 - u64::from(control)),
        };
        let next = (from + used + 1 + stored).min(end);
        used = next - from;
        source.seek(next);
        left = left.saturating_sub(run);
    }
    Ok((used, 0xff, left == 0))
}
