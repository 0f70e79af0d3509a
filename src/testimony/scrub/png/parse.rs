//! A PNG's chunks in order, taken into a model of the allow-listed ones.

use super::{
    ancillary,
    animation::{Animation, Control, MOST_FRAMES},
    chunk::{Chunk, SIGNATURE},
    data::Data,
    header::Header,
    palette::{self, Palette},
    space::{self, Colour},
};
use crate::testimony::scrub::{Refusal, Removed, Report, aspect, colour, colour::Space, orientation, source::Source};

/// One picture's compressed data.
pub(super) struct Image {
    pub(super) control: Option<Control>,
    pub(super) data: Data,
}

/// What is kept of a file.
pub(super) struct Model {
    pub(super) header: Header,
    pub(super) palette: Palette,
    pub(super) colour: Colour,
    pub(super) aspect: Option<[u32; 2]>,
    pub(super) orientation: Option<u8>,
    pub(super) animation: Option<Animation>,
    /// The picture first, then the frames that are stored apart from it.
    pub(super) images: Vec<Image>,
    profile: Option<Space>,
    /// Ancillary chunks that were inflated.
    inflated: usize,
    /// What the next image has to say before it.
    control: Option<Control>,
    /// False once a frame cannot be understood.
    frames_go_on: bool,
}

/// Most ancillary chunks that are inflated.
const MOST_INFLATED: usize = 8;
/// Most bytes of a chunk that is read as a whole; of other chunks so much is looked at.
const MOST: usize = colour::MOST;
const LOOK: u64 = 128;

/// Reads a file into a model.
pub(super) fn parse(source: &mut Source<'_>, report: &mut Report) -> Result<Model, Refusal> {
    if source.array()? != SIGNATURE {
        return Err(Refusal::Malformed("the PNG signature is not whole"));
    }
    let first = Chunk::read(source, SIGNATURE.len() as u64)?.ok_or(Refusal::Short)?;
    match &first.name {
        b"IHDR" if first.whole => {}
        b"CgBI" => return Err(Refusal::Unsupported("the picture is in Apple's own variant of PNG")),
        _ => return Err(Refusal::Malformed("the PNG header is not first")),
    }
    let header = Header::parse(&source.take(first.length, 13)?)?;
    let mut model = Model {
        header,
        palette: Palette::default(),
        colour: Colour::default(),
        aspect: None,
        orientation: None,
        animation: None,
        images: Vec::new(),
        profile: None,
        inflated: 0,
        control: None,
        frames_go_on: true,
    };
    let mut at = first.next();
    loop {
        let Some(chunk) = Chunk::read(source, at)? else {
            report.note_if(at < source.length(), Removed::StrayBytes);
            break;
        };
        at = chunk.next();
        if chunk.name == *b"IEND" {
            report.note_if(chunk.length > 0 || at < source.length(), Removed::StrayBytes);
            break;
        }
        if chunk.name == *b"IDAT" && model.images.is_empty() {
            at = model.picture(source, &chunk)?;
        } else if chunk.name == *b"fdAT" && model.control.is_some() && !model.images.is_empty() {
            at = model.frame(source, &chunk)?;
        } else {
            model.chunk(source, &chunk, report)?;
        }
    }
    model.settle(report)?;
    Ok(model)
}

impl Model {
    fn picture(&mut self, source: &mut Source<'_>, first: &Chunk) -> Result<u64, Refusal> {
        let control = self.control.take().filter(|control| control.covers(&self.header));
        let data = Data::new(first);
        self.images.push(Image { control, data });
        data.end(source)
    }

    fn frame(&mut self, source: &mut Source<'_>, first: &Chunk) -> Result<u64, Refusal> {
        if self.images.len() > MOST_FRAMES {
            return Err(Refusal::Large);
        }
        let data = Data::new(first);
        self.images.push(Image { control: self.control.take(), data });
        data.end(source)
    }

