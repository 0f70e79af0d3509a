//! A strip or tile: where its data ends.

use super::{
    super::{
        Refusal, Report,
        jpeg::{self, Needs, Tables},
        sink::Sink,
        source::Source,
    },
    deflate, lzw, packbits,
};

/// Most decoded bytes of a file: what compression can make of a small one is bounded by this.
const MOST_DECODED: u64 = 4 << 30;

/// How much larger directories may become, as numbers of two bytes are written with four or eight, and what may be added.
const GROWTH: u64 = 8;
const SPARE: u64 = 1 << 16;

/// How pieces are compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compression {
    /// Not at all.
    None,
    /// Modified Huffman, Group 3 and Group 4.
    Facsimile,
    Lzw,
    Jpeg,
    Deflate,
    PackBits,
}

impl Compression {
    /// By its number, and the order of bits in bytes.
    pub(super) fn of(number: u64, fill: u64) -> Result<Self, Refusal> {
        let compression = match number {
            1 => return Ok(Self::None),
            2..=4 => return Ok(Self::Facsimile),
            5 => Self::Lzw,
            7 => Self::Jpeg,
            8 | 32_946 => Self::Deflate,
            32_773 => Self::PackBits,
            6 => return Err(Refusal::Unsupported("an old way to have a JPEG in a TIFF")),
            _ => return Err(Refusal::Unsupported("a rare way to compress a TIFF")),
        };
        if fill == 2 {
            Err(Refusal::Unsupported("compressed data with the bits of its bytes turned round"))
        } else {
            Ok(compression)
        }
    }
}

/// How a page is cut into pieces.
pub(super) struct Grid {
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
    pub(super) compression: Compression,
}

impl Grid {
    fn plane(&self) -> Option<u64> {
        self.width.div_ceil(self.piece.0).checked_mul(self.height.div_ceil(self.piece.1))
    }

    /// How many pieces there are.
    pub(super) fn pieces(&self) -> Option<u64> {
        self.plane()?.checked_mul(if self.separate { self.bits.len() as u64 } else { 1 })
    }

    /// Bytes of a piece once it is decoded: with the rows that it has, and with all rows of a piece.
    fn decoded(&self, place: u64, tiled: bool) -> Option<(u64, u64)> {
        let (each, (width, full)) = (self.plane()?, self.piece);
        let down = place % each / self.width.div_ceil(width);
        let rows = if tiled { full } else { full.min(self.height.checked_sub(down * full)?) };
        let bits = match usize::try_from(place / each) {
            Ok(sample) if self.separate => *self.bits.get(sample)?,
            _ => self.bits.iter().sum(),
        };
        let bytes = |rows: u64| match self.subsampled {
            Some((h, v)) if !self.separate => {
                let block = (h * v + self.bits.len() as u64 - 1).checked_mul(self.bits[0])?;
                width.div_ceil(h).checked_mul(block)?.div_ceil(8).checked_mul(rows.div_ceil(v))
            }
            _ => width.checked_mul(bits)?.div_ceil(8).checked_mul(rows),
        };
        Some((bytes(rows)?, bytes(full)?))
    }
}

/// What pieces may still take of a file.
pub(super) struct Budget {
    stored: u64,
    decoded: u64,
    /// Bytes of directories.
    tables: u64,
    inflate: deflate::Inflate,
}

impl Budget {
    pub(super) fn new(length: u64) -> Self {
        let tables = length.saturating_mul(GROWTH).saturating_add(SPARE);
        Self { stored: length, decoded: MOST_DECODED, tables, inflate: deflate::Inflate::default() }
    }

    /// Directories that share their values would make the output grow too.
    pub(super) fn directory(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.tables = self.tables.checked_sub(bytes).ok_or(Refusal::Large)?;
        Ok(())
    }

    /// Pieces that share bytes would make the output grow, and the work.
    fn charge(&mut self, stored: u64, decoded: u64) -> Result<(), Refusal> {
        self.stored = self.stored.checked_sub(stored).ok_or(Refusal::Malformed("its strips or tiles overlap"))?;
        self.decoded = self.decoded.checked_sub(decoded).ok_or(Refusal::Large)?;
        Ok(())
    }
}

