//! GIF: made by stock tools and block by block, judged by `convert`, `ffmpeg` and exiftool.

use amanat::testimony::scrub::Format;

use crate::house::{self, CANARY, decoded, scrub, sings, tags};

mod codes;
mod mutations;

/// Screen of 4 by 2, four colours, all of which [`IMAGE`] uses.
const HEAD: &[u8] = b"GIF89a\x04\0\x02\0\xf1\0\0\x01\x02\x03\x11\x12\x13\x21\x22\x23\x31\x32\x33";
/// Descriptor, and the codes clear 0 1 2 3 3 2 1 0 end.
const IMAGE: &[u8] = b",\0\0\0\0\x04\0\x02\0\0\x02\x05\x44\x34\x23\x01\x05\0";
const LOOP: &[u8] = b"!\xff\x0bNETSCAPE2.0\x03\x01\x07\0\0";

fn file(blocks: &[&[u8]]) -> Vec<u8> {
    [&[HEAD], blocks, &[b";".as_slice()]].concat().concat()
}

/// An extension whose data is this.
fn extension(label: u8, data: &[u8]) -> Vec<u8> {
    let blocks = data.chunks(255).flat_map(|block| [&[u8::try_from(block.len()).unwrap()], block].concat());
    [b'!', label].into_iter().chain(blocks).chain([0]).collect()
}

fn pixels(bytes: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("it.gif"), bytes).unwrap();
    house::run("convert", &["it.gif", "-depth", "8", "rgba:it.raw"], folder.path());
    std::fs::read(folder.path().join("it.raw")).unwrap()
}

#[test]
fn pictures_and_animations_of_stock_tools_stay_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    for args in [
        "-size 60x50 plasma: -colors 200 it.gif",
        "-size 60x50 plasma: -interlace GIF it.gif",
        "-size 60x50 plasma: -colors 2 GIF87:it.gif",
        "-delay 10 -loop 0 -dispose background -size 60x50 plasma: plasma: plasma: it.gif",
        "-delay 10 -loop 7 -dispose previous -size 60x50 plasma: plasma: it.gif",
        "-size 60x50 plasma: -transparent white ( -size 20x20 -page +9+9 plasma: ) -layers optimize it.gif",
    ] {
        house::run("convert", &args.split(' ').collect::<Vec<_>>(), folder.path());
        let planted = [format!("-Comment={CANARY}"), format!("-XMP-dc:Title={CANARY}")];
        house::run("exiftool", &["-q", "-overwrite_original", &planted[0], &planted[1], "it.gif"], folder.path());
        let before = std::fs::read(folder.path().join("it.gif")).unwrap();
        let after = scrub(&before).unwrap();
        assert_eq!(after.format, Format::Gif);
        assert!(sings(&before) && !sings(&after.bytes) && !tags(&after.bytes, "gif").contains(CANARY));
        assert!(["comments", "XMP"].iter().all(|kind| after.removed.contains(kind)), "{args}: {:?}", after.removed);
        assert_eq!(decoded(&before, "gif"), decoded(&after.bytes, "gif"), "{args}");
        assert_eq!(pixels(&before), pixels(&after.bytes), "{args}");
    }
}

#[test]
fn what_is_canonical_is_copied() {
    let control = b"!\xf9\x04\x05\x0a\0\x02\0";
    let before = file(&[LOOP, control, IMAGE, IMAGE]);
    let after = scrub(&before).unwrap();
    assert_eq!(after.bytes, before);
    assert!(after.removed.is_empty());
}

#[test]
fn no_extension_leaves_a_byte() {
    let song = CANARY.as_bytes();
    for (label, data, kind) in [
        (0xfe, song.repeat(40), "comments"),
        (0x01, [&[0; 12], song].concat(), "comments"),
        (0xff, [b"XMP DataXMP", song].concat(), "XMP"),
        (0xff, [b"ICCRGBG1012", song].concat(), "colour profile"),
        (0xff, [b"Canary12345", song].concat(), "unknown parts"),
        (0x77, song.to_vec(), "unknown parts"),
    ] {
        let mut block = extension(label, &data);
        if label == 0xff {
            // The name is a sub-block of its own.
            block = [&[b'!', 0xff, 11], &data[..11], &extension(0, &data[11..])[2..]].concat();
        }
        for blocks in [[block.as_slice(), IMAGE], [IMAGE, &block]] {
            let after = scrub(&file(&blocks)).unwrap();
            assert_eq!(after.bytes, file(&[IMAGE]));
            assert_eq!(after.removed, [kind]);
        }
    }
    let after = scrub(&[file(&[IMAGE]), song.to_vec()].concat()).unwrap();
    assert_eq!((after.bytes, after.removed), (file(&[IMAGE]), vec!["stray bytes"]));
}

#[test]
fn how_often_it_plays_is_kept_and_nothing_else_that_an_extension_may_say() {
    let more = b"!\xff\x0bNETSCAPE2.0\x03\x01\x07\0\x05\x02BUF!\x0eCanaryOfUrumqi\0";
    let after = scrub(&file(&[more, IMAGE])).unwrap();
    assert_eq!((after.bytes, after.removed), (file(&[LOOP, IMAGE]), vec!["unknown parts"]));
    let other = b"!\xff\x0bANIMEXTS1.0\x03\x01\x07\0\0";
    assert_eq!(scrub(&file(&[other, IMAGE])).unwrap().bytes, file(&[LOOP, IMAGE]));
}

#[test]
fn fields_that_viewers_ignore_are_fixed() {
    // Version, sorted table, background beyond it, aspect; reserved bits, waiting for a key, an unused transparent colour.
    let mut before = file(&[b"!\xf9\x04\xe6\x0a\0C\0", IMAGE]);
    before[4..6].copy_from_slice(b"7a");
    before[10..13].copy_from_slice(&[0x89, 77, b'C']);
    assert_eq!(scrub(&before).unwrap().bytes, file(&[b"!\xf9\x04\x04\x0a\0\0\0", IMAGE]));
}

#[test]
fn a_file_that_is_cut_off_keeps_what_is_whole() {
    let whole = file(&[IMAGE, IMAGE]);
    let first = HEAD.len() + IMAGE.len();
    assert_eq!(scrub(&whole[..whole.len() - 1]).unwrap().bytes, whole);
    for at in first..first + 12 {
        assert_eq!(scrub(&whole[..at]).unwrap().bytes, file(&[IMAGE]), "{at}");
    }
    // Three of eight pixels.
    let part = scrub(&whole[..first - 4]).unwrap().bytes;
    assert_eq!(part.last(), Some(&b';'));
    for at in 0..HEAD.len() + 12 {
        assert!(scrub(&whole[..at]).is_err(), "{at}");
    }
    // A second end of sub-blocks is a common fault. After anything else a browser stops.
    let again = file(&[IMAGE, &[0], IMAGE]);
    assert_eq!(scrub(&again).unwrap().bytes, whole);
    let after = scrub(&file(&[IMAGE, CANARY.as_bytes(), IMAGE])).unwrap();
    assert_eq!((after.bytes, after.removed), (file(&[IMAGE]), vec!["stray bytes"]));
    assert_eq!(scrub(b"GIF88a\x04\0\x02\0\0\0\0;").err().unwrap().code(), "malformed");
}
