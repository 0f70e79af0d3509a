//! Pictures made of pictures, alpha channels, and properties.

use super::*;

/// An item that shows the plain picture.
fn tile(id: u32) -> Item {
    Item { id, hidden: true, ..album().items[0].clone() }
}

fn derived(id: u32, kind: &[u8; 4], data: &[u8], properties: Vec<u16>) -> Item {
    Item { id, kind: *kind, about: vec![0], data: data.to_vec(), properties, ..Item::default() }
}

/// Two tiles side by side, and what `data` says of them.
fn grid(data: &[u8], tiles: Vec<u32>) -> Album {
    let mut it = album();
    it.primary = 1;
    it.properties.push(full(b"ispe", 0, 0, &[0, 0, 0, 128, 0, 0, 0, 64]));
    it.items = vec![derived(1, b"grid", data, vec![3]), tile(2), tile(3), tile(4)];
    it.links = vec![(*b"dimg", 1, tiles)];
    it
}

const TWO: [u8; 8] = [0, 0, 0, 1, 0, 128, 0, 64];

#[test]
fn a_grid_keeps_its_tiles_and_no_more() {
    let bytes = grid(&TWO, vec![2, 3]).file();
    let cleaned = same(&bytes, &bytes, "heic");
    assert_eq!(pixels(&cleaned.bytes, "heic").0, "128x64");
    assert_eq!(cleaned.removed, ["further pictures"]);
    // Tiles beyond the rows and columns, bytes after the description, numbers wider than they need be.
    let wide = [&[0, 1, 0, 1, 0, 0, 0, 128, 0, 0, 0, 64], CANARY.as_bytes()].concat();
    assert_eq!(house::scrub(&grid(&wide, vec![2, 3, 4]).file()).unwrap().bytes, cleaned.bytes);
}

#[test]
fn an_overlay_and_an_identity_are_kept() {
    let mut it = grid(&TWO, vec![2, 3]);
    // Black, 128 by 64, the second picture half outside.
    let offsets = [0, 0, 0, 0, 0xff, 0xe0, 0, 10];
    let data = [&[0, 0][..], &[0, 0, 0, 0, 0, 0, 0xff, 0xff], &[0, 128, 0, 64], &offsets].concat();
    it.items[0] = derived(1, b"iovl", &[&data, CANARY.as_bytes()].concat(), vec![3]);
    let bytes = it.file();
    let cleaned = same(&bytes, &bytes, "heic");
    assert_eq!(cleaned.removed, ["further pictures", "stray bytes"]);
    let mut it = album();
    let cut = [64_u32, 1, 32, 1, 0, 1, 0, 1].map(u32::to_be_bytes).concat();
    it.properties.extend([boxed(b"irot", &[0xfd]), boxed(b"clap", &cut)]);
    it.primary = 1;
    it.items[0].hidden = true;
    it.items.push(derived(1, b"iden", b"", vec![2, 4, 3]));
    it.links = vec![(*b"dimg", 1, vec![7])];
    let bytes = it.file();
    let cleaned = same(&bytes, &bytes, "heic");
    assert_eq!(pixels(&cleaned.bytes, "heic").0, "32x64");
}

#[test]
fn a_picture_keeps_its_turns_in_their_order_and_its_cut() {
    for properties in [vec![1, 2, 3], vec![1, 2, 3, 4], vec![1, 2, 4, 3], vec![1, 2, 5], vec![1, 2, 5, 3, 4]] {
        let mut it = album();
        let cut = [32_u32, 1, 16, 1, 0, 1, 0, 1].map(u32::to_be_bytes).concat();
        it.properties.extend([boxed(b"irot", &[1]), boxed(b"imir", &[1]), boxed(b"clap", &cut)]);
        it.items[0].properties = properties;
        let bytes = it.file();
        assert_eq!(same(&bytes, &bytes, "heic").removed, [""; 0]);
    }
}

#[test]
fn an_alpha_channel_stays_and_a_depth_map_goes() {
    let song = CANARY.as_bytes();
    let mut it = album();
    let alpha = [b"urn:mpeg:hevc:2015:auxid:1\0", song].concat();
    it.properties.extend([full(b"auxC", 0, 0, &alpha), full(b"auxC", 0, 0, b"urn:mpeg:hevc:2015:auxid:2\0")]);
    it.items.extend([tile(8), tile(9)]);
    it.items[1].properties.push(3);
    it.items[2].properties.push(4);
    it.links = vec![(*b"auxl", 8, vec![7]), (*b"auxl", 9, vec![7])];
    let bytes = it.file();
    let cleaned = same(&bytes, &bytes, "heic");
    assert_eq!(cleaned.removed, ["further pictures", "unknown parts"]);
    assert!(pixels(&cleaned.bytes, "heic") != pixels(&album().file(), "heic"), "there is no alpha channel");
}

#[test]
fn of_a_picture_with_a_map_to_a_brighter_one_the_picture_stays() {
    let mut it = album();
    it.primary = 1;
    it.items.extend([derived(1, b"tmap", CANARY.as_bytes(), vec![2]), tile(8)]);
    it.links = vec![(*b"dimg", 1, vec![7, 8])];
    assert_eq!(house::scrub(&it.file()).unwrap().bytes, house::scrub(&album().file()).unwrap().bytes);
}

