//! TIFF: what is left out, what is kept, and that the pixels stay.

use amanat::testimony::scrub::{Format, Refusal};
use tempfile::tempdir;

use crate::house::{CANARY, run, scrub, sings, tags};

mod build;
mod damage;
mod hidden;
mod values;

use build::{Tiff, deflated, long, short};

/// A small picture by `ImageMagick`, with these options.
pub(crate) fn picture(options: &str) -> Vec<u8> {
    let folder = tempdir().unwrap();
    let args = format!("rose: -resize 90x70! {options} it.tif");
    run("convert", &args.split_whitespace().collect::<Vec<_>>(), folder.path());
    std::fs::read(folder.path().join("it.tif")).unwrap()
}

/// The same through libtiff's `tiffcp` with these options.
pub(crate) fn copied(tiff: &[u8], options: &str) -> Vec<u8> {
    let folder = tempdir().unwrap();
    std::fs::write(folder.path().join("from.tif"), tiff).unwrap();
    let args = format!("{options} from.tif it.tif");
    run("tiffcp", &args.split_whitespace().collect::<Vec<_>>(), folder.path());
    std::fs::read(folder.path().join("it.tif")).unwrap()
}

/// A digest of the pixels of each page.
fn pixels(tiff: &[u8]) -> String {
    let folder = tempdir().unwrap();
    std::fs::write(folder.path().join("it.tif"), tiff).unwrap();
    run("convert", &["-quiet", "it.tif", "-depth", "16", "-format", "%# %wx%h %[colorspace]\n", "info:"], folder.path())
}

/// Pictures in every compression, cut into strips and tiles, in both byte orders and sizes of offsets.
pub(crate) fn pictures() -> Vec<Vec<u8>> {
    let plain = picture("-compress none");
    let black = picture("-monochrome -compress Group4");
    let mut all = vec![plain.clone(), black.clone()];
    for options in
        ["-c none -B -r 7", "-c lzw -r 16", "-c lzw:2 -8", "-c zip:2 -t -w 32 -l 16", "-c packbits -B -8 -r 9"]
    {
        all.push(copied(&plain, options));
    }
    all.push(copied(&plain, "-c zip -p separate -r 20"));
    all.push(copied(&plain, "-c jpeg -t -w 32 -l 32"));
    all.push(copied(&plain, "-c jpeg:90 -r 16"));
    all.extend(["-c g3:2d", "-c g4 -r 20", "-c none -f lsb2msb"].map(|options| copied(&black, options)));
    let made = ["-depth 16 -compress zip", "-colors 16 -type palette", "-colorspace CMYK -compress lzw", "-alpha set"];
    all.extend(made.map(picture));
    all
}

#[test]
fn metadata_is_left_out_of_every_kind_of_page_and_the_pixels_stay() {
    // Exiftool does not write BigTIFF.
    let classic = pictures().into_iter().filter(|tiff| tiff[2] != 43 && tiff[3] != 43);
    for (place, tiff) in classic.enumerate() {
        let folder = tempdir().unwrap();
        std::fs::write(folder.path().join("it.tif"), &tiff).unwrap();
        let names = ["Make", "Software", "ImageDescription", "Artist", "XMP:Title", "IPTC:Keywords", "UserComment"];
        let mut args: Vec<String> = names.iter().map(|name| format!("-{name}={CANARY}")).collect();
        args.extend(["-q", "-n", "-GPSLatitude=43.8", "-ModifyDate=2026:01:02 03:04:05", "it.tif"].map(str::to_owned));
        run("exiftool", &args.iter().map(String::as_str).collect::<Vec<_>>(), folder.path());
        let tagged = std::fs::read(folder.path().join("it.tif")).unwrap();
        assert!(sings(&tagged));
        let clean = scrub(&tagged).unwrap();
        assert_eq!(clean.format, Format::Tiff);
        assert!(!sings(&clean.bytes), "{place}");
        assert_eq!(pixels(&clean.bytes), pixels(&tiff), "{place}");
        for kind in ["location", "times", "device", "software", "comments", "XMP", "IPTC"] {
            assert!(clean.removed.contains(&kind), "{place} {kind}: {:?}", clean.removed);
        }
        let left = tags(&clean.bytes, "tif");
        assert!(!left.contains("Software") && !left.contains("GPS") && !left.contains("XResolution"));
    }
}

