//! Films that were cut off on their way, and tracks without samples.

use amanat::testimony::scrub::Refusal;

use super::{made, places};
use crate::house::{decoded, scrub};

const MISSING: &str = "an end that was missing";

/// Where the media begins.
fn media(bytes: &[u8]) -> usize {
    *places(bytes, b"mdat").last().unwrap() + 8
}

/// Writes numbers at a distance from the box of this kind and place.
fn over(bytes: &mut [u8], kind: &[u8; 4], place: usize, distance: usize, number: u32) {
    let at = places(bytes, kind)[place] + distance;
    bytes[at..at + 4].copy_from_slice(&number.to_be_bytes());
}

#[test]
fn what_is_missing_of_a_film_is_told() {
    let whole = made("-c:v libx264 -g 5 -c:a aac -movflags +faststart", "mp4");
    let clean = scrub(&whole).unwrap();
    assert!(!clean.removed.contains(&MISSING));
    let torn = scrub(&whole[..whole.len() * 3 / 4]).unwrap();
    assert!(torn.removed.contains(&MISSING));
    let fragments = made("-c:v libx264 -g 5 -c:a aac -movflags frag_keyframe+empty_moov", "mp4");
    let torn = scrub(&fragments[..fragments.len() * 3 / 4]).unwrap();
    assert!(torn.removed.contains(&MISSING));
}

#[test]
fn a_film_without_its_pictures_is_refused() {
    let whole = made("-c:v libx264 -c:a aac -movflags +faststart", "mp4");
    for bytes in [0, 1, 40] {
        let torn = scrub(&whole[..media(&whole) + bytes]);
        assert!(matches!(torn, Err(Refusal::Malformed(_))), "{bytes}");
    }
    // The sound is there.
    let mut last = whole.clone();
    let behind = u32::try_from(whole.len()).unwrap();
    over(&mut last, b"stco", 0, 16, behind);
    assert!(matches!(scrub(&last), Err(Refusal::Malformed(_))));
    let fragments = made("-c:v libx264 -c:a aac -movflags frag_keyframe+empty_moov", "mp4");
    let head = places(&fragments, b"moof")[0];
    assert!(matches!(scrub(&fragments[..head]), Err(Refusal::Malformed(_))));
}

#[test]
fn a_track_without_samples_is_left_out() {
    let mut film = made("-c:v libx264 -c:a aac", "mp4");
    for (kind, distance) in [(b"stsz", 16), (b"stco", 12), (b"stsc", 12), (b"stts", 12)] {
        over(&mut film, kind, 1, distance, 0);
    }
    let clean = scrub(&film).unwrap();
    assert_eq!(places(&clean.bytes, b"trak").len(), 1);
    assert_eq!(decoded(&clean.bytes, "mp4").lines().count(), 1);
    assert!(clean.removed.contains(&"unknown parts"));
}

#[test]
fn a_film_with_a_hole_is_refused() {
    let mut film = made("-an -c:v libx264 -g 5 -movflags +frag_keyframe", "mp4");
    scrub(&film).unwrap();
    // One fragment's samples are said to be behind the end, and the next one's are there.
    over(&mut film, b"trun", 0, 16, 0x00ff_ffff);
    assert!(matches!(scrub(&film), Err(Refusal::Malformed(_))));
}

#[test]
fn samples_do_not_stand_in_the_index() {
    let mut film = made("-an -c:v libvpx-vp9 -deadline realtime", "mp4");
    let index = u32::try_from(places(&film, b"moov")[0] + 8).unwrap();
    over(&mut film, b"stco", 0, 16, index);
    assert!(matches!(scrub(&film), Err(Refusal::Malformed(_))));
}
