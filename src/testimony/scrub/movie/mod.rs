//! MP4, `QuickTime`, 3GP and M4A: ISO/IEC 14496-12, -14 and -15, the `QuickTime` File Format, 3GPP TS 26.244.
//!
//! The model is a [`Film`]: tracks of pictures and of sound, each with its sample descriptions, times and extents. The
//! rebuilt file is `ftyp`, `moov` and one `mdat`, with the samples in the order in which the source has their bytes.

mod boxes;
mod cut;
pub(super) mod entry;
pub(super) mod filter;
mod orientation;
mod read;
mod samples;
mod write;

use super::{
    Refusal, Report,
    format::{Format, HEAD},
    report::Removed,
    sink::Sink,
    source::Source,
};
use orientation::Orientation;
use samples::{Edit, Samples, Sizes};

/// Most entries of sample tables, of the whole file: some 23 hours of AAC at 48 kHz. Each takes 4 to 12 bytes
/// in memory, and 4 more where samples get other sizes.
const MOST_ENTRIES: u32 = 4_000_000;
/// Most chunks and fragment runs, of the whole file.
const MOST_CHUNKS: u32 = 1_000_000;
/// Most tracks, those that are dropped too.
const MOST_TRACKS: usize = 256;

/// What a track carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Media {
    Video,
    Sound,
}

/// A track that is kept.
struct Track {
    /// Its number in the source.
    id: u32,
    media: Media,
    enabled: bool,
    /// Tracks of the same number other than 0 stand in for each other.
    group: u16,
    orientation: Orientation,
    /// Shown width and height, in 65536ths of a pixel.
    size: (u32, u32),
    /// Units of its times in a second.
    timescale: u32,
    edits: Vec<Edit>,
    entries: Vec<entry::Entry>,
    samples: Samples,
    /// Why its codec cannot be cleaned.
    locked: Option<&'static str>,
}

/// The model of a file.
struct Film {
    format: Format,
    /// Units of edits' times in a second.
    timescale: u32,
    tracks: Vec<Track>,
    /// Bytes in all `mdat`, where all tracks were kept.
    media: Option<u64>,
}

/// True for a file that begins so.
pub(super) fn is(head: &[u8; HEAD]) -> bool {
    let kinds: [&[u8]; 8] = [b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot", b"styp"];
    let kind = &head[4..8];
    kinds.contains(&kind) || kind == b"moof"
}

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let mut film = read::film(source, report)?;
    for track in &mut film.tracks {
        cut::cut_away(track, film.timescale, report);
        begin(source, track, report)?;
    }
    let pieces = write::order(source, &mut film.tracks, film.media, report)?;
    write::measure(source, &mut film.tracks, &pieces, report)?;
    write::film(source, &film, pieces, sink, report)?;
    Ok(film.format)
}

/// Lets filters know a track's first sample.
fn begin(source: &mut Source<'_>, track: &mut Track, report: &mut Report) -> Result<(), Refusal> {
    let Some(first) = track.samples.chunks.first() else { return Ok(()) };
    let size = match &track.samples.sizes {
        Sizes::Each(sizes) => sizes.first().copied().unwrap_or(0),
        Sizes::Packets { bytes, .. } => *bytes,
    };
    for entry in track.entries.iter_mut().filter(|entry| entry.filter.waits()) {
        entry.filter = entry.filter.begun(source, &[], (first.offset, size), report)?;
    }
    Ok(())
}

/// Why Apple's positional sound is not read.
const SPATIAL: &str = "sound in the codec APAC";
