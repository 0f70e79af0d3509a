//! What a film says it has and that is not in the file: it was cut off on its way, or never written to its end.

use super::{Media, Place, Refusal, Removed, Report};
use crate::testimony::scrub::movie::{Track, samples::End};

/// Leaves out samples that are not in a file of `length` bytes, and tracks without any. Pictures are not lost without a
/// word: what is left of a film's begin is kept and told of, and otherwise the film is refused.
pub(super) fn leave_out(
    tracks: &mut Vec<Track>,
    length: u64,
    index: Place,
    report: &mut Report,
) -> Result<(), Refusal> {
    let seen = |tracks: &[Track]| tracks.iter().any(|track| track.media == Media::Video);
    let (mut torn, pictures) = (false, seen(tracks));
    for track in &mut *tracks {
        match track.samples.cut(length) {
            End::Whole => {}
            End::Torn => torn = true,
            End::Between => {
                return Err(Refusal::Malformed("its index places some of its pictures or sounds outside of it"));
            }
        }
        let samples = &track.samples;
        let inside = |(offset, bytes): (u64, u64)| offset < index.end && offset.saturating_add(bytes) > index.start;
        let places = samples.chunks.iter().map(|chunk| (chunk.offset, samples.sizes.bytes(chunk.first, chunk.count)));
        if places.filter(|(_, bytes)| *bytes > 0).any(inside) {
            return Err(Refusal::Malformed("its pictures or sounds stand in its own index"));
        }
    }
    report.note_if(torn, Removed::TornOff);
    let before = tracks.len();
    tracks.retain(|track| track.samples.sizes.count() > 0);
    report.note_if(tracks.len() < before, Removed::UnknownParts);
    match (pictures && !seen(tracks), tracks.is_empty()) {
        (true, _) if torn => Err(Refusal::Malformed("all of its pictures are missing; perhaps its end was cut off")),
        (_, true) if torn => Err(Refusal::Malformed("all of its sound is missing; perhaps its end was cut off")),
        (_, true) => Err(Refusal::Malformed("it has neither pictures nor sound")),
        _ => Ok(()),
    }
}
