//! Which tracks are kept.

use super::{Media, Refusal, Removed, Report};
use crate::testimony::scrub::movie::{SPATIAL, Track};

/// Drops the tracks that are chapters' pictures or that stand in for another that is kept. Sound or pictures are never
/// lost otherwise: a codec that cannot be cleaned refuses the file.
pub(super) fn select(tracks: &mut Vec<Track>, chapters: &[u32], report: &mut Report) -> Result<(), Refusal> {
    let before = tracks.len();
    tracks.retain(|track| track.media == Media::Sound || !chapters.contains(&track.id));
    report.note_if(tracks.len() < before, Removed::Chapters);
    let kept: Vec<(Media, u16)> =
        tracks.iter().filter(|track| track.locked.is_none()).map(|track| (track.media, track.group)).collect();
    let mut locked = None;
    tracks.retain(|track| {
        let Some(why) = track.locked else { return true };
        // The spatial sound of phones stands beside the same sound in AAC, in the same group or in none.
        let stands_in = |(media, group): &(Media, u16)| {
            *media == track.media
                && (track.media == Media::Sound && why == SPATIAL || *group == track.group && *group != 0)
        };
        if kept.iter().any(stands_in) {
            report.note(Removed::UnknownParts);
        } else {
            locked = Some(why);
        }
        false
    });
    if let Some(why) = locked {
        return Err(Refusal::Unsupported(why));
    }
    // A track without a description and without samples is nothing.
    tracks.retain(|track| !track.entries.is_empty());
    if tracks.is_empty() {
        return Err(Refusal::Malformed("it has neither pictures nor sound"));
    }
    let mut groups: Vec<u16> = Vec::new();
    for track in tracks {
        if track.group != 0 {
            let known = groups.iter().position(|group| *group == track.group);
            let place = known.unwrap_or_else(|| {
                groups.push(track.group);
                groups.len() - 1
            });
            track.group = u16::try_from(place + 1).unwrap_or(u16::MAX);
        }
    }
    Ok(())
}
