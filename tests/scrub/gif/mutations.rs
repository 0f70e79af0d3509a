//! Damaged files: every one is refused or scrubbed, soon, and never ends as uncertain.

use amanat::testimony::scrub::Refusal;

use crate::house::{self, mutate::mutate};

fn fixtures() -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let convert = |args: &str| house::run("convert", &args.split(' ').collect::<Vec<_>>(), folder.path());
    convert("-size 40x30 plasma: -interlace GIF -comment it a.gif");
    convert("-delay 10 -loop 3 -dispose previous -size 20x15 plasma: plasma: plasma: b.gif");
    convert("-size 30x30 plasma: -colors 3 GIF87:c.gif");
    house::ffmpeg("-f lavfi -i testsrc=d=1:r=4:s=32x24 d.gif", folder.path());
    ["a.gif", "b.gif", "c.gif", "d.gif"].map(|name| std::fs::read(folder.path().join(name)).unwrap()).into()
}

#[test]
fn damage_is_refused_or_repaired_and_never_uncertain() {
    let rounds = house::soak(300, 40_000);
    for (which, fixture) in fixtures().iter().enumerate() {
        house::scrub(fixture).unwrap();
        for seed in 0..rounds {
            let bytes = mutate(fixture, seed);
            match house::scrub(&bytes) {
                Ok(cleaned) => assert!(cleaned.bytes.len() <= bytes.len() + 64, "{which} {seed}: it grew"),
                Err(refusal) => assert!(!matches!(refusal, Refusal::Unstable), "{which} {seed}"),
            }
        }
    }
}
