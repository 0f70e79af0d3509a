//! Any bundle, made of sound and unsound entries or of any bytes: read to its end, and every testimony lies inside it.
#![no_main]

use std::io::Cursor;

use amanat::testimony::{
    bundle::{
        manifest::{Entry, FORMAT, Head, TAIL},
        read::{Reader, Step},
    },
    calendar::IsoWeek,
    digest::Sha256,
    id::TestimonyId,
};
use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
enum Piece<'a> {
    /// A manifest that lists these, and says so many.
    Manifest(Vec<u8>, Option<u64>),
    Earlier(Vec<u8>),
    /// A testimony's file, its length, and the one that its header states.
    Testimony(u8, u16, Option<u64>),
    Sums(&'a [u8]),
    Foreign(&'a str, &'a [u8]),
    Raw(&'a [u8]),
    Zeros(u8),
}

fn id(n: u8) -> TestimonyId {
    TestimonyId::from_random([n; 16])
}

fn entry(name: &str, stated: u64, content: &[u8]) -> Vec<u8> {
    let mut header = [0; 512];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &name.as_bytes()[..name.len().min(100)]);
    put(100, b"0000600\0");
    put(108, b"0000000\0");
    put(116, b"0000000\0");
    if stated < 1 << 33 {
        put(124, format!("{stated:011o}\0").as_bytes());
    } else {
        put(124, &[&[0x80, 0, 0, 0][..], &stated.to_be_bytes()].concat());
    }
    put(136, b"00000000000\0");
    put(148, b"        ");
    put(156, b"0");
    put(257, b"ustar\x0000");
    let sum: u64 = header.iter().map(|byte| u64::from(*byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    let mut bytes = header.to_vec();
    bytes.extend_from_slice(content);
    bytes.resize(bytes.len().next_multiple_of(512), 0);
    bytes
}

impl Piece<'_> {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Manifest(ids, count) => {
                let head = Head { format: FORMAT.into(), previous: None, count: count.unwrap_or(ids.len() as u64) };
                let mut text = head.line();
                for (place, n) in ids.iter().enumerate() {
                    let listed = Entry {
                        id: id(*n),
                        week: IsoWeek::parse("2026-W48").expect("a week"),
                        epoch: 0,
                        header_bytes: 10,
                        payload_bytes: u64::from(*n),
                        header_sha256: Sha256([*n; 32]),
                        payload_sha256: Sha256([*n; 32]),
                    };
                    text += &listed.line(place + 1 == ids.len());
                }
                text += TAIL;
                entry("manifest.json", text.len() as u64, text.as_bytes())
            }
            Self::Earlier(ids) => {
                let text: String = ids.iter().map(|n| format!("{}\n", id(*n))).collect();
                entry("earlier.txt", text.len() as u64, text.as_bytes())
            }
            Self::Testimony(n, length, stated) => {
                let content = vec![*n; usize::from(*length)];
                entry(&format!("{}.age", id(*n)), stated.unwrap_or(content.len() as u64), &content)
            }
            Self::Sums(bytes) => entry("SHA256SUMS", bytes.len() as u64, bytes),
            Self::Foreign(name, bytes) => entry(name, bytes.len() as u64, bytes),
            Self::Raw(bytes) => bytes.to_vec(),
            Self::Zeros(blocks) => vec![0; usize::from(*blocks) * 512],
        }
    }
}

fuzz_target!(|pieces: Vec<Piece<'_>>| {
    let bundle: Vec<u8> = pieces.iter().take(50).flat_map(Piece::bytes).collect();
    let mut steps = 0;
    for step in Reader::begin(Cursor::new(bundle.as_slice())).expect("memory can be read") {
        match step.expect("memory can be read") {
            Step::Job(job) => assert!(job.offset + job.size <= bundle.len() as u64),
            Step::Part(_, found) => assert!(found.offset + found.size <= bundle.len() as u64),
            Step::Finding(finding) => assert!(!finding.to_string().is_empty()),
        }
        steps += 1;
        assert!(steps < 100_000, "it goes on for ever");
    }
});
