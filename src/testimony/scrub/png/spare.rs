//! Rows without what fills up their last byte (PNG 3rd edition, 7.2): their filters are undone, and left out, as they help
//! little with such small pixels.

use super::{
    header::{Header, Pass},
    indices::{spare, undo},
    mend::Take,
};
use crate::testimony::scrub::Refusal;

/// Filtered rows on their way to a compressor.
pub(super) struct Blank {
    depth: u8,
    passes: std::vec::IntoIter<Pass>,
    pass: Option<Pass>,
    to_come: u32,
    filter: Option<u8>,
    above: Vec<u8>,
    row: Vec<u8>,
}

impl Blank {
    /// For an image of this size in pixels; `None` where all bytes of its rows are of pixels.
    pub(super) fn new(header: &Header, width: u32, height: u32) -> Option<Self> {
        let passes = header.passes(width, height);
        if header.depth > 4 || passes.iter().all(|pass| spare(pass.width, header.depth) == 0) {
            return None;
        }
        let (passes, row) = (passes.into_iter(), Vec::new());
        let mut blank =
            Self { depth: header.depth, passes, pass: None, to_come: 0, filter: None, above: row.clone(), row };
        blank.begin();
        Some(blank)
    }

    fn begin(&mut self) {
        self.pass = self.passes.next();
        self.to_come = self.pass.map_or(0, |pass| pass.rows);
        self.above.clear();
        self.above.resize(self.pass.map_or(0, |pass| pass.bytes), 0);
    }

    /// Goes on with `bytes`, all of which are of rows that the picture has.
    pub(super) fn put(&mut self, mut bytes: &[u8], take: &mut Take<'_>) -> Result<(), Refusal> {
        while let (Some((first, rest)), Some(pass)) = (bytes.split_first(), self.pass) {
            let Some(filter) = self.filter else {
                (self.filter, bytes) = (Some(*first), rest);
                continue;
            };
            let (now, later) = bytes.split_at(bytes.len().min(pass.bytes.saturating_sub(self.row.len())));
            self.row.extend_from_slice(now);
            bytes = later;
            if self.row.len() == pass.bytes {
                undo(filter, &mut self.row, &self.above);
                let unfiltered = self.row.clone();
                if let Some(last) = self.row.last_mut() {
                    *last &= !spare(pass.width, self.depth);
                }
                take(&[0])?;
                take(&self.row)?;
                (self.above, self.filter, self.to_come) = (unfiltered, None, self.to_come - 1);
                self.row.clear();
                if self.to_come == 0 {
                    self.begin();
                }
            }
        }
        Ok(())
    }
}
