//! A GIF's blocks in order, taken into a model of the allow-listed ones.

use super::{
    blocks::Reader,
    lzw::{self, Found, Step, Walk},
};
use crate::testimony::scrub::{Refusal, Removed, Report, source::Source};

/// Most pictures of an animation.
const MOST_IMAGES: usize = 50_000;

/// A table of colours where it stands.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) at: u64,
    /// Its size as the format has it: 2 to the power of this and one.
    pub(super) size: u8,
}

impl Table {
    /// Bytes of it.
    pub(super) fn bytes(&self) -> u64 {
        6 << self.size
    }

    /// The table that these flags announce, where the source stands; the source is then after it.
    fn read(flags: u8, source: &mut Source<'_>) -> Result<Option<Self>, Refusal> {
        if flags & 0x80 == 0 {
            return Ok(None);
        }
        let table = Self { at: source.position(), size: flags & 7 };
        if source.left() < table.bytes() {
            return Err(Refusal::Short);
        }
        source.skip(table.bytes());
        Ok(Some(table))
    }
}

/// What stands before a picture: its delay, what becomes of it, its transparent colour.
#[derive(Clone, Copy)]
pub(super) struct Control {
    pub(super) disposal: u8,
    /// Hundredths of a second, as stored.
    pub(super) delay: [u8; 2],
    pub(super) transparent: Option<u8>,
}

/// One picture.
pub(super) struct Image {
    pub(super) control: Option<Control>,
    /// Left, top, width and height, as stored.
    pub(super) area: [u8; 8],
    pub(super) interlaced: bool,
    pub(super) table: Option<Table>,
    /// Bits of a colour.
    pub(super) bits: u8,
    /// Where its first sub-block is.
    pub(super) data: u64,
    pub(super) found: Found,
}

/// What is kept of a file.
pub(super) struct Model {
    /// Width and height of the screen, as stored.
    pub(super) screen: [u8; 4],
    pub(super) table: Option<Table>,
    pub(super) background: u8,
    /// How often it is played, as stored.
    pub(super) plays: Option<[u8; 2]>,
    pub(super) images: Vec<Image>,
}

/// Reads a file into a model. A file that ends too early has the pictures that are there until then.
pub(super) fn parse(source: &mut Source<'_>, report: &mut Report) -> Result<Model, Refusal> {
    if !matches!(&source.array()?, b"GIF87a" | b"GIF89a") {
        return Err(Refusal::Malformed("it is of no version of GIF"));
    }
    let [a, b, c, d, flags, background, _] = source.array()?;
    let table = Table::read(flags, source)?;
    let background = if table.is_some_and(|table| u16::from(background) < 2 << table.size) { background } else { 0 };
    let mut model = Model { screen: [a, b, c, d], table, background, plays: None, images: Vec::new() };
    let mut control = None;
    loop {
        match model.block(source, &mut control, report) {
            Ok(true) => {}
            Ok(false) => break,
            Err(Refusal::Short) => {
                report.note_if(source.left() > 0, Removed::StrayBytes);
                break;
            }
            Err(refusal) => return Err(refusal),
        }
    }
    if model.images.is_empty() {
        return Err(Refusal::Malformed("there is no picture in it"));
    }
    Ok(model)
}

