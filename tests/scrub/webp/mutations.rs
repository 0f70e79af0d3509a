//! Damaged files: every one is refused or scrubbed, soon, and never ends as uncertain.

use amanat::testimony::scrub::Refusal;

use crate::house::{self, mutate::mutate};

fn fixtures() -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let run = |line: &str| {
        let mut words = line.split(' ');
        house::run(words.next().unwrap(), &words.collect::<Vec<_>>(), folder.path());
    };
    run("convert -size 40x30 plasma: -alpha set -channel A -evaluate set 50% a.png");
    run("convert -delay 10 -size 20x15 plasma: plasma: plasma: b.gif");
    run("convert -size 40x30 plasma: c.jpg");
    run("exiftool -q -overwrite_original -n -Orientation=6 -Make=it -XMP-dc:Title=it c.jpg");
    run("cwebp -quiet a.png -o a.webp");
    run("cwebp -quiet -lossless a.png -o d.webp");
    run("gif2webp -quiet -mixed b.gif -o b.webp");
    run("cwebp -quiet -metadata all c.jpg -o c.webp");
    ["a.webp", "b.webp", "c.webp", "d.webp"].map(|name| std::fs::read(folder.path().join(name)).unwrap()).into()
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
