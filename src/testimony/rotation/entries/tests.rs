use std::io::Cursor;

use proptest::prelude::*;

use super::*;
use crate::testimony::{
    digest::Sha256,
    rotation::{head::Target, write::Writer},
};

fn id(n: u8) -> TestimonyId {
    TestimonyId::from_random([n; 16])
}

fn archive(sizes: &[usize]) -> Vec<u8> {
    let target = Target { epoch: 2, manifest: Sha256([9; 32]) };
    let head = Head { kind: Kind::Headers, target, count: Some(sizes.len() as u64) };
    let mut writer = Writer::begin(Vec::new(), &head).unwrap();
    for (n, size) in (0..).zip(sizes) {
        writer.entry(id(n), &[&vec![n; *size]]).unwrap();
    }
    writer.finish().unwrap().0
}

fn read(bytes: &[u8]) -> (Vec<Entry>, Vec<Finding>) {
    let (mut entries, mut findings) = (Vec::new(), Vec::new());
    for step in Entries::begin(Cursor::new(bytes), Kind::Headers).unwrap() {
        match step.unwrap() {
            Step::Entry(entry) => entries.push(entry),
            Step::Finding(finding) => findings.push(finding),
        }
    }
    (entries, findings)
}

proptest! {
    #[test]
    fn what_is_written_reads_back(sizes in proptest::collection::vec(0_usize..2000, 0..6)) {
        let (entries, findings) = read(&archive(&sizes));
        prop_assert!(findings.is_empty(), "{findings:?}");
        prop_assert_eq!(entries.len(), sizes.len());
        for (n, (entry, size)) in (0..).zip(entries.iter().zip(&sizes)) {
            prop_assert_eq!(entry, &Entry { id: id(n), bytes: vec![n; *size] });
        }
    }

    #[test]
    fn whatever_the_cut_it_is_named_and_what_comes_before_it_is_read(cut in 1024_usize..) {
        let whole = archive(&[300, 700, 300]);
        let cut = 1024 + cut % (whole.len() - 1024);
        let (entries, findings) = read(&whole[..cut]);
        prop_assert!(findings.iter().any(|finding| finding.code() == "truncated"), "{findings:?}");
        // Each takes a header block, and one or two of content.
        let complete = [1024 + 1024, 1024 + 1024 + 1536, 1024 + 1024 + 1536 + 1024];
        prop_assert!(entries.len() >= complete.iter().filter(|end| **end <= cut).count());
    }

    #[test]
    fn one_changed_byte_costs_at_most_one_header(place in 1024_usize.., change in 1_u8..) {
        let whole = archive(&[300, 700, 300, 300]);
        let mut changed = whole.clone();
        let place = 1024 + place % (whole.len() - 1024);
        changed[place] ^= change;
        let (entries, findings) = read(&changed);
        let same = entries.iter().filter(|entry| entry.bytes.iter().all(|byte| *byte == entry.bytes[0])).count();
        prop_assert!(same >= 3 && entries.len() + usize::from(!findings.is_empty()) >= 4, "{findings:?}");
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..3000), sound in 0_usize..5000) {
        let sound = archive(&[300, 700, 300]).into_iter().take(sound);
        let bytes: Vec<_> = sound.chain(bytes).collect();
        if let Ok(entries) = Entries::begin(Cursor::new(&bytes), Kind::Headers) {
            // An end comes.
            assert!(entries.count() < 100);
        }
    }
}

#[test]
fn a_length_that_lies_hides_no_other_header() {
    let mut whole = archive(&[300, 300, 300]);
    let lie = crate::testimony::ustar::header(&format!("{}.header", id(1)), 1 << 40).unwrap();
    whole[2048..2560].copy_from_slice(&lie);
    let (entries, findings) = read(&whole);
    assert_eq!(entries.iter().map(|entry| entry.id).collect::<Vec<_>>(), [id(0), id(2)]);
    assert!(findings.contains(&Finding::TooLong { id: id(1) }), "{findings:?}");
}

#[test]
fn entries_that_are_foreign_out_of_order_or_missing_are_named() {
    let whole = archive(&[300, 300, 300]);
    let swapped = [&whole[..1024], &whole[2048..3072], &whole[1024..2048], &whole[3072..]].concat();
    let (entries, findings) = read(&swapped);
    assert_eq!((entries.len(), findings), (2, vec![Finding::OutOfOrder { id: id(0) }]));
    let without = [&whole[..1024], &whole[2048..]].concat();
    assert_eq!(read(&without).1, [Finding::Count { announced: 3, found: 2 }]);
    let foreign = crate::testimony::ustar::header("x.header", 0).unwrap();
    assert_eq!(read(&[&whole[..1024], &foreign, &whole[1024..]].concat()).1, [Finding::Foreign { place: 2 }]);
}