impl Model {
    /// Reads a block. False after the last one.
    fn block(
        &mut self,
        source: &mut Source<'_>,
        control: &mut Option<Control>,
        report: &mut Report,
    ) -> Result<bool, Refusal> {
        match source.byte()? {
            b',' => {
                let image = image(source, control.take(), report)?;
                let Some(image) = image else { return Ok(false) };
                if self.passes_over(&image) {
                    report.note(Removed::FurtherPictures);
                    return Ok(true);
                }
                if self.images.len() >= MOST_IMAGES {
                    return Err(Refusal::Large);
                }
                self.images.push(image);
            }
            b'!' => self.extension(source, control, report)?,
            b';' => {
                report.note_if(source.left() > 0, Removed::StrayBytes);
                return Ok(false);
            }
            // Some software ends a run of sub-blocks twice. Browsers stop at anything else.
            byte if byte == 0 || self.images.is_empty() => report.note(Removed::StrayBytes),
            _ => {
                report.note(Removed::StrayBytes);
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// True if nothing of a later picture is ever seen; what came before it is then shown for its time as well.
    fn passes_over(&mut self, image: &Image) -> bool {
        let sides = |[a, b, c, d]: [u8; 4]| [u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d])].map(u32::from);
        let area = |[a, b, c, d, size @ ..]: [u8; 8]| (sides([a, b, c, d]), sides(size));
        let ([left, top], [width, height]) = area(image.area);
        let screen = sides(self.screen);
        let Some(first) = self.images.first().map(|first| area(first.area)) else { return false };
        // Viewers enlarge the screen to the first picture.
        let right = screen[0].max(first.0[0] + first.1[0]);
        let bottom = screen[1].max(first.0[1] + first.1[1]);
        let seen = width > 0 && height > 0 && left < right && top < bottom;
        // Where the one before it is taken away, it does show that.
        let Some(last) = self.images.last_mut().filter(|last| !seen && last.control.is_none_or(|it| it.disposal <= 1))
        else {
            return false;
        };
        let delay = image.control.map_or(0, |control| u16::from_le_bytes(control.delay));
        if delay > 0 {
            let control = last.control.get_or_insert(Control { disposal: 0, delay: [0; 2], transparent: None });
            control.delay = u16::from_le_bytes(control.delay).saturating_add(delay).to_le_bytes();
        }
        true
    }

    fn extension(
        &mut self,
        source: &mut Source<'_>,
        control: &mut Option<Control>,
        report: &mut Report,
    ) -> Result<(), Refusal> {
        let label = source.byte()?;
        let mut reader = Reader::new();
        let mut head = Vec::with_capacity(11);
        let window = reader.window(source)?;
        head.extend_from_slice(window.get(..window.len().min(11)).unwrap_or_default());
        match (label, head.as_slice()) {
            (0xf9, [flags, a, b, transparent, ..]) => {
                let disposal = Some(flags >> 2 & 7).filter(|disposal| *disposal <= 4).unwrap_or(0);
                let transparent = (flags & 1 == 1).then_some(*transparent);
                report.note_if(control.is_some(), Removed::UnknownParts);
                *control = Some(Control { disposal, delay: [*a, *b], transparent });
                reader.used(source, 4);
                report.note_if(reader.end(source)? > 0, Removed::StrayBytes);
                return Ok(());
            }
            (0xff, b"NETSCAPE2.0" | b"ANIMEXTS1.0") => {
                reader.used(source, head.len());
                return self.plays(source, reader, report);
            }
            (0xff, b"XMP DataXMP") => report.note(Removed::Xmp),
            (0xff, b"ICCRGBG1012") => report.note(Removed::ColourProfile),
            (0xfe | 0x01, _) => report.note(Removed::Comments),
            _ => report.note(Removed::UnknownParts),
        }
        reader.end(source).map(drop)
    }

    /// The sub-block that says how often, and none of the others.
    fn plays(&mut self, source: &mut Source<'_>, mut reader: Reader, report: &mut Report) -> Result<(), Refusal> {
        let says = match *reader.window(source)? {
            [1, a, b] => Some([a, b]),
            _ => None,
        };
        if says.is_some() {
            reader.used(source, 3);
        }
        let more = reader.end(source)? > 0;
        report.note_if(more || says.is_none() || self.plays.is_some(), Removed::UnknownParts);
        self.plays = self.plays.or(says);
        Ok(())
    }
}

/// Reads a picture. `None` where it cannot be one.
fn image(source: &mut Source<'_>, control: Option<Control>, report: &mut Report) -> Result<Option<Image>, Refusal> {
    let area = source.array()?;
    let flags = source.byte()?;
    let table = Table::read(flags, source)?;
    let bits = source.byte()?;
    if !(1..=8).contains(&bits) {
        report.note(Removed::StrayBytes);
        return Ok(None);
    }
    let data = source.position();
    let [_, _, _, _, w0, w1, h0, h1] = area;
    let pixels = u64::from(u16::from_le_bytes([w0, w1])) * u64::from(u16::from_le_bytes([h0, h1]));
    source.work(lzw::TABLES)?;
    let mut walk = Walk::new(bits, pixels);
    let mut reader = Reader::new();
    let mut later = None;
    loop {
        let window = reader.window(source)?;
        let n = window.len();
        if n == 0 {
            break;
        }
        let step = walk.take(window);
        reader.used(source, n);
        if let Step::Done { later: bytes } = step {
            later = Some(bytes as u64);
            break;
        }
    }
    let found = walk.found();
    match reader.end(source) {
        Ok(left) => {
            let stray = later.is_some_and(|later| !walk.ends_well(left.saturating_add(later)));
            report.note_if(stray, Removed::StrayBytes);
        }
        // The file ends in this picture.
        Err(Refusal::Short) if found.pixels == 0 => return Err(Refusal::Short),
        Err(Refusal::Short) => {}
        Err(refusal) => return Err(refusal),
    }
    Ok(Some(Image { control, area, interlaced: flags & 0x40 != 0, table, bits, data, found }))
}
