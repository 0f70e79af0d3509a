//! Sample descriptions, each rebuilt from the fields that a decoder needs: ISO/IEC 14496-12, section 8.5.2, and -14, -15.

pub(in crate::testimony::scrub) mod asc;
pub(in crate::testimony::scrub) mod av1;
pub(in crate::testimony::scrub) mod avc;
mod bits;
mod colour;
mod esds;
pub(in crate::testimony::scrub) mod hevc;
mod pcm;
mod sound;
mod sound_config;
mod video;

pub(super) use self::av1::{LAYERS, put_leb128};

use super::{Media, Refusal, Removed, Report, Source, boxes, boxes::Cursor, boxes::Place, filter::Filter};

/// Bytes of all descriptions of one track.
const MOST_BYTES: usize = 1 << 20;
/// Most descriptions of one track.
const MOST_DESCRIPTIONS: usize = 256;

/// A description that can be written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The whole box.
    pub bytes: Vec<u8>,
    /// Which data reference the samples are in, from 1.
    pub reference: u16,
    /// What is left out of each sample.
    pub filter: Filter,
    /// Samples and bytes of a packet, where they are told by the description.
    pub packet: Option<(u32, u32)>,
}

/// Reads the descriptions; the inner error says why one of them cannot be cleaned.
pub(super) fn entries(
    source: &mut Source<'_>,
    place: Place,
    media: Media,
    report: &mut Report,
) -> Result<Result<Vec<Entry>, &'static str>, Refusal> {
    let body = place.body(source, MOST_BYTES)?;
    let mut cursor = Cursor(&body);
    let [version, ..] = cursor.array::<4>()?;
    let count = cursor.u32()?;
    let mut entries = Vec::new();
    while entries.len() as u64 != u64::from(count) {
        let Some((kind, body)) = cursor.child() else { break };
        if entries.len() == MOST_DESCRIPTIONS {
            return Err(Refusal::Large);
        }
        let read = match media {
            Media::Video => video::entry(kind, body, report),
            Media::Sound => sound::entry(kind, body, version, report),
        };
        match read {
            Err(Refusal::Unsupported(why)) => return Ok(Err(why)),
            read => entries.push(read?),
        }
    }
    Ok(Ok(entries))
}

/// Why encrypted media is not read.
const LOCKED: &str = "pictures or sound that are locked by a rights system";
