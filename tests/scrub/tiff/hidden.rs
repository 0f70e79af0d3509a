//! What is no pixel: palette entries, the ends of rows, what tiles have beyond the picture, blocks of nothing, and more rows.

use super::{
    build::{Field, Tiff, deflated, long, short},
    copied, picture, pixels,
};
use crate::house::{CANARY, scrub, sings};

/// A page of `width` by 4 pixels of so many bits in one strip.
fn page(width: u32, bits: u16, data: &[u8]) -> Tiff {
    let mut tiff = Tiff::grey(1, data);
    tiff.fields.retain(|(tag, ..)| ![256, 257, 258, 278].contains(tag));
    tiff.fields.extend([long(256, width), long(257, 4), short(258, bits), long(278, 4)]);
    tiff
}

fn palette(bits: u32, colours: &[u16]) -> Field {
    assert_eq!(colours.len(), 3 << bits);
    (320, 3, colours.len(), colours.iter().flat_map(|colour| colour.to_le_bytes()).collect())
}

fn indexed(mut tiff: Tiff, field: Field) -> Tiff {
    tiff.fields.retain(|(tag, ..)| *tag != 262);
    tiff.fields.extend([short(262, 3), field]);
    tiff
}

#[track_caller]
fn same(before: &[u8]) -> Vec<u8> {
    let after = scrub(before).unwrap();
    assert_eq!(pixels(&after.bytes), pixels(before));
    assert_eq!(after.removed, ["padding"]);
    assert!(!sings(&after.bytes));
    after.bytes
}

/// The pages that libtiff makes of one, in every compression.
fn all(tiff: &[u8]) -> Vec<Vec<u8>> {
    let ways = ["none", "packbits", "lzw", "zip", "lzw -8", "zip -B"];
    let mut all = vec![tiff.to_vec()];
    all.extend(ways.iter().map(|way| copied(tiff, &format!("-c {way}"))));
    all
}

#[test]
fn palette_entries_that_no_pixel_has_are_blank() {
    for (bits, row) in [(8, vec![0, 1, 2, 1]), (4, vec![0x01, 0x21]), (2, vec![0b00_01_10_01]), (1, vec![0b0101_0000])]
    {
        let mut colours: Vec<u16> = (0..3 << bits).map(|place| 0x4141 + place * 7).collect();
        let song: Vec<u16> = CANARY.encode_utf16().collect();
        if bits > 3 {
            colours[4..4 + song.len().min(12)].copy_from_slice(&song[..song.len().min(12)]);
        }
        let tiff = indexed(page(4, bits, &row.repeat(4)), palette(bits.into(), &colours)).write();
        if bits == 1 {
            // Both are in use.
            assert!(scrub(&tiff).unwrap().removed.is_empty());
            continue;
        }
        for before in all(&tiff) {
            let after = same(&before);
            let big = after[0] == b'M';
            let bytes = |colour: u16| if big { colour.to_be_bytes() } else { colour.to_le_bytes() };
            let there = |colour: u16| after.windows(2).any(|two| two == bytes(colour));
            assert!(there(colours[2]) && !there(colours[3]) && !there(*colours.last().unwrap()), "{bits}");
        }
    }
}

#[test]
fn a_dark_palette_of_sixteen_bits_stays_one() {
    let mut colours = [0_u16; 12];
    (colours[0], colours[1], colours[3]) = (200, 100, 40_000);
    let tiff = indexed(page(4, 2, &[0b00_01_00_01; 4]), palette(2, &colours)).write();
    assert_eq!(pixels(&scrub(&tiff).unwrap().bytes), pixels(&tiff));
}

#[test]
fn bits_that_fill_up_a_row_are_zero() {
    for bits in [1_u16, 2, 4] {
        let row = if bits == 4 { vec![0x12, 0x3f] } else { vec![0b0110_0000 | 0b1_1111 >> (bits * 3 - 3)] };
        let tiff = page(3, bits, &row.repeat(4));
        for before in all(&tiff.write()) {
            let after = same(&before);
            assert!(scrub(&after).unwrap().removed.is_empty());
        }
        let mut turned = page(3, bits, &row.iter().map(|byte| byte.reverse_bits()).collect::<Vec<_>>().repeat(4));
        turned.fields.push(short(266, 2));
        same(&turned.write());
    }
}