    fn chunk(&mut self, source: &mut Source<'_>, chunk: &Chunk, report: &mut Report) -> Result<(), Refusal> {
        let whole = matches!(
            &chunk.name,
            b"PLTE"
                | b"tRNS"
                | b"cICP"
                | b"sRGB"
                | b"gAMA"
                | b"cHRM"
                | b"iCCP"
                | b"pHYs"
                | b"eXIf"
                | b"acTL"
                | b"fcTL"
                | b"tEXt"
                | b"zTXt"
        ) && chunk.length <= MOST as u64;
        let look = if whole { chunk.length } else { chunk.length.min(LOOK) };
        let data = source.take(look, MOST)?;
        // As decoders do: a wrong checksum makes an ancillary chunk nothing, and is of no matter in a critical one.
        let critical = chunk.name[0].is_ascii_uppercase();
        let sound = whole && chunk.whole && (critical || chunk.is_intact(source, &data)?);
        let kept = sound && self.take(chunk.name, &data);
        report.note_if(!kept, ancillary::kind(chunk.name, &data));
        Ok(())
    }

    /// True a few times: for each ancillary chunk that is to be inflated.
    fn may_inflate(&mut self) -> bool {
        self.inflated += 1;
        self.inflated <= MOST_INFLATED
    }

    /// Takes what a chunk says. False where something of it is not kept as it is.
    fn take(&mut self, name: [u8; 4], data: &[u8]) -> bool {
        let early = self.images.is_empty();
        match &name {
            b"PLTE" if early => data.len() <= palette::MOST && self.palette.take_colours(data, &self.header),
            b"tRNS" if early => self.palette.take_transparency(data, &self.header),
            b"cICP" | b"sRGB" | b"gAMA" | b"cHRM" if early => self.colour.take(name, data),
            b"iCCP" if early => {
                // Each may inflate to megabytes: what decoders do not read after the first is not looked at here either.
                if self.may_inflate() {
                    self.profile = self.profile.or_else(|| space::profile(data));
                }
                false
            }
            b"pHYs" if early && self.aspect.is_none() => {
                self.aspect = aspect::parse(data);
                self.aspect.is_some_and(|its| aspect::bytes(its) == data)
            }
            b"acTL" if early && self.animation.is_none() => {
                self.animation = Animation::parse(data);
                self.animation.is_some()
            }
            b"fcTL" => self.take_control(data),
            _ => {
                let first = self.orientation.is_none();
                if name != *b"zTXt" || self.may_inflate() {
                    self.orientation = self.orientation.or_else(|| ancillary::turned(name, data));
                }
                first && name == *b"eXIf" && self.orientation.is_some_and(|its| orientation::block(its) == data)
            }
        }
    }

    fn take_control(&mut self, data: &[u8]) -> bool {
        let control = Control::parse(data, &self.header).filter(|_| self.frames_go_on && self.control.is_none());
        self.frames_go_on &= control.is_some();
        self.control = control;
        control.is_some()
    }

    fn settle(&mut self, report: &mut Report) -> Result<(), Refusal> {
        if self.images.is_empty() {
            return Err(Refusal::Malformed("there is no picture in it"));
        }
        if self.header.needs_palette() && self.palette.colours.is_none() {
            return Err(Refusal::Malformed("the palette is missing"));
        }
        self.colour = std::mem::take(&mut self.colour).settle(self.profile, &self.header);
        report.note_if(self.colour.drops_numbers(), Removed::ColourProfile);
        report.note_if(self.control.is_some(), Removed::FurtherPictures);
        self.settle_frames(report);
        Ok(())
    }

    /// Keeps as many frames as are played: none of a picture that does not say that it is animated.
    fn settle_frames(&mut self, report: &mut Report) {
        let before = self.images.iter().filter(|image| image.control.is_some()).count();
        let playing = self.animation.map_or(0, |animation| usize::try_from(animation.frames).unwrap_or(usize::MAX));
        let mut seen = 0_usize;
        for image in &mut self.images {
            if image.control.is_some() && seen >= playing {
                image.control = None;
            }
            seen += usize::from(image.control.is_some());
        }
        self.images.retain(|image| image.control.is_some() || !image.data.is_frame());
        if seen == 0 {
            report.note_if(self.animation.take().is_some(), Removed::FurtherPictures);
        }
        report.note_if(seen < before, Removed::FurtherPictures);
    }
}
