//! Tables and coded data: what no decoder reads is not there.

use super::{
    parts::{join, part, slack, split},
    photo,
};
use crate::house::{CANARY, decoded, scrub, sings};

/// Baseline and progressive, each with and without subsampling, and of one component.
pub(crate) fn photos() -> Vec<Vec<u8>> {
    let options = [
        "-quality 40",
        "-quality 95 -sampling-factor 4:2:0",
        "-quality 85 -interlace JPEG",
        "-quality 95 -interlace JPEG -sampling-factor 4:2:0",
        "-colorspace Gray -interlace JPEG",
        "-colorspace Gray",
        "-colorspace CMYK -quality 100",
    ];
    options.iter().map(|options| photo(options)).collect()
}

#[test]
fn bytes_after_the_last_block_of_a_scan_are_left_out() {
    for (place, jpeg) in photos().into_iter().enumerate() {
        let plain = scrub(&jpeg).unwrap();
        assert!(!plain.removed.contains(&"padding"), "{place}");
        assert!(plain.bytes.len() <= jpeg.len());
        let mut parts = split(&jpeg);
        slack(&mut parts, CANARY.as_bytes());
        let clean = scrub(&join(&parts)).unwrap();
        assert!(clean.bytes == plain.bytes && clean.removed.contains(&"padding"), "{place}");
        assert_eq!(decoded(&clean.bytes, "jpg"), decoded(&jpeg, "jpg"));
    }
}

#[test]
fn the_bits_that_fill_the_last_byte_are_ones() {
    // One block of one component: DC 0 and no other coefficients, each by a code of one bit.
    let jpeg = |fill: u8| {
        join(&[
            part(0xdb, &[&[0][..], &[1; 64]].concat()),
            part(0xc0, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
            part(0xc4, &[0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            part(0xc4, &[0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            super::parts::Part { marker: 0xda, body: vec![1, 1, 0, 0, 63, 0], coded: vec![fill] },
        ])
    };
    let expected = scrub(&jpeg(0x3f)).unwrap().bytes;
    assert!(expected.ends_with(&[0x3f, 0xff, 0xd9]));
    assert!(scrub(&jpeg(0x15)).unwrap().bytes == expected);
}

/// Three intervals with one grey block each, as above.
fn intervals(coded: Vec<u8>) -> Vec<u8> {
    let table = |class| part(0xc4, &[&[class, 1][..], &[0; 16]].concat());
    join(&[
        part(0xdb, &[&[0][..], &[1; 64]].concat()),
        part(0xdd, &[0, 1]),
        part(0xc0, &[8, 0, 8, 0, 24, 1, 1, 0x11, 0]),
        table(0),
        table(0x10),
        super::parts::Part { marker: 0xda, body: vec![1, 1, 0, 0, 63, 0], coded },
    ])
}

#[test]
fn restart_intervals_end_with_their_last_block_too() {
    let jpeg = |slack: &[u8], more: &[u8]| {
        intervals([&[0x3f][..], slack, &[0xff, 0xd0, 0x3f], slack, &[0xff, 0xd1, 0x3f], slack, more].concat())
    };
    let plain = scrub(&jpeg(b"", b"")).unwrap();
    assert!(plain.removed.is_empty());
    let clean = scrub(&jpeg(CANARY.as_bytes(), b"")).unwrap();
    assert!(clean.bytes == plain.bytes);
    assert_eq!(clean.removed, ["padding"]);
    let clean = scrub(&jpeg(b"", &[b"\xff\xd2", CANARY.as_bytes()].concat())).unwrap();
    assert!(clean.bytes == plain.bytes);
    assert_eq!(clean.removed, ["stray bytes"]);
}

#[test]
fn intervals_go_on_in_their_order_behind_a_damaged_restart_marker() {
    let plain = scrub(&intervals(b"\x3f\xff\xd0\x3f\xff\xd1\x3f".to_vec())).unwrap();
    let canary = CANARY.as_bytes();
    for damaged in [[0xff, 0x6d, 0xff, 0x02], [0xff, 0xbf, 0x00, 0x00]] {
        let coded = [b"\x3f", &damaged[..], canary, b"\xff\xd0\x15", canary, b"\xff\xd1\x15", canary].concat();
        let clean = scrub(&intervals(coded)).unwrap();
        assert!(clean.bytes == plain.bytes);
        assert_eq!(clean.removed, ["stray bytes", "padding"]);
    }
}

#[test]
fn tables_that_no_scan_reads_and_bytes_after_a_table_are_left_out() {
    let mut parts = split(&photo("-quality 80"));
    let plain = scrub(&join(&parts)).unwrap().bytes;
    for part in &mut parts {
        match part.marker {
            0xc4 | 0xdb if part.body.len() > 18 => part.body.extend(&CANARY.as_bytes()[..13]),
            0xc0 => part.body.extend(CANARY.as_bytes()),
            _ => {}
        }
    }
    let mut unused = vec![0x03];
    unused.extend([CANARY.as_bytes(), &[7; 50]].concat());
    let mut huffman = vec![0x13, 0, 0, 0, 0, 0, 0, 0, 14, 0, 0, 0, 0, 0, 0, 0, 0];
    huffman.extend(CANARY.as_bytes());
    parts.insert(1, part(0xdb, &unused));
    parts.insert(1, part(0xc4, &huffman));
    parts.push(part(0xdb, &unused));
    let clean = scrub(&join(&parts)).unwrap().bytes;
    assert!(!sings(&clean) && clean == plain);
}

#[test]
fn lines_that_come_after_the_first_scan_stay() {
    let mut parts = split(&photo(""));
    let frame = parts.iter().position(|part| part.marker == 0xc0).unwrap();
    let lines = parts[frame].body[1..3].to_vec();
    parts[frame].body[1..3].fill(0);
    parts.push(part(0xdc, &lines));
    let clean = scrub(&join(&parts)).unwrap();
    assert!(split(&clean.bytes).last().unwrap() == &part(0xdc, &lines));
    let last = parts.len() - 1;
    slack(&mut parts[..last], CANARY.as_bytes());
    assert!(scrub(&join(&parts)).unwrap().bytes == clean.bytes);
    parts.pop();
    assert!(scrub(&join(&parts)).is_err(), "no decoder knows how many there are");
}

#[test]
fn names_of_components_say_nothing_but_a_colour_space() {
    let named = |ids: [u8; 3]| {
        let mut parts = split(&photo("-sampling-factor 4:2:0"));
        parts.retain(|part| part.marker != 0xe0);
        for part in &mut parts {
            let (from, step) = match part.marker {
                0xc0 => (6, 3),
                0xda => (1, 2),
                _ => continue,
            };
            part.body.iter_mut().skip(from).step_by(step).zip(ids).for_each(|(id, new)| *id = new);
        }
        join(&parts)
    };
    let plain = scrub(&named([1, 2, 3])).unwrap().bytes;
    for ids in [[b'C', b'a', b'n'], [200, 1, 0]] {
        let clean = scrub(&named(ids)).unwrap().bytes;
        assert!(clean == plain, "{ids:?}");
        assert_eq!(decoded(&clean, "jpg"), decoded(&named(ids), "jpg"));
    }
    for ids in [*b"RGB", [0, 1, 2], [7, 7, 7]] {
        let clean = scrub(&named(ids)).unwrap().bytes;
        let frame = split(&clean).into_iter().find(|part| part.marker == 0xc0).unwrap();
        assert_eq!(frame.body.iter().skip(6).step_by(3).copied().collect::<Vec<_>>(), ids);
    }
}
