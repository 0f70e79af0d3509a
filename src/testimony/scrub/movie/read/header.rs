//! Headers of the movie, of tracks and of their media, and edit lists: ISO/IEC 14496-12, sections 8.2.2, 8.3.2, 8.4.2
//! and 8.6.6.

use super::{Cursor, MOST_HEADER, Orientation, Place, Refusal, Removed, Report, Source};
use crate::testimony::scrub::movie::samples::Edit;

/// Units in a second of a movie that needs no other.
pub(super) const TIMESCALE: u32 = 1000;
/// Most parts of an edit list.
const MOST_EDITS: u32 = 65_536;
/// ISO 639-2 `und`, packed.
pub(in super::super) const UNDETERMINED: u16 = 0x55c4;

fn times(cursor: &mut Cursor<'_>, version: u8, report: &mut Report) -> Result<(), Refusal> {
    let (made, changed) = (cursor.wide(version)?, cursor.wide(version)?);
    report.note_if(made != 0 || changed != 0, Removed::Times);
    Ok(())
}

/// A movie's time scale and orientation.
pub(super) fn movie(source: &mut Source<'_>, place: Place, report: &mut Report) -> Result<(u32, Orientation), Refusal> {
    let body = place.body(source, MOST_HEADER)?;
    let mut cursor = Cursor(&body);
    let [version, ..] = cursor.array::<4>()?;
    times(&mut cursor, version, report)?;
    let timescale = cursor.u32()?;
    cursor.wide(version)?;
    cursor.take(16)?;
    let orientation = Orientation::read(&mut cursor)?;
    // Older programs put times of previews and posters here.
    report.note_if(cursor.take(24)?.iter().any(|byte| *byte != 0), Removed::UnknownParts);
    Ok((if timescale == 0 { TIMESCALE } else { timescale }, orientation))
}

/// What a track's header says.
pub(super) struct TrackHeader {
    pub id: u32,
    pub enabled: bool,
    pub group: u16,
    pub orientation: Orientation,
    pub size: (u32, u32),
}

/// Reads a track's header.
pub(super) fn track(source: &mut Source<'_>, place: Place, report: &mut Report) -> Result<TrackHeader, Refusal> {
    let body = place.body(source, MOST_HEADER)?;
    let mut cursor = Cursor(&body);
    let [version, _, _, flags] = cursor.array()?;
    times(&mut cursor, version, report)?;
    let id = cursor.u32()?;
    cursor.u32()?;
    cursor.wide(version)?;
    cursor.take(10)?;
    let group = cursor.u16()?;
    cursor.take(4)?;
    let orientation = Orientation::read(&mut cursor)?;
    let size = (cursor.u32()?, cursor.u32()?);
    Ok(TrackHeader { id, enabled: flags & 1 == 1, group, orientation, size })
}

/// Units in a second of a track's media.
pub(super) fn media(source: &mut Source<'_>, place: Place, report: &mut Report) -> Result<u32, Refusal> {
    let body = place.body(source, MOST_HEADER)?;
    let mut cursor = Cursor(&body);
    let [version, ..] = cursor.array::<4>()?;
    times(&mut cursor, version, report)?;
    let timescale = cursor.u32()?;
    cursor.wide(version)?;
    report.note_if(cursor.u16()? != UNDETERMINED, Removed::TrackNames);
    Ok(timescale)
}

/// A media handler's kind.
pub(super) fn handler(source: &mut Source<'_>, place: Place, report: &mut Report) -> Result<[u8; 4], Refusal> {
    let body = place.body(source, MOST_HEADER)?;
    let mut cursor = Cursor(&body);
    cursor.take(8)?;
    let kind = cursor.array()?;
    let rest = cursor.0;
    report.note_if(rest.iter().any(|byte| *byte != 0), Removed::TrackNames);
    Ok(kind)
}

/// A track's edit list.
pub(super) fn edits(source: &mut Source<'_>, place: Place) -> Result<Vec<Edit>, Refusal> {
    source.seek(place.start);
    let [version, ..] = source.array::<4>()?;
    let count = source.u32()?;
    if count > MOST_EDITS {
        return Err(Refusal::Large);
    }
    let each = if version == 1 { 20 } else { 12 };
    let body = source.take(
        u64::from(count).saturating_mul(each).min(place.end.saturating_sub(place.start + 8)),
        MOST_EDITS as usize * 20,
    )?;
    let mut cursor = Cursor(&body);
    let mut edits = Vec::new();
    while cursor.0.len() as u64 >= each {
        let duration = cursor.wide(version)?;
        let from = if version == 1 { cursor.u64()?.cast_signed() } else { i64::from(cursor.u32()?.cast_signed()) };
        // Any place before the media means that nothing is shown.
        edits.push(Edit { duration, from: from.max(-1), rate: cursor.u32()? });
    }
    Ok(edits)
}
