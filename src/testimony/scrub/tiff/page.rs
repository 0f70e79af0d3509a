//! A page: what its directory says about decoding, and where its strips or tiles are (TIFF 6.0, sections 3 to 23).

use super::{
    super::{
        Refusal, Removed, Report, colour,
        jpeg::{self, Tables},
        source::Source,
    },
    directory::Directory,
    field::{self, Field, Kind},
    order::Order,
    piece::{Compression, Grid, Piece},
};

/// Most samples of a pixel.
const MOST_SAMPLES: usize = 512;
/// Most strips and tiles of a page.
const MOST_PIECES: u64 = 1 << 18;
/// Most bytes of shared JPEG tables.
const MOST_TABLES: u64 = 16 * 1024;
/// Most numbers of a colour map: three for each value of 16 bits.
const MOST_COLOURS: usize = 3 << 16;
/// The bit of the subfile type that marks a transparency mask.
const MASK: u64 = 4;
const PALETTE: u64 = 3;
const YCBCR: u64 = 6;

/// The model of a page.
pub(super) struct Page {
    /// Tags that are written as they are, in order, without those of strips and tiles.
    pub(super) fields: Vec<Field>,
    pub(super) tiled: bool,
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
        let number = reading.kept(field::COMPRESSION, 1, 0)?;
        let photometric = reading.one(field::PHOTOMETRIC)?;
        reading.fields.extend(photometric.map(|it| Field {
            tag: field::PHOTOMETRIC,
            kind: Kind::Short,
            numbers: vec![it],
        }));
        let fill = reading.kept(field::FILL_ORDER, 1, 1)?;
        let compression = Compression::of(number, fill)?;
        reading.kept(field::ORIENTATION, 1, 1)?;
        reading.write(field::SAMPLES, samples as u64, 0, Kind::Short);
        let separate = reading.kept(field::PLANAR, 1, 1)? == 2 && samples > 1;
        reading.options(compression)?;
        reading.palette(photometric, bits[0])?;
        let subsampled = reading.colour(photometric, samples)?;
        let tables = reading.extent(field::JPEG_TABLES).filter(|_| compression == Compression::Jpeg);
        let profile = reading.profile(photometric, samples, report)?;
        reading.fields.extend(profile);
        let (fields, tiled) = (reading.fields, directory.has(field::TILE_OFFSETS));
        let grid = Grid { width, height, bits, separate, subsampled, piece: (width, height), compression };
        let mut page = Self { fields, tiled, grid, pieces: Vec::new(), shared: None };
        page.shared = tables.map(|(at, bytes)| shared(at, bytes, source, report)).transpose()?;
        page.pieces(&directory, source)?;
        Ok(page)
    }

    /// Finds the strips or tiles.
    fn pieces(&mut self, directory: &Directory, source: &mut Source<'_>) -> Result<(), Refusal> {
        let (offsets, bytes) = if self.tiled {
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

/// A directory under a page's eyes, with the fields so far.
struct Reading<'d, 's, 'a> {
    directory: &'d Directory,
    source: &'s mut Source<'a>,
    fields: Vec<Field>,
}

impl Reading<'_, '_, '_> {
    fn one(&mut self, tag: u16) -> Result<Option<u64>, Refusal> {
        self.directory.number(tag, self.source)
    }

    fn extent(&self, tag: u16) -> Option<(u64, u64)> {
        self.directory.extent(tag)
    }

    /// Writes a number, unless it is what is meant without.
    fn write(&mut self, tag: u16, number: u64, without: u64, kind: Kind) {
        if number != without {
            self.fields.push(Field { tag, kind, numbers: vec![number] });
        }
    }

    /// Keeps a number of 16 bits.
    fn kept(&mut self, tag: u16, default: u64, without: u64) -> Result<u64, Refusal> {
        let number = self.one(tag)?.unwrap_or(default) & 0xffff;
        self.write(tag, number, without, Kind::Short);
        Ok(number)
    }

    /// Keeps a list of so many numbers, where it is there with as many.
    fn list(&mut self, tag: u16, count: usize, kind: Kind) -> Result<(), Refusal> {
        let numbers = match self.directory.numbers(tag, MOST_SAMPLES, self.source) {
            Err(Refusal::Short) => None,
            other => other?,
        };
        if let Some(numbers) = numbers.filter(|numbers| count > 0 && numbers.len() >= count) {
            self.fields.push(Field { tag, kind, numbers: numbers[..count].to_vec() });
        }
        Ok(())
    }

    /// Keeps a number for each sample. Files that have fewer mean the first for all.
    fn samples(&mut self, tag: u16, default: u64, samples: usize) -> Result<Vec<u64>, Refusal> {
        let mut numbers = self.directory.numbers(tag, MOST_SAMPLES, self.source)?.unwrap_or_default();
        let first = numbers.first().copied().unwrap_or(default);
        if numbers.len() < samples {
            numbers.clear();
        }
        numbers.resize(samples, first);
        self.fields.push(Field { tag, kind: Kind::Short, numbers: numbers.clone() });
        Ok(numbers)
    }

    fn options(&mut self, compression: Compression) -> Result<(), Refusal> {
        if compression == Compression::Facsimile {
            for tag in [field::T4_OPTIONS, field::T6_OPTIONS] {
                let options = self.one(tag)?.unwrap_or(0) & 7;
                self.write(tag, options, 0, Kind::Long);
            }
        }
        if matches!(compression, Compression::Lzw | Compression::Deflate) {
            self.kept(field::PREDICTOR, 1, 1)?;
        }
        Ok(())
    }

    fn palette(&mut self, photometric: Option<u64>, bits: u64) -> Result<(), Refusal> {
        if photometric != Some(PALETTE) || bits > 16 {
            return Ok(());
        }
        let colours = self.directory.numbers(field::COLOUR_MAP, MOST_COLOURS, self.source)?.unwrap_or_default();
        let Some(colours) = colours.get(..3 << bits) else {
            return Err(Refusal::Malformed("a page of palette colours has no palette"));
        };
        self.fields.push(Field { tag: field::COLOUR_MAP, kind: Kind::Short, numbers: colours.to_vec() });
        Ok(())
    }

    /// What the samples mean; the subsampling of Y, Cb and Cr where there is one.
    fn colour(&mut self, photometric: Option<u64>, samples: usize) -> Result<Option<(u64, u64)>, Refusal> {
        let base = match photometric {
            Some(2 | YCBCR | 8) => 3,
            Some(5) => 4,
            _ => 1,
        };
        self.list(field::EXTRA_SAMPLES, samples.saturating_sub(base), Kind::Short)?;
        let format = self.directory.numbers(field::SAMPLE_FORMAT, MOST_SAMPLES, self.source)?;
        if format.is_some_and(|format| format.iter().any(|it| *it != 1)) {
            self.samples(field::SAMPLE_FORMAT, 1, samples)?;
        }
        if photometric != Some(YCBCR) {
            return Ok(None);
        }
        self.list(field::YCBCR_COEFFICIENTS, 6, Kind::Rational)?;
        self.list(field::YCBCR_SUBSAMPLING, 2, Kind::Short)?;
        let subsampling = self.fields.iter().find(|it| it.tag == field::YCBCR_SUBSAMPLING);
        let subsampling = subsampling.map_or((2, 2), |it| (it.numbers[0], it.numbers[1]));
        if ![1, 2, 4].contains(&subsampling.0) || ![1, 2, 4].contains(&subsampling.1) {
            return Err(Refusal::Malformed("the subsampling of a page is not valid"));
        }
        self.kept(field::YCBCR_POSITIONING, 1, 1)?;
        self.list(field::REFERENCE, 12, Kind::Rational)?;
        Ok(Some(subsampling).filter(|it| *it != (1, 1)))
    }

    /// The fixed profile that stands for the one that was there.
    fn profile(
        &mut self,
        photometric: Option<u64>,
        samples: usize,
        report: &mut Report,
    ) -> Result<Option<Field>, Refusal> {
        let Some((at, bytes)) = self.extent(field::PROFILE) else { return Ok(None) };
        self.source.seek(at);
        let profile = match self.source.take(bytes, colour::MOST) {
            Err(Refusal::Large | Refusal::Short) => None,
            other => Some(other?),
        };
        let fits = |space: &colour::Space| match photometric {
            Some(0 | 1) => space.is_grey(),
            Some(2 | YCBCR | PALETTE) => !space.is_grey() && (samples >= 3 || photometric == Some(PALETTE)),
            _ => false,
        };
        let space = profile.as_ref().and_then(|profile| colour::canonical(profile));
        let fixed = space.filter(|space| *space != colour::Space::Srgb && fits(space)).map(colour::Space::profile);
        report.note_if(fixed.as_deref() != profile.as_deref().map(Vec::as_slice), Removed::ColourProfile);
        let numbers = |fixed: Vec<u8>| fixed.into_iter().map(u64::from).collect();
        Ok(fixed.map(|fixed| Field { tag: field::PROFILE, kind: Kind::Undefined, numbers: numbers(fixed) }))
    }
}
