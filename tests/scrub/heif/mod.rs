//! HEIC, HEIF and AVIF.

use std::{path::Path, sync::OnceLock};

use amanat::testimony::scrub::{Format, Refusal};

use crate::house::{self, CANARY, Cleaned};
use album::{Album, Item, Place, boxed, find, full};

mod album;
mod av1;
mod made;
mod mutations;
mod places;
mod refused;
mod stock;

/// A stock encoder's HEIC of 64 by 64 pixels, without metadata.
fn plain() -> &'static [u8] {
    static PLAIN: OnceLock<Vec<u8>> = OnceLock::new();
    PLAIN.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        picture(folder.path(), "64x64", "it.png");
        house::run("heif-enc", &["-q", "60", "it.png", "-o", "it.heic"], folder.path());
        std::fs::read(folder.path().join("it.heic")).unwrap()
    })
}

/// A picture with something to see in it.
fn picture(folder: &Path, size: &str, name: &str) {
    let args = ["-size", size, "plasma:teal-orange", "-seed", "1", "-alpha", "off", "-depth", "8", "-strip", name];
    house::run("convert", &["-seed", "1"].iter().chain(&args).copied().collect::<Vec<_>>(), folder);
}

/// Its pixels, 16 bits a channel, after turns and cuts; and its width and height.
fn pixels(bytes: &[u8], extension: &str) -> (String, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let name = format!("it.{extension}");
    std::fs::write(folder.path().join(&name), bytes).unwrap();
    house::run("heif-convert", &[&name, "out.png"], folder.path());
    house::run("convert", &["out.png", "-strip", "-depth", "16", "rgba:out"], folder.path());
    let size = house::run("identify", &["-format", "%wx%h", "out.png"], folder.path());
    (size, std::fs::read(folder.path().join("out")).unwrap())
}

/// The plain picture as an album of one item, number 7.
fn album() -> Album {
    let data = find(plain(), b"mdat")[8..].to_vec();
    Album {
        brand: *b"heic",
        primary: 7,
        items: vec![Item { id: 7, kind: *b"hvc1", about: vec![0], data, properties: vec![1, 2], ..Item::default() }],
        properties: vec![find(plain(), b"hvcC"), find(plain(), b"ispe")],
        ..Album::default()
    }
}

/// Scrubs a file that must be scrubbed, and shows the same as `like`.
fn same(bytes: &[u8], like: &[u8], extension: &str) -> Cleaned {
    let cleaned = house::scrub(bytes).unwrap();
    assert!(!house::sings(&cleaned.bytes), "{:?}", cleaned.removed);
    assert!(pixels(&cleaned.bytes, extension) == pixels(like, extension), "it looks different");
    cleaned
}