#[test]
fn of_a_thumbnail_that_is_said_to_be_the_picture_the_picture_stays() {
    let mut it = album();
    it.items.push(tile(8));
    (it.primary, it.links) = (8, vec![(*b"thmb", 8, vec![7])]);
    let cleaned = house::scrub(&it.file()).unwrap();
    assert_eq!(cleaned.removed, ["thumbnail"]);
}

#[test]
fn an_unknown_colour_profile_goes_and_numbers_of_a_space_stay() {
    let mut it = album();
    let profile = [b"prof", CANARY.as_bytes()].concat();
    let numbers = [&b"nclx\0\x01\0\x0d\0\x06\xff"[..], CANARY.as_bytes()].concat();
    it.properties.extend([
        boxed(b"colr", &profile),
        boxed(b"colr", &numbers),
        full(b"pixi", 0, 0, b"\x03\x08\x08\x08"),
    ]);
    it.items[0].properties = vec![1, 2, 3, 4, 5];
    let cleaned = house::scrub(&it.file()).unwrap();
    assert!(!house::sings(&cleaned.bytes));
    assert_eq!(cleaned.removed, ["colour profile", "stray bytes"]);
    assert_eq!(find(&cleaned.bytes, b"colr"), boxed(b"colr", b"nclx\0\x01\0\x0d\0\x06\x80"));
    assert!(find(&cleaned.bytes, b"pixi").ends_with(b"\x03\x08\x08\x08"));
}

#[test]
fn equal_tiles_may_share_their_data_and_are_written_once() {
    let mut it = grid(&TWO, vec![2, 3]);
    let data = it.items[1].data.clone();
    it.items.truncate(2);
    it.items.push(Item { id: 3, place: Place::Inside(2, 0), ..tile(3) });
    it.version = 1;
    let cleaned = house::scrub(&it.file()).unwrap();
    assert!(find(&cleaned.bytes, b"mdat").len() < data.len() + 32);
    assert!(pixels(&cleaned.bytes, "heic") == pixels(&grid(&TWO, vec![2, 3]).file(), "heic"));
}

#[test]
fn uncompressed_samples_end_where_their_layout_ends() {
    let mut it = album();
    let song = CANARY.as_bytes();
    let layout = [&b"\0\0\0\0\0\0\0\x03\0\0\x07\0\0\0\x01\x07\0\0\0\x02\x07\0\0"[..], &[0, 1, 0, 0], &[0; 20]].concat();
    it.properties = vec![
        full(b"ispe", 0, 0, &[0, 0, 0, 4, 0, 0, 0, 2]),
        boxed(b"cmpd", &[&[0, 0, 0, 3, 0, 4, 0, 5, 0, 6], song].concat()),
        full(b"uncC", 0, 0, &[&layout, song].concat()),
    ];
    let samples: Vec<u8> = (0..24).collect();
    it.items[0] = derived(7, b"unci", &[&samples, song].concat(), vec![1, 2, 3]);
    let cleaned = house::scrub(&it.file()).unwrap();
    assert!(!house::sings(&cleaned.bytes) && cleaned.format == Format::Heif);
    assert_eq!(find(&cleaned.bytes, b"mdat")[8..], samples);
    it.items[0].data.truncate(23);
    assert!(matches!(house::scrub(&it.file()), Err(Refusal::Short)));
}

/// The plain picture in tables of the short form, with an Exif block.
pub(super) fn minimised() -> Vec<u8> {
    let (config, data) = (&album().properties[0][8..], album().items[0].data.clone());
    let exif = CANARY.as_bytes();
    let head = [
        // Version; full range; an Exif block; chroma of one sample in four; turned by a quarter; 64 by 64.
        "00 0010000 10 01 101 0 0111111 0111111 00 0".to_owned(),
        format!("0 1 1 {:012b} {:028b} 0 {:010b}", config.len(), data.len() - 1, exif.len() - 1),
    ];
    let mut bits: Vec<u8> = head.concat().bytes().filter(|bit| *bit != b' ').map(|bit| bit - b'0').collect();
    bits.resize(bits.len().next_multiple_of(8), 0);
    let head: Vec<u8> = bits.chunks(8).map(|bits| bits.iter().fold(0, |byte, bit| byte << 1 | bit)).collect();
    let mini = boxed(b"mini", &[&head, config, &data, exif].concat());
    [boxed(b"ftyp", b"mif3heic"), mini].concat()
}

#[test]
fn tables_of_the_short_form_come_out_as_the_long_ones() {
    let mut it = album();
    it.properties.extend([
        full(b"pixi", 0, 0, b"\x03\x08\x08\x08"),
        boxed(b"colr", b"nclx\0\x01\0\x0d\0\x06\x80"),
        boxed(b"irot", &[3]),
    ]);
    it.items[0].properties = vec![1, 2, 3, 4, 5];
    let cleaned = house::scrub(&minimised()).unwrap();
    assert_eq!(cleaned.removed, ["Exif"]);
    assert_eq!(cleaned.bytes, house::scrub(&it.file()).unwrap().bytes);
}
