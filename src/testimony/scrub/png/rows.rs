//! Scanlines as they come out of a stream: their number and filters, and nothing after them (PNG 3rd edition, 7.2).

use super::{
    header::{Header, Pass, Pixel},
    indices::Indices,
};

/// Counts an image's inflated bytes row by row. It takes no byte that is not part of a row.
pub(super) struct Rows<'u> {
    passes: std::vec::IntoIter<Pass>,
    pass: Option<Pass>,
    /// Rows that have not begun, of this pass.
    to_come: u32,
    /// Bytes of this row that are still to come.
    left: usize,
    demanded: u64,
    taken: u64,
    /// Bytes of the first row after its filter byte.
    first: u64,
    indices: Option<Indices<'u>>,
}

/// Highest number of a filter.
const LAST_FILTER: u8 = 4;

impl<'u> Rows<'u> {
    /// For an image of this size in pixels; which palette entries it uses is noted in `used`.
    pub(super) fn new(header: &Header, width: u32, height: u32, used: &'u mut [bool; 256]) -> Self {
        let passes = header.passes(width, height);
        let demanded = passes.iter().map(|pass| u64::from(pass.rows) * (pass.bytes as u64 + 1)).sum();
        let indices = match header.pixel {
            Pixel::Indexed => Some(Indices::new(header.depth, used)),
            _ if header.depth < 8 => Some(Indices::new(header.depth, used).of_no_palette()),
            _ => None,
        };
        let mut passes = passes.into_iter();
        let pass = passes.next();
        let first = pass.map_or(0, |pass| pass.bytes as u64);
        let mut rows = Self { passes, pass: None, to_come: 0, left: 0, demanded, taken: 0, first, indices };
        rows.begin(pass);
        rows
    }

    fn begin(&mut self, pass: Option<Pass>) {
        self.pass = pass;
        self.to_come = pass.map_or(0, |pass| pass.rows);
        if let (Some(indices), Some(pass)) = (&mut self.indices, pass) {
            indices.begin(pass.width, pass.bytes);
        }
    }

    /// Bytes that the picture has, filters included.
    pub(super) fn demanded(&self) -> u64 {
        self.demanded
    }

    /// Bytes that have not come yet.
    pub(super) fn missing(&self) -> u64 {
        self.demanded.saturating_sub(self.taken)
    }

    /// True if bits that are of no pixel are not zero.
    pub(super) fn is_stray(&self) -> bool {
        self.indices.as_ref().is_some_and(Indices::is_stray)
    }

    /// True as soon as one row is whole.
    pub(super) fn has_some(&self) -> bool {
        self.taken > self.first
    }

    /// How many of `bytes` go on with the picture: all, unless it is complete or a filter does not exist.
    pub(super) fn take(&mut self, bytes: &[u8]) -> usize {
        let mut done = 0;
        while let Some(rest) = bytes.get(done..).filter(|rest| !rest.is_empty()) {
            let n = if self.left == 0 { self.filter(rest) } else { self.row(rest) };
            if n == 0 {
                break;
            }
            done += n;
        }
        self.taken = self.taken.saturating_add(done as u64);
        done
    }

    fn filter(&mut self, bytes: &[u8]) -> usize {
        let (Some(pass), Some(filter)) = (self.pass, bytes.first().copied().filter(|filter| *filter <= LAST_FILTER))
        else {
            return 0;
        };
        self.to_come = self.to_come.saturating_sub(1);
        self.left = pass.bytes;
        if let Some(indices) = &mut self.indices {
            indices.filter(filter);
        }
        1
    }

    fn row(&mut self, bytes: &[u8]) -> usize {
        let n = self.left.min(bytes.len());
        if let (Some(indices), Some(now)) = (&mut self.indices, bytes.get(..n)) {
            indices.take(now);
        }
        self.left -= n;
        if self.left == 0 && self.to_come == 0 {
            let next = self.passes.next();
            self.begin(next);
        }
        n
    }
}
