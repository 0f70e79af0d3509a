//! A WebP's chunks in order, taken into a model of the allow-listed ones (RFC 9649, 2.5 to 2.7).

use super::{chunk::Chunk, lossless::MOST_STEPS, picture::Picture};
use crate::testimony::scrub::{Refusal, Removed, Report, colour, colour::Space, orientation, source::Source};

/// Most frames of an animation.
const MOST_FRAMES: usize = 50_000;
/// Bytes of `RIFF`, a length and `WEBP`.
pub(super) const HEAD: u64 = 12;
/// Bytes of a frame's own header.
pub(super) const FRAME_HEAD: u64 = 16;
/// Most chunks inside one frame; three have a use.
const MOST_PARTS: usize = 1_000;

/// A frame of an animation.
pub(super) struct Frame {
    /// Left and top, in twos of pixels.
    pub(super) place: [u8; 6],
    /// How long it is shown, in thousandths of a second.
    pub(super) duration: [u8; 3],
    /// How it is laid on, and what becomes of it.
    pub(super) flags: u8,
    pub(super) picture: Picture,
}

impl Frame {
    /// True if it lies within a canvas of this size, as stored.
    fn is_inside(&self, canvas: [u8; 6]) -> bool {
        let [w0, w1, w2, h0, h1, h2] = canvas;
        let [x0, x1, x2, y0, y1, y2] = self.place;
        let number = |a, b, c| u32::from_le_bytes([a, b, c, 0]);
        let right = number(x0, x1, x2) * 2 + self.picture.width;
        let bottom = number(y0, y1, y2) * 2 + self.picture.height;
        right <= number(w0, w1, w2) + 1 && bottom <= number(h0, h1, h2) + 1
    }
}

/// What is kept of a file.
#[derive(Default)]
pub(super) struct Model {
    pub(super) space: Option<Space>,
    pub(super) orientation: Option<u8>,
    /// Width and height less one, in three bytes each, as stored.
    pub(super) canvas: Option<[u8; 6]>,
    /// How often an animation is played.
    pub(super) plays: Option<[u8; 2]>,
    pub(super) still: Option<Picture>,
    pub(super) frames: Vec<Frame>,
}

/// Reads a file into a model.
pub(super) fn parse(source: &mut Source<'_>, report: &mut Report) -> Result<Model, Refusal> {
    source.seek(4);
    let says = u64::from(source.u32_le()?);
    let end = says.saturating_add(8).min(source.length());
    report.note_if(source.length() > end, Removed::StrayBytes);
    let first = Chunk::read(source, HEAD, end)?.ok_or(Refusal::Short)?;
    let mut model = Model::default();
    match &first.name {
        b"VP8 " | b"VP8L" => {
            model.still = Some(Picture::read(source, &first, None, &mut { MOST_STEPS }, report)?);
            rest(source, first.next(), end, report)?;
            return Ok(model);
        }
        b"VP8X" if first.length >= 10 => {}
        _ => return Err(Refusal::Malformed("it does not begin with a picture")),
    }
    source.seek(first.data);
    let [flags, _, _, _, canvas @ ..] = source.array::<10>()?;
    model.canvas = Some(canvas);
    report.note_if(first.length > 10, Removed::StrayBytes);
    model.extended(source, first.next(), end, flags & 2 != 0, report)?;
    if model.still.is_none() && model.frames.is_empty() {
        return Err(Refusal::Malformed("there is no picture in it"));
    }
    Ok(model)
}

impl Model {
    fn extended(
        &mut self,
        source: &mut Source<'_>,
        mut at: u64,
        end: u64,
        animated: bool,
        report: &mut Report,
    ) -> Result<(), Refusal> {
        let mut alpha = None;
        let mut steps = MOST_STEPS;
        let mut goes_on = true;
        while let Some(chunk) = Chunk::read(source, at, end)? {
            at = chunk.next();
            match &chunk.name {
                b"ICCP" => self.profile(source, &chunk, report)?,
                b"EXIF" => self.exif(source, &chunk, report)?,
                b"ANIM" if animated && self.plays.is_none() && chunk.length >= 6 => {
                    // What is behind the pictures is a wish that viewers ignore.
                    source.seek(chunk.data.saturating_add(4));
                    self.plays = Some(source.array()?);
                }
                b"ANMF" if animated && goes_on && self.plays.is_some() => {
                    let frame = frame(source, &chunk, &mut steps, report);
                    goes_on = self.take(frame, report)?;
                }
                b"ALPH" if !animated && self.still.is_none() && alpha.is_none() => alpha = Some(chunk),
                b"VP8 " | b"VP8L" if !animated && self.still.is_none() => {
                    self.still = Some(Picture::read(source, &chunk, alpha.take(), &mut steps, report)?);
                }
                _ => report.note(kind(chunk.name)),
            }
        }
        report.note_if(at < end || alpha.is_some(), Removed::StrayBytes);
        Ok(())
    }

