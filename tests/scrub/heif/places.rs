//! Every place where something can hide, and every way to say where data is.

use super::*;

fn canary(kind: &[u8; 4]) -> Vec<u8> {
    boxed(kind, CANARY.as_bytes())
}

/// A unit of an HEVC picture with its length.
fn unit(kind: u8, layer: u8, content: &[u8]) -> Vec<u8> {
    let head = [kind << 1, layer << 3 | 1];
    [&u32::try_from(content.len() + 2).unwrap().to_be_bytes()[..], &head, content].concat()
}

#[test]
fn what_hides_anywhere_is_gone() {
    let song = CANARY.as_bytes();
    let mut it = album();
    it.handler = song.to_vec();
    it.gap = song.to_vec();
    let grpl = boxed(b"grpl", &full(b"altr", 0, 0, &[&[0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0, 7], song].concat()));
    it.tables = [canary(b"free"), canary(b"uuid"), canary(b"xml "), grpl, full(b"pitm", 0, 0, &[0, 9])].concat();
    it.before = [canary(b"free"), canary(b"uuid"), canary(b"moov"), full(b"meta", 0, 0, song)].concat();
    it.after = [canary(b"mpvd"), canary(b"sefd"), song.to_vec()].concat();
    it.properties.extend([canary(b"uuid"), full(b"udes", 0, 0, song), canary(b"free"), canary(b"none")]);
    it.items[0].about = [song, b"\0"].concat();
    it.items[0].properties = vec![1, 2, 3, 4, 5];
    let slices = it.items[0].data.clone();
    it.items[0].data = [
        unit(35, 0, b"\x50"),
        unit(39, 0, song),
        slices.clone(),
        unit(1, 1, song),
        unit(38, 0, song),
        unit(40, 0, song),
        unit(41, 0, song),
        unit(50, 0, song),
        unit(63, 0, song),
        // A second picture.
        slices,
        unit(1, 0, song),
        song.to_vec(),
    ]
    .concat();
    for (id, kind, about) in [
        (1, b"Exif", &b"\0"[..]),
        (2, b"mime", b"\0application/rdf+xml\0"),
        (3, b"uri ", b"\0urn:CanaryOfUrumqi\0"),
        (4, b"hvc1", b"\0"),
        (5, b"none", b"\0"),
        (6, b"tmap", b"\0"),
    ] {
        let properties = if kind == b"hvc1" { vec![1, 2] } else { vec![] };
        let about = about.to_vec();
        it.items.push(Item { id, kind: *kind, about, data: song.to_vec(), properties, ..Item::default() });
    }
    it.links = vec![(*b"thmb", 4, vec![7]), (*b"cdsc", 1, vec![7]), (*b"dimg", 6, vec![7, 4]), (*b"none", 7, vec![1])];
    let cleaned = same(&it.file(), &album().file(), "heic");
    let kinds =
        "software|comments|padding|stray bytes|unknown parts|embedded media|Exif|XMP|thumbnail|further pictures";
    for kind in kinds.split('|').chain(["codec user data"]) {
        assert!(cleaned.removed.contains(&kind), "{kind}: {:?}", cleaned.removed);
    }
    assert_eq!(cleaned.bytes, house::scrub(&album().file()).unwrap().bytes);
}

#[test]
fn a_configuration_keeps_only_the_parameter_sets_that_are_used() {
    let song = CANARY.as_bytes();
    let mut it = album();
    let config = it.properties[0].clone();
    let arrays = config[8 + 22];
    let list = |kind: u8, units: &[&[u8]]| -> Vec<u8> {
        let units =
            units.iter().flat_map(|unit| [&u16::try_from(unit.len()).unwrap().to_be_bytes()[..], unit].concat());
        [vec![kind, 0, 1], units.collect()].concat()
    };
    // A message; a picture parameter set of number 5, which no slice names; one that nothing can be.
    let more = [
        list(39, &[&[&[0x4e, 1], song].concat()]),
        list(34, &[&[&[0x44, 1, 0b0011_0110], song].concat()]),
        list(50, &[song]),
    ];
    let mut content = config[8..].to_vec();
    content[22] = arrays + 3;
    // What is said twice is taken from the parameter sets.
    content[1..13].fill(0xee);
    content[19..21].fill(0xee);
    content.extend(more.concat());
    it.properties[0] = boxed(b"hvcC", &content);
    let cleaned = same(&it.file(), &album().file(), "heic");
    assert_eq!(cleaned.removed, ["codec user data"]);
    assert_eq!(cleaned.bytes, house::scrub(&album().file()).unwrap().bytes);
}

