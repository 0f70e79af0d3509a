//! Samples that an encoder put before the sound, where a tag alone says how many: `iTunSMPB`. Players leave them out;
//! since the tag goes, an edit says the same.

use super::{Cursor, Media, Place, Refusal, Source, boxes};
use crate::testimony::scrub::movie::{Track, samples::Edit};

/// The tag's text and its boxes, in bytes.
const MOST_TAG: u64 = 512;
/// Most tags that are looked through.
const MOST_TAGS: usize = 1024;
/// More samples than any encoder puts before the sound.
const MOST_PRIMING: u32 = 16_384;

/// Looks for the tag in a movie's user data.
pub(super) fn priming(source: &mut Source<'_>, user_data: Place) -> Result<Option<u32>, Refusal> {
    let Some(meta) = find(source, user_data, *b"meta")? else { return Ok(None) };
    let within = Place { start: meta.start.saturating_add(4).min(meta.end), ..meta };
    let Some(list) = find(source, within, *b"ilst")? else { return Ok(None) };
    let mut here = list.start;
    for _ in 0..MOST_TAGS {
        let Some(tag) = boxes::at(source, here, list.end)? else { break };
        here = tag.end;
        if tag.kind != *b"----" || tag.length() > MOST_TAG {
            continue;
        }
        source.seek(tag.start);
        let body = source.take(tag.length(), usize::try_from(MOST_TAG).unwrap_or(0))?;
        let (mut cursor, mut named) = (Cursor(&body), false);
        while let Some((kind, body)) = cursor.child() {
            named |= kind == *b"name" && body.get(4..) == Some(b"iTunSMPB");
            if named && kind == *b"data" {
                let text = std::str::from_utf8(body.get(8..).unwrap_or_default()).unwrap_or_default();
                let number = text.split_ascii_whitespace().nth(1).and_then(|hex| u32::from_str_radix(hex, 16).ok());
                return Ok(number.filter(|number| (1..MOST_PRIMING).contains(number)));
            }
        }
    }
    Ok(None)
}

fn find(source: &mut Source<'_>, within: Place, kind: [u8; 4]) -> Result<Option<Place>, Refusal> {
    let mut here = within.start;
    for _ in 0..MOST_TAGS {
        let Some(place) = boxes::at(source, here, within.end)? else { break };
        if place.kind == kind {
            return Ok(Some(place));
        }
        here = place.end;
    }
    Ok(None)
}

/// Lets the one track of a sound begin after `priming` samples; the movie then counts in the track's units.
pub(super) fn apply(tracks: &mut [Track], priming: u32, timescale: &mut u32) {
    if let [track] = tracks
        && track.media == Media::Sound
        && track.edits.is_empty()
    {
        let whole = track.samples.times.sum();
        *timescale = track.timescale;
        if let Some(duration) = whole.checked_sub(u64::from(priming)).filter(|left| *left > 0) {
            track.edits.push(Edit { duration, from: i64::from(priming), rate: 1 << 16 });
        }
    }
}
