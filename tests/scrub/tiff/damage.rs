//! Damaged files.

use std::time::Instant;

use amanat::testimony::scrub::Refusal;

use super::pictures;
use crate::house::{mutate::mutate, scrub};

#[test]
fn damage_ends_in_pages_or_a_refusal_and_never_in_doubt() {
    let start = Instant::now();
    let rounds = crate::house::soak(40, 5_000);
    for (place, tiff) in pictures().iter().enumerate() {
        for seed in 0..rounds {
            let mut bytes = mutate(tiff, seed);
            // Directories of these files stand at their end as often as at their start.
            if seed % 2 == 1 {
                let cut = bytes.len().saturating_sub(400);
                let tail = mutate(&bytes.split_off(cut), seed);
                bytes.extend(tail);
            }
            match scrub(&bytes) {
                Ok(clean) => assert!(clean.bytes.len() <= bytes.len() + 4_096, "{place} {seed}"),
                Err(Refusal::Unstable) => panic!("{place} {seed}"),
                Err(_) => {}
            }
        }
    }
    assert!(start.elapsed().as_secs() < 20 + rounds / 100);
}

#[test]
fn a_file_that_is_cut_off_is_refused_or_keeps_its_first_pages() {
    for tiff in pictures() {
        for at in (8..tiff.len()).step_by(97) {
            assert!(!matches!(scrub(&tiff[..at]), Err(Refusal::Unstable)), "{at}");
        }
    }
}
