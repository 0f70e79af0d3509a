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
