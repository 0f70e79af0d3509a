//! What stands before the first scan besides tables: read from application segments, written as fixed ones.

use super::{
    super::{
        Refusal, Removed, Report,
        colour::{self, Space},
        sink::Sink,
    },
    exif, xmp,
};

const JFIF: &[u8] = b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0";
const ADOBE: &[u8] = b"Adobe\0\x64\0\0\0\0";
const ICC: &[u8] = b"ICC_PROFILE\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";

/// What decoders take from application segments.
#[derive(Default)]
pub(super) struct Header {
    jfif: bool,
    /// The transform of Adobe's segment.
    adobe: Option<u8>,
    /// The first Exif block's, where it has one.
    orientation: Option<u16>,
    exif: bool,
    /// The first XMP packet's, which counts where no Exif block has one.
    xmp: Option<u16>,
    /// Parts of the colour profile, by their numbers, and their bytes in all.
    profile: Vec<(u8, Vec<u8>)>,
    profile_bytes: usize,
}

impl Header {
    /// Takes in application segment `n` that stands before the first scan.
    pub(super) fn take(&mut self, n: u8, body: &[u8], report: &mut Report) {
        match n {
            0 if body.starts_with(b"JFIF\0") && body.len() >= JFIF.len() => {
                self.jfif = true;
                report.note_if(body.len() > JFIF.len(), Removed::Thumbnail);
                // The density is for printing, and tells programs apart.
                report.note_if(body[..JFIF.len()] != *JFIF, Removed::UnknownParts);
            }
            1 if body.starts_with(exif::START) => self.exif(body, report),
            1 if body.starts_with(XMP) => {
                report.note(Removed::Xmp);
                self.xmp = self.xmp.or_else(|| xmp::orientation(body));
            }
            2 if body.starts_with(ICC) && body.len() > ICC.len() + 2 => {
                let bytes = &body[ICC.len() + 2..];
                self.profile_bytes = self.profile_bytes.saturating_add(bytes.len());
                if self.profile_bytes <= colour::MOST {
                    self.profile.push((body[ICC.len()], bytes.to_vec()));
                }
            }
            14 if body.starts_with(b"Adobe") && body.len() > ADOBE.len() => {
                report.note_if(body.len() != ADOBE.len() + 1 || !body.starts_with(ADOBE), Removed::UnknownParts);
                self.adobe = body.get(ADOBE.len()).copied();
            }
            _ => note(n, body, report),
        }
    }

    fn exif(&mut self, body: &[u8], report: &mut Report) {
        let found = exif::read(&body[exif::START.len()..], report);
        if !self.exif {
            self.orientation = found;
        }
        let canonical = self.orientation.is_some_and(|value| value > 1 && body == exif::block(value));
        report.note_if(self.exif || !canonical, Removed::Exif);
        self.exif = true;
    }

    /// Writes what a frame of so many components needs.
    pub(super) fn write(&mut self, components: usize, sink: &mut Sink<'_>, report: &mut Report) -> Result<(), Refusal> {
        if self.jfif {
            super::segment(0xe0, JFIF, sink)?;
        }
        let orientation = self.orientation.or(self.xmp).filter(|value| (2..=8).contains(value));
        if let Some(orientation) = orientation {
            super::segment(0xe1, &exif::block(orientation), sink)?;
        }
        if let Some(profile) = self.profile(components, report) {
            super::segment(0xe2, &[ICC, &[1, 1], &profile].concat(), sink)?;
        }
        // With one or two components nothing is transformed; a transform that is none is read as the usual one.
        let transform = match (components, self.adobe) {
            (3, Some(transform)) => Some(transform.min(1)),
            (4, Some(transform)) => Some(if transform == 0 { 0 } else { 2 }),
            _ => None,
        };
        report.note_if(self.adobe != transform, Removed::UnknownParts);
        match transform {
            Some(transform) => super::segment(0xee, &[ADOBE, &[transform]].concat(), sink),
            None => Ok(()),
        }
    }

    /// The fixed profile that stands for the one that was there.
    fn profile(&mut self, components: usize, report: &mut Report) -> Option<Vec<u8>> {
        if self.profile_bytes == 0 {
            return None;
        }
        let mut parts = std::mem::take(&mut self.profile);
        parts.sort_by_key(|(number, _)| *number);
        let parts: Vec<Vec<u8>> = parts.into_iter().map(|(_, bytes)| bytes).collect();
        let whole = self.profile_bytes <= colour::MOST;
        let profile = parts.concat();
        let space = colour::canonical(&profile)
            .filter(|space| whole && *space != Space::Srgb && components == if space.is_grey() { 1 } else { 3 });
        let fixed = space.map(Space::profile);
        report.note_if(fixed.as_ref() != Some(&profile) || parts.len() > 1, Removed::ColourProfile);
        fixed
    }
}

/// Notes what an application segment was that is not kept.
pub(super) fn note(n: u8, body: &[u8], report: &mut Report) {
    let starts = |words: &[u8]| body.starts_with(words);
    report.note(match n {
        0 if starts(b"JFXX\0") => Removed::Thumbnail,
        1 if starts(b"Exif\0") => Removed::Exif,
        1 if starts(b"http://") => Removed::Xmp,
        2 if starts(ICC) => Removed::ColourProfile,
        2 if starts(b"MPF\0") => Removed::FurtherPictures,
        13 => Removed::Iptc,
        _ => Removed::UnknownParts,
    });
}
