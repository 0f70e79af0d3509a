//! Files that would keep a core busy. What is counted is bytes, never time.

use std::io::{Cursor, Read, Seek, SeekFrom};

use amanat::testimony::scrub::{Refusal, clean};
use flate2::{Crc, write::ZlibEncoder};

/// What a file may cost: so many steps for each byte, and for any file (`src/testimony/scrub/source.rs`).
const STEPS_PER_BYTE: u64 = 64;
const FREE_STEPS: u64 = 1 << 32;

/// Counts the bytes that are read of a file.
struct Counted {
    content: Cursor<Vec<u8>>,
    read: std::sync::Arc<std::sync::atomic::AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        let read = self.content.read(to)?;
        self.read.fetch_add(read as u64, std::sync::atomic::Ordering::Relaxed);
        Ok(read)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.content.seek(to)
    }
}

/// Scrubs; what came of it, and how many bytes were read of the file.
fn cost(bytes: Vec<u8>) -> (Result<u64, Refusal>, u64) {
    let length = bytes.len() as u64;
    let read = std::sync::Arc::default();
    let mut content = Counted { content: Cursor::new(bytes), read: std::sync::Arc::clone(&read) };
    let cleaned = clean(&mut content, length, Box::new(Vec::new())).map(|clean| clean.bytes);
    let read = read.load(std::sync::atomic::Ordering::Relaxed);
    assert!(read <= length * STEPS_PER_BYTE + FREE_STEPS);
    (cleaned, read)
}

#[track_caller]
fn refused(bytes: Vec<u8>) -> u64 {
    let (cleaned, read) = cost(bytes);
    assert_eq!(cleaned.err().unwrap().code(), "too-much-work");
    read
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = Crc::new();
    crc.update(&[name, data].concat());
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], name, data, &crc.sum().to_be_bytes()].concat()
}

#[test]
fn an_animation_of_hundreds_of_frames_that_are_hardly_there_is_refused() {
    let (side, frames) = (8_000_u32, 300_u32);
    let row = [&[0][..], &vec![7; 8_000 * 4]].concat();
    let mut encoder = ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut encoder, &row).unwrap();
    let row = encoder.finish().unwrap();
    let control = |sequence: u32| {
        [[sequence, side, side, 0, 0].map(u32::to_be_bytes).as_flattened(), &[0, 1, 0, 9, 1, 0]].concat()
    };
    let header = [&[side, side].map(u32::to_be_bytes).concat()[..], &[8, 6, 0, 0, 0]].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend(chunk(b"IHDR", &header));
    png.extend(chunk(b"acTL", &[frames, 0].map(u32::to_be_bytes).concat()));
    png.extend([chunk(b"fcTL", &control(0)), chunk(b"IDAT", &row)].concat());
    for frame in 1..frames {
        png.extend(chunk(b"fcTL", &control(frame)));
        png.extend(chunk(b"fdAT", &[&frame.to_be_bytes()[..], &row].concat()));
    }
    png.extend(chunk(b"IEND", &[]));
    assert!(png.len() < 50_000);
    let read = refused(png);
    assert!(read < 10_000_000, "{read}");
}

#[test]
fn pages_that_share_a_profile_cost_no_more_than_the_length_allows() {
    // Pages that share a profile of half a megabyte.
    let pages = 4_000_usize;
    let number = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let start = 8 + 500_000;
    let mut tiff = [&b"II\x2a\0"[..], &number(start), &vec![1; 500_000]].concat();
    for page in 0..pages {
        let next = if page + 1 == pages { 0 } else { start + (page + 1) * (2 + 12 * 8 + 4) };
        tiff.extend(8_u16.to_le_bytes());
        for (tag, kind, count, value) in [
            (256_u16, 4_u16, 1, 1),
            (257, 4, 1, 1),
            (258, 3, 1, 8),
            (259, 3, 1, 1),
            (262, 3, 1, 1),
            (273, 4, 1, 8 + page),
            (279, 4, 1, 1),
            (34_675, 7, 500_000, 8),
        ] {
            tiff.extend([tag.to_le_bytes(), kind.to_le_bytes()].concat());
            tiff.extend([number(count), number(value)].concat());
        }
        tiff.extend(number(next));
    }
    let length = tiff.len() as u64;
    let (cleaned, read) = cost(tiff);
    assert!(cleaned.is_ok() || matches!(cleaned, Err(Refusal::Work)));
    assert!(read <= length * STEPS_PER_BYTE + FREE_STEPS);
}

