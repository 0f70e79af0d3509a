//! `PackBits` (TIFF 6.0, section 9).

use super::{
    super::{Refusal, source::Source},
    pixels::Take,
};

/// Most bytes of a run.
const MOST: usize = 128;

/// From here to `end`: the bytes up to the run that fills `decoded` bytes, a mask for the last, and whether it does. What is
/// decoded goes to `take`, if somebody wants it.
pub(super) fn end(
    end: u64,
    decoded: u64,
    mut take: Option<&mut Take<'_>>,
    source: &mut Source<'_>,
) -> Result<(u64, u8, bool), Refusal> {
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
        if let Some(take) = &mut take {
            source.skip(1);
            let bytes = source.take(next.saturating_sub(source.position()), MOST)?;
            let repeated = if stored == 1 && run > 1 { run } else { 1 };
            let run = bytes.repeat(usize::try_from(repeated).unwrap_or(1));
            take(run.get(..usize::try_from(left).unwrap_or(usize::MAX)).unwrap_or(&run))?;
        }
        used = next - from;
        source.seek(next);
        left = left.saturating_sub(run);
    }
    Ok((used, 0xff, left == 0))
}

/// Packs a row by itself.
pub(super) fn pack(row: &[u8], packed: &mut Vec<u8>) {
    let run = |at: usize| row.iter().skip(at).take(MOST).take_while(|byte| Some(*byte) == row.get(at)).count();
    let mut at = 0;
    while let Some(byte) = row.get(at) {
        let same = run(at);
        if same > 2 {
            packed.extend(u8::try_from(257 - same));
            packed.push(*byte);
            at += same;
            continue;
        }
        let start = at;
        while at < row.len() && at - start < MOST && run(at) < 3 {
            at += 1;
        }
        packed.extend(u8::try_from(at - start - 1));
        packed.extend_from_slice(row.get(start..at).unwrap_or_default());
    }
}