    /// Keeps a frame. False where it is not one: an animation then ends with those before it.
    fn take(&mut self, frame: Result<Frame, Refusal>, report: &mut Report) -> Result<bool, Refusal> {
        let inside = frame.and_then(|frame| {
            let fits = self.canvas.is_some_and(|canvas| frame.is_inside(canvas));
            fits.then_some(frame).ok_or(Refusal::Malformed("a frame does not lie within the picture"))
        });
        match inside {
            Ok(_) if self.frames.len() >= MOST_FRAMES => Err(Refusal::Large),
            Ok(frame) => {
                self.frames.push(frame);
                Ok(true)
            }
            Err(Refusal::Short | Refusal::Malformed(_)) if !self.frames.is_empty() => {
                report.note(Removed::FurtherPictures);
                Ok(false)
            }
            Err(refusal) => Err(refusal),
        }
    }

    fn profile(&mut self, source: &mut Source<'_>, chunk: &Chunk, report: &mut Report) -> Result<(), Refusal> {
        let mut same = false;
        if self.space.is_none() && chunk.whole && chunk.length <= colour::MOST as u64 {
            source.seek(chunk.data);
            let profile = source.take(chunk.length, colour::MOST)?;
            self.space = colour::canonical(&profile).filter(|space| *space != Space::Srgb && !space.is_grey());
            same = self.space.is_some_and(|space| space.profile() == **profile);
        }
        report.note_if(!same, Removed::ColourProfile);
        Ok(())
    }

    fn exif(&mut self, source: &mut Source<'_>, chunk: &Chunk, report: &mut Report) -> Result<(), Refusal> {
        let mut same = false;
        if self.orientation.is_none() {
            source.seek(chunk.data);
            let block = source.take(chunk.length.min(orientation::MOST as u64), orientation::MOST)?;
            self.orientation = orientation::read(&block);
            same = self.orientation.is_some_and(|its| orientation::block(its) == **block);
        }
        report.note_if(!same, Removed::Exif);
        Ok(())
    }
}

/// Notes what comes after the picture of a simple file: nothing of it counts.
fn rest(source: &mut Source<'_>, mut at: u64, end: u64, report: &mut Report) -> Result<(), Refusal> {
    while let Some(chunk) = Chunk::read(source, at, end)? {
        at = chunk.next();
        report.note(kind(chunk.name));
    }
    report.note_if(at < end, Removed::StrayBytes);
    Ok(())
}

fn frame(source: &mut Source<'_>, chunk: &Chunk, steps: &mut u64, report: &mut Report) -> Result<Frame, Refusal> {
    if chunk.length < FRAME_HEAD {
        return Err(Refusal::Short);
    }
    source.seek(chunk.data);
    let place = source.array()?;
    let [w0, w1, w2, h0, h1, h2] = source.array()?;
    let [d0, d1, d2, flags] = source.array()?;
    let (width, height) = (u32::from_le_bytes([w0, w1, w2, 0]) + 1, u32::from_le_bytes([h0, h1, h2, 0]) + 1);
    let end = chunk.data.saturating_add(chunk.length);
    let mut at = chunk.data.saturating_add(FRAME_HEAD);
    let (mut alpha, mut picture) = (None, None);
    let mut parts = 0;
    while let Some(part) = Chunk::read(source, at, end)? {
        at = part.next();
        parts += 1;
        match &part.name {
            _ if parts > MOST_PARTS => return Err(Refusal::Large),
            b"ALPH" if alpha.is_none() && picture.is_none() => alpha = Some(part),
            b"VP8 " | b"VP8L" if picture.is_none() => {
                picture = Some(Picture::read(source, &part, alpha.take(), steps, report)?);
            }
            _ => report.note(kind(part.name)),
        }
    }
    report.note_if(at < end, Removed::StrayBytes);
    let picture = picture.ok_or(Refusal::Malformed("a frame has no picture"))?;
    if (picture.width, picture.height) != (width, height) {
        return Err(Refusal::Malformed("a frame and its picture are not of one size"));
    }
    Ok(Frame { place, duration: [d0, d1, d2], flags: flags & 3, picture })
}

/// What a chunk that is not kept is reported as.
fn kind(name: [u8; 4]) -> Removed {
    match &name {
        b"XMP " => Removed::Xmp,
        b"EXIF" => Removed::Exif,
        b"ICCP" => Removed::ColourProfile,
        b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ANMF" => Removed::FurtherPictures,
        _ => Removed::UnknownParts,
    }
}
