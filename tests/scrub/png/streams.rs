//! What a compressed stream may hold beyond the picture, and what is left of one that is torn.

use super::*;
use crate::house::{CANARY, scrub, sings};

fn of(data: &[Vec<u8>]) -> Vec<u8> {
    let mut all = vec![(b"IHDR", header(16, 16, 8, 2))];
    all.extend(data.iter().map(|data| (b"IDAT", data.clone())));
    all.push((b"IEND", Vec::new()));
    file(&all)
}

fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::none());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[track_caller]
fn same(before: &[u8]) -> Vec<&'static str> {
    let after = scrub(before).unwrap();
    assert!(!sings(&after.bytes));
    assert!(pixels(&after.bytes) == pixels(&with(&[])), "other pixels");
    assert_eq!(names(&after.bytes), "IHDR IDAT IEND");
    after.removed
}

#[test]
fn nothing_stands_after_the_stream_or_in_rows_that_the_picture_does_not_have() {
    let (stream, song) = (deflate(&rows()), CANARY.as_bytes());
    let more = [rows(), vec![0], song.repeat(4)].concat();
    for before in [
        of(&[[stream.clone(), song.to_vec()].concat()]),
        of(&[[stream.clone(), vec![0]].concat()]),
        of(&[stream.clone(), song.to_vec()]),
        of(&[stream.clone(), song.repeat(10_000)]),
        of(&[stored(&more)]),
        of(&[deflate(&more)]),
    ] {
        assert_eq!(same(&before), ["stray bytes"]);
    }
}

#[test]
fn a_stream_that_is_sound_is_copied_however_it_is_cut() {
    let stream = deflate(&rows());
    let bytes: Vec<_> = stream.iter().map(|byte| vec![*byte]).collect();
    for before in [of(&bytes), of(&[vec![], stream.clone(), vec![]]), of(&[stored(&rows())])] {
        assert!(same(&before).is_empty());
    }
    let kept = chunks(&scrub(&of(&bytes)).unwrap().bytes);
    assert_eq!(kept[1].1[2..], stream[2..]);
    // Other chunks between end the run, as they do for decoders.
    let split = file(&[
        (b"IHDR", header(16, 16, 8, 2)),
        (b"IDAT", stream.clone()),
        (b"tEXt", b"a\0b".to_vec()),
        (b"IDAT", CANARY.into()),
        (b"IEND", Vec::new()),
    ]);
    assert_eq!(same(&split), ["comments", "stray bytes"]);
}

#[test]
fn blocks_of_nothing_are_not_copied() {
    let mut stream = deflate(&rows());
    // Empty stored blocks, 5 bytes each.
    stream.splice(2..2, [0, 0, 0, 0xff, 0xff].repeat(1_000));
    assert_eq!(same(&of(&[stream])), ["stray bytes"]);
}

#[test]
fn one_block_of_nothing_is_not_copied_and_neither_are_tables_of_nothing_or_bits_behind_the_last() {
    let plain = deflate(&rows());
    let with = |head: &[u8]| [&plain[..2], head, &plain[2..]].concat();
    // Stored, with a message in the bits before its length; and of fixed codes, 10 bits, with a stored one to fill the byte.
    let stored_with = |bits: u8| with(&[bits << 3, 0, 0, 0xff, 0xff]);
    for stream in [stored_with(0), stored_with(21), with(&[0x02, 0x00, 0x00, 0x00, 0xff, 0xff])] {
        assert_eq!(same(&of(&[stream])), ["stray bytes"]);
    }
    // A block of dynamic codes whose table says much, and gives nothing.
    let mut bits = Packed::default();
    bits.all(&[(0, 1), (2, 2), (0, 5), (0, 5), (15, 4)]);
    // Lengths of the code for lengths, in their order: 18 has one bit, and so has 1.
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    bits.all(&order.map(|length| (u32::from([18, 1].contains(&length)), 3)));
    // The codes are 0 for 1 and 1 for 18: 138 and 118 zeros, then 256 and one distance with a bit each.
    bits.all(&[(1, 1), (127, 7), (1, 1), (107, 7), (0, 1), (0, 1)]);
    // The end of the block, and a stored one to fill up the byte.
    bits.put(0, 1);
    bits.put(0, 3);
    let block = [bits.finish(), vec![0, 0, 0xff, 0xff]].concat();
    assert_eq!(same(&of(&[with(&block)])), ["stray bytes"]);
    // Bits behind the last block, which fixed codes end in the middle of a byte.
    let ended = |spare: u8| {
        // One stored block of all rows, and an empty one of fixed codes that is the last.
        let length = u16::try_from(rows().len()).unwrap();
        let head = [&[0x78, 0x9c, 0][..], &length.to_le_bytes(), &(!length).to_le_bytes()].concat();
        [&head[..], &rows(), &[0x03, spare << 2], &plain[plain.len() - 4..]].concat()
    };
    assert!(same(&of(&[ended(0)])).is_empty());
    assert_eq!(same(&of(&[ended(0x15)])), ["stray bytes"]);
}

#[derive(Default)]
struct Packed {
    bytes: Vec<u8>,
    bits: u32,
}

impl Packed {
    fn all(&mut self, numbers: &[(u32, u32)]) {
        for (value, count) in numbers {
            self.put(*value, *count);
        }
    }

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

    fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

#[test]
fn bits_that_fill_up_a_row_are_zero() {
    for (depth, colour, interlaced) in [(1, 0, 0), (2, 0, 0), (4, 0, 0), (1, 3, 0), (4, 3, 0), (1, 0, 1), (2, 3, 1)] {
        let (width, height) = (13_usize, 9_usize);
        let steps: &[[usize; 4]] = if interlaced == 1 {
            &[[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]]
        } else {
            &[[0, 0, 1, 1]]
        };
        let rows = |mask: u8| -> Vec<u8> {
            let mut all = Vec::new();
            for [x, y, across, down] in steps {
                let (wide, high) = ((width - x).div_ceil(*across), (height - y).div_ceil(*down));
                let mut above = vec![0_u8; (wide * depth).div_ceil(8)];
                for row in 0..high {
                    let mut now: Vec<u8> =
                        (0..above.len()).map(|at| (at * 37 + row * 91 + 5).to_le_bytes()[0] & 0x55).collect();
                    let spare = if wide * depth % 8 == 0 { 0 } else { 0xff_u8 >> (wide * depth % 8) };
                    let last = now.last_mut().unwrap();
                    *last = *last & !spare | spare & mask;
                    // Filters that go on from the row above and from the left.
                    let filter = row % 3;
                    all.push(u8::try_from(filter).unwrap());
                    for at in 0..now.len() {
                        let guess = match filter {
                            1 if at > 0 => now[at - 1],
                            2 => above[at],
                            _ => 0,
                        };
                        all.push(now[at].wrapping_sub(guess));
                    }
                    above = now;
                }
            }
            all
        };
        let mut its = header(13, 9, u8::try_from(depth).unwrap(), colour);
        its[12] = interlaced;
        let picture = |mask: u8| {
            let mut all = vec![(b"IHDR", its.clone())];
            if colour == 3 {
                all.push((b"PLTE", (0..3 << depth).map(|it| 250 - it).collect()));
            }
            all.extend([(b"IDAT", deflate(&rows(mask))), (b"IEND", Vec::new())]);
            file(&all)
        };
        let before = picture(0xb7);
        let after = scrub(&before).unwrap();
        assert!(after.removed.contains(&"stray bytes"));
        assert!(pixels(&after.bytes).is_some() && pixels(&after.bytes) == pixels(&before), "{depth} {colour}");
        assert!(scrub(&picture(0)).unwrap().removed.is_empty() || colour == 3);
        // The rows as they come out have no filter, and zeros.
        let data = chunks(&after.bytes).into_iter().find(|(name, _)| name == b"IDAT").unwrap().1;
        let mut inflated = Vec::new();
        flate2::write::ZlibDecoder::new(&mut inflated).write_all(&data).unwrap();
        assert_eq!(inflated.len(), rows(0).len());
    }
}

#[test]
fn a_wrong_checksum_and_a_missing_one_are_put_right() {
    let stream = deflate(&rows());
    let (body, _) = stream.split_at(stream.len() - 4);
    for before in [of(&[body.to_vec()]), of(&[[body, b"Cana"].concat()])] {
        same(&before);
    }
}

#[test]
fn of_a_torn_stream_the_rows_are_kept_that_are_there() {
    let stream = stored(&rows());
    let torn = of(&[stream[..7 + 49 * 9].to_vec()]);
    let after = scrub(&torn).unwrap();
    let (now, whole) = (pixels(&after.bytes).unwrap(), pixels(&with(&[])).unwrap());
    assert_eq!(now[..16 * 8 * 9], whole[..16 * 8 * 9]);
    // The file ends in the middle of the chunk.
    let whole = of(&[stream]);
    assert_eq!(scrub(&whole[..300]).unwrap().format.extensions()[0], "png");
    // Not one row.
    for at in [1, 20, 33, 45, 60] {
        assert!(scrub(&whole[..at]).is_err(), "{at}");
    }
    // A filter that does not exist, in the fourth row.
    let mut rows = rows();
    rows[49 * 3] = 5;
    assert!(scrub(&of(&[deflate(&rows)])).is_ok());
    rows[0] = 5;
    assert_eq!(scrub(&of(&[deflate(&rows)])).err().unwrap().code(), "malformed");
}

#[test]
fn what_is_no_png_is_refused() {
    let refused = |header: Vec<u8>| {
        let bytes = file(&[(b"IHDR", header), (b"IDAT", deflate(&rows())), (b"IEND", Vec::new())]);
        scrub(&bytes).err().unwrap().code()
    };
    assert_eq!(refused(header(16, 16, 4, 2)), "malformed");
    assert_eq!(refused(header(16, 16, 8, 5)), "malformed");
    assert_eq!(refused(header(0, 16, 8, 2)), "malformed");
    assert_eq!(refused(header(16, 16, 8, 2)[..12].to_vec()), "malformed");
    assert_eq!(refused([header(16, 16, 8, 2), vec![0]].concat()), "too-complex");
    assert_eq!(refused(header(2_000_000, 16, 8, 2)), "too-complex");
    assert_eq!(refused(header(900_000, 900_000, 8, 2)), "too-complex");
    // Hardly a row of a picture that would be made up of zeros.
    assert_eq!(refused(header(90, 900_000, 16, 6)), "truncated");
    let apple = file(&[(b"CgBI", vec![0; 4]), (b"IHDR", header(16, 16, 8, 2))]);
    assert_eq!(scrub(&apple).err().unwrap().code(), "unsupported-part");
    assert_eq!(scrub(&file(&[(b"IDAT", deflate(&rows()))])).err().unwrap().code(), "malformed");
    assert_eq!(scrub(&file(&[(b"IHDR", header(16, 16, 8, 2)), (b"IEND", vec![])])).err().unwrap().code(), "malformed");
}