#[test]
fn nothing_stands_behind_the_end_of_a_parameter_set() {
    let expected = house::scrub(&album().file()).unwrap().bytes;
    for kind in [32, 33, 34] {
        let mut it = album();
        let content = it.properties[0][8..].to_vec();
        let mut written = content[..23].to_vec();
        let mut rest = &content[23..];
        while let [of, _, _, high, low, after @ ..] = rest {
            let (unit, after) = after.split_at(usize::from(u16::from_be_bytes([*high, *low])));
            let song = if of & 63 == kind { CANARY } else { "" };
            written.extend([*of, 0, 1]);
            written.extend(u16::try_from(unit.len() + song.len()).unwrap().to_be_bytes());
            written.extend([unit, song.as_bytes()].concat());
            rest = after;
        }
        it.properties[0] = boxed(b"hvcC", &written);
        let cleaned = house::scrub(&it.file()).unwrap();
        assert_eq!(cleaned.removed, ["codec user data"]);
        assert_eq!(cleaned.bytes, expected);
    }
}

#[test]
fn nothing_stands_behind_the_end_of_a_parameter_set_in_the_data() {
    let mut it = album();
    let mut rest = &it.properties[0][8 + 23..];
    let (mut plain, mut sung) = (Vec::new(), Vec::new());
    while let [_, _, _, high, low, after @ ..] = rest {
        let (set, after) = after.split_at(usize::from(u16::from_be_bytes([*high, *low])));
        let put = |to: &mut Vec<u8>, song: &[u8]| {
            to.extend(u32::try_from(set.len() + song.len()).unwrap().to_be_bytes());
            to.extend([set, song].concat());
        };
        put(&mut plain, b"");
        put(&mut sung, CANARY.as_bytes());
        rest = after;
    }
    let data = it.items[0].data.clone();
    it.items[0].data = [plain, data.clone()].concat();
    let expected = house::scrub(&it.file()).unwrap().bytes;
    it.items[0].data = [sung, data].concat();
    let cleaned = same(&it.file(), &album().file(), "heic");
    assert_eq!(cleaned.removed, ["codec user data"]);
    assert_eq!(cleaned.bytes, expected);
}

#[test]
fn however_a_file_says_where_its_data_is_it_comes_out_the_same() {
    let expected = house::scrub(&album().file()).unwrap().bytes;
    let length = album().items[0].data.len();
    for version in [0, 1, 2] {
        for place in [Place::File, Place::Pieces(5), Place::Idat, Place::Inside(9, 3)] {
            for odd in [false, true] {
                let mut it = Album { version, wide: odd, essential: odd, long: odd, open: false, ..album() };
                it.items[0].place = place.clone();
                if odd {
                    it.gap = CANARY.as_bytes().to_vec();
                }
                if version == 2 {
                    (it.primary, it.items[0].id) = (70_000, 70_000);
                }
                if version == 0 && matches!(place, Place::Idat | Place::Inside(..)) {
                    continue;
                }
                if let Place::Inside(id, from) = place {
                    let data = [b"abc", it.items[0].data.as_slice(), CANARY.as_bytes()].concat();
                    it.items.push(Item { id, kind: *b"none", data, place: Place::Pieces(from), ..Item::default() });
                }
                assert_eq!(house::scrub(&it.file()).unwrap().bytes, expected, "{version} {length} {odd}");
            }
        }
    }
    let open = Album { open: true, ..album() };
    assert_eq!(house::scrub(&open.file()).unwrap().bytes, expected);
    let mut first = album();
    first.before = boxed(b"mdat", CANARY.as_bytes());
    assert_eq!(house::scrub(&first.file()).unwrap().bytes, expected);
}

#[test]
fn units_with_lengths_of_other_sizes_and_with_bytes_after_their_end_come_out_the_same() {
    let expected = house::scrub(&album().file()).unwrap().bytes;
    let mut units = Vec::new();
    let data = album().items[0].data.clone();
    let mut rest = data.as_slice();
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let (unit, after) = after.split_at(u32::from_be_bytes(*length) as usize);
        units.push(unit.to_vec());
        rest = after;
    }
    let mut short = album();
    short.properties[0][8 + 21] &= 0xfd;
    let two = units.iter().flat_map(|unit| [&u16::try_from(unit.len()).unwrap().to_be_bytes()[..], unit].concat());
    short.items[0].data = two.collect();
    assert_eq!(house::scrub(&short.file()).unwrap().bytes, expected);
    let mut long = album();
    let padded = units.iter().map(|unit| [unit.as_slice(), &[0, 0, 3].repeat(3_000), &[0; 5_000]].concat());
    let padded = padded.flat_map(|unit| [&u32::try_from(unit.len()).unwrap().to_be_bytes()[..], &unit].concat());
    long.items[0].data = padded.collect();
    assert_eq!(house::scrub(&long.file()).unwrap().bytes, expected);
}
