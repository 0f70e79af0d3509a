//! Archives of headers and receipts, with any bytes put anywhere into a sound one: read to their end, ids rise, and nothing is
//! longer than it may be.
#![no_main]

use std::io::Cursor;

use amanat::testimony::{
    digest::Sha256,
    id::TestimonyId,
    rotation::{
        entries::{Entries, LONGEST, Step},
        head::{Head, Kind, Target},
        proof::Proof,
        receipt::{Receipt, first_line},
        write::Writer,
    },
};
use libfuzzer_sys::fuzz_target;

const TARGET: Target = Target { epoch: 2, manifest: Sha256([9; 32]) };

fn archive(kind: Kind) -> Vec<u8> {
    let count = (kind == Kind::Headers).then_some(3);
    let mut writer = Writer::begin(Vec::new(), &Head { kind, target: TARGET, count }).unwrap();
    for n in 0..3 {
        writer.entry(TestimonyId::from_random([n; 16]), &[&[n; 300]]).unwrap();
    }
    writer.finish().unwrap().0
}

fuzz_target!(|input: (bool, u16, u16, &[u8])| {
    let (is_rotated, at, without, bytes) = input;
    let kind = if is_rotated { Kind::Rotated } else { Kind::Headers };
    let sound = archive(kind);
    let at = usize::from(at).min(sound.len());
    let rest = (at + usize::from(without)).min(sound.len());
    let damaged = [&sound[..at], bytes, &sound[rest..]].concat();
    if let Ok(entries) = Entries::begin(Cursor::new(&damaged), kind) {
        let (mut last, mut steps) = (None, 0);
        for step in entries {
            steps += 1;
            if let Step::Entry(entry) = step.unwrap() {
                assert!(last.replace(entry.id).is_none_or(|last| last < entry.id));
                assert!(entry.bytes.len() <= LONGEST);
                let _ = Proof::split(&entry.bytes);
            }
        }
        assert!(steps <= damaged.len() / 512 + 3);
    }
    let _ = Proof::split(bytes);
    if let Ok(mut receipt) = Receipt::begin(Cursor::new([first_line(TARGET).as_bytes(), bytes].concat())) {
        while let Ok(Some(_)) = receipt.pull() {}
    }
});
