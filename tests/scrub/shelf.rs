//! The second pass: a shelf that gives back other coded data than it was given is found out, wherever that is.

use std::{
    io::{self, Cursor, Write},
    ops::Range,
};

use amanat::testimony::{
    draft::{Content, Shelf},
    scrub::{Refusal, clean},
};
use tempfile::tempdir;

use crate::{
    house::{ffmpeg, run, scrub, soak},
    jpeg::photo,
};

/// A shelf on which one bit changes.
struct Faulty {
    bytes: Vec<u8>,
    at: usize,
    bit: u8,
}

impl Write for Faulty {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.bytes.write(buf)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Shelf for Faulty {
    fn back(mut self: Box<Self>) -> io::Result<Box<dyn Content>> {
        self.bytes[self.at] ^= 1 << self.bit;
        Ok(Box::new(Cursor::new(self.bytes)))
    }
}

fn onto(bytes: &[u8], shelf: Box<dyn Shelf>) -> Result<u64, Refusal> {
    clean(&mut Cursor::new(bytes.to_vec()), bytes.len() as u64, shelf).map(|clean| clean.bytes)
}

/// Changes a bit in about so many bytes of the coded data that is written, all over it.
fn changes(original: &[u8], most: u64, coded: impl Fn(&[u8]) -> Range<usize>) {
    let coded = coded(&scrub(original).unwrap().bytes);
    let step = (coded.len() / usize::try_from(most).unwrap()).max(1);
    for (at, bit) in coded.step_by(step).zip((0..8).cycle()) {
        let said = onto(original, Box::new(Faulty { bytes: Vec::new(), at, bit }));
        assert!(said.is_err(), "bit {bit} of byte {at}");
    }
}

fn last(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).rposition(|window| window == word).unwrap()
}

#[test]
fn a_bit_of_a_scan_that_changes_between_the_passes_is_found() {
    for options in ["-quality 90", "-quality 60 -sampling-factor 4:2:0 -interlace JPEG", "-colorspace Gray"] {
        changes(&photo(options), soak(700, 20_000), |jpeg| {
            let header = last(jpeg, b"\xff\xda") + 2;
            header + usize::from(u16::from_be_bytes([jpeg[header], jpeg[header + 1]]))..jpeg.len() - 2
        });
    }
}

#[test]
fn a_bit_of_a_stream_that_changes_between_the_passes_is_found() {
    let folder = tempdir().unwrap();
    run("convert", &["rose:", "plain.png"], folder.path());
    run("convert", &["rose:", "-colors", "99", "PNG8:indexed.png"], folder.path());
    ffmpeg("-f lavfi -i testsrc=s=60x40:d=1:r=4 -f apng moving.png", folder.path());
    for (name, chunk, head) in [("plain.png", b"IDAT", 2), ("indexed.png", b"IDAT", 2), ("moving.png", b"fdAT", 6)] {
        changes(&std::fs::read(folder.path().join(name)).unwrap(), soak(700, 20_000), |png| {
            let name = last(png, chunk);
            let length = u32::from_be_bytes(*png[name - 4..].first_chunk().unwrap());
            // The two numbers before the stream are fixed ones, and read by no decoder.
            name + 4 + head..name + 4 + usize::try_from(length).unwrap()
        });
    }
}
