//! Damaged files: refused or rebuilt, and never anything else.

use amanat::testimony::scrub::{Refusal, clean};

use super::made;
use crate::house::mutate::mutate;

/// Mutations of each fixture; `AMANAT_MUTATIONS` has another number.
const MUTATIONS: u64 = 150;

#[test]
fn damage_never_ends_in_doubt() {
    let fixtures = [
        made("-c:v libx264 -bf 2 -c:a aac -t 0.3 -movflags +faststart", "mp4"),
        made("-c:v libx265 -x265-params log-level=0 -c:a aac -t 0.3 -movflags frag_keyframe+empty_moov", "mp4"),
        made("-c:v libx264 -c:a aac -t 0.3 -movflags frag_every_frame+default_base_moof", "mp4"),
        made("-c:v mjpeg -c:a pcm_s16le -t 0.2", "mov"),
        made("-c:v mpeg4 -c:a adpcm_ima_qt -t 0.3", "mov"),
        made("-c:v prores -c:a pcm_s24le -t 0.1 -timecode 01:00:00:00", "mov"),
        made("-vn -c:a alac -t 0.3", "m4a"),
        made("-c:v libaom-av1 -cpu-used 8 -c:a libopus -t 0.2", "mp4"),
        made("-an -c:v libx265 -x265-params log-level=0:repeat-headers=1:hrd=1:vbv-maxrate=500:vbv-bufsize=500", "mp4"),
        made(
            "-an -c:v libx264 -x264-params repeat-headers=1:nal-hrd=vbr:vbv-maxrate=500:vbv-bufsize=500 -t 0.2",
            "mp4",
        ),
        made("-an -c:v mpeg4 -bf 2 -g 5", "3gp"),
    ];
    let count = crate::house::soak(MUTATIONS, 13_000);
    let mut kept = 0;
    for (number, fixture) in fixtures.iter().enumerate() {
        for seed in 0..count {
            let damaged = mutate(fixture, seed);
            let length = damaged.len() as u64;
            let result = clean(&mut std::io::Cursor::new(damaged), length, Box::new(Vec::new()));
            assert!(!matches!(result, Err(Refusal::Unstable)), "fixture {number}, seed {seed}");
            kept += u64::from(result.is_ok_and(|clean| clean.bytes <= 2 * length + 4096));
        }
    }
    assert!(kept > 0);
}
