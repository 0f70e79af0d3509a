//! Codecs that are kept, and their configurations: RFC 9559, section 5.1.4.1.21, and draft-ietf-cellar-codec.

mod legacy;
mod sound;
mod video;
mod xiph;

use super::{Refusal, Removed, Report};
use crate::testimony::scrub::movie::filter::Filter;

/// Longest configuration in bytes.
const MOST_PRIVATE: usize = 1 << 20;

/// What a track carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Media {
    Video,
    Sound,
}

/// How a frame is rebuilt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Recode {
    /// As a sample of MP4 is.
    Sample(Filter),
    /// H.264 with start codes in the place of lengths, as browsers record it.
    StartCodes,
    /// Apple `ProRes` without the frame's size and mark, which are not stored.
    ProRes,
    /// Opus with so many streams: padding is cleared.
    Opus(u8),
}

impl Recode {
    /// Nothing is left out.
    pub(super) const PLAIN: Self = Self::Sample(Filter::Plain);

    /// True where a rebuilt frame may have another size.
    pub(super) fn resizes(self) -> bool {
        match self {
            Self::Sample(filter) => filter.resizes(),
            Self::StartCodes => true,
            Self::Opus(_) | Self::ProRes => false,
        }
    }
}

/// A codec as it is written.
pub(super) struct Codec {
    /// Its name.
    pub id: &'static str,
    /// Its configuration.
    pub private: Option<Vec<u8>>,
    pub recode: Recode,
}

impl Codec {
    /// A codec without a configuration, whose frames are kept as they are.
    fn plain(id: &'static str) -> Self {
        Self { id, private: None, recode: Recode::PLAIN }
    }

    /// True for codecs whose alpha plane stands beside the pictures.
    pub(super) fn may_have_alpha(&self) -> bool {
        matches!(self.id, "V_VP8" | "V_VP9")
    }

    /// True for pictures without a codec.
    pub(super) fn is_raw(&self) -> bool {
        self.id == "V_UNCOMPRESSED"
    }
}

/// Reads a codec by its name and its configuration.
pub(super) fn read(media: Media, name: &[u8], private: Option<&[u8]>, report: &mut Report) -> Result<Codec, Refusal> {
    let given = private.unwrap_or_default();
    if given.len() > MOST_PRIVATE {
        return Err(Refusal::Large);
    }
    let codec = match media {
        Media::Video => video::read(name, given, report)?,
        Media::Sound => sound::read(name, given)?,
    };
    let kept = codec.private.as_deref().unwrap_or_default();
    report.note_if(kept != given, Removed::CodecUserData);
    Ok(codec)
}
