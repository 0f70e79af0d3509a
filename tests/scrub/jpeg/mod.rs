//! JPEG: what is left out, what is kept, and that the pixels stay.

use amanat::testimony::scrub::{Format, Refusal};
use tempfile::tempdir;

use crate::house::{CANARY, decoded, ffmpeg, run, scrub, sings, tags};

mod colour;
mod damage;
pub(crate) mod parts;
mod scans;

use parts::{join, markers, part, split};

/// A small photograph by `ImageMagick`, with these options.
pub(crate) fn photo(options: &str) -> Vec<u8> {
    let folder = tempdir().unwrap();
    let args = format!("rose: -resize 150x110! {options} it.jpg");
    run("convert", &args.split_whitespace().collect::<Vec<_>>(), folder.path());
    std::fs::read(folder.path().join("it.jpg")).unwrap()
}

/// The same with `tags` written by exiftool.
pub(crate) fn tagged(jpeg: &[u8], tags: &[&str]) -> Vec<u8> {
    let folder = tempdir().unwrap();
    std::fs::write(folder.path().join("it.jpg"), jpeg).unwrap();
    let args = [&["-q", "-n"], tags, &["it.jpg"]].concat();
    run("exiftool", &args, folder.path());
    std::fs::read(folder.path().join("it.jpg")).unwrap()
}

fn planted(tags: &[&str]) -> Vec<String> {
    tags.iter().map(|tag| format!("-{tag}={CANARY}")).collect()
}

