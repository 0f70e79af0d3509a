//! Units of AV1 pictures.

use super::*;

/// A stock encoder's AVIF.
fn encoded(args: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    picture(folder.path(), "64x64", "it.png");
    house::run("avifenc", &[args, &["-s", "8", "it.png", "it.avif"]].concat(), folder.path());
    std::fs::read(folder.path().join("it.avif")).unwrap()
}

fn album(bytes: &[u8]) -> Album {
    let data = find(bytes, b"mdat")[8..].to_vec();
    // The encoder begins with a delimiter, which says nothing.
    assert_eq!(data[..2], [0x12, 0]);
    let data = data[2..].to_vec();
    Album {
        brand: *b"avif",
        primary: 1,
        items: vec![Item { id: 1, kind: *b"av01", about: vec![0], data, properties: vec![1, 2], ..Item::default() }],
        properties: vec![find(bytes, b"av1C"), find(bytes, b"ispe")],
        ..Album::default()
    }
}

/// A unit with its size, or without; with a layer, or without.
fn unit(kind: u8, layer: Option<u8>, content: &[u8]) -> Vec<u8> {
    let size = u8::try_from(content.len()).unwrap();
    assert!(size < 128);
    // The size in more bytes than it needs.
    [
        vec![kind << 3 | u8::from(layer.is_some()) << 2 | 2],
        layer.into_iter().collect(),
        vec![size | 0x80, 0x80, 0],
        content.to_vec(),
    ]
    .concat()
}

#[test]
fn units_that_no_decoder_needs_are_gone() {
    let song = CANARY.as_bytes();
    let bytes = encoded(&[]);
    let expected = house::scrub(&album(&bytes).file()).unwrap().bytes;
    let mut it = album(&bytes);
    let data = it.items[0].data.clone();
    it.items[0].data = [
        unit(2, None, b""),
        unit(15, None, song),
        data.clone(),
        unit(5, None, song),
        unit(9, Some(0x20), song),
        unit(8, None, song),
        unit(0, None, song),
        // A second picture.
        data,
        unit(5, None, song),
    ]
    .concat();
    it.properties[0] = boxed(b"av1C", &[&it.properties[0][8..12], &unit(5, None, song)].concat());
    it.properties[0][8 + 3] = 0x1f;
    let cleaned = same(&it.file(), &bytes, "avif");
    assert_eq!(cleaned.removed, ["further pictures", "padding", "codec user data"]);
    assert_eq!(cleaned.bytes, expected);
}

#[test]
fn the_configuration_is_what_the_picture_says() {
    for args in ["-y 420", "-y 444", "-y 422", "-y 400", "-d 10 -y 444", "-d 12 -y 420", "-d 12 -y 422"] {
        let bytes = encoded(&args.split(' ').collect::<Vec<_>>());
        let written = find(&bytes, b"av1C")[8..12].to_vec();
        let cleaned = house::scrub(&bytes).unwrap();
        assert_eq!(find(&cleaned.bytes, b"av1C")[8..], written, "{args}");
        let mut it = album(&bytes);
        it.properties[0][8..12].copy_from_slice(&[0x81, 0xff, 0xff, 0xff]);
        assert_eq!(find(&house::scrub(&it.file()).unwrap().bytes, b"av1C")[8..], written, "{args}");
    }
}

#[test]
fn a_last_unit_without_a_size_gets_one() {
    let bytes = encoded(&[]);
    let expected = house::scrub(&album(&bytes).file()).unwrap().bytes;
    let mut it = album(&bytes);
    let data = it.items[0].data.clone();
    // The sequence header comes first, and is short.
    let skip = 2 + usize::from(data[1]);
    assert_eq!((data[0] >> 3, data[skip] >> 3), (1, 6));
    let size = data[skip + 1..].iter().position(|byte| byte & 0x80 == 0).unwrap() + 1;
    it.items[0].data = [&data[..skip], &[6 << 3], &data[skip + 1 + size..]].concat();
    assert_eq!(house::scrub(&it.file()).unwrap().bytes, expected);
}

#[test]
fn nothing_stands_behind_the_end_of_the_header() {
    let bytes = encoded(&[]);
    let expected = house::scrub(&album(&bytes).file()).unwrap().bytes;
    let mut it = album(&bytes);
    let data = it.items[0].data.clone();
    let skip = 2 + usize::from(data[1]);
    let header = [&data[2..skip], CANARY.as_bytes()].concat();
    it.items[0].data = [unit(1, None, &header), data[skip..].to_vec()].concat();
    let cleaned = house::scrub(&it.file()).unwrap();
    assert_eq!((cleaned.removed, cleaned.bytes), (vec!["codec user data"], expected));
}

#[test]
fn a_picture_without_its_header_or_its_frame_is_damaged() {
    let bytes = encoded(&[]);
    let mut it = album(&bytes);
    let data = it.items[0].data.clone();
    let skip = 2 + usize::from(data[1]);
    it.items[0].data = data[..skip].to_vec();
    assert!(matches!(house::scrub(&it.file()), Err(Refusal::Malformed(_))));
    it.items[0].data = data[skip..].to_vec();
    assert!(matches!(house::scrub(&it.file()), Err(Refusal::Malformed(_))));
}
