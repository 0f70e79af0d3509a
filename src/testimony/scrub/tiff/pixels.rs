//! The rows of a strip or tile: which palette entries they use, and what in them is no pixel. That is the bits that fill up
//! the last byte of a row, and what a tile has beyond the edges of the picture.

use super::{super::Refusal, order::Order};

/// Takes bytes as they come.
pub(super) type Take<'t> = dyn FnMut(&[u8]) -> Result<(), Refusal> + 't;

/// The rows of a piece.
pub(super) struct Raster {
    /// Bytes of a row, and the bits of it that are pixels of the picture.
    pub(super) bytes: u64,
    pub(super) bits: u64,
    /// Rows, and those that are of the picture.
    pub(super) rows: u64,
    pub(super) shown: u64,
    /// The first pixel is in the lowest bits of a byte.
    pub(super) turned: bool,
    pub(super) index: Option<Index>,
}

impl Raster {
    /// So many bytes of pixels, and nothing else.
    pub(super) fn plain(bytes: u64) -> Self {
        Self { bytes: 1, bits: 8, rows: bytes, shown: bytes, turned: false, index: None }
    }
}

/// Where in a row the places in the palette are.
pub(super) struct Index {
    pub(super) bits: u64,
    /// Bits from one to the next.
    pub(super) pixel: u64,
    /// Each is stored as its distance from the one before.
    pub(super) predicted: bool,
    pub(super) wide: Order,
}

/// The palette entries that pages use, by their numbers.
pub(super) type Used = Vec<bool>;

/// A walk over the rows of a piece.
pub(super) struct Walk<'r> {
    raster: &'r Raster,
    row: Vec<u8>,
    done: u64,
    /// Something was in a place that no pixel has.
    pub(super) stray: bool,
}

impl<'r> Walk<'r> {
    pub(super) fn new(raster: &'r Raster) -> Self {
        Self { raster, row: Vec::new(), done: 0, stray: false }
    }

    /// Goes on with `bytes`. Rows go to `out` as they are to be.
    pub(super) fn take(&mut self, mut bytes: &[u8], used: &mut Used, out: &mut Take<'_>) -> Result<(), Refusal> {
        let full = usize::try_from(self.raster.bytes).unwrap_or(usize::MAX);
        while !bytes.is_empty() {
            if self.done >= self.raster.rows {
                self.stray = true;
                return Ok(());
            }
            let (now, later) = bytes.split_at(bytes.len().min(full.saturating_sub(self.row.len())));
            self.row.extend_from_slice(now);
            bytes = later;
            if self.row.len() == full {
                self.end(used, out)?;
            }
        }
        Ok(())
    }

    /// Ends the walk. True if every row was there.
    pub(super) fn finish(&mut self, used: &mut Used, out: &mut Take<'_>) -> Result<bool, Refusal> {
        if !self.row.is_empty() {
            self.end(used, out)?;
            return Ok(false);
        }
        Ok(self.done == self.raster.rows)
    }

    fn end(&mut self, used: &mut Used, out: &mut Take<'_>) -> Result<(), Refusal> {
        let shown = self.done < self.raster.shown;
        let bits = if shown { self.raster.bits } else { 0 };
        let whole = usize::try_from(bits / 8).unwrap_or(usize::MAX).min(self.row.len());
        let (rest, beyond) = (bits % 8, self.row.get_mut(whole..).unwrap_or_default());
        let mask = if self.raster.turned { !(0xff_u8 << rest) } else { !(0xff_u8 >> rest) };
        for (byte, mask) in beyond.iter_mut().zip(std::iter::once(mask).chain(std::iter::repeat(0))) {
            self.stray |= *byte & !mask != 0;
            *byte &= mask;
        }
        if let Some(index) = self.raster.index.as_ref().filter(|_| shown) {
            index.mark(&self.row, self.raster, used);
        }
        self.done += 1;
        out(&self.row)?;
        self.row.clear();
        Ok(())
    }
}

impl Index {
    fn mark(&self, row: &[u8], raster: &Raster, used: &mut Used) {
        let mut mark = |place: u64| {
            if let Some(used) = usize::try_from(place).ok().and_then(|place| used.get_mut(place)) {
                *used = true;
            }
        };
        let there = raster.bits.min((row.len() as u64).saturating_mul(8));
        if self.bits == 8 {
            let step = usize::try_from(self.pixel / 8).unwrap_or(1).max(1);
            let pixels = row.get(..usize::try_from(there / 8).unwrap_or(0)).unwrap_or_default().iter().step_by(step);
            let mut last = 0_u8;
            for byte in pixels {
                last = if self.predicted { last.wrapping_add(*byte) } else { *byte };
                mark(u64::from(if raster.turned { last.reverse_bits() } else { last }));
            }
        } else if self.bits == 16 {
            for pair in row.chunks_exact(2).filter_map(|pair| pair.first_chunk()) {
                mark(u64::from(self.wide.u16(*pair)));
            }
        } else {
            for pixel in 0..there / self.pixel.max(1) {
                let bit = |at: u64| {
                    let byte = usize::try_from(at / 8).ok().and_then(|byte| row.get(byte)).copied().unwrap_or(0);
                    let byte = if raster.turned { byte.reverse_bits() } else { byte };
                    u64::from(byte >> (7 - at % 8) & 1)
                };
                let from = pixel * self.pixel;
                mark((from..from + self.bits).fold(0, |place, at| place << 1 | bit(at)));
            }
        }
    }
}
