//! Damaged and odd files: cut off, with stray bytes, mutated.

use std::time::Instant;

use amanat::testimony::scrub::Refusal;

use super::{parts::split, photo, scans::photos, tagged};
use crate::house::{CANARY, mutate::mutate, scrub, sings};

#[test]
fn a_file_that_is_cut_off_is_kept_as_far_as_it_goes() {
    for jpeg in photos() {
        let scan = jpeg.windows(2).position(|two| two == [0xff, 0xda]).unwrap();
        for at in (2..jpeg.len()).step_by(31) {
            match scrub(&jpeg[..at]) {
                Ok(clean) => {
                    assert!(clean.bytes.len() <= at + 2 && clean.bytes.ends_with(&[0xff, 0xd9]), "{at}");
                }
                Err(Refusal::Short | Refusal::Unknown) => assert!(at < scan + 16),
                Err(other) => panic!("{at}: {other:?}"),
            }
        }
    }
}

#[test]
fn fill_bytes_and_stray_bytes_before_markers_are_left_out() {
    let jpeg = photo("-interlace JPEG");
    let plain = scrub(&jpeg).unwrap().bytes;
    let mut odd = vec![0xff, 0xd8];
    for part in split(&jpeg) {
        if odd.len() > 2 && !odd.ends_with(&[0xff]) && part.marker != 0xda {
            odd.extend(CANARY.as_bytes());
        }
        odd.extend([0xff, 0xff, 0xff, 0xff, part.marker]);
        odd.extend(u16::try_from(part.body.len() + 2).unwrap().to_be_bytes());
        odd.extend(part.body);
        odd.extend(part.coded);
    }
    odd.extend([0xff, 0xff, 0xd9]);
    let clean = scrub(&odd).unwrap();
    assert!(!sings(&clean.bytes) && clean.bytes == plain);
    assert!(clean.removed.contains(&"stray bytes") && clean.removed.contains(&"padding"));
}

#[test]
fn damage_ends_in_a_picture_or_a_refusal_and_never_in_doubt() {
    let start = Instant::now();
    let mut fixtures = photos();
    fixtures.push(tagged(&photo(""), &["-Orientation=6", "-Make=Canary", "-XMP:Title=Canary", "-Comment=Canary"]));
    let rounds = crate::house::soak(60, 10_000);
    for jpeg in &fixtures {
        for seed in 0..rounds {
            let bytes = mutate(jpeg, seed);
            match scrub(&bytes) {
                Ok(clean) => assert!(clean.bytes.len() <= bytes.len() + 64, "{seed}"),
                Err(Refusal::Unstable) => panic!("seed {seed}"),
                Err(_) => {}
            }
        }
    }
    assert!(start.elapsed().as_secs() < 20 + rounds / 100);
}
