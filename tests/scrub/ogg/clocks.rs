//! Positions that tell for how long a stream had run, and streams that have headers alone.

use std::time::Instant;

use amanat::testimony::scrub::Refusal;

use super::{
    build::{Page, file, opus, page, pages},
    made,
};
use crate::house::{CANARY, decoded, scrub};

const NOWHERE: u64 = u64::MAX;

/// The file, every page with data of the stream `serial` later.
fn later(all: &mut [Page], serial: u32, units: u64) {
    for page in all.iter_mut().filter(|page| page.serial == serial && page.granule != NOWHERE) {
        let head = [b"\x01vorbis", b"\x80theora", b"\x81theora", b"\x03vorbis"]
            .iter()
            .any(|head| page.body.starts_with(*head));
        if !head && !page.body.starts_with(b"Opus") && !page.body.starts_with(b"Speex") && page.granule > 0 {
            page.granule += units;
        }
    }
}

/// The first position of a file.
fn begins(bytes: &[u8]) -> u64 {
    pages(bytes).iter().map(|page| page.granule).find(|granule| *granule > 0 && *granule != NOWHERE).unwrap()
}

#[test]
fn a_stream_begins_at_nought_whenever_it_was_tapped() {
    for (codec, extension) in [
        ("-vn -c:a libvorbis -page_duration 100000", "ogg"),
        ("-vn -c:a libopus -page_duration 60000", "opus"),
        ("-vn -ac 6 -c:a libopus -mapping_family 1 -frame_duration 60 -page_duration 180000", "opus"),
        ("-vn -c:a libopus -frame_duration 2.5 -page_duration 50000", "opus"),
        ("-vn -c:a libopus", "opus"),
        ("-vn -ar 16000 -c:a libspeex", "ogg"),
        ("-an -c:v libtheora", "ogv"),
    ] {
        let bytes = made(codec, extension);
        let plain = scrub(&bytes).unwrap();
        assert!(!plain.removed.contains(&"times"), "{codec}: {:?}", plain.removed);
        let mut all = pages(&bytes);
        let (serial, shift) = (all[0].serial, if extension == "ogv" { 6 } else { 0 });
        // Speex begins a little before nought, where nothing tells a later beginning from it.
        let exact = !codec.contains("speex");
        for units in [1, 48_000 * 3600 * 24].into_iter().skip(usize::from(!exact)) {
            let mut tapped = all.clone();
            later(&mut tapped, serial, units << shift);
            let clean = scrub(&file(&tapped)).unwrap();
            assert!(clean.bytes == plain.bytes || !exact, "{codec}, {units}");
            assert!(clean.bytes.len() == plain.bytes.len() && begins(&clean.bytes) >> shift < 50_000, "{codec}");
            assert!(clean.removed.contains(&"times"), "{codec}, {units}");
        }
        // One that begins in the middle: its first page of data is gone.
        let first = all.iter().position(|page| page.granule > 0 && page.granule != NOWHERE).unwrap();
        if first + 1 < all.len() {
            all.remove(first);
            let cut = file(&all);
            let clean = scrub(&cut).unwrap();
            assert_eq!(decoded(&cut, extension), decoded(&clean.bytes, extension), "{codec}");
            assert!(begins(&clean.bytes) >> shift < 50_000, "{codec}");
        }
    }
}

#[test]
fn streams_that_run_together_are_set_back_together() {
    let bytes = made("-c:v libtheora -c:a libvorbis -page_duration 100000", "ogv");
    let plain = scrub(&bytes).unwrap();
    let mut all = pages(&bytes);
    let [film, sound] =
        [b"\x80theora", b"\x01vorbis"].map(|head| all.iter().find(|page| page.body.starts_with(head)).unwrap().serial);
    // An hour, at 10 pictures and 44,100 samples a second.
    later(&mut all, film, 36_000 << 6);
    later(&mut all, sound, 44_100 * 3600);
    let clean = scrub(&file(&all)).unwrap();
    assert!(clean.bytes == plain.bytes && clean.removed.contains(&"times"));
    // Half a second between them stays.
    later(&mut all, sound, 22_050);
    let apart = pages(&scrub(&file(&all)).unwrap().bytes);
    let there = pages(&plain.bytes);
    let moved: Vec<u64> =
        apart.iter().zip(&there).map(|(one, other)| one.granule.wrapping_sub(other.granule)).collect();
    assert!(moved.contains(&22_050) && moved.iter().all(|units| matches!(units, 0 | 22_050)), "{moved:?}");
}

#[test]
fn positions_that_make_no_sense_stay_and_nothing_is_made_of_them() {
    for granule in [0, 1, NOWHERE - 1, 1 << 63] {
        let mut all = opus(&[&[8, 1, 2], &[8, 3, 4], &[8, 5, 6]]);
        all[2].granule = granule;
        let clean = scrub(&file(&all)).unwrap();
        assert_eq!(pages(&clean.bytes)[3].granule, 2 * 960, "{granule}");
    }
}

#[test]
fn headers_alone_are_no_sound() {
    let whole = file(&opus(&[&[8, 1, 2]]));
    let headers = file(&opus(&[]));
    assert!(matches!(scrub(&headers), Err(Refusal::Malformed(_))));
    let mut open = opus(&[]);
    open.push(Page { segments: vec![255], body: vec![8; 255], ..page(77, 2, 0, NOWHERE, &[]) });
    assert!(matches!(scrub(&file(&open)), Err(Refusal::Malformed(_))), "a packet that does not end");
    // Links that are empty are left out, and those around them stay.
    let clean = scrub(&[&headers[..], &whole, &headers, &whole, &headers].concat()).unwrap();
    assert!(clean.removed.contains(&"stray bytes"));
    assert_eq!(pages(&clean.bytes).len(), 6);
    assert_eq!(pages(&clean.bytes).iter().filter(|page| page.flags & 2 != 0).count(), 2);
}

#[test]
fn false_pages_are_searched_for_in_the_time_that_their_bytes_take() {
    let whole = file(&opus(&[&[8, 1, 2]]));
    // Each says that it is as long as a page can be.
    let fake = [b"OggS\0\0".as_slice(), &[0; 20], &[255; 256]].concat();
    let mut bytes = whole.clone();
    bytes.extend_from_slice(&fake.repeat(20_000));
    let start = Instant::now();
    assert!(matches!(scrub(&bytes), Err(Refusal::Large)));
    assert!(start.elapsed().as_secs() < 20);
    // Many that cost little are no reason to refuse a file.
    let few = [&whole[..], &b"OggS\x01".repeat(20_000), CANARY.as_bytes()].concat();
    assert!(scrub(&few).unwrap().bytes == scrub(&whole).unwrap().bytes);
}
