//! Files as stock tools make and tag them.

use amanat::testimony::scrub::Format;

use super::*;
use crate::house::{self, CANARY, decoded, scrub, sings, tags};

fn convert(args: &str, folder: &std::path::Path) {
    house::run("convert", &args.split(' ').collect::<Vec<_>>(), folder);
}

#[test]
fn every_kind_of_pixel_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let kinds = [
        (0, 1),
        (0, 2),
        (0, 4),
        (0, 8),
        (0, 16),
        (2, 8),
        (2, 16),
        (3, 1),
        (3, 2),
        (3, 4),
        (4, 8),
        (4, 16),
        (6, 8),
        (6, 16),
    ];
    for (colour, depth) in kinds {
        for interlace in ["none", "PNG"] {
            let how = format!("-define png:color-type={colour} -define png:bit-depth={depth} -interlace {interlace}");
            let few = if colour == 3 { format!("-colors {}", 1 << depth) } else { String::from("-set a b") };
            convert(
                &format!(
                    "-size 37x29 plasma: -colorspace {} {few} {how} it.png",
                    if colour % 4 == 0 { "gray" } else { "sRGB" }
                ),
                folder.path(),
            );
            let before = std::fs::read(folder.path().join("it.png")).unwrap();
            let after = scrub(&before).unwrap();
            assert_eq!(after.format, Format::Png);
            assert!(
                pixels(&before).is_some() && pixels(&before) == pixels(&after.bytes),
                "{colour} {depth} {interlace}"
            );
        }
    }
}

#[test]
fn tags_of_every_kind_are_gone_and_named() {
    let folder = tempfile::tempdir().unwrap();
    convert(&format!("-size 40x30 plasma: -comment {CANARY} -set Author {CANARY} -density 300 it.png"), folder.path());
    let planted =
        ["-Make", "-GPSProcessingMethod", "-XMP-dc:Title", "-Software", "-PNG:Copyright", "-IPTC:Caption-Abstract"];
    let planted = planted.map(|tag| format!("{tag}={CANARY}"));
    let mut args = vec!["-q", "-overwrite_original", "-n", "-GPSLatitude=43.8", "-PNG:ModifyDate=2020:01:02 03:04:05"];
    args.extend(planted.iter().map(String::as_str));
    args.push("it.png");
    house::run("exiftool", &args, folder.path());
    let before = std::fs::read(folder.path().join("it.png")).unwrap();
    assert!(sings(&before));
    let after = scrub(&before).unwrap();
    assert!(!sings(&after.bytes) && !tags(&after.bytes, "png").contains(CANARY));
    assert_eq!(names(&after.bytes).replace(" IDAT", ""), "IHDR gAMA cHRM IEND");
    for kind in ["Exif", "XMP", "comments", "times", "software", "resolution"] {
        assert!(after.removed.contains(&kind), "{kind}: {:?}", after.removed);
    }
    assert_eq!(decoded(&before, "png"), decoded(&after.bytes, "png"));
    assert_eq!(pixels(&before), pixels(&after.bytes));
}

#[test]
fn only_the_orientation_of_an_exif_block_is_kept_and_only_where_it_turns_the_picture() {
    let folder = tempfile::tempdir().unwrap();
    for orientation in [1, 3, 6, 8] {
        convert("-size 40x30 plasma: it.png", folder.path());
        let turn = format!("-Orientation={orientation}");
        let args = ["-q", "-overwrite_original", "-n", &turn, &format!("-Make={CANARY}"), "it.png"];
        house::run("exiftool", &args, folder.path());
        let before = std::fs::read(folder.path().join("it.png")).unwrap();
        let after = scrub(&before).unwrap();
        assert!(!sings(&after.bytes));
        assert!(after.removed.contains(&"Exif"));
        let exif: Vec<_> = chunks(&after.bytes).into_iter().filter(|(name, _)| name == b"eXIf").collect();
        assert_eq!(exif.len(), usize::from(orientation > 1));
        let turned = house::run("exiftool", &["-n", "-s3", "-Orientation", "it.png"], {
            std::fs::write(folder.path().join("it.png"), &after.bytes).unwrap();
            folder.path()
        });
        assert_eq!(turned.trim(), if orientation > 1 { orientation.to_string() } else { String::new() });
    }
}

#[test]
fn the_orientation_of_an_exif_block_in_a_text_chunk_is_kept_too() {
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let digits = exif.iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"));
    let text = format!("\nexif\n      {}\n{digits}\n", exif.len());
    let plain = [b"Raw profile type exif\0", text.as_bytes()].concat();
    let packed = [b"Raw profile type APP1\0\0", deflate(text.as_bytes()).as_slice()].concat();
    for chunk in [(b"tEXt", plain), (b"zTXt", packed)] {
        let after = scrub(&with(&[chunk])).unwrap();
        assert_eq!(names(&after.bytes), "IHDR eXIf IDAT IEND");
        assert_eq!(after.removed, ["Exif"]);
    }
}
