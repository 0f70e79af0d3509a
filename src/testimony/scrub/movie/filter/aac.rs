//! AAC: what stands beside the sound in a sample, where encoders put their names. Its bits become zeros, and so nothing
//! behind them moves.

use super::{Out, Refusal, Report, Source};
use crate::testimony::scrub::aac::{Grammar, clear};

/// Longest frame that is looked into, in bytes: the format's 6144 bits for each of 48 channels.
const MOST_FRAME: u32 = 768 * 48;

/// Rebuilds the sample of `size` bytes from here on.
pub(super) fn sample(
    source: &mut Source<'_>,
    size: u32,
    grammar: Grammar,
    out: &mut Out<'_, '_>,
    report: &mut Report,
) -> Result<(), Refusal> {
    if out.sink.is_none() || size == 0 || size > MOST_FRAME {
        return out.copy(source, u64::from(size));
    }
    let mut frame = source.take(u64::from(size), MOST_FRAME as usize)?;
    clear(&mut frame, grammar, 1, report);
    out.put(&frame)
}
