//! A strip or tile: where its data ends.

use super::{
    super::{
        Refusal, Removed, Report,
        jpeg::{self, Needs, Tables},
        sink::Sink,
        source::Source,
    },
    budget::Budget,
    deflate,
    encode::Encoder,
    facsimile,
    grid::Grid,
    lzw, packbits,
    pixels::{Raster, Take, Used, Walk},
};

/// Steps to begin a piece: the tables of a decoder are made. And steps for each byte that is compressed, twice.
const TABLES: u64 = 4096;
const TO_COMPRESS: u64 = 16;

/// How pieces are compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compression {
    /// Not at all.
    None,
    /// Modified Huffman, Group 3 and Group 4.
    Facsimile(facsimile::Kind),
    Lzw,
    Jpeg,
    Deflate,
    PackBits,
}

impl Compression {
    /// By its number, the order of bits in bytes, and the options of Group 3.
    pub(super) fn of(number: u64, fill: u64, options: u64) -> Result<Self, Refusal> {
        let compression = match number {
            1 => return Ok(Self::None),
            2 => return Ok(Self::Facsimile(facsimile::Kind::Plain)),
            3 => return Ok(Self::Facsimile(facsimile::Kind::Group3 { tagged: options & 1 > 0 })),
            4 => return Ok(Self::Facsimile(facsimile::Kind::Group4)),
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
    /// So many bytes, compressed anew from so many of the source.
    Anew { bytes: u64, from: u64 },
}

impl Measured {
    pub(super) fn bytes(self) -> u64 {
        match self {
            Self::Bytes { bytes, .. } | Self::Jpeg { bytes, .. } | Self::Anew { bytes, .. } => bytes,
        }
    }
}

impl Piece {
    /// Finds where piece number `place` ends, and what of the palette it uses.
    pub(super) fn measure(
        self,
        (grid, place): (&Grid, u64),
        (shared, needs): (&Tables, &mut Needs),
        used: &mut Used,
        budget: &mut Budget,
        source: &mut Source<'_>,
        report: &mut Report,
    ) -> Result<Measured, Refusal> {
        let (decoded, _) = grid.decoded(place).ok_or(Refusal::Large)?;
        // A sparse file has nothing here: decoders show the first colour.
        if self.at == 0 {
            used.iter_mut().take(1).for_each(|first| *first = true);
            return Ok(Measured::Bytes { bytes: 0, mask: 0xff });
        }
        let there = source.length().checked_sub(self.at).ok_or(Refusal::Short)?;
        let said = self.bytes.unwrap_or(there).min(there);
        let torn = self.bytes.is_some_and(|bytes| bytes > there);
        source.work(TABLES)?;
        source.seek(self.at);
        let end = self.at + said;
        match grid.compression {
            Compression::Facsimile(_) if self.bytes.is_none() => {
                return Err(Refusal::Malformed("a strip has no length"));
            }
            Compression::Facsimile(kind) => {
                let size = grid.size(place).ok_or(Refusal::Large)?;
                let (bytes, mask) = facsimile::end(end, (kind, grid.turned), size, source)?;
                report.note_if(bytes < said, Removed::Padding);
                budget.charge(bytes, 0)?;
                return Ok(Measured::Bytes { bytes, mask });
            }
            Compression::Jpeg => {
                budget.charge(said, 0)?;
                let bytes = jpeg_piece(end, shared, needs, &mut Sink::new(&mut std::io::sink()), source, report)?;
                return Ok(Measured::Jpeg { bytes, from: said });
            }
            Compression::None => {}
            Compression::Lzw | Compression::Deflate | Compression::PackBits => {
                source.work(decoded)?;
                budget.charge(0, decoded)?;
            }
        }
        let (stored, stray) = self.look((grid, place), end, used, budget, source)?;
        if torn && !stored.whole {
            return Err(Refusal::Short);
        }
        budget.charge(stored.bytes, 0)?;
        if !stray {
            return Ok(Measured::Bytes { bytes: stored.bytes, mask: stored.mask });
        }
        report.note(Removed::Padding);
        source.work(decoded.saturating_mul(TO_COMPRESS))?;
        let mut bytes = 0_u64;
        self.anew((grid, place), said, budget, source, &mut |packed| {
            bytes = bytes.saturating_add(packed.len() as u64);
            Ok(())
        })?;
        Ok(Measured::Anew { bytes, from: said })
    }

    /// Goes over what is decoded. Where the data ends, and whether there is more in it than the picture.
    fn look(
        self,
        (grid, place): (&Grid, u64),
        end: u64,
        used: &mut Used,
        budget: &mut Budget,
        source: &mut Source<'_>,
    ) -> Result<(Stored, bool), Refusal> {
        let raster = grid.raster(place)?;
        let mut walk = raster.as_ref().map(Walk::new);
        let mut surplus = grid.decoded(place).map_or(0, |(decoded, _)| decoded);
        let mut stray = false;
        let stored = {
            let mut take = |bytes: &[u8]| -> Result<(), Refusal> {
                // Rows after the last one that is shown.
                stray |= bytes.len() as u64 > surplus;
                surplus = surplus.saturating_sub(bytes.len() as u64);
                walk.as_mut().map_or(Ok(()), |walk| walk.take(bytes, used, &mut |_| Ok(())))
            };
            let wanted = raster.is_some() || grid.compression == Compression::Deflate;
            decode((grid, place), end, wanted.then_some(&mut take as &mut Take<'_>), budget, source)?
        };
        if let Some(walk) = &mut walk {
            if !walk.finish(used, &mut |_| Ok(()))? {
                used.iter_mut().take(1).for_each(|first| *first = true);
            }
            stray |= walk.stray;
        }
        if grid.compression == Compression::Deflate && stored.whole && !stray {
            source.seek(self.at);
            stray = !deflate::is_plain(stored.bytes, source)?;
        }
        Ok((stored, stray))
    }

    /// Compresses the rows again, without what is no pixel.
    fn anew(
        self,
        (grid, place): (&Grid, u64),
        from: u64,
        budget: &mut Budget,
        source: &mut Source<'_>,
        out: &mut Take<'_>,
    ) -> Result<(), Refusal> {
        source.seek(self.at);
        let (decoded, _) = grid.decoded(place).ok_or(Refusal::Large)?;
        let raster = grid.raster(place)?.unwrap_or(Raster::plain(decoded));
        let (mut walk, mut encoder, mut unused) = (Walk::new(&raster), Encoder::new(grid.compression), Used::new());
        let mut take = |bytes: &[u8]| walk.take(bytes, &mut unused, &mut |row| encoder.row(row, out));
        decode((grid, place), self.at + from, Some(&mut take), budget, source)?;
        walk.finish(&mut unused, &mut |row| encoder.row(row, out))?;
        encoder.finish(out)
    }

    /// Writes what was measured.
    pub(super) fn write(
        self,
        (grid, place): (&Grid, u64),
        (measured, shared): (Measured, &Tables),
        budget: &mut Budget,
        source: &mut Source<'_>,
        sink: &mut Sink<'_>,
        report: &mut Report,
    ) -> Result<(), Refusal> {
        source.seek(self.at);
        match measured {
            Measured::Jpeg { from, .. } => {
                jpeg_piece(self.at + from, shared, &mut Needs::default(), sink, source, report).map(|_| ())
            }
            Measured::Anew { from, .. } => {
                self.anew((grid, place), from, budget, source, &mut |packed| sink.put(packed))
            }
            Measured::Bytes { bytes: 0, .. } => Ok(()),
            Measured::Bytes { bytes, mask } => {
                source.copy(bytes - 1, sink)?;
                sink.put(&[source.byte()? & mask])
            }
        }
    }
}

/// What there is of a piece.
struct Stored {
    bytes: u64,
    /// Bits of the last byte that are in use.
    mask: u8,
    /// All that it should have was there.
    whole: bool,
}

/// Goes over a piece that no other room decodes, from where the source stands to `end`.
fn decode(
    (grid, place): (&Grid, u64),
    end: u64,
    mut take: Option<&mut Take<'_>>,
    budget: &mut Budget,
    source: &mut Source<'_>,
) -> Result<Stored, Refusal> {
    let (decoded, full) = grid.decoded(place).ok_or(Refusal::Large)?;
    let (bytes, mask, whole) = match grid.compression {
        Compression::Lzw => lzw::end(end, decoded, take, source)?,
        Compression::Deflate => deflate::end(end, full, (&mut budget.inflate, take), source)?,
        Compression::PackBits => packbits::end(end, decoded, take, source)?,
        Compression::None | Compression::Facsimile(_) | Compression::Jpeg => {
            let said = end.saturating_sub(source.position());
            let bytes = said.min(decoded);
            let mut left = bytes;
            while let Some(take) = take.as_mut().filter(|_| left > 0) {
                let window = source.window()?;
                if window.is_empty() {
                    return Err(Refusal::Short);
                }
                let now = window.get(..usize::try_from(left).unwrap_or(usize::MAX)).unwrap_or(window);
                take(now)?;
                let taken = now.len() as u64;
                source.skip(taken);
                left -= taken;
            }
            (bytes, 0xff, said >= decoded)
        }
    };
    Ok(Stored { bytes, mask, whole })
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
