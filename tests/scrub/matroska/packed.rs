//! Frames in one block, frames without their beginnings, frames that were packed.

use amanat::testimony::scrub::Refusal;

use super::build::{all, block, cluster, element, film, frame, header, info, plain, simple, tracks};
use crate::house::{decoded, scrub};

/// A film with one block of the frames 1, 2 and 3.
fn laced(flags: u8, head: &[u8], sizes: [usize; 3]) -> Vec<u8> {
    let frames = [frame(1, sizes[0]), frame(2, sizes[1]), frame(3, sizes[2])].concat();
    let body = block(0, 0x80 | flags, &all(&[head, &frames]));
    film(&[&info(&[]), &tracks(&[]), &cluster(0, &element(0xa3, &body))])
}

#[test]
fn the_ways_to_tell_sizes_become_one() {
    let xiph = laced(0x02, &[2, 255, 45, 160], [300, 160, 20]);
    // 300; 140 less, in two bytes around 8191.
    let differences = laced(0x06, &[2, 0x41, 0x2c, 0x5f, 0x73], [300, 160, 20]);
    let [one, other] = [&xiph, &differences].map(|bytes| scrub(bytes).unwrap().bytes);
    assert_eq!(one, other);
    assert_eq!(decoded(&one, "mka"), decoded(&xiph, "mka"));
    let fixed = laced(0x04, &[2], [100, 100, 100]);
    let told = laced(0x02, &[2, 100, 100], [100, 100, 100]);
    let [one, other] = [&fixed, &told].map(|bytes| scrub(bytes).unwrap().bytes);
    assert_eq!(one, other);
    assert_eq!(decoded(&one, "mka"), decoded(&fixed, "mka"));
}

#[test]
fn sizes_that_do_not_fit_drop_their_block_alone() {
    let good = simple(5, &frame(9, 160));
    for (flags, head) in
        [(0x82, &[2, 255, 255, 255, 9, 9][..]), (0x84, &[2, 1]), (0x86, &[2, 0x41]), (0x86, &[9, 0x81, 0xff])]
    {
        let bad = element(0xa3, &block(0, flags, head));
        let bytes = film(&[&info(&[]), &tracks(&[]), &cluster(0, &all(&[&bad, &good]))]);
        let clean = scrub(&bytes).unwrap();
        assert!(clean.removed.contains(&"stray bytes"), "{head:?}");
        let alone = film(&[&info(&[]), &tracks(&[]), &cluster(0, &good)]);
        assert_eq!(clean.bytes, scrub(&alone).unwrap().bytes, "{head:?}");
    }
}

fn encoded(inner: &[u8]) -> Vec<u8> {
    element(0x6d80, &element(0x6240, inner))
}

#[test]
fn beginnings_that_were_left_off_are_put_back() {
    let whole = frame(1, 160);
    let stripping = all(&[&element(0x4254, &[3]), &element(0x4255, &whole[..4])]);
    let entry = encoded(&element(0x5034, &stripping));
    let bytes = film(&[&info(&[]), &tracks(&entry), &cluster(0, &simple(0, &whole[4..]))]);
    let plain = film(&[&info(&[]), &tracks(&[]), &cluster(0, &simple(0, &whole))]);
    assert_eq!(scrub(&bytes).unwrap().bytes, scrub(&plain).unwrap().bytes);
}

#[test]
fn what_is_packed_or_locked_is_refused() {
    let zlib = encoded(&element(0x5034, &element(0x4254, &[0])));
    let locked = encoded(&all(&[&element(0x5033, &[1]), &element(0x5035, &[])]));
    for entry in [zlib, locked] {
        let bytes = film(&[&info(&[]), &tracks(&entry), &cluster(0, &simple(0, &frame(1, 160)))]);
        assert!(matches!(scrub(&bytes), Err(Refusal::Unsupported(_))));
    }
    let stripping = all(&[&element(0x4254, &[3]), &element(0x4255, &[7; 100])]);
    let entry = encoded(&element(0x5034, &stripping));
    let bytes = film(&[&info(&[]), &tracks(&entry), &cluster(0, &simple(0, &frame(1, 160)))]);
    assert!(matches!(scrub(&bytes), Err(Refusal::Large)));
}

#[test]
fn what_cannot_be_understood_is_refused() {
    let one = cluster(0, &simple(0, &frame(1, 160)));
    let unsupported = [
        all(&[&header("other"), &element(0x1853_8067, &all(&[&info(&[]), &tracks(&[]), &one]))]),
        all(&[&plain(), &plain()]),
    ];
    for bytes in unsupported {
        assert!(matches!(scrub(&bytes), Err(Refusal::Unsupported(_))));
    }
    let malformed = [
        header("matroska"),
        film(&[&info(&[]), &one]),
        film(&[&info(&[]), &tracks(&[])]),
        film(&[&info(&element(0x2a_d7b1, &[0; 9])), &tracks(&[]), &cluster(0, &element(0xa3, &[0x87]))]),
    ];
    for bytes in malformed {
        assert!(matches!(scrub(&bytes), Err(Refusal::Malformed(_))));
    }
}