#[test]
fn metadata_of_every_kind_is_left_out_and_named() {
    let names = ["Comment", "Make", "Model", "Software", "Artist", "XMP:Title", "IPTC:Keywords", "Photoshop:URL"];
    let mut given = planted(&names);
    given.extend(
        ["-GPSLatitude=43.8", "-GPSLongitude=87.6", "-DateTimeOriginal=2026:01:02 03:04:05"].map(str::to_owned),
    );
    given.push(format!("-SerialNumber={CANARY}"));
    let jpeg = tagged(&photo("-quality 90"), &given.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(sings(&jpeg));
    let clean = scrub(&jpeg).unwrap();
    assert_eq!(clean.format, Format::Jpeg);
    assert!(!sings(&clean.bytes));
    assert_eq!(decoded(&clean.bytes, "jpg"), decoded(&jpeg, "jpg"));
    assert_eq!(markers(&clean.bytes), [0xe0, 0xdb, 0xc0, 0xc4, 0xda]);
    for kind in ["location", "times", "device", "software", "Exif", "XMP", "IPTC", "comments"] {
        assert!(clean.removed.contains(&kind), "{kind}: {:?}", clean.removed);
    }
    assert!(!tags(&clean.bytes, "jpg").contains("IFD0"));
}

#[test]
fn other_tools_files_keep_their_pixels() {
    let folder = tempdir().unwrap();
    let made =
        ["-c:v mjpeg -q:v 2", "-c:v mjpeg -huffman default", "-c:v mjpeg -pix_fmt yuvj444p", "-c:v ljpeg -strict -1"];
    for codec in made {
        ffmpeg(&format!("-f lavfi -i testsrc=size=98x73 -frames:v 1 {codec} -f image2 it.jpg"), folder.path());
        let jpeg = std::fs::read(folder.path().join("it.jpg")).unwrap();
        let clean = scrub(&jpeg).unwrap();
        assert_eq!(decoded(&clean.bytes, "jpg"), decoded(&jpeg, "jpg"), "{codec}");
        assert!(!clean.bytes.windows(4).any(|four| four == b"Lavc"));
    }
    for options in ["-colorspace Gray", "-colorspace CMYK", "-colorspace sRGB -sampling-factor 4:2:0 -interlace JPEG"] {
        let jpeg = photo(options);
        assert_eq!(decoded(&scrub(&jpeg).unwrap().bytes, "jpg"), decoded(&jpeg, "jpg"), "{options}");
    }
}

#[test]
fn the_orientation_stays_in_a_block_of_36_bytes() {
    let plain = photo("");
    for orientation in 1..=8_u8 {
        let jpeg = tagged(&plain, &[&format!("-Orientation={orientation}"), &format!("-Make={CANARY}")]);
        let clean = scrub(&jpeg).unwrap().bytes;
        let exif: Vec<_> = split(&clean).into_iter().filter(|part| part.marker == 0xe1).collect();
        assert_eq!(exif.len(), usize::from(orientation > 1));
        if orientation > 1 {
            assert_eq!(exif[0].body.len() + 4, 36);
            assert!(tags(&clean, "jpg").contains("Orientation"));
        }
        assert!(!sings(&clean));
    }
}

#[test]
fn of_two_exif_blocks_the_first_counts_and_xmp_only_without_them() {
    let exif = |orientation: u8| {
        let jpeg = scrub(&tagged(&photo(""), &[&format!("-Orientation={orientation}")])).unwrap().bytes;
        split(&jpeg).into_iter().find(|part| part.marker == 0xe1).unwrap()
    };
    let xmp = part(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x tiff:Orientation=\"8\"/>");
    let plain = split(&photo(""));
    let kept = |first: &[_]| {
        let clean = scrub(&join(&[first, &plain[..]].concat())).unwrap();
        split(&clean.bytes).into_iter().find(|part| part.marker == 0xe1)
    };
    assert!(kept(&[exif(6), exif(3), xmp.clone()]) == Some(exif(6)));
    assert!(kept(&[xmp.clone(), exif(3)]) == Some(exif(3)));
    assert!(kept(&[xmp]) == Some(exif(8)));
}

#[test]
fn comments_and_segments_between_and_after_scans_are_left_out() {
    let mut parts = split(&photo("-interlace JPEG"));
    let plain = scrub(&join(&parts)).unwrap().bytes;
    let scans = parts.iter().filter(|part| part.marker == 0xda).count();
    assert!(scans > 3);
    for at in (1..=parts.len()).rev() {
        for marker in [0xfe, 0xe3, 0xed, 0xf3, 0xdc] {
            parts.insert(at, part(marker, CANARY.as_bytes()));
        }
    }
    let clean = scrub(&join(&parts)).unwrap();
    assert!(clean.bytes == plain && !sings(&clean.bytes));
    assert_eq!(clean.removed, ["IPTC", "comments", "unknown parts"]);
}

#[test]
fn what_follows_the_end_is_told_by_its_first_bytes() {
    let jpeg = photo("");
    let plain = scrub(&jpeg).unwrap().bytes;
    let film = [b"\0\0\0\x18ftypmp42", CANARY.as_bytes()].concat();
    let with = |after: &[u8]| scrub(&[&jpeg, after].concat()).unwrap();
    for (after, kind) in
        [(&film[..], "embedded media"), (&jpeg, "further pictures"), (CANARY.as_bytes(), "stray bytes")]
    {
        let clean = with(after);
        assert!(clean.bytes == plain && clean.removed.contains(&kind), "{kind}");
    }
}

#[test]
fn a_file_that_is_no_picture_is_refused() {
    let parts = split(&photo(""));
    let frame = parts.iter().position(|part| part.marker == 0xc0).unwrap();
    let marked = |marker: u8| {
        let mut parts = parts.clone();
        parts[frame].marker = marker;
        scrub(&join(&parts)).err()
    };
    for marker in [0xc5, 0xc6, 0xc7, 0xcb, 0xcd, 0xde] {
        assert!(matches!(marked(marker), Some(Refusal::Unsupported(_))), "{marker:x}");
    }
    let twice = [&parts[..=frame], &parts[frame..]].concat();
    assert!(matches!(scrub(&join(&twice)), Err(Refusal::Unsupported(_))));
    assert!(matches!(scrub(&join(&parts[..frame])), Err(Refusal::Malformed(_))));
    let without = |marker: u8| join(&parts.iter().filter(|part| part.marker != marker).cloned().collect::<Vec<_>>());
    assert!(matches!(scrub(&without(0xdb)), Err(Refusal::Malformed(_))));
    assert!(matches!(scrub(&without(0xc0)), Err(Refusal::Malformed(_))));
    assert!(matches!(scrub(b"\xff\xd8\xff\xe0\0\x10JF"), Err(Refusal::Short)));
}
