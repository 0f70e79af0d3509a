//! Damaged files are cleaned or refused, always in the end, and never with a doubt about what was written.

use std::time::Instant;

use amanat::testimony::scrub::{Refusal, clean};

use super::{build, film};
use crate::house::mutate::mutate;

/// How often each fixture is damaged; more where `SCRUB_MUTATIONS` says so.
const TIMES: u64 = 300;

#[test]
fn damage_never_ends_in_panic_or_doubt() {
    let times = crate::house::soak(TIMES, 20_000);
    let short = "-t 0.5 -s 32x32";
    let fixtures = [
        build::plain(),
        film(&format!("-c:v libx264 -c:a aac {short}"), "it.mkv"),
        film(&format!("-c:v libvpx -c:a libvorbis -live 1 {short}"), "it.webm"),
        film(&format!("-c:v mjpeg -c:a flac {short}"), "it.mkv"),
        film(&format!("-c:v mpeg4 -c:a libopus {short}"), "it.mkv"),
    ];
    for (place, fixture) in fixtures.iter().enumerate() {
        for seed in 0..times {
            let damaged = mutate(fixture, seed * 8 + place as u64);
            let started = Instant::now();
            let mut content = std::io::Cursor::new(damaged.clone());
            let cleaned = clean(&mut content, damaged.len() as u64, Box::new(Vec::new()));
            assert!(started.elapsed().as_secs() < 5, "fixture {place}, seed {seed}");
            assert!(!matches!(cleaned, Err(Refusal::Unstable)), "fixture {place}, seed {seed}");
            if let Ok(cleaned) = cleaned {
                assert!(cleaned.bytes < damaged.len() as u64 * 2 + 4096, "fixture {place}, seed {seed}");
            }
        }
    }
}
