//! WebP: made by libwebp's tools and chunk by chunk, judged by `dwebp`, `convert` and exiftool.

use amanat::testimony::scrub::Format;

use crate::house::{self, CANARY, scrub, sings, tags};

mod animated;
mod mutations;
mod places;

type Chunk = ([u8; 4], Vec<u8>);

/// A WebP of these chunks.
fn file(chunks: &[Chunk]) -> Vec<u8> {
    let body = list(chunks);
    let length = u32::try_from(body.len() + 4).unwrap();
    [b"RIFF", length.to_le_bytes().as_slice(), b"WEBP", &body].concat()
}

fn list(chunks: &[Chunk]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (name, data) in chunks {
        bytes.extend(name);
        bytes.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
        bytes.extend(data);
        bytes.resize(bytes.len().next_multiple_of(2), 0);
    }
    bytes
}

/// The chunks of a list of them.
fn unlist(mut rest: &[u8]) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    while let Some((head, after)) = rest.split_first_chunk::<8>() {
        let length = usize::try_from(u32::from_le_bytes(head[4..].try_into().unwrap())).unwrap();
        chunks.push((head[..4].try_into().unwrap(), after[..length].to_vec()));
        rest = &after[length.next_multiple_of(2)..];
    }
    chunks
}

fn chunks(bytes: &[u8]) -> Vec<Chunk> {
    assert_eq!(bytes[4..8], u32::try_from(bytes.len() - 8).unwrap().to_le_bytes());
    unlist(&bytes[12..])
}

fn names(chunks: &[Chunk]) -> String {
    let names: Vec<_> = chunks.iter().map(|(name, _)| String::from_utf8_lossy(name).trim().to_owned()).collect();
    names.join(" ")
}

/// Runs stock tools, and reads what they made.
fn made(lines: &[&str], name: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    for line in lines {
        let (program, args) = line.split_once(' ').unwrap();
        house::run(program, &args.split(' ').collect::<Vec<_>>(), folder.path());
    }
    std::fs::read(folder.path().join(name)).unwrap()
}

/// What `dwebp` makes of a still picture.
fn pixels(bytes: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("it.webp"), bytes).unwrap();
    house::run("dwebp", &["-quiet", "it.webp", "-pam", "-o", "it.pam"], folder.path());
    std::fs::read(folder.path().join("it.pam")).unwrap()
}

const PLASMA: &str = "convert -size 40x30 plasma: it.png";
const GLASS: &str = "convert -size 40x30 plasma: -alpha set -channel A -evaluate set 50% it.png";

#[test]
fn pictures_of_every_kind_stay_as_they_are() {
    let wide = "convert -size 41x31 plasma: -colors 5 it.png";
    for (make, how) in [
        (PLASMA, "-q 80"),
        (PLASMA, "-q 10 -segments 4 -sns 90"),
        (PLASMA, "-lossless"),
        (wide, "-lossless -z 9"),
        (PLASMA, "-near_lossless 20"),
        (GLASS, "-q 80 -alpha_filter best"),
        (GLASS, "-q 80 -alpha_method 0"),
        (GLASS, "-lossless -exact"),
    ] {
        let before = made(&[make, &format!("cwebp -quiet {how} it.png -o it.webp")], "it.webp");
        let after = scrub(&before).unwrap();
        assert_eq!(after.format, Format::Webp);
        assert_eq!(pixels(&before), pixels(&after.bytes), "{how}");
        assert!(after.removed.is_empty());
        assert!(after.bytes.len() <= before.len());
    }
}

#[test]
fn tags_are_gone_and_a_picture_that_needs_no_extension_has_none() {
    let tag =
        format!("exiftool -q -overwrite_original -n -Make={CANARY} -GPSLatitude=43.8 -XMP-dc:Title={CANARY} it.webp");
    for (how, kept) in [("-q 80", "VP8"), ("-lossless", "VP8L")] {
        let before = made(&[PLASMA, &format!("cwebp -quiet {how} it.png -o it.webp"), &tag], "it.webp");
        let after = scrub(&before).unwrap();
        assert!(sings(&before) && !sings(&after.bytes) && !tags(&after.bytes, "webp").contains(CANARY));
        assert_eq!(names(&chunks(&after.bytes)), kept);
        assert_eq!(after.removed, ["Exif", "XMP"]);
        assert_eq!(pixels(&before), pixels(&after.bytes));
    }
}

#[test]
fn only_the_orientation_of_an_exif_block_is_kept_and_only_where_it_turns_the_picture() {
    for (orientation, kept) in [(1, "VP8"), (6, "VP8X VP8 EXIF"), (8, "VP8X VP8 EXIF")] {
        let tag = format!("exiftool -q -overwrite_original -n -Orientation={orientation} -Make={CANARY} it.webp");
        let before = made(&[PLASMA, "cwebp -quiet it.png -o it.webp", &tag], "it.webp");
        let after = scrub(&before).unwrap();
        assert!(!sings(&after.bytes));
        let its = chunks(&after.bytes);
        assert_eq!(names(&its), kept);
        assert_eq!(after.removed, ["Exif"]);
        if orientation > 1 {
            assert_eq!(its[0].1, [8, 0, 0, 0, 39, 0, 0, 29, 0, 0]);
            assert_eq!(its[2].1.len(), 26);
            assert!(
                tags(&after.bytes, "webp")
                    .lines()
                    .any(|line| line.starts_with("[IFD0]") && line.contains("Orientation"))
            );
        }
    }
}
