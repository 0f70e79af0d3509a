//! Damaged files: refused or rebuilt, and never anything else. Checksums are put right, so that damage goes deep.

use amanat::testimony::scrub::{Refusal, clean};

use super::{
    build::{file, pages},
    made,
};
use crate::house::{CANARY, mutate::mutate};

/// Mutations of each fixture.
const MUTATIONS: u64 = 120;

#[test]
fn damage_never_ends_in_doubt() {
    let chain = [made("-vn -c:a libvorbis -t 0.3", "ogg"), made("-vn -c:a flac -t 0.2", "ogg")].concat();
    let fixtures = [
        made("-vn -c:a libopus -t 0.3", "opus"),
        made("-vn -ac 6 -c:a libopus -mapping_family 1 -t 0.3", "opus"),
        made("-c:v libtheora -c:a libvorbis -t 0.3", "ogv"),
        made("-vn -ar 16000 -c:a libspeex -t 0.3", "ogg"),
        chain,
    ];
    let mut kept = 0;
    for (number, fixture) in fixtures.iter().enumerate() {
        for seed in 0..MUTATIONS {
            let damaged = mutate(fixture, seed);
            // Every third is left with the checksums that it has.
            let damaged = if seed % 3 == 0 { damaged } else { mended(fixture, seed) };
            let length = damaged.len() as u64;
            let result = clean(&mut std::io::Cursor::new(damaged), length, Box::new(Vec::new()));
            assert!(!matches!(result, Err(Refusal::Unstable)), "fixture {number}, seed {seed}");
            kept += u64::from(result.is_ok_and(|clean| clean.bytes <= 2 * length + 4096));
        }
    }
    assert!(kept > 100, "{kept}");
}

/// A page of it damaged, and its checksum right again.
fn mended(fixture: &[u8], seed: u64) -> Vec<u8> {
    let mut all = pages(fixture);
    let place = usize::try_from(seed).unwrap() * 7 % all.len();
    if seed.is_multiple_of(2) {
        let body = mutate(&all[place].body, seed);
        all[place].segments = vec![255; body.len().min(64_000) / 255];
        all[place].segments.push(u8::try_from(body.len().min(64_000) % 255).unwrap());
        all[place].body = body[..body.len().min(64_000)].to_vec();
    } else {
        match seed / 2 % 5 {
            0 => all[place].flags ^= 1 << (seed / 10 % 3),
            1 => drop(all.remove(place)),
            2 => all.swap(place, 0),
            3 => all[place].granule = seed,
            _ => all.insert(place, all[(place + 1) % all.len()].clone()),
        }
    }
    file(&all)
}

#[test]
fn a_file_cut_anywhere_keeps_its_whole_pages() {
    let whole = made("-vn -c:a flac -page_duration 50000", "ogg");
    let mut most = 0;
    for part in 1..40 {
        let cut = &whole[..whole.len() * part / 40];
        match clean(&mut std::io::Cursor::new(cut.to_vec()), cut.len() as u64, Box::new(Vec::new())) {
            Ok(clean) => most = most.max(clean.bytes),
            Err(error) => {
                assert!(matches!(error, Refusal::Short | Refusal::Malformed(_)) && part < 10, "{part}: {error}");
            }
        }
    }
    assert!(most > whole.len() as u64 * 3 / 4);
    let tail = [&whole[..], CANARY.as_bytes()].concat();
    let clean = crate::house::scrub(&tail).unwrap();
    assert!(!crate::house::sings(&clean.bytes));
}