#[test]
fn pages_of_files_with_wide_offsets_stay() {
    for tiff in pictures().into_iter().filter(|tiff| tiff[2] == 43 || tiff[3] == 43) {
        let clean = scrub(&tiff).unwrap().bytes;
        assert_eq!(pixels(&clean), pixels(&tiff));
    }
}

#[test]
fn every_page_stays_and_previews_do_not() {
    let folder = tempdir().unwrap();
    for (name, options) in [("a.tif", "-compress lzw"), ("b.tif", "-resize 50%"), ("c.tif", "-compress jpeg -depth 8")]
    {
        std::fs::write(folder.path().join(name), picture(options)).unwrap();
    }
    run("tiffcp", &["a.tif", "b.tif", "c.tif", "it.tif"], folder.path());
    let pages = std::fs::read(folder.path().join("it.tif")).unwrap();
    assert_eq!(pixels(&scrub(&pages).unwrap().bytes), pixels(&pages));
    run("tiffset", &["-d", "1", "-s", "254", "1", "it.tif"], folder.path());
    let preview = scrub(&std::fs::read(folder.path().join("it.tif")).unwrap()).unwrap();
    assert_eq!(pixels(&preview.bytes).lines().count(), 2);
    assert!(preview.removed.contains(&"thumbnail"));
}

#[test]
fn the_orientation_stays() {
    for orientation in 1..=8 {
        let clean = scrub(&picture(&format!("-orient {}", ORIENTATIONS[orientation - 1]))).unwrap().bytes;
        let folder = tempdir().unwrap();
        std::fs::write(folder.path().join("it.tif"), &clean).unwrap();
        let told = run("exiftool", &["-n", "-s3", "-Orientation", "it.tif"], folder.path());
        assert_eq!(told.trim(), if orientation == 1 { String::new() } else { orientation.to_string() });
    }
}

const ORIENTATIONS: [&str; 8] =
    ["TopLeft", "TopRight", "BottomRight", "BottomLeft", "LeftTop", "RightTop", "RightBottom", "LeftBottom"];

#[test]
fn strips_end_where_their_compression_does() {
    let rows = [9_u8; 64];
    // 64 bytes again and again by a literal run; codes of nine bits: clear, 9, 258 and so on, stop.
    let packed = [&[191, 9][..], &[128]].concat();
    let lzw = copied(&Tiff::grey(1, &rows).write(), "-c lzw");
    let lzw = scrub(&lzw).unwrap().bytes;
    for (compression, data) in [(1, rows.to_vec()), (8, deflated(&rows)), (32_773, packed[..2].to_vec())] {
        let plain = scrub(&Tiff::grey(compression, &data).write()).unwrap().bytes;
        let slack = [&data, CANARY.as_bytes()].concat();
        assert!(scrub(&Tiff::grey(compression, &slack).write()).unwrap().bytes == plain, "{compression}");
    }
    // The one strip of a file that ImageMagick and libtiff made stands at its end: behind it is slack once its length says so.
    let mut longer = lzw.clone();
    let entry = longer.windows(4).position(|four| four == [0x17, 0x01, 4, 0]).unwrap();
    longer[entry + 8] += u8::try_from(CANARY.len()).unwrap();
    longer.extend(CANARY.as_bytes());
    assert!(scrub(&longer).unwrap().bytes == lzw);
}

