//! Tracks: RFC 9559, section 5.1.4. Each entry is read into numbers, and written from them under a number of its own.

mod encoding;
mod fields;
mod picture;
mod sound;

use super::{
    Refusal, Removed, Report,
    codec::{self, Codec, Media, Recode},
    id,
    part::{Parts, first, float, text, uint},
    write,
};

/// Most tracks, those that are dropped too.
const MOST_TRACKS: usize = 128;
/// Longest delay and longest run before a place that is sought, in nanoseconds.
const LONGEST_DELAY: u64 = 60_000_000_000;
/// The language of a track whose language is not told.
const NO_LANGUAGE: &[u8] = b"und";

/// A track that is kept.
pub(super) struct Track {
    /// Its number in the source.
    pub source: u64,
    pub media: Media,
    codec: Codec,
    /// Its elements other than numbers and codec, as they are written.
    body: Vec<u8>,
    /// Bytes that every frame begins with, and that stand in the source's list of tracks only.
    pub stripped: Vec<u8>,
    /// True where its blocks may carry an alpha plane.
    pub alpha: bool,
}

impl Track {
    /// How its frames are rebuilt.
    pub(super) fn recode(&self) -> Recode {
        self.codec.recode
    }
}

/// Reads the list of tracks: those that are kept.
pub(super) fn read(body: &[u8], report: &mut Report) -> Result<Vec<Track>, Refusal> {
    let mut tracks: Vec<Track> = Vec::new();
    let mut seen = 0;
    for (id, body) in Parts(body) {
        match id {
            id::TRACK_ENTRY => {
                seen += 1;
                if seen > MOST_TRACKS {
                    return Err(Refusal::Large);
                }
                let Some(track) = entry(body, tracks.len() as u64 + 1, report)? else { continue };
                if tracks.iter().any(|other| other.source == track.source) {
                    return Err(Refusal::Malformed("two of its tracks have one number"));
                }
                tracks.push(track);
            }
            id::VOID => report.note(Removed::Padding),
            id::CRC => {}
            _ => report.note(Removed::UnknownParts),
        }
    }
    if tracks.is_empty() {
        return Err(Refusal::Unsupported("a film without pictures and without sound"));
    }
    Ok(tracks)
}

/// Writes the list of tracks.
pub(super) fn write(tracks: &[Track], out: &mut Vec<u8>) {
    write::master(id::TRACKS, out, |out| {
        for (number, track) in (1..).zip(tracks) {
            write::master(id::TRACK_ENTRY, out, |out| {
                write::uint(id::TRACK_NUMBER, number, out);
                write::uint(id::TRACK_UID, number, out);
                write::uint(id::TRACK_TYPE, if track.media == Media::Video { 1 } else { 2 }, out);
                write::bytes_of(id::LANGUAGE, NO_LANGUAGE, out);
                write::bytes_of(id::CODEC_ID, track.codec.id.as_bytes(), out);
                if let Some(private) = &track.codec.private {
                    write::bytes_of(id::CODEC_PRIVATE, private, out);
                }
                out.extend_from_slice(&track.body);
            });
        }
    });
}

/// Reads one entry; `None` for a track that is left out. `number` is the one that it would get.
fn entry(body: &[u8], number: u64, report: &mut Report) -> Result<Option<Track>, Refusal> {
    let value = |id| first(body, id).map(uint).transpose();
    let source = value(id::TRACK_NUMBER)?.ok_or(Refusal::Malformed("a track has no number"))?;
    let media = match value(id::TRACK_TYPE)?.unwrap_or(0) {
        1 => Media::Video,
        2 => Media::Sound,
        other => {
            report.note(match other {
                0x11 => Removed::TextTracks,
                0x21 => Removed::Telemetry,
                _ => Removed::UnknownParts,
            });
            return Ok(None);
        }
    };
    notes(body, number, report);
    let name = first(body, id::CODEC_ID).map(text).unwrap_or_default();
    let codec = codec::read(media, name, first(body, id::CODEC_PRIVATE), report)?;
    let stripped = first(body, id::CONTENT_ENCODINGS).map(encoding::read).transpose()?.unwrap_or_default();
    let mut written = Vec::new();
    let mut alpha = false;
    match media {
        Media::Video => alpha = picture::rebuild(first(body, id::VIDEO), &codec, &mut written, report)?,
        Media::Sound => sound::rebuild(first(body, id::AUDIO), &mut written, report)?,
    }
    if alpha {
        write::uint(id::MAX_BLOCK_ADDITION_ID, 1, &mut written);
    }
    if let Some(nanoseconds) = value(id::DEFAULT_DURATION)?.filter(|ns| (1..=LONGEST_DELAY).contains(ns)) {
        write::uint(id::DEFAULT_DURATION, nanoseconds, &mut written);
    }
    for delay in [id::CODEC_DELAY, id::SEEK_PRE_ROLL] {
        if let Some(nanoseconds) = value(delay)?.filter(|ns| (1..=LONGEST_DELAY).contains(ns)) {
            write::uint(delay, nanoseconds, &mut written);
        }
    }
    let scale = first(body, id::TRACK_TIMESTAMP_SCALE).map(float).transpose()?.unwrap_or(1.0);
    if (0.01..0.999).contains(&scale) || (1.001..=100.0).contains(&scale) {
        write::float(id::TRACK_TIMESTAMP_SCALE, scale, &mut written);
    }
    Ok(Some(Track { source, media, codec, body: written, stripped, alpha }))
}

/// Notes what a rebuilt entry does not have.
fn notes(body: &[u8], number: u64, report: &mut Report) {
    for (id, body) in Parts(body) {
        match id {
            id::TRACK_UID => report.note_if(uint(body).ok() != Some(number), Removed::Identifiers),
            id::NAME | id::LANGUAGE_BCP47 => report.note(Removed::TrackNames),
            id::LANGUAGE => report.note_if(text(body) != NO_LANGUAGE, Removed::TrackNames),
            id::CODEC_NAME => report.note(Removed::Software),
            id::VOID => report.note(Removed::Padding),
            id::TRACK_NUMBER
            | id::TRACK_TYPE
            | id::FLAG_ENABLED
            | id::FLAG_DEFAULT
            | id::FLAG_FORCED
            | id::FLAG_LACING
            | id::MIN_CACHE
            | id::MAX_CACHE
            | id::DEFAULT_DURATION
            | id::TRACK_TIMESTAMP_SCALE
            | id::MAX_BLOCK_ADDITION_ID
            | id::CODEC_ID
            | id::CODEC_PRIVATE
            | id::CODEC_DECODE_ALL
            | id::CODEC_DELAY
            | id::SEEK_PRE_ROLL
            | id::CONTENT_ENCODINGS
            | id::VIDEO
            | id::AUDIO
            | id::CRC => {}
            _ => report.note(Removed::UnknownParts),
        }
    }
}
