//! How many frames there are, and where: what the first frame tells.

use super::walk::Walk;
use crate::testimony::scrub::{Refusal, Report};

/// Most positions that are remembered.
const MOST: usize = 1024;

/// What was counted.
pub(super) struct Counted {
    /// Frames.
    pub(super) frames: u64,
    /// Bytes of them.
    pub(super) bytes: u64,
    /// Where each `stride`th frame begins, in bytes after the first one's start.
    marks: Vec<u64>,
    stride: u64,
}

/// Counts the frames from here on.
pub(super) fn all(walk: &mut Walk<'_, '_>) -> Result<Counted, Refusal> {
    let mut counted = Counted { frames: 0, bytes: 0, marks: Vec::new(), stride: 1 };
    let mut report = Report::default();
    while let Some(frame) = walk.next(&mut report)? {
        if counted.frames.is_multiple_of(counted.stride) {
            if counted.marks.len() == MOST {
                counted.marks = counted.marks.iter().copied().step_by(2).collect();
                counted.stride *= 2;
            }
            if counted.frames.is_multiple_of(counted.stride) {
                counted.marks.push(counted.bytes);
            }
        }
        counted.frames += 1;
        counted.bytes += frame.bytes as u64;
        walk.done(&frame);
    }
    Ok(counted)
}

impl Counted {
    /// Where each hundredth of the time begins, in 256ths of the file. `first` is the bytes before the first frame.
    pub(super) fn table(&self, first: u64) -> [u8; 100] {
        let total = self.bytes.saturating_add(first).max(1);
        let mut table = [0; 100];
        for (percent, entry) in (0_u64..).zip(&mut table) {
            let mark = usize::try_from(percent * self.frames / 100 / self.stride).unwrap_or(0);
            let at = self.marks.get(mark).map_or(0, |at| at.saturating_add(first));
            *entry = u8::try_from(at.saturating_mul(256) / total).unwrap_or(255);
        }
        table
    }
}