#[test]
fn a_jpeg_in_a_strip_has_only_what_a_jpeg_may_have() {
    let jpeg = crate::jpeg::photo("-colorspace Gray -resize 8x8!");
    let parts = crate::jpeg::parts::split(&jpeg);
    let mut planted = parts.clone();
    planted.insert(1, crate::jpeg::parts::part(0xfe, CANARY.as_bytes()));
    planted.insert(1, crate::jpeg::parts::part(0xe5, CANARY.as_bytes()));
    crate::jpeg::parts::slack(&mut planted, CANARY.as_bytes());
    let slack = [&crate::jpeg::parts::join(&planted), CANARY.as_bytes()].concat();
    let clean = scrub(&Tiff::grey(7, &slack).write()).unwrap();
    assert!(!sings(&clean.bytes));
    assert_eq!(pixels(&clean.bytes), pixels(&Tiff::grey(7, &jpeg).write()));
    assert_eq!(clean.removed, ["comments", "stray bytes", "padding", "unknown parts"]);
}

#[test]
fn shared_tables_that_no_strip_reads_are_left_out() {
    let tiff = copied(&picture("-compress none"), "-c jpeg -r 16");
    let clean = scrub(&tiff).unwrap().bytes;
    assert!(clean.len() < tiff.len() && tags(&clean, "tif").contains("JPEGTables"));
    let mut own = Tiff::grey(7, &crate::jpeg::photo("-colorspace Gray -resize 8x8!"));
    let unused = [b"\xff\xd8\xff\xdb\0\x43\x03", &[7; 50][..], CANARY.as_bytes(), b"\xff\xd9"].concat();
    own.fields.push((347, 7, unused.len(), unused));
    let clean = scrub(&own.write()).unwrap().bytes;
    assert!(!sings(&clean) && !tags(&clean, "tif").contains("JPEGTables"));
}

#[test]
fn raw_files_and_what_cannot_be_cleaned_are_refused() {
    let with = |field| {
        let mut tiff = Tiff::grey(1, &[9; 64]);
        tiff.fields.retain(|(tag, ..)| *tag != 262);
        tiff.fields.extend([short(262, 1), field]);
        scrub(&tiff.write()).err()
    };
    let raw = |refusal: Option<Refusal>| matches!(refusal, Some(Refusal::Unsupported(words)) if words.contains("raw"));
    assert!(raw(with((50_706, 1, 4, vec![1, 4, 0, 0]))));
    for compression in [6, 34_925, 50_000, 50_001] {
        let refusal = scrub(&Tiff::grey(compression, &[9; 64]).write()).err();
        assert!(matches!(refusal, Some(Refusal::Unsupported(_))), "{compression}");
    }
    assert!(raw(scrub(&Tiff::grey(34_713, &[9; 64]).write()).err()));
    // A page that is a preview, with another directory below it.
    let mut preview = Tiff::grey(1, &[9; 64]);
    preview.fields.extend([long(254, 1), long(330, 8)]);
    assert!(raw(scrub(&preview.write()).err()));
    let mut page = Tiff::grey(1, &[9; 64]);
    page.fields.push(long(330, 8));
    assert_eq!(scrub(&page.write()).unwrap().removed, ["further pictures"]);
}

#[test]
fn strips_that_share_bytes_or_lie_beyond_the_end_are_refused() {
    let mut tiff = Tiff::grey(1, &[9; 64]);
    tiff.fields.retain(|(tag, ..)| ![257, 273, 278, 279].contains(tag));
    let four = |tag, number: u32| (tag, 4, 64, number.to_le_bytes().repeat(64));
    tiff.fields.extend([long(257, 64 * 8), long(278, 8), four(273, 8), four(279, 64)]);
    assert!(matches!(scrub(&tiff.write()), Err(Refusal::Malformed(_))));
    let mut tiff = Tiff::grey(1, &[9; 64]);
    tiff.fields.retain(|(tag, ..)| *tag != 273);
    tiff.fields.push(long(273, 1_000_000));
    assert!(matches!(scrub(&tiff.write()), Err(Refusal::Short)));
}
