//! Where to seek to: RFC 9559, section 5.1.5. It stands before the clusters, and so every number has eight bytes: how
//! long it is does not depend on what it says.

use super::{id, plan::Cue, write};

/// Bytes of an element with eight bytes in it, and with one.
const WIDE: u64 = 10;
const NARROW: u64 = 3;

/// Bytes of the element with `count` places; 0 without any.
pub(super) fn bytes(count: usize) -> u64 {
    let inner = count as u64 * point();
    if count == 0 { 0 } else { write::head_bytes(id::CUES, inner) + inner }
}

/// Bytes of one place.
fn point() -> u64 {
    let positions = NARROW + WIDE;
    2 + WIDE + 2 + positions
}

/// Writes the element: `places` has where each cluster begins, from the segment's body on.
pub(super) fn write(cues: &[Cue], track: usize, places: impl Iterator<Item = u64>, out: &mut Vec<u8>) {
    if cues.is_empty() {
        return;
    }
    write::head(id::CUES, cues.len() as u64 * point(), out);
    let mut wanted = cues.iter().peekable();
    for (cluster, place) in (0..).zip(places) {
        let Some(cue) = wanted.next_if(|cue| cue.cluster == cluster) else { continue };
        write::master(id::CUE_POINT, out, |out| {
            write::bytes_of(id::CUE_TIME, &cue.time.to_be_bytes(), out);
            write::master(id::CUE_TRACK_POSITIONS, out, |out| {
                write::uint(id::CUE_TRACK, track as u64 + 1, out);
                write::bytes_of(id::CUE_CLUSTER_POSITION, &place.to_be_bytes(), out);
            });
        });
    }
}
