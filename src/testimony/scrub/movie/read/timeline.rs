//! Where the samples of fragments stand on the movie's time line. In a file of fragments, edit lists move a track, and
//! players cut nothing off by them; in a file with one index, they cut. So they are written anew.

use super::fragment::Progress;
use crate::testimony::scrub::movie::{Track, samples::Edit};

/// The speed of an edit that shows what is there.
const AS_IT_IS: u32 = 1 << 16;

/// Writes the edits of all tracks anew.
pub(super) fn line_up(tracks: &mut [Track], progress: &[Progress], timescale: u32) {
    let begins: Vec<Option<i128>> =
        tracks.iter().zip(progress).map(|(track, own)| begin(track, own, timescale)).collect();
    let earliest = begins.iter().flatten().copied().min().unwrap_or(0);
    for ((track, own), begin) in tracks.iter_mut().zip(progress).zip(begins) {
        let Some(begin) = begin else {
            after_index(track, own, timescale);
            continue;
        };
        let first = first_shown(track);
        track.edits.clear();
        let late = u64::try_from(begin - earliest).unwrap_or(0);
        if late == 0 && first == 0 {
            continue;
        }
        if late > 0 {
            track.edits.push(Edit { duration: late, from: -1, rate: AS_IT_IS });
        }
        let duration = on_movie(track.samples.times.sum(), track.timescale, timescale);
        track.edits.push(Edit { duration, from: i64::from(first), rate: AS_IT_IS });
    }
}

fn on_movie(time: u64, units: u32, timescale: u32) -> u64 {
    let time = u128::from(time) * u128::from(timescale) / u128::from(units.max(1));
    u64::try_from(time).unwrap_or(u64::MAX)
}

/// When the first decoded sample is shown after its decoding, where that is later.
fn first_shown(track: &Track) -> u32 {
    let first = track.samples.shown.0.first().map_or(0, |(_, later)| later.cast_signed());
    u32::try_from(first).unwrap_or(0)
}

/// When a track's first sample is shown, in the movie's time scale; `None` for one that has samples before its
/// fragments, or edits that do more than move it.
fn begin(track: &Track, own: &Progress, timescale: u32) -> Option<i128> {
    if own.before > 0 {
        return None;
    }
    let mut late = i128::from(on_movie(own.start.unwrap_or(0), track.timescale, timescale));
    let from = match track.edits.as_slice() {
        [] => 0,
        [edit] if edit.from >= 0 => edit.from,
        [empty, edit] if empty.from < 0 && edit.from >= 0 => {
            late += i128::from(empty.duration);
            edit.from
        }
        _ => return None,
    };
    let from = on_movie(from.unsigned_abs(), track.timescale, timescale);
    let shown = on_movie(u64::from(first_shown(track)), track.timescale, timescale);
    Some(late + i128::from(shown) - i128::from(from))
}

/// Edits of a track that has samples before its fragments go on with those of the fragments.
fn after_index(track: &mut Track, own: &Progress, timescale: u32) {
    let added = own.decoded.saturating_sub(own.before);
    let (Ok(from), Some(last)) = (i64::try_from(own.before), track.edits.last_mut()) else { return };
    if last.duration == 0 && last.from >= 0 {
        last.duration = on_movie(own.decoded, track.timescale, timescale);
    } else if added > 0 {
        let duration = on_movie(added, track.timescale, timescale);
        track.edits.push(Edit { duration, from, rate: AS_IT_IS });
    }
}
