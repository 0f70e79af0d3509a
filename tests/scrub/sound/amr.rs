//! AMR, built here: no stock tool writes it.

use amanat::testimony::scrub::{Format, Refusal};

use super::{damage, id3v1};
use crate::house::{CANARY, decoded, scrub, sings};

const NARROW: [usize; 9] = [12, 13, 15, 17, 19, 20, 26, 31, 5];
const WIDE: [usize; 10] = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5];

/// Frames of these types, with some speech in them and no padding set.
fn frames(magic: &[u8], sizes: &[usize], types: &[usize]) -> Vec<u8> {
    let mut bytes = magic.to_vec();
    for (place, kind) in types.iter().enumerate() {
        bytes.push(u8::try_from(kind << 3 | 4).unwrap());
        let size = sizes.get(*kind).copied().unwrap_or(0);
        bytes.extend(
            (0..size).map(|at| {
                u8::try_from((at * 37 + place * 11) % 251).unwrap() & if at + 1 == size { 0x80 } else { 0xff }
            }),
        );
    }
    bytes
}

fn narrow() -> Vec<u8> {
    frames(b"#!AMR\n", &NARROW, &[7, 7, 7, 7, 8, 15, 15, 0, 1, 2, 3, 4, 5, 6, 7, 7])
}

#[test]
fn frames_alone_are_kept() {
    for bytes in [narrow(), frames(b"#!AMR-WB\n", &WIDE, &[8, 8, 9, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 8])] {
        let plain = scrub(&bytes).unwrap();
        assert_eq!((plain.format, plain.removed.len()), (Format::Amr, 0));
        assert!(plain.bytes == bytes);
        for after in
            [CANARY.as_bytes().to_vec(), id3v1(), format!("<x>{}</x>", CANARY.repeat(3)).into_bytes(), vec![0xff; 40]]
        {
            let clean = scrub(&[bytes.clone(), after].concat()).unwrap();
            assert!(clean.bytes == bytes && !sings(&clean.bytes));
            assert!(clean.removed == ["stray bytes"] || clean.removed == ["tags"]);
        }
        assert_eq!(decoded(&bytes, "amr"), decoded(&plain.bytes, "amr"));
    }
}

#[test]
fn padding_is_zeros_and_a_torn_end_is_dropped() {
    let bytes = narrow();
    let mut marked = bytes.clone();
    // 244 bits of speech in 31 bytes: four bits are free.
    marked[6 + 31] |= 0x0f;
    let clean = scrub(&marked).unwrap();
    assert_eq!((clean.bytes == bytes, clean.removed), (true, vec!["codec user data"]));
    let torn = scrub(&bytes[..bytes.len() - 3]).unwrap();
    assert_eq!((torn.bytes == bytes[..bytes.len() - 32], torn.removed), (true, vec!["stray bytes"]));
    assert_eq!(decoded(&bytes[..bytes.len() - 3], "amr"), decoded(&torn.bytes, "amr"));
}

#[test]
fn sound_behind_bytes_that_are_no_frame_is_kept() {
    for (magic, sizes, kind) in [(&b"#!AMR\n"[..], &NARROW[..], 7), (b"#!AMR-WB\n", &WIDE, 2)] {
        let one = frames(magic, sizes, &[kind; 40]);
        let more = frames(b"", sizes, &[[kind].repeat(30), vec![8, 15], [kind].repeat(30)].concat());
        let word = CANARY.as_bytes();
        for between in [word, &[0xff; 9], &[0; 200], &[&[0xff][..], &[0; 700]].concat(), &one[magic.len()..][..5]] {
            let between = [&[0xff], between, &[0xff]].concat();
            let clean = scrub(&[&one[..], &between, &more].concat()).unwrap();
            assert!(clean.bytes == [&one[..], &more].concat(), "{between:?}");
            assert_eq!(clean.removed, ["stray bytes"]);
        }
        // A few frames are too few to be told from anything else.
        let few = frames(b"", sizes, &[kind; 3]);
        assert!(scrub(&[&one[..], word, &few].concat()).unwrap().bytes == one);
    }
}

#[test]
fn speech_that_ends_like_a_tag_is_kept() {
    let mut bytes = frames(b"#!AMR\n", &NARROW, &[&[7; 36][..], &[8, 7, 7]].concat());
    let tag = bytes.len() - 128;
    bytes[tag..tag + 3].copy_from_slice(b"TAG");
    for after in [vec![], vec![0xff], id3v1()] {
        assert!(scrub(&[bytes.clone(), after].concat()).unwrap().bytes == bytes);
    }
}

#[test]
fn several_channels_and_what_is_mostly_else_are_refused() {
    assert!(matches!(scrub(b"#!AMR_MC1.0\n\0\0\0\x02\x3c"), Err(Refusal::Unsupported(_))));
    assert!(matches!(scrub(b"#!AMR\n"), Err(Refusal::Malformed(_))));
    assert!(matches!(scrub(b"#!AMRSOMETHING"), Err(Refusal::Unknown)));
    let mostly = [narrow(), CANARY.repeat(100).into_bytes()].concat();
    assert!(matches!(scrub(&mostly), Err(Refusal::Malformed(_))));
}

fn files() -> Vec<Vec<u8>> {
    vec![narrow(), [frames(b"#!AMR-WB\n", &WIDE, &[8; 50]), id3v1()].concat()]
}

#[test]
fn damage_is_refused_or_repaired() {
    damage(&files(), crate::house::soak(300, 8_000));
}
