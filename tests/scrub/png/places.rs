//! Where something can be hidden in a PNG.

use super::*;
use crate::house::{CANARY, Cleaned, scrub, sings};

fn song() -> Vec<u8> {
    CANARY.as_bytes().to_vec()
}

#[track_caller]
fn clean(bytes: &[u8]) -> Cleaned {
    let after = scrub(bytes).unwrap();
    assert!(!sings(&after.bytes));
    assert_eq!(pixels(&after.bytes), pixels(&with(&[])), "other pixels");
    after
}

#[test]
fn no_chunk_that_is_not_kept_leaves_a_byte() {
    let unknown =
        ["aBCd", "ABCD", "caBX", "iDOT", "vpAg", "hIST", "sPLT", "sTER", "oFFs", "pCAL", "sCAL", "gIFx", "dSIG"];
    let bare = [
        "zTXt", "iTXt", "tIME", "eXIf", "iCCP", "mDCV", "cLLI", "bKGD", "sBIT", "acTL", "fcTL", "fdAT", "PLTE", "CgBI",
    ];
    for name in unknown.into_iter().chain(bare) {
        let name: &[u8; 4] = name.as_bytes().try_into().unwrap();
        let after = clean(&with(&[(name, song()), (name, [song(), vec![0; 20]].concat())]));
        assert_eq!(names(&after.bytes), "IHDR IDAT IEND");
        assert_eq!(after.removed.len(), 1, "{:?}", after.removed);
    }
}

#[test]
fn nothing_after_the_picture_or_its_end_is_kept() {
    let song = song();
    assert_eq!(clean(&[with(&[]), song.clone()].concat()).removed, ["stray bytes"]);
    let (head, data) = ((b"IHDR", header(16, 16, 8, 2)), (b"IDAT", deflate(&rows())));
    let text = (b"tEXt", [b"Comment\0".as_slice(), &song].concat());
    let end = (b"IEND", song.clone());
    assert_eq!(clean(&file(&[head.clone(), data.clone(), text.clone(), end])).removed, ["comments", "stray bytes"]);
    // A file without an end gets one; a torn last chunk is no chunk.
    let torn = file(&[head.clone(), data.clone(), text]);
    assert_eq!(names(&clean(&torn[..torn.len() - 2]).bytes), "IHDR IDAT IEND");
    assert_eq!(names(&clean(&file(&[head, data])).bytes), "IHDR IDAT IEND");
}

#[test]
fn an_ancillary_chunk_with_a_wrong_checksum_is_dropped_as_decoders_do() {
    let mut bytes = with(&[(b"gAMA", 45_455_u32.to_be_bytes().to_vec())]);
    let at = bytes.windows(4).position(|name| name == b"gAMA").unwrap();
    bytes[at + 8] ^= 1;
    assert_eq!(names(&scrub(&bytes).unwrap().bytes), "IHDR IDAT IEND");
}

#[test]
fn colours_that_no_pixel_has_are_blanked() {
    // Four colours of two bits, of which the second and the last are in use; more than there can be; more alpha still.
    let palette = [vec![9, 9, 9, 1, 2, 3], song(), vec![7; 7]].concat();
    let palette = palette[..palette.len() / 3 * 3].to_vec();
    let alpha = [vec![9, 100, 9, 200], song()].concat();
    let before = file(&[
        (b"IHDR", header(5, 2, 2, 3)),
        (b"PLTE", palette.clone()),
        (b"tRNS", alpha),
        // The bits after the fifth pixel are no pixel.
        (b"IDAT", deflate(&[0, 0b0111_0111, 0b0110_1010, 2, 0, 0])),
        (b"IEND", Vec::new()),
    ]);
    let after = scrub(&before).unwrap();
    assert!(!sings(&after.bytes));
    let kept = chunks(&after.bytes);
    assert_eq!(kept[1].1, [&[0, 0, 0, 1, 2, 3, 0, 0, 0], &palette[9..12]].concat());
    assert_eq!(kept[2].1, [255, 100, 255, 200]);
    assert_eq!(after.removed, ["stray bytes", "padding", "unknown parts"]);
    let palette = file(&[(b"IHDR", header(1, 1, 8, 3)), (b"IDAT", deflate(&[0, 0])), (b"IEND", Vec::new())]);
    assert_eq!(scrub(&palette).err().unwrap().code(), "malformed");
}

#[test]
fn a_transparent_colour_has_no_bits_that_pixels_do_not_have() {
    let after = scrub(&with(&[(b"tRNS", b"Ca\0nAry".to_vec()), (b"tRNS", b"CaNArY".to_vec())])).unwrap();
    let kept = chunks(&after.bytes);
    assert_eq!(kept[1], (*b"tRNS", b"\0a\0A\0Y".to_vec()));
}

#[test]
fn the_shape_of_a_pixel_is_kept_and_its_size_is_not() {
    let size = |x: u32, y: u32| [x.to_be_bytes().as_slice(), &y.to_be_bytes(), &[1]].concat();
    let after = clean(&with(&[(b"pHYs", size(2_835, 2_835))]));
    assert_eq!((names(&after.bytes).as_str(), after.removed), ("IHDR IDAT IEND", vec!["resolution"]));
    let after = scrub(&with(&[(b"pHYs", size(2_000, 4_000))])).unwrap();
    assert_eq!(chunks(&after.bytes)[1], (*b"pHYs", vec![0, 0, 0, 1, 0, 0, 0, 2, 0]));
    let after = clean(&with(&[(b"pHYs", size(1_000_003, 1_000_000))]));
    assert_eq!(names(&after.bytes), "IHDR IDAT IEND");
}
