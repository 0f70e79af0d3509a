//! Sound: FLAC, MPEG audio, AAC, AMR and WAVE.

mod aac;
mod amr;
mod beside;
mod flac;
mod mp3;
mod wav;

use std::{path::Path, time::Instant};

use amanat::testimony::scrub::{Refusal, clean};

use crate::house::{CANARY, ffmpeg, mutate::mutate};

/// A second of noise in the coding that ffmpeg's `how` asks for.
fn made(how: &str, name: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    ffmpeg(&format!("-f lavfi -i anoisesrc=d=1:c=pink:a=0.4:seed=7 {how} {name}"), folder.path());
    std::fs::read(folder.path().join(name)).unwrap()
}

/// The file as `program` leaves it, which is run in its folder.
fn worked(bytes: &[u8], name: &str, work: impl FnOnce(&Path)) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), bytes).unwrap();
    work(folder.path());
    std::fs::read(folder.path().join(name)).unwrap()
}

/// An `ID3v2.3` tag with a text, a comment and a picture that sing.
fn id3v2() -> Vec<u8> {
    let frame = |name: &[u8; 4], text: String| {
        let size = u32::try_from(text.len()).unwrap().to_be_bytes();
        [name.as_slice(), &size, &[0, 0], text.as_bytes()].concat()
    };
    let frames = [
        frame(b"TIT2", format!("\0{CANARY}")),
        frame(b"COMM", format!("\0eng\0{CANARY}")),
        frame(b"APIC", format!("\0image/png\0\u{3}\0{CANARY}")),
        vec![0; 40],
    ]
    .concat();
    let size = u32::try_from(frames.len()).unwrap();
    let safe = [size >> 21, size >> 14, size >> 7, size].map(|part| u8::try_from(part & 0x7f).unwrap());
    [b"ID3\x03\0\0".as_slice(), &safe, &frames].concat()
}

/// The same at the end of a file, in version 2.4.
fn id3v2_after() -> Vec<u8> {
    let mut tag = id3v2();
    tag[3] = 4;
    tag[5] = 0x10;
    let mut foot = tag[..10].to_vec();
    foot[..3].copy_from_slice(b"3DI");
    [tag, foot].concat()
}

/// An `ID3v1` tag with its extension.
fn id3v1() -> Vec<u8> {
    let field = |bytes: usize| {
        let mut field = CANARY.as_bytes().to_vec();
        field.resize(bytes, 0);
        field
    };
    [b"TAG+".as_slice(), &field(223), b"TAG", &field(125)].concat()
}

/// An APE tag with its head.
fn ape() -> Vec<u8> {
    let item = [&14_u32.to_le_bytes(), [0; 4].as_slice(), b"Title\0", CANARY.as_bytes()].concat();
    let size = u32::try_from(item.len() + 32).unwrap().to_le_bytes();
    let end = |flags: u8| {
        [b"APETAGEX".as_slice(), &2000_u32.to_le_bytes(), &size, &1_u32.to_le_bytes(), &[0, 0, 0, flags], &[0; 8]]
            .concat()
    };
    [end(0xa0), item, end(0x80)].concat()
}

/// Lyrics of both versions.
fn lyrics(version: u8) -> Vec<u8> {
    let text = format!("LYRICSBEGININD0000200LYR00014{CANARY}");
    let end = if version == 1 { "LYRICSEND".to_owned() } else { format!("{:06}LYRICS200", text.len()) };
    (text + &end).into_bytes()
}

/// Damages each file in `each` ways: no way may end in a panic, take long, or make a file that is not its own rebuilding.
fn damage(files: &[Vec<u8>], each: u64) {
    for (place, bytes) in files.iter().enumerate() {
        for seed in 0..each {
            let bytes = mutate(bytes, seed);
            let start = Instant::now();
            let mut content = std::io::Cursor::new(bytes.clone());
            let came = clean(&mut content, bytes.len() as u64, Box::new(Vec::new()));
            assert!(!matches!(came, Err(Refusal::Unstable)), "file {place}, seed {seed}");
            assert!(start.elapsed().as_secs() < 2, "file {place}, seed {seed}");
        }
    }
}
