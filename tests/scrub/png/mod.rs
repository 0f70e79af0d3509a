//! PNG and APNG: made by stock tools and chunk by chunk, judged by `convert`, `ffmpeg` and exiftool.

use std::io::Write as _;

use flate2::{Compression, Crc, write::ZlibEncoder};

mod animated;
mod colours;
mod mutations;
mod places;
mod stock;
mod streams;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A PNG of these chunks, with right checksums.
fn file(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut bytes = SIGNATURE.to_vec();
    for (name, data) in chunks {
        bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        bytes.extend(*name);
        bytes.extend(data);
        let mut crc = Crc::new();
        crc.update(&[&name[..], data].concat());
        bytes.extend(crc.sum().to_be_bytes());
    }
    bytes
}

/// The chunks of a file.
fn chunks(bytes: &[u8]) -> Vec<([u8; 4], Vec<u8>)> {
    let mut chunks = Vec::new();
    let mut rest = bytes.strip_prefix(SIGNATURE).unwrap();
    while let Some((length, after)) = rest.split_first_chunk() {
        let length = usize::try_from(u32::from_be_bytes(*length)).unwrap();
        let (name, after) = after.split_first_chunk().unwrap();
        chunks.push((*name, after[..length].to_vec()));
        rest = &after[length + 4..];
    }
    chunks
}

/// The names of a file's chunks, in order.
fn names(bytes: &[u8]) -> String {
    let names: Vec<_> = chunks(bytes).iter().map(|(name, _)| String::from_utf8_lossy(name).into_owned()).collect();
    names.join(" ")
}

/// `IHDR` of a picture that is not interlaced.
fn header(width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
    let mut data = [width.to_be_bytes(), height.to_be_bytes()].concat();
    data.extend([depth, colour, 0, 0, 0]);
    data
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Rows of 8-bit RGB, 16 by 16, each with another filter.
fn rows() -> Vec<u8> {
    (0..16_u8).flat_map(|y| std::iter::once(y % 5).chain((0..48).map(move |x| (x * 3) ^ (y * 5)))).collect()
}

/// That picture with other chunks before its data.
fn with(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut all = vec![(b"IHDR", header(16, 16, 8, 2))];
    all.extend(chunks.iter().cloned());
    all.extend([(b"IDAT", deflate(&rows())), (b"IEND", Vec::new())]);
    file(&all)
}

/// Pixels of every sample's full depth, as `convert` sees them. `None` where it shows nothing.
fn pixels(bytes: &[u8]) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("it.png"), bytes).unwrap();
    let mut convert = std::process::Command::new("convert");
    let out = convert.args(["it.png", "-depth", "16", "rgba:-"]).current_dir(folder.path()).output().unwrap();
    out.status.success().then_some(out.stdout)
}
