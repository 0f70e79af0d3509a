//! Damaged files: every one is refused or scrubbed, soon, and never ends as uncertain.

use super::*;
use crate::house::mutate::mutate;

fn fixtures() -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    picture(folder.path(), "64x64", "it.png");
    house::run(
        "convert",
        &["it.png", "-alpha", "set", "-channel", "A", "-evaluate", "set", "50%", "a.png"],
        folder.path(),
    );
    house::run("avifenc", &["-s", "8", "a.png", "it.avif"], folder.path());
    let mut made = album();
    made.primary = 1;
    let data = vec![0, 0, 0, 1, 0, 128, 0, 64];
    made.items.push(Item { id: 1, kind: *b"grid", data, place: Place::Idat, ..Item::default() });
    let place = Place::Inside(7, 0);
    made.items.push(Item { id: 2, place, ..album().items[0].clone() });
    made.links = vec![(*b"dimg", 1, vec![7, 2])];
    made.version = 1;
    vec![plain().to_vec(), std::fs::read(folder.path().join("it.avif")).unwrap(), made.file(), made::minimised()]
}

#[test]
fn damage_is_refused_or_repaired_and_never_uncertain() {
    let rounds = house::soak(300, 40_000);
    for (which, fixture) in fixtures().iter().enumerate() {
        house::scrub(fixture).unwrap();
        for seed in 0..rounds {
            let bytes = mutate(fixture, seed);
            match house::scrub(&bytes) {
                Ok(cleaned) => assert!(cleaned.bytes.len() <= bytes.len() + 1_024, "{which} {seed}: it grew"),
                Err(refusal) => assert!(!matches!(refusal, Refusal::Unstable), "{which} {seed}"),
            }
        }
    }
}
