//! Films that were trimmed: what an edit list does not show is no longer there.

use super::{made, places};
use crate::house::{CANARY, decoded, ffmpeg, scrub, sings};

/// Shows of each track what begins `start` and ends `end` hundredths of a second after its own beginning.
fn trimmed(bytes: &[u8], start: u32, end: u32) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let number = |bytes: &[u8], at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    let movie = number(&bytes, places(&bytes, b"mvhd")[0] + 20);
    let tracks: Vec<(usize, usize)> = places(&bytes, b"elst").into_iter().zip(places(&bytes, b"mdhd")).collect();
    for (list, header) in tracks {
        let from = number(&bytes, list + 20) + start * number(&bytes, header + 20) / 100;
        bytes[list + 16..list + 20].copy_from_slice(&((end - start) * movie / 100).to_be_bytes());
        bytes[list + 20..list + 24].copy_from_slice(&from.to_be_bytes());
    }
    bytes
}

/// Puts the canary into the media at so many hundredths of it.
fn sung(bytes: &[u8], hundredths: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = places(&bytes, b"mdat")[0];
    let size = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let at = at + size * hundredths / 100;
    bytes[at..at + CANARY.len()].copy_from_slice(CANARY.as_bytes());
    bytes
}

#[test]
fn what_was_cut_away_is_gone() {
    for (args, extension) in [
        ("-c:v libx264 -g 5 -bf 2 -c:a aac", "mp4"),
        ("-c:v libx265 -x265-params log-level=0:keyint=5:min-keyint=5 -tag:v hvc1 -c:a aac", "mp4"),
        ("-c:v mpeg4 -g 5 -bf 2 -c:a libmp3lame", "mp4"),
        ("-c:v libvpx-vp9 -deadline realtime -g 5 -c:a libopus", "mp4"),
        ("-c:v mjpeg -c:a pcm_s16le", "mov"),
        ("-vn -c:a aac", "m4a"),
    ] {
        let original = made(args, extension);
        let whole = scrub(&original).unwrap();
        assert!(!whole.removed.contains(&"cut-away parts"), "{args}");
        for (start, end) in [(0, 20), (0, 33), (30, 50), (41, 60), (17, 40)] {
            let changed = trimmed(&original, start, end);
            let clean = scrub(&changed).unwrap_or_else(|refusal| panic!("{args} {start} {end}: {refusal}"));
            assert_eq!(decoded(&changed, extension), decoded(&clean.bytes, extension), "{args} {start} {end}");
            if end < 50 {
                assert!(clean.removed.contains(&"cut-away parts"), "{args} {start} {end}");
                assert!(clean.bytes.len() < whole.bytes.len(), "{args} {start} {end}");
            }
        }
    }
}

#[test]
fn of_a_sound_that_begins_late_what_stood_before_goes() {
    let folder = tempfile::tempdir().unwrap();
    for (codec, extension) in
        [("aac", "mp4"), ("aac", "mov"), ("libopus", "mp4"), ("libmp3lame", "mp4"), ("ac3", "mp4"), ("alac", "m4a")]
    {
        // Noise, and so that a decoder's own noise counts.
        let input = "-f lavfi -i anoisesrc=d=6:r=48000:a=0.3:seed=7";
        ffmpeg(&format!("{input} -c:a {codec} it.{extension}"), folder.path());
        let original = std::fs::read(folder.path().join(format!("it.{extension}"))).unwrap();
        let whole = scrub(&original).unwrap().bytes.len();
        for (start, end) in [(300, 500), (437, 600), (99, 600), (101, 130)] {
            let changed = trimmed(&original, start, end);
            let clean = scrub(&changed).unwrap_or_else(|refusal| panic!("{codec} {start}: {refusal}"));
            assert_eq!(decoded(&changed, extension), decoded(&clean.bytes, extension), "{codec} {start} {end}");
            // A second before what is heard may stay.
            let most = whole * (end - start.saturating_sub(100) + 40) as usize / 600;
            assert!(clean.bytes.len() <= most.max(whole / 2), "{codec} {start} {end}");
        }
    }
}

#[test]
fn no_byte_of_what_was_cut_away_stays() {
    // Codecs whose samples are not parsed: the canary may stand in any of them.
    let original = made("-an -c:v libvpx-vp9 -deadline realtime -g 5", "mp4");
    let end = trimmed(&sung(&original, 95), 0, 20);
    assert!(sings(&end) && !sings(&scrub(&end).unwrap().bytes));
    let start = trimmed(&sung(&original, 5), 50, 60);
    assert!(sings(&start) && !sings(&scrub(&start).unwrap().bytes));
    // What is shown is not touched.
    assert!(sings(&scrub(&trimmed(&sung(&original, 5), 0, 20)).unwrap().bytes));
}

#[test]
fn other_speeds_and_several_parts_are_left_alone() {
    let original = trimmed(&made("-an -c:v libx264 -g 5 -bf 2", "mp4"), 0, 20);
    let list = places(&original, b"elst")[0];
    let mut slow = original.clone();
    slow[list + 25] = 2;
    assert!(!scrub(&slow).unwrap().removed.contains(&"cut-away parts"));
    let mut still = original;
    still[list + 16..list + 20].fill(0);
    assert!(!scrub(&still).unwrap().removed.contains(&"cut-away parts"));
}
