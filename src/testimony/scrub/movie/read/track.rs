//! One track: ISO/IEC 14496-12, section 8.3.

use super::{Budget, Media, Place, Refusal, Removed, Report, Source, boxes, header, notes, tables};
use crate::testimony::scrub::movie::{
    Track,
    entry::{self, Entry},
    samples::Samples,
};

/// Most references from one track to others.
const MOST_REFERENCES: usize = 4096;
/// Bytes of a list of data references: paths of aliases are in it.
const MOST_DATA_REFERENCES: usize = 64 * 1024;

/// Reads a track; `None` where it carries neither pictures nor sound. The tracks that are its chapters go to `chapters`.
pub(super) fn track(
    source: &mut Source<'_>,
    place: Place,
    timescale: u32,
    chapters: &mut Vec<u32>,
    budget: &mut Budget,
    report: &mut Report,
) -> Result<Option<Track>, Refusal> {
    let (parts, _) = boxes::children(source, place)?;
    let (Some(head), Some(media)) = (boxes::first(&parts, *b"tkhd"), boxes::first(&parts, *b"mdia")) else {
        report.note(Removed::UnknownParts);
        return Ok(None);
    };
    let (media_parts, stray) = boxes::children(source, media)?;
    let Some(handler) = boxes::first(&media_parts, *b"hdlr") else {
        report.note(Removed::UnknownParts);
        return Ok(None);
    };
    for part in parts.iter().filter(|part| part.kind == *b"tref") {
        references(source, *part, chapters, report)?;
    }
    let kind = match &header::handler(source, handler, report)? {
        b"vide" => Media::Video,
        b"soun" => Media::Sound,
        other => {
            report.note(match other {
                b"text" | b"sbtl" | b"subt" | b"subp" | b"clcp" => Removed::TextTracks,
                b"meta" | b"tmcd" | b"camm" | b"data" => Removed::Telemetry,
                b"auxv" | b"pict" => Removed::FurtherPictures,
                _ => Removed::UnknownParts,
            });
            return Ok(None);
        }
    };
    report.note_if(stray, Removed::StrayBytes);
    let head = header::track(source, head, report)?;
    let mut track = Track {
        id: head.id,
        media: kind,
        enabled: head.enabled,
        group: head.group,
        orientation: head.orientation,
        size: if kind == Media::Video { head.size } else { (0, 0) },
        timescale,
        edits: Vec::new(),
        entries: Vec::new(),
        samples: Samples::none(),
        locked: None,
    };
    for part in &parts {
        match &part.kind {
            b"tkhd" | b"mdia" | b"tref" => {}
            b"edts" => {
                let (lists, _) = boxes::children(source, *part)?;
                if let Some(list) = boxes::first(&lists, *b"elst") {
                    track.edits = header::edits(source, list)?;
                }
            }
            _ => notes::dropped(source, *part, report)?,
        }
    }
    for part in media_parts {
        match &part.kind {
            b"hdlr" => {}
            b"mdhd" => {
                let units = header::media(source, part, report)?;
                track.timescale = if units == 0 { timescale } else { units };
            }
            b"minf" => information(source, part, &mut track, budget, report)?,
            _ => notes::dropped(source, part, report)?,
        }
    }
    Ok(Some(track))
}

fn references(
    source: &mut Source<'_>,
    place: Place,
    chapters: &mut Vec<u32>,
    report: &mut Report,
) -> Result<(), Refusal> {
    let (parts, _) = boxes::children(source, place)?;
    for part in parts.iter().filter(|part| part.kind == *b"chap") {
        report.note(Removed::Chapters);
        let body = part.body(source, MOST_REFERENCES)?;
        chapters.extend(body.as_chunks().0.iter().map(|id| u32::from_be_bytes(*id)));
    }
    Ok(())
}

fn information(
    source: &mut Source<'_>,
    place: Place,
    track: &mut Track,
    budget: &mut Budget,
    report: &mut Report,
) -> Result<(), Refusal> {
    let (parts, stray) = boxes::children(source, place)?;
    report.note_if(stray, Removed::StrayBytes);
    let mut here = Vec::new();
    for part in &parts {
        match &part.kind {
            // Written anew: nothing in them is shown.
            b"vmhd" | b"smhd" | b"stbl" => {}
            b"hdlr" => {
                let body = part.body(source, super::MOST_HEADER)?;
                report.note_if(body.iter().skip(12).any(|byte| *byte != 0), Removed::TrackNames);
            }
            b"dinf" => here = data_references(source, *part, report)?,
            _ => notes::dropped(source, *part, report)?,
        }
    }
    let table = boxes::first(&parts, *b"stbl").ok_or(Refusal::Malformed("a table of pictures or sounds is missing"))?;
    let (tables, stray) = boxes::children(source, table)?;
    report.note_if(stray, Removed::StrayBytes);
    if let Some(descriptions) = boxes::first(&tables, *b"stsd") {
        match entry::entries(source, descriptions, track.media, report)? {
            Ok(entries) => track.entries = entries,
            Err(locked) => track.locked = Some(locked),
        }
    }
    let outside = |entry: &Entry| here.get(usize::from(entry.reference).wrapping_sub(1)).is_some_and(|here| !here);
    if track.entries.iter().any(outside) {
        return Err(Refusal::Unsupported("pictures or sound that are in another file"));
    }
    track.samples = tables::samples(source, &tables, &track.entries, budget, report)?;
    Ok(())
}

/// For each data reference, whether it means this file.
fn data_references(source: &mut Source<'_>, place: Place, report: &mut Report) -> Result<Vec<bool>, Refusal> {
    let (parts, _) = boxes::children(source, place)?;
    let Some(list) = boxes::first(&parts, *b"dref") else { return Ok(Vec::new()) };
    let body = list.body(source, MOST_DATA_REFERENCES)?;
    let mut cursor = boxes::Cursor(body.get(8..).unwrap_or_default());
    let mut here = Vec::new();
    while let Some((_, reference)) = cursor.child() {
        here.push(reference.get(3).is_some_and(|flags| flags & 1 == 1));
        report.note_if(reference.len() > 4, Removed::UnknownParts);
    }
    Ok(here)
}
