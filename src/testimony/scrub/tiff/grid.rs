//! How a page is cut into strips or tiles, and how many bytes each has (TIFF 6.0, sections 3 and 15).

use super::{
    super::Refusal,
    order::Order,
    piece::Compression,
    pixels::{Index, Raster},
};

/// Most bytes of a row that is looked at by itself.
const MOST_ROW: u64 = 1 << 26;

/// How a page is cut into pieces.
#[expect(clippy::struct_excessive_bools, reason = "each is what one tag says")]
pub(super) struct Grid {
    pub(super) order: Order,
    pub(super) width: u64,
    pub(super) height: u64,
    /// Bits of each sample.
    pub(super) bits: Vec<u64>,
    /// Each sample has its own pieces.
    pub(super) separate: bool,
    /// Of Y, Cb and Cr, horizontally and vertically.
    pub(super) subsampled: Option<(u64, u64)>,
    /// Width and height of a piece; the last strip may have fewer rows.
    pub(super) piece: (u64, u64),
    pub(super) tiled: bool,
    pub(super) compression: Compression,
    pub(super) predictor: u64,
    /// The first pixel is in the lowest bits of a byte.
    pub(super) turned: bool,
    /// Samples are places in a palette.
    pub(super) indexed: bool,
}

impl Grid {
    fn plane(&self) -> Option<u64> {
        self.width.div_ceil(self.piece.0).checked_mul(self.height.div_ceil(self.piece.1))
    }

    /// How many pieces there are.
    pub(super) fn pieces(&self) -> Option<u64> {
        self.plane()?.checked_mul(if self.separate { self.bits.len() as u64 } else { 1 })
    }

    /// Bits of a pixel in piece number `place`.
    fn pixel(&self, place: u64) -> Option<u64> {
        match usize::try_from(place / self.plane()?) {
            Ok(sample) if self.separate => self.bits.get(sample).copied(),
            _ => Some(self.bits.iter().sum()),
        }
    }

    /// Rows of a piece that are of the picture.
    fn rows(&self, place: u64) -> Option<u64> {
        let down = place % self.plane()? / self.width.div_ceil(self.piece.0);
        Some(self.piece.1.min(self.height.checked_sub(down * self.piece.1)?))
    }

    /// Pixels of a row of a piece, and how many rows it has.
    pub(super) fn size(&self, place: u64) -> Option<(u64, u64)> {
        Some((self.piece.0, if self.tiled { self.piece.1 } else { self.rows(place)? }))
    }

    /// Bytes of a piece once it is decoded: with the rows that it has, and with all rows of a piece.
    pub(super) fn decoded(&self, place: u64) -> Option<(u64, u64)> {
        let (width, full) = self.piece;
        let (_, rows) = self.size(place)?;
        let bits = self.pixel(place)?;
        let bytes = |rows: u64| match self.subsampled {
            Some((h, v)) if !self.separate => {
                let block = (h * v + self.bits.len() as u64 - 1).checked_mul(self.bits[0])?;
                width.div_ceil(h).checked_mul(block)?.div_ceil(8).checked_mul(rows.div_ceil(v))
            }
            _ => width.checked_mul(bits)?.div_ceil(8).checked_mul(rows),
        };
        Some((bytes(rows)?, bytes(full)?))
    }

    /// True if what palette entries the pixels use can be found out.
    pub(super) fn tells_colours(&self) -> bool {
        let plain = matches!(
            self.compression,
            Compression::None | Compression::Lzw | Compression::Deflate | Compression::PackBits
        );
        let alone = self.bits.len() == 1 || self.separate;
        let whole = self.bits.iter().all(|bits| *bits == 8);
        self.indexed && plain && self.bits[0] <= 16 && (alone || whole) && (self.predictor == 1 || whole)
    }

    /// What is to be looked at in the rows of a piece; `None` where nothing is.
    pub(super) fn raster(&self, place: u64) -> Result<Option<Raster>, Refusal> {
        let raster = self.whole_raster(place).ok_or(Refusal::Large)?;
        let spare = raster.bits != raster.bytes.saturating_mul(8) || raster.shown != raster.rows;
        let known = self.subsampled.is_none() || self.separate;
        // What a prediction of less than bytes means is not defined; that of floating point numbers mixes the bytes of a row.
        let even = self.predictor == 1 || self.predictor == 2 && self.bits.iter().all(|bits| bits.is_multiple_of(8));
        if !(known && even && (spare || raster.index.is_some())) {
            return Ok(None);
        }
        if raster.bytes > MOST_ROW { Err(Refusal::Large) } else { Ok(Some(raster)) }
    }

    fn whole_raster(&self, place: u64) -> Option<Raster> {
        let (width, across) = (self.piece.0, self.width.div_ceil(self.piece.0));
        let pixel = self.pixel(place)?;
        let left = place % self.plane()? % across * width;
        let first = place < self.plane()?;
        let index = (self.tells_colours() && first).then(|| Index {
            bits: self.bits[0],
            pixel,
            predicted: self.predictor == 2,
            wide: self.order,
        });
        let shown = self.rows(place)?;
        Some(Raster {
            bytes: width.checked_mul(pixel)?.div_ceil(8),
            rows: if self.tiled { self.piece.1 } else { shown },
            bits: width.min(self.width.checked_sub(left)?).checked_mul(pixel)?,
            shown,
            turned: self.turned,
            index,
        })
    }
}