/// Where a piece is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) at: u64,
    /// `None` where the directory does not say it.
    pub(super) bytes: Option<u64>,
}

/// What is written of a piece.
#[derive(Clone, Copy, Debug)]
pub(super) enum Measured {
    /// So many bytes of it, without the low bits of the last that are zero in the mask.
    Bytes { bytes: u64, mask: u8 },
    /// A JPEG of so many bytes, written anew from so many of the source.
    Jpeg { bytes: u64, from: u64 },
}

impl Measured {
    pub(super) fn bytes(self) -> u64 {
        match self {
            Self::Bytes { bytes, .. } | Self::Jpeg { bytes, .. } => bytes,
        }
    }
}

impl Piece {
    /// Finds where piece number `place` ends.
    pub(super) fn measure(
        self,
        (grid, place, tiled): (&Grid, u64, bool),
        (shared, needs): (&Tables, &mut Needs),
        budget: &mut Budget,
        source: &mut Source<'_>,
        report: &mut Report,
    ) -> Result<Measured, Refusal> {
        let (decoded, full) = grid.decoded(place, tiled).ok_or(Refusal::Large)?;
        // A sparse file has nothing here.
        if self.at == 0 {
            return Ok(Measured::Bytes { bytes: 0, mask: 0xff });
        }
        let there = source.length().checked_sub(self.at).ok_or(Refusal::Short)?;
        let said = self.bytes.unwrap_or(there).min(there);
        let torn = self.bytes.is_some_and(|bytes| bytes > there);
        source.seek(self.at);
        let end = self.at + said;
        if matches!(grid.compression, Compression::Lzw | Compression::Deflate | Compression::PackBits) {
            budget.charge(0, decoded)?;
        }
        let (bytes, mask, whole) = match grid.compression {
            Compression::None => (said.min(decoded), 0xff, said >= decoded),
            Compression::Facsimile if self.bytes.is_none() => return Err(Refusal::Malformed("a strip has no length")),
            Compression::Facsimile => (said, 0xff, true),
            Compression::Lzw => lzw::end(end, decoded, source)?,
            Compression::Deflate => deflate::end(end, full, &mut budget.inflate, source)?,
            Compression::PackBits => packbits::end(end, decoded, source)?,
            Compression::Jpeg => {
                budget.charge(said, 0)?;
                let bytes = jpeg_piece(end, shared, needs, &mut Sink::new(&mut std::io::sink()), source, report)?;
                return Ok(Measured::Jpeg { bytes, from: said });
            }
        };
        if torn && !whole {
            return Err(Refusal::Short);
        }
        budget.charge(bytes, 0)?;
        Ok(Measured::Bytes { bytes, mask })
    }

    /// Writes what was measured.
    pub(super) fn write(
        self,
        measured: Measured,
        shared: &Tables,
        source: &mut Source<'_>,
        sink: &mut Sink<'_>,
        report: &mut Report,
    ) -> Result<(), Refusal> {
        source.seek(self.at);
        match measured {
            Measured::Jpeg { from, .. } => {
                jpeg_piece(self.at + from, shared, &mut Needs::default(), sink, source, report).map(|_| ())
            }
            Measured::Bytes { bytes: 0, .. } => Ok(()),
            Measured::Bytes { bytes, mask } => {
                source.copy(bytes - 1, sink)?;
                sink.put(&[source.byte()? & mask])
            }
        }
    }
}

fn jpeg_piece(
    end: u64,
    shared: &Tables,
    needs: &mut Needs,
    sink: &mut Sink<'_>,
    source: &mut Source<'_>,
    report: &mut Report,
) -> Result<u64, Refusal> {
    let from = sink.position();
    let missing = jpeg::abbreviated(&mut jpeg::Reader::new(source, end), shared, sink, report)?;
    needs.add(missing);
    Ok(sink.position() - from)
}