#[test]
fn tiles_have_nothing_beyond_the_picture() {
    // 9 by 9 pixels in a tile of 16 by 16, whose other bytes are not zero.
    let tile: Vec<u8> =
        (0..16 * 16).map(|at| if at % 16 < 9 && at / 16 < 9 { 9 } else { CANARY.as_bytes()[at % 14] }).collect();
    let mut tiff = page(9, 8, &tile);
    tiff.fields.retain(|(tag, ..)| ![257, 273, 278, 279].contains(tag));
    tiff.fields.extend([long(257, 9), long(322, 16), long(323, 16), long(324, 8), long(325, 256)]);
    for compression in [1, 8, 32_773, 5] {
        let data = match compression {
            8 => deflated(&tile),
            // A literal run for each half.
            32_773 => tile.chunks(128).flat_map(|half| [&[127], half].concat()).collect(),
            // Codes of nine bits: all the bytes as they are, with the table cleared in time.
            5 => nine(&tile),
            _ => tile.clone(),
        };
        let mut tiff = Tiff { fields: tiff.fields.clone(), data: data.clone() };
        tiff.fields.retain(|(tag, ..)| ![259, 325].contains(tag));
        tiff.fields.extend([short(259, compression), long(325, u32::try_from(data.len()).unwrap())]);
        same(&tiff.write());
    }
    let tiled = copied(&picture("-compress none"), "-c lzw:2 -t -w 64 -l 64");
    assert_eq!(pixels(&scrub(&tiled).unwrap().bytes), pixels(&tiled));
}

/// LZW that makes no use of its table.
fn nine(bytes: &[u8]) -> Vec<u8> {
    let codes = bytes.chunks(200).flat_map(|part| std::iter::once(256).chain(part.iter().map(|byte| u32::from(*byte))));
    let (mut held, mut bits, mut out) = (0_u32, 0, Vec::new());
    for code in codes.chain([257]) {
        (held, bits) = (held << 9 | code, bits + 9);
        while bits >= 8 {
            bits -= 8;
            out.push((held >> bits).to_le_bytes()[0]);
        }
    }
    out.push((held << (8 - bits)).to_le_bytes()[0]);
    out
}

#[test]
fn deflated_strips_have_no_blocks_of_nothing_and_no_more_rows() {
    let rows = [9_u8; 64];
    let plain = deflated(&rows);
    let mut empty = plain.clone();
    empty.splice(2..2, [0, 0, 0, 0xff, 0xff]);
    let mut message = empty.clone();
    message[2] = 0x15 << 3;
    for data in [empty, message] {
        same(&Tiff::grey(8, &data).write());
    }
    // The last strip has all rows of a strip, as some programs write it: those after the picture's go.
    let mut tall = Tiff::grey(8, &deflated(&[&rows[..], CANARY.as_bytes(), &[1; 50]].concat()));
    tall.fields.retain(|(tag, ..)| *tag != 257);
    let first = deflated(&[&rows[..], &rows].concat());
    let second = deflated(&[&rows[..], CANARY.as_bytes(), &[1; 50]].concat());
    tall.data = [first.clone(), second.clone()].concat();
    tall.fields.retain(|(tag, ..)| ![273, 278, 279].contains(tag));
    let numbers =
        |numbers: [usize; 2]| numbers.iter().flat_map(|it| u32::try_from(*it).unwrap().to_le_bytes()).collect();
    let offsets = numbers([8, 8 + first.len()]);
    tall.fields.extend([
        long(257, 24),
        long(278, 16),
        (273, 4, 2, offsets),
        (279, 4, 2, numbers([first.len(), second.len()])),
    ]);
    let after = same(&tall.write());
    assert!(scrub(&after).unwrap().removed.is_empty());
}

#[test]
fn pictures_are_compressed_anew_without_loss() {
    // Noise and lines of an odd width with something in every spare bit, long enough to fill the table of LZW.
    let row = |y: u32| (0..51_u32).map(move |x| ((x * x * 7 + y * 31) >> (y % 5) & 0xff) as u8 | u8::from(x == 50));
    let bytes: Vec<u8> = (0..400).flat_map(row).collect();
    let mut tiff = page(403, 1, &bytes);
    tiff.fields.retain(|(tag, ..)| ![257, 278].contains(tag));
    tiff.fields.extend([long(257, 400), long(278, 400)]);
    for before in all(&tiff.write()) {
        let after = same(&before);
        assert!(after.len() <= before.len() + before.len() / 4 + 200);
    }
}
