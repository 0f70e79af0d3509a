//! Damaged files: every one is refused or scrubbed, soon, and never ends as uncertain.

use amanat::testimony::scrub::Refusal;

use super::*;
use crate::house::{self, mutate::mutate};

fn fixtures() -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let convert = |args: &str| house::run("convert", &args.split(' ').collect::<Vec<_>>(), folder.path());
    convert("-size 40x30 plasma: -interlace PNG a.png");
    convert("-size 40x30 plasma: -colors 40 -comment it -density 72x36 png8:b.png");
    house::ffmpeg("-f lavfi -i testsrc=d=1:r=4:s=32x24 -f apng c.png", folder.path());
    let mut all: Vec<_> =
        ["a.png", "b.png", "c.png"].map(|name| std::fs::read(folder.path().join(name)).unwrap()).into();
    let text = (b"tEXt", b"Comment\0it".to_vec());
    let gamma = (b"gAMA", 46_000_u32.to_be_bytes().to_vec());
    all.push(with(&[text, gamma, (b"cICP", vec![12, 13, 0, 1]), (b"tRNS", vec![0, 1, 0, 2, 0, 3])]));
    all
}

/// The same chunks with right checksums, as far as there are any.
fn summed(bytes: &[u8]) -> Vec<u8> {
    let mut out = SIGNATURE.to_vec();
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let length = usize::try_from(u32::from_be_bytes(*head.first_chunk().unwrap())).unwrap();
        let data = &after[..length.min(after.len())];
        let mut crc = Crc::new();
        crc.update(&[&head[4..], data].concat());
        out.extend_from_slice(head);
        out.extend_from_slice(data);
        out.extend(crc.sum().to_be_bytes());
        rest = after.get(length.saturating_add(4)..).unwrap_or_default();
    }
    out
}

#[test]
fn damage_is_refused_or_repaired_and_never_uncertain() {
    let rounds = house::soak(300, 40_000);
    for (which, fixture) in fixtures().iter().enumerate() {
        house::scrub(fixture).unwrap();
        for seed in 0..rounds {
            let mut bytes = mutate(fixture, seed);
            if seed % 2 == 0 {
                bytes = summed(&bytes);
            }
            match house::scrub(&bytes) {
                // Rows that are missing are made up, of zeros.
                Ok(cleaned) => assert!(cleaned.bytes.len() <= bytes.len() * 2 + 300_000, "{which} {seed}: it grew"),
                Err(refusal) => assert!(!matches!(refusal, Refusal::Unstable), "{which} {seed}"),
            }
        }
    }
}
