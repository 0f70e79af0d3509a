//! Files without sizes, in another order, and torn off.

use amanat::testimony::scrub::Refusal;

use super::{
    build::{all, at, cluster, element, endless, film, frame, header, info, plain, simple, tracks},
    film as made,
};
use crate::house::{decoded, scrub};

const CLUSTER: u32 = 0x1f43_b675;
const SEGMENT: u32 = 0x1853_8067;

fn blocks(seed: u8) -> Vec<u8> {
    all(&[&simple(0, &frame(seed, 160)), &simple(10, &frame(seed + 1, 160))])
}

#[test]
fn a_recording_without_sizes_is_the_same_film() {
    let clusters = [endless(CLUSTER, &at(0, &blocks(1))), endless(CLUSTER, &at(1000, &blocks(3)))].concat();
    let bytes = all(&[&header("matroska"), &endless(SEGMENT, &all(&[&info(&[]), &tracks(&[]), &clusters]))]);
    assert_eq!(scrub(&bytes).unwrap().bytes, scrub(&plain()).unwrap().bytes);
    // What follows a cluster without a size belongs to the segment.
    let tagged = all(&[&bytes, &element(0x1254_c367, b"tags"), &cluster(2000, &blocks(5))]);
    let clean = scrub(&tagged).unwrap();
    assert!(clean.removed.contains(&"tags"));
    assert!(clean.bytes.len() > 160 * 6);
}

#[test]
fn tracks_may_stand_behind_the_clusters() {
    for ordered in [
        film(&[&cluster(0, &blocks(1)), &cluster(1000, &blocks(3)), &tracks(&[]), &info(&[])]),
        film(&[&endless(CLUSTER, &at(0, &blocks(1))), &tracks(&[]), &cluster(1000, &blocks(3)), &info(&[])]),
    ] {
        assert_eq!(scrub(&ordered).unwrap().bytes, scrub(&plain()).unwrap().bytes);
    }
}

#[test]
fn every_whole_block_before_a_tear_is_kept() {
    let original = plain();
    let mut before = 0;
    for cut in 0..original.len() {
        match scrub(&original[..cut]) {
            Ok(clean) => {
                assert!(clean.bytes.len() >= before, "{cut}");
                before = clean.bytes.len();
            }
            Err(_) => assert_eq!(before, 0, "{cut}"),
        }
    }
    assert!(before > 0 && scrub(&original).unwrap().bytes.len() > before);
}

#[test]
fn a_torn_film_shows_what_decoders_show() {
    for (args, name) in
        [("-c:v libx264 -c:a aac -live 1 -f matroska", "it.mkv"), ("-c:v libvpx -c:a libvorbis", "it.webm")]
    {
        let original = made(args, name);
        let torn = &original[..original.len() * 2 / 3];
        let clean = scrub(torn).unwrap();
        let extension = &name[3..];
        assert_eq!(decoded(&clean.bytes, extension), decoded(torn, extension), "{args}");
    }
}

#[test]
fn damage_between_clusters_is_passed_over() {
    let [one, two] = [cluster(0, &blocks(1)), cluster(1000, &blocks(3))];
    let bytes = film(&[&info(&[]), &tracks(&[]), &one, &vec![0; 70_000], &two]);
    assert_eq!(scrub(&bytes).unwrap().bytes, scrub(&plain()).unwrap().bytes);
}

#[test]
fn places_to_seek_to_are_clusters() {
    let clean = scrub(&plain()).unwrap().bytes;
    let body = memchr::memmem::find(&clean, &SEGMENT.to_be_bytes()).unwrap() + 6;
    let place = |at: usize| usize::try_from(u64::from_be_bytes(clean[at..at + 8].try_into().unwrap())).unwrap();
    let found: Vec<usize> = memchr::memmem::find_iter(&clean, &[0xf1, 0x88]).map(|at| place(at + 2)).collect();
    assert_eq!(found.len(), 2);
    for place in found {
        assert_eq!(clean[body + place..][..4], CLUSTER.to_be_bytes());
    }
}

#[test]
fn a_track_without_a_block_is_left_out() {
    let track = |number: u8| tracks(&[])[12..].iter().map(|byte| if *byte == 7 { number } else { *byte }).collect();
    let entry: Vec<u8> = track(9);
    // Tracks around both entries.
    let both = element(0x1654_ae6b, &all(&[&entry, &tracks(&[])[12..]]));
    let bytes = film(&[&info(&[]), &both, &cluster(0, &blocks(1)), &cluster(1000, &blocks(3))]);
    let clean = scrub(&bytes).unwrap();
    assert_eq!(clean.bytes, scrub(&plain()).unwrap().bytes);
    assert!(clean.removed.contains(&"unknown parts"));
    assert!(matches!(scrub(&film(&[&info(&[]), &both])), Err(Refusal::Malformed(_))));
}

#[test]
fn what_is_missing_at_the_end_is_told() {
    let missing = "an end that was missing";
    let original = made("-c:v libx264 -c:a aac", "it.mkv");
    assert!(!scrub(&original).unwrap().removed.contains(&missing));
    assert!(scrub(&original[..original.len() * 2 / 3]).unwrap().removed.contains(&missing));
}
