//! Files whose boxes the test changes: what hides in them goes, and what cannot be cleaned refuses the file.

use amanat::testimony::scrub::Refusal;

use super::{boxed, made, places, planted};
use crate::house::{CANARY, decoded, scrub, sings};

fn film() -> Vec<u8> {
    made("-c:v libx264 -bf 2 -c:a aac", "mp4")
}

/// Puts bytes over those at a distance from each box of a kind.
fn over(bytes: &[u8], kind: &[u8; 4], distance: usize, with: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    // The list of brands has names of codecs too.
    let found: Vec<usize> = places(&bytes, kind).into_iter().filter(|at| *at == 0 || *at > 40).collect();
    assert!(!found.is_empty());
    for at in found {
        bytes[at + distance..at + distance + with.len()].copy_from_slice(with);
    }
    bytes
}

#[test]
fn no_box_is_a_hiding_place() {
    let (original, canary) = (film(), CANARY.as_bytes());
    let paths: [&[&[u8; 4]]; 11] = [
        &[],
        &[b"moov"],
        &[b"moov", b"trak"],
        &[b"moov", b"trak", b"edts"],
        &[b"moov", b"trak", b"mdia"],
        &[b"moov", b"trak", b"mdia", b"hdlr"],
        &[b"moov", b"trak", b"mdia", b"minf"],
        &[b"moov", b"trak", b"mdia", b"minf", b"dinf"],
        &[b"moov", b"trak", b"mdia", b"minf", b"stbl"],
        &[b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd", b"avc1"],
        &[b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd", b"avc1", b"avcC"],
    ];
    for path in paths {
        for kind in [b"free", b"uuid", b"meta", b"udta", b"Xtra", b"zzzz", b"colr"] {
            let changed = planted(&original, path, &boxed(kind, canary));
            let clean = scrub(&changed).unwrap_or_else(|refusal| panic!("{path:?} {kind:?}: {refusal}"));
            assert!(!sings(&clean.bytes), "{path:?} {kind:?}");
            assert!(clean.bytes == scrub(&original).unwrap().bytes, "{path:?} {kind:?}");
        }
        let clean = scrub(&planted(&original, path, canary)).unwrap();
        assert!(!sings(&clean.bytes), "{path:?}");
    }
    assert!(
        scrub(&planted(&original, &[b"moov"], &boxed(b"udta", &boxed(b"\xa9xyz", canary))))
            .unwrap()
            .removed
            .contains(&"location")
    );
}

#[test]
fn no_field_is_a_hiding_place() {
    let original = film();
    let clean = scrub(&original).unwrap().bytes;
    let canary = CANARY.as_bytes();
    for (kind, distance, with) in [
        (b"mvhd", 12, &canary[..8]),
        (b"mvhd", 84, canary),
        (b"tkhd", 12, &canary[..8]),
        (b"mdhd", 12, &canary[..8]),
        (b"mdhd", 28, &canary[..2]),
        (b"avc1", 24, &canary[..8]),
        (b"avc1", 50, canary),
        (b"smhd", 12, &canary[..4]),
        (b"vmhd", 12, &canary[..8]),
        (b"mp4a", 18, &canary[..6]),
        (b"ftyp", 16, &canary[..12]),
    ] {
        let changed = over(&original, kind, distance, with);
        assert!(scrub(&changed).unwrap().bytes == clean, "{kind:?} {distance}");
    }
}

#[test]
fn bytes_around_samples_go_and_a_torn_end_is_cut() {
    let original = film();
    let changed = planted(&original, &[b"mdat"], CANARY.as_bytes());
    let clean = scrub(&changed).unwrap();
    assert!(!sings(&clean.bytes) && clean.removed.contains(&"stray bytes"));
    assert_eq!(decoded(&changed, "mp4"), decoded(&clean.bytes, "mp4"));

    let whole = made("-c:v libx264 -bf 2 -c:a aac -movflags +faststart", "mp4");
    let torn = scrub(&whole[..whole.len() * 3 / 4]).unwrap();
    assert!(torn.removed.contains(&"an end that was missing") && torn.bytes.len() < whole.len());
    assert!(decoded(&torn.bytes, "mp4").lines().count() == 2);
    assert!(matches!(scrub(&original[..original.len() / 2]), Err(Refusal::Malformed(_))));
}

#[test]
fn what_cannot_be_cleaned_is_refused() {
    let original = film();
    let unsupported = |bytes: &[u8]| matches!(scrub(bytes), Err(Refusal::Unsupported(_)));
    assert!(unsupported(&over(&original, b"avc1", 4, b"encv")));
    assert!(unsupported(&over(&original, b"mp4a", 4, b"enca")));
    assert!(unsupported(&over(&original, b"mp4a", 4, b"zzzz")));
    assert!(unsupported(&over(&original, b"mp4a", 4, b"apac")));
    assert!(unsupported(&over(&original, b"url ", 8, &[0; 4])));
    let malformed = |bytes: &[u8]| matches!(scrub(bytes), Err(Refusal::Malformed(_)));
    assert!(malformed(&over(&original, b"moov", 4, b"zzzz")));
    assert!(malformed(&over(&original, b"hdlr", 16, b"zzzz")));
    assert!(malformed(&over(&original, b"avcC", 4, b"zzzz")));
    // Many samples that share their bytes.
    let shared = over(&original, b"stsz", 12, &0x4000_u32.to_be_bytes());
    assert!(scrub(&shared).is_err() || scrub(&shared).unwrap().bytes.len() <= shared.len());
}

#[test]
fn positional_sound_beside_plain_sound_goes() {
    let two = made("-map 0 -map 1 -map 1 -c:v libx264 -c:a aac", "mp4");
    let last = *places(&two, b"mp4a").last().unwrap();
    let mut changed = two.clone();
    changed[last + 4..last + 8].copy_from_slice(b"apac");
    let clean = scrub(&changed).unwrap();
    assert_eq!(places(&clean.bytes, b"trak").len(), 2);
    assert_eq!(places(&scrub(&two).unwrap().bytes, b"trak").len(), 3);
}
