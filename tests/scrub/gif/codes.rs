//! What may stand in a picture's codes and colours beyond the picture.

use super::*;

/// Codes of so many bits, packed from the lowest bit on, in sub-blocks.
fn packed(codes: &[(u16, u8)]) -> Vec<u8> {
    let (mut bytes, mut buffer, mut bits) = (Vec::new(), 0_u32, 0);
    for (code, width) in codes {
        buffer |= u32::from(*code) << bits;
        bits += u32::from(*width);
        while bits >= 8 {
            bytes.push(buffer.to_le_bytes()[0]);
            buffer >>= 8;
            bits -= 8;
        }
    }
    if bits > 0 {
        bytes.push(buffer.to_le_bytes()[0]);
    }
    bytes
}

fn image(data: &[u8], size: usize) -> Vec<u8> {
    let blocks = data.chunks(size).flat_map(|block| [&[u8::try_from(block.len()).unwrap()], block].concat());
    IMAGE[..11].iter().copied().chain(blocks).chain([0]).collect()
}

/// Clear, then eight pixels as they come, with the width growing as the table does.
const CODES: [(u16, u8); 9] = [(4, 3), (0, 3), (1, 3), (2, 3), (3, 4), (3, 4), (2, 4), (1, 4), (0, 4)];

#[test]
fn the_fixture_is_what_it_says() {
    let data = packed(&[&CODES[..], &[(5, 4)]].concat());
    assert_eq!(image(&data, 255), IMAGE);
    assert_eq!(decoded(&file(&[IMAGE]), "gif"), decoded(&scrub(&file(&[IMAGE])).unwrap().bytes, "gif"));
}

#[test]
fn nothing_stands_after_the_code_that_ends_a_picture() {
    let ended = [&CODES[..], &[(5, 4)]].concat();
    let after_end = [packed(&ended), CANARY.as_bytes().repeat(30)].concat();
    // More pixels than the picture has, and then its end.
    let surplus = packed(&[&CODES[..], &[(0, 4), (1, 4), (2, 4), (5, 4)]].concat());
    // Bits after the end.
    let mut bits = packed(&ended);
    *bits.last_mut().unwrap() |= 0xf0;
    let no_code = packed(&[&CODES[..], &[(15, 4), (1, 4)]].concat());
    for data in [after_end, surplus, bits, no_code] {
        for size in [255, 7, 1] {
            let after = scrub(&file(&[&image(&data, size)])).unwrap();
            assert_eq!(after.bytes, file(&[IMAGE]));
            assert_eq!(after.removed, ["stray bytes"]);
        }
    }
    // No end at all is none of these: one is put there.
    let after = scrub(&file(&[&image(&packed(&CODES), 3)])).unwrap();
    assert_eq!((after.bytes, after.removed), (file(&[IMAGE]), vec![]));
}

#[test]
fn a_picture_without_codes_or_with_too_few_is_ended_where_it_ends() {
    let few = image(&packed(&[(4, 3), (1, 3), (5, 3)]), 255);
    let mut right = file(&[&few]);
    right[HEAD.len() - 12..HEAD.len()].copy_from_slice(&[1, 2, 3, 0x11, 0x12, 0x13, 0, 0, 0, 0, 0, 0]);
    assert_eq!(scrub(&file(&[&few])).unwrap().bytes, right);
    let none = image(&[], 255);
    assert_eq!(scrub(&file(&[&none, IMAGE])).unwrap().bytes, file(&[&image(&[5], 255), IMAGE]));
}

#[test]
fn colours_that_no_picture_uses_are_blanked() {
    let mut before = file(&[IMAGE]);
    // Eight colours, the last four in no picture; the background is one of them.
    before[10..12].copy_from_slice(&[0xf2, 5]);
    before.splice(HEAD.len()..HEAD.len(), *b"CanaryOfUrum");
    let after = scrub(&before).unwrap();
    let table = [&HEAD[13..], &[0, 0, 0], b"ary", &[0; 6]].concat();
    assert_eq!(after.bytes[13..37], table);
    assert_eq!(after.removed, ["padding"]);
    // A table of the picture's own: then the one of the file is in no use but for the background.
    let own = [&IMAGE[..9], &[0x81], b"abcdefghijkl", &IMAGE[10..]].concat();
    let after = scrub(&file(&[&own])).unwrap();
    assert_eq!(after.bytes[13..25], [1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert!(after.bytes.ends_with(&[&own[..], b";"].concat()));
}

#[test]
fn long_pictures_fill_the_table_and_clear_it() {
    let folder = tempfile::tempdir().unwrap();
    house::run(
        "convert",
        &["-size", "400x300", "xc:gray", "+noise", "Random", "-colors", "256", "it.gif"],
        folder.path(),
    );
    let before = std::fs::read(folder.path().join("it.gif")).unwrap();
    let after = scrub(&before).unwrap();
    assert_eq!(decoded(&before, "gif"), decoded(&after.bytes, "gif"));
    assert!(after.bytes.len() > 100_000);
}
