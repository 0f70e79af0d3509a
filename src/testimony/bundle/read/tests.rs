use std::io::Cursor;

use proptest::prelude::*;

use super::*;
use crate::testimony::{
    bundle::{
        manifest::{FORMAT, Head},
        write::ManifestStage,
    },
    calendar::IsoWeek,
    digest::Sha256,
};

/// A bundle of files of these lengths; what is in them does not matter here.
fn bundle(payloads: &[usize]) -> Vec<u8> {
    let header = b"header\n".to_vec();
    let entries: Vec<_> = (1..)
        .zip(payloads)
        .map(|(n, bytes)| Entry {
            id: TestimonyId::from_random([n; 16]),
            week: IsoWeek::parse("2026-W48").unwrap(),
            epoch: 0,
            header_bytes: 7,
            payload_bytes: *bytes as u64,
            header_sha256: Sha256::of(&header),
            payload_sha256: Sha256::of(&vec![n; *bytes]),
        })
        .collect();
    let head = Head { format: FORMAT.to_owned(), previous: None, count: entries.len() as u64 };
    let mut stage = ManifestStage::begin(Vec::new(), Cursor::new(Vec::new()), &head).unwrap();
    for entry in &entries {
        stage.entry(entry).unwrap();
    }
    let mut stage = stage.earlier(1).unwrap();
    stage.id(TestimonyId::from_random([0; 16])).unwrap();
    let mut files = stage.files().unwrap();
    for (n, entry) in (1..).zip(entries) {
        let payload = vec![n; usize::try_from(entry.payload_bytes).unwrap()];
        files.begin(entry, &header).unwrap();
        files.payload(&payload).unwrap();
        files.end().unwrap();
    }
    files.finish().unwrap()
}

/// All steps; panics if there are more of them than a bundle of this length can give.
fn steps(bytes: &[u8]) -> Vec<Step> {
    let most = 16 + bytes.len() / 8;
    let steps: Vec<_> = Reader::begin(Cursor::new(bytes)).unwrap().take(most + 1).map(Result::unwrap).collect();
    assert!(steps.len() <= most, "does not end");
    steps
}

fn jobs(steps: &[Step]) -> usize {
    steps.iter().filter(|step| matches!(step, Step::Job(_))).count()
}

proptest! {
    #[test]
    fn a_sound_bundle_gives_every_testimony_and_no_finding(lengths in proptest::collection::vec(0_usize..3000, 0..5)) {
        let bytes = bundle(&lengths);
        let steps = steps(&bytes);
        prop_assert!(!steps.iter().any(|step| matches!(step, Step::Finding(_))), "{:?}", steps);
        prop_assert_eq!(jobs(&steps), lengths.len());
        for (step, length) in steps.iter().filter_map(|step| if let Step::Job(job) = step { Some(job) } else { None }).zip(&lengths) {
            let end = usize::try_from(step.offset + step.size).unwrap();
            prop_assert_eq!(step.entry.as_ref().map(|entry| entry.id), Some(step.id));
            prop_assert_eq!(&bytes[end - length..end], vec![step.id.as_uuid().as_bytes()[0]; *length]);
        }
    }

    #[test]
    fn one_damaged_byte_costs_one_testimony_at_most(
        lengths in proptest::collection::vec(0_usize..3000, 1..5), place in any::<prop::sample::Index>(), change in 1_u8..,
    ) {
        let mut bytes = bundle(&lengths);
        let place = place.index(bytes.len());
        bytes[place] ^= change;
        prop_assert!(jobs(&steps(&bytes)) + 1 >= lengths.len());
    }

    #[test]
    fn a_bundle_cut_anywhere_is_found_to_be_cut(
        lengths in proptest::collection::vec(0_usize..3000, 0..5), place in any::<prop::sample::Index>(),
    ) {
        let bytes = bundle(&lengths);
        let steps = steps(&bytes[..place.index(bytes.len())]);
        let told = |step: &Step| matches!(step, Step::Finding(Finding::Truncated | Finding::Tar(WalkError::Truncated { .. })));
        prop_assert!(steps.iter().any(told), "{:?}", steps);
    }

    #[test]
    fn many_damaged_bytes_end_in_findings(
        lengths in proptest::collection::vec(0_usize..3000, 0..5),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..40),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = bundle(&lengths);
        for (place, value) in damage {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        let _ = steps(&bytes);
        let _ = steps(&bytes[..cut.index(bytes.len())]);
    }

    #[test]
    fn headers_that_lie_end_in_findings(
        lies in proptest::collection::vec((0_usize..6, prop_oneof![Just(0), 0_u64..2000, any::<u64>()]), 0..12),
        noise in proptest::collection::vec(any::<u8>(), 0..600),
    ) {
        let id = TestimonyId::from_random([1; 16]);
        let names = [MANIFEST, EARLIER, SUMS, "x", &format!("{id}.age"), "00000000-0000-4000-8000-000000000000.age"];
        let mut bytes = Vec::new();
        for (name, size) in lies {
            let mut header = tar::Header::new_ustar();
            header.set_path(names[name]).unwrap();
            header.set_size(size);
            header.set_entry_type(tar::EntryType::Regular);
            header.set_cksum();
            bytes.extend_from_slice(header.as_bytes());
            bytes.extend_from_slice(&noise);
            bytes.resize(bytes.len().next_multiple_of(512), 0);
        }
        let _ = steps(&bytes);
    }
}
