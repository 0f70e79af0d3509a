//! The segment's own parts: RFC 9559, section 5.1. Clock and tracks are read first, wherever they stand.

use memchr::memmem;

use super::{
    Refusal, Removed, Report, Source,
    element::{self, Element},
    id,
    info::{self, Info},
    track::{self, Track},
};

/// Largest list of tracks and largest clock, in bytes.
const MOST_TRACKS: usize = 4 << 20;
const MOST_INFO: usize = 1 << 20;

/// The answer to films behind one another.
const SEVERAL: Refusal = Refusal::Unsupported("several films in one file");

/// True for parts of a segment, and for what can follow one: an element whose size is not told ends before them.
pub(super) fn is_top(id: u32) -> bool {
    matches!(
        id,
        id::SEEK_HEAD
            | id::INFO
            | id::TRACKS
            | id::CLUSTER
            | id::CUES
            | id::TAGS
            | id::ATTACHMENTS
            | id::CHAPTERS
            | id::SEGMENT
            | id::EBML
    )
}

/// What stands in a segment.
pub(super) struct Segment {
    pub info: Info,
    pub tracks: Vec<Track>,
    /// First byte of its body, and one past the last.
    pub start: u64,
    pub end: u64,
    /// True if it says that it goes on behind the file's end.
    pub torn: bool,
}

/// Finds the segment behind the header, and reads its clock and its tracks.
pub(super) fn read(source: &mut Source<'_>, report: &mut Report) -> Result<Segment, Refusal> {
    let whole = source.length();
    let segment = loop {
        let part = element::next(source, whole)?.ok_or(Refusal::Malformed("it has a header and no film"))?;
        if part.id == id::SEGMENT {
            break part;
        }
        report.note(if part.id == id::VOID { Removed::Padding } else { Removed::UnknownParts });
        source.seek(part.end.ok_or(Refusal::Malformed("a part does not say where it ends"))?);
    };
    let (start, end) = (segment.start, segment.end.unwrap_or(whole).min(whole));
    let torn = segment.end.is_some_and(|end| end > whole);
    report.note_if(torn, Removed::TornOff);
    let (mut info, mut tracks) = (None, None);
    let mut at = start;
    while let Some(part) = top(source, at, end, report)? {
        if part.id == id::CLUSTER && info.is_some() && tracks.is_some() {
            break;
        }
        let close = part.end.unwrap_or(part.start);
        match part.id {
            id::INFO if info.is_none() => info = Some(info::read(&source.take(part.length(), MOST_INFO)?, report)?),
            id::TRACKS if tracks.is_none() => {
                tracks = Some(track::read(&source.take(part.length(), MOST_TRACKS)?, report)?);
            }
            _ => {}
        }
        at = close;
    }
    let tracks = tracks.ok_or(Refusal::Malformed("it does not say what tracks it has"))?;
    source.seek(end);
    if element::next(source, whole)?.is_some_and(|part| matches!(part.id, id::EBML | id::SEGMENT)) {
        return Err(SEVERAL);
    }
    Ok(Segment { info: info.unwrap_or_default(), tracks, start, end, torn })
}

/// The part of a segment that begins at `at`, or the next cluster behind what is no part of one.
pub(super) fn top(source: &mut Source<'_>, at: u64, end: u64, report: &mut Report) -> Result<Option<Element>, Refusal> {
    source.seek(at);
    if at >= end {
        return Ok(None);
    }
    match element::next(source, end)? {
        Some(part) if matches!(part.id, id::EBML | id::SEGMENT) => Err(SEVERAL),
        Some(part) if part.id == id::CLUSTER || part.end.is_some_and(|close| close <= end) => Ok(Some(part)),
        _ => {
            report.note(Removed::StrayBytes);
            search(source, at.saturating_add(1), end)
        }
    }
}

/// The next cluster from `at` on, where what stands before it makes no sense.
fn search(source: &mut Source<'_>, at: u64, end: u64) -> Result<Option<Element>, Refusal> {
    let mark = id::CLUSTER.to_be_bytes();
    let mut here = at;
    while here < end {
        source.seek(here);
        let window = source.window()?;
        let room = usize::try_from(end - here).unwrap_or(usize::MAX).min(window.len());
        let window = window.get(..room).unwrap_or_default();
        let found = memmem::find(window, &mark);
        // The mark may begin in this window's last three bytes.
        let step = found.map_or(room.saturating_sub(3), |found| found + 1);
        if let Some(found) = found {
            source.seek(here + found as u64);
            if let Some(part) = element::next(source, end)? {
                return Ok(Some(part));
            }
        }
        here += step.max(1) as u64;
    }
    Ok(None)
}
