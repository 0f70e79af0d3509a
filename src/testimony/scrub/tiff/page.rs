//! A page: what its directory says about decoding, and where its strips or tiles are (TIFF 6.0, sections 3 to 23).

use super::{
    super::{
        Refusal, Report,
        jpeg::{self, Tables},
        source::Source,
    },
    colours::PALETTE,
    directory::Directory,
    field::{self, Field, Kind},
    grid::Grid,
    order::Order,
    piece::{Compression, Piece},
    reading::{MOST_SAMPLES, Reading},
    shape,
};

/// Most strips and tiles of a page.
const MOST_PIECES: u64 = 1 << 18;
/// Most bytes of shared JPEG tables.
const MOST_TABLES: u64 = 16 * 1024;
/// The bit of the subfile type that marks a transparency mask.
const MASK: u64 = 4;

/// The model of a page.
pub(super) struct Page {
    /// Tags that are written as they are, in order, without those of strips and tiles.
    pub(super) fields: Vec<Field>,
    pub(super) grid: Grid,
    pub(super) pieces: Vec<Piece>,
    pub(super) shared: Option<Tables>,
}

impl Page {
    pub(super) fn read(order: Order, at: u64, source: &mut Source<'_>, report: &mut Report) -> Result<Self, Refusal> {
        let directory = Directory::read(order, at, source)?;
        let mut reading = Reading { directory: &directory, source, fields: Vec::new() };
        let mask = reading.directory.number(field::SUBFILE, reading.source)?.unwrap_or(0) & MASK;
        reading.write(field::SUBFILE, mask, 0, Kind::Long);
        let wrong = Refusal::Malformed("a page has no size");
        let (Some(width), Some(height)) = (reading.one(field::WIDTH)?, reading.one(field::HEIGHT)?) else {
            return Err(wrong);
        };
        if width == 0 || height == 0 || width.max(height) > u64::from(u32::MAX) {
            return Err(wrong);
        }
        reading.write(field::WIDTH, width, 0, Kind::Long);
        reading.write(field::HEIGHT, height, 0, Kind::Long);
        let samples = reading.one(field::SAMPLES)?.unwrap_or(1);
        let samples =
            usize::try_from(samples).ok().filter(|it| (1..=MOST_SAMPLES).contains(it)).ok_or(Refusal::Large)?;
        let bits = reading.samples(field::BITS, 1, samples)?;
        if bits.iter().any(|bits| !(1..=64).contains(bits)) {
            return Err(Refusal::Malformed("the bits of a sample are not valid"));
        }
        let number = reading.one(field::COMPRESSION)?.unwrap_or(1);
        reading.write(field::COMPRESSION, number, 0, Kind::Short);
        let photometric = reading.photometric()?;
        let fill = reading.kept(field::FILL_ORDER, 1, &[1, 2])?;
        let options = reading.one(field::T4_OPTIONS)?.unwrap_or(0);
        let compression = Compression::of(number, fill, options)?;
        reading.kept(field::ORIENTATION, 1, &[1, 2, 3, 4, 5, 6, 7, 8])?;
        reading.write(field::SAMPLES, samples as u64, 0, Kind::Short);
        let planes: &[u64] = if samples > 1 { &[1, 2] } else { &[1] };
        let separate = reading.kept(field::PLANAR, 1, planes)? == 2;
        let predictor = self::options(&mut reading, number, compression)?;
        reading.palette(photometric, bits[0])?;
        let subsampled = reading.colour(photometric, samples)?;
        shape::keep(&mut reading, matches!(compression, Compression::Facsimile(_)))?;
        reading.profile(photometric, samples, report)?;
        let (fields, tiled) = (reading.fields, directory.has(field::TILE_OFFSETS));
        let tables = directory.extent(field::JPEG_TABLES).filter(|_| compression == Compression::Jpeg);
        let grid = Grid {
            order,
            width,
            height,
            bits,
            separate,
            subsampled,
            piece: (width, height),
            tiled,
            compression,
            predictor,
            turned: fill == 2,
            indexed: photometric == Some(PALETTE),
        };
        let mut page = Self { fields, grid, pieces: Vec::new(), shared: None };
        page.shared = tables.map(|(at, bytes)| shared(at, bytes, source, report)).transpose()?;
        page.pieces(&directory, source)?;
        Ok(page)
    }

    /// Finds the strips or tiles.
    fn pieces(&mut self, directory: &Directory, source: &mut Source<'_>) -> Result<(), Refusal> {
        let (offsets, bytes) = if self.grid.tiled {
            let valid = |number: Option<u64>| number.filter(|side| (1..=u64::from(u32::MAX)).contains(side));
            let width = valid(directory.number(field::TILE_WIDTH, source)?);
            let height = valid(directory.number(field::TILE_HEIGHT, source)?);
            let size = width.zip(height).ok_or(Refusal::Malformed("tiles have no size"))?;
            self.grid.piece = size;
            (field::TILE_OFFSETS, field::TILE_BYTES)
        } else {
            let rows = directory.number(field::ROWS, source)?.filter(|rows| *rows > 0).unwrap_or(u64::MAX);
            self.grid.piece.1 = rows.min(self.grid.height);
            (field::STRIP_OFFSETS, field::STRIP_BYTES)
        };
        let count = self.grid.pieces().filter(|count| *count <= MOST_PIECES).ok_or(Refusal::Large)?;
        // More offsets than pieces lead to what no decoder reads.
        let most = usize::try_from(MOST_PIECES).unwrap_or(usize::MAX);
        let offsets = directory.numbers(offsets, most, source)?;
        let offsets = offsets.ok_or(Refusal::Malformed("a page has no picture data"))?;
        let bytes = directory.numbers(bytes, most, source)?.unwrap_or_default();
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let offsets = offsets.get(..count).ok_or(Refusal::Malformed("a page has less picture data than it says"))?;
        for (place, &at) in offsets.iter().enumerate() {
            self.pieces.push(Piece { at, bytes: bytes.get(place).copied().filter(|bytes| *bytes > 0) });
        }
        Ok(())
    }
}

fn shared(at: u64, bytes: u64, source: &mut Source<'_>, report: &mut Report) -> Result<Tables, Refusal> {
    if bytes > MOST_TABLES {
        return Err(Refusal::Large);
    }
    source.seek(at);
    jpeg::shared(&mut jpeg::Reader::new(source, at.saturating_add(bytes)), report)
}

/// Options of facsimile data (section 11), and the predictor (section 14), each where it is read.
fn options(reading: &mut Reading<'_, '_, '_>, number: u64, compression: Compression) -> Result<u64, Refusal> {
    for (its, tag, known) in [(3, field::T4_OPTIONS, 7), (4, field::T6_OPTIONS, 2)] {
        if number == its {
            let options = reading.one(tag)?.unwrap_or(0) & known;
            reading.write(tag, options, 0, Kind::Long);
        }
    }
    if !matches!(compression, Compression::Lzw | Compression::Deflate) {
        return Ok(1);
    }
    let predictor = reading.one(field::PREDICTOR)?.unwrap_or(1);
    if !(1..=3).contains(&predictor) {
        return Err(Refusal::Malformed("the prediction of a page is not valid"));
    }
    reading.write(field::PREDICTOR, predictor, 1, Kind::Short);
    Ok(predictor)
}