#[test]
fn progressive_scans_of_a_frame_of_the_largest_size_cost_what_they_have_in_bytes() {
    let segment = |marker: u8, body: &[u8]| {
        [&[0xff, marker][..], &u16::try_from(body.len() + 2).unwrap().to_be_bytes(), body].concat()
    };
    let mut jpeg = vec![0xff, 0xd8];
    jpeg.extend(segment(0xdb, &[&[0][..], &[1; 64]].concat()));
    jpeg.extend(segment(0xc2, &[8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0]));
    // The end of many blocks by one bit and fourteen more.
    jpeg.extend(segment(0xc4, &[&[0x10, 1][..], &[0; 15], &[0xe0]].concat()));
    jpeg.extend(segment(0xc4, &[&[0, 1][..], &[0; 16]].concat()));
    for scan in 0..255_u8 {
        let band = scan % 63 + 1;
        jpeg.extend(segment(0xda, &[1, 1, 0, band, band, 0]));
        jpeg.extend([0x7f, 0x7e].repeat(64));
    }
    jpeg.extend([0xff, 0xd9]);
    let length = jpeg.len() as u64;
    let (cleaned, read) = cost(jpeg);
    assert!(cleaned.is_ok(), "{:?}", cleaned.err());
    assert!(read < length * 8, "{read}");
}

#[test]
fn pictures_that_are_nowhere_seen_cost_what_they_have_in_bytes() {
    let mut gif = b"GIF89a\x01\0\x01\0\x80\0\0\x01\x02\x03\x04\x05\x06".to_vec();
    gif.extend(b",\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0");
    // Each as large as can be, and beyond the screen.
    gif.extend(b",\xff\xff\xff\xff\xff\xff\xff\xff\0\x02\x02\x44\x01\0".repeat(20_000));
    gif.push(b';');
    let length = gif.len() as u64;
    let (cleaned, read) = cost(gif.clone());
    assert!(cleaned.unwrap() < 100 && read < length * 8);
    // Millions of them are refused.
    gif.truncate(gif.len() - 1);
    gif.extend(b",\xff\xff\xff\xff\xff\xff\xff\xff\0\x02\x01\x05\0".repeat(1_100_000));
    assert!(refused(gif) < 100_000_000);
}

#[test]
fn frames_that_are_tables_of_codes_are_refused() {
    let mut bits = Bits::default();
    // No transform; a cache of 2048 colours; tiles of the least side, whose image has no cache.
    for (value, count) in [(0, 1), (1, 1), (11, 4), (1, 1), (0, 3), (0, 1)] {
        bits.put(value, count);
    }
    // Its one colour names the last of 2600 groups: green 39, red 10, then nothing, and no distance.
    for value in [39, 10, 0, 0, 0] {
        for (value, count) in [(1, 1), (0, 1), (1, 1), (value, 8)] {
            bits.put(value, count);
        }
    }
    // Each group has codes of one symbol, in four bits.
    (0..2_600 * 5).for_each(|_| bits.put(1, 4));
    let stream = [&[0x2f, 3, 0xc0, 0, 0][..], &bits.bytes].concat();
    let chunk = |name: &[u8; 4], data: &[u8]| {
        let mut chunk = [&name[..], &u32::try_from(data.len()).unwrap().to_le_bytes(), data].concat();
        chunk.resize(chunk.len().next_multiple_of(2), 0);
        chunk
    };
    let frame = [&[0, 0, 0, 0, 0, 0, 3, 0, 0, 3, 0, 0, 9, 0, 0, 0][..], &chunk(b"VP8L", &stream)].concat();
    let webp = |frames: usize| {
        let head = [chunk(b"VP8X", &[2, 0, 0, 0, 3, 0, 0, 3, 0, 0]), chunk(b"ANIM", &[0; 6])].concat();
        let body = [b"WEBP".to_vec(), head, chunk(b"ANMF", &frame).repeat(frames)].concat();
        [&b"RIFF"[..], &u32::try_from(body.len()).unwrap().to_le_bytes(), &body].concat()
    };
    assert!(cost(webp(3)).0.is_ok());
    assert!(refused(webp(180)) < 10_000_000);
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    bits: u32,
}

impl Bits {
    /// The lowest bit first.
    fn put(&mut self, value: u32, count: u32) {
        for bit in 0..count {
            if self.bits.is_multiple_of(8) {
                self.bytes.push(0);
            }
            *self.bytes.last_mut().unwrap() |= u8::from(value >> bit & 1 == 1) << (self.bits % 8);
            self.bits += 1;
        }
    }
}
