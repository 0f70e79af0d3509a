//! Files of stock encoders, with metadata from stock tools.

use super::*;

const TAGS: [&str; 7] = [
    "-Artist=CanaryOfUrumqi",
    "-Make=CanaryOfUrumqi",
    "-GPSLatitude=43.8",
    "-GPSLatitudeRef=N",
    "-XMP:Creator=CanaryOfUrumqi",
    "-XMP:Title=CanaryOfUrumqi",
    "-UserComment=CanaryOfUrumqi",
];

fn tagged(folder: &Path, name: &str) -> Vec<u8> {
    let args: Vec<&str> = ["-q", "-overwrite_original"].into_iter().chain(TAGS).chain([name]).collect();
    house::run("exiftool", &args, folder);
    let bytes = std::fs::read(folder.join(name)).unwrap();
    assert!(house::sings(&bytes));
    bytes
}

#[test]
fn a_heic_loses_exif_xmp_and_its_thumbnail_and_no_pixel() {
    let folder = tempfile::tempdir().unwrap();
    picture(folder.path(), "256x192", "it.png");
    house::run("heif-enc", &["-t", "64", "it.png", "-o", "it.heic"], folder.path());
    let bytes = tagged(folder.path(), "it.heic");
    let cleaned = same(&bytes, &bytes, "heic");
    assert_eq!(cleaned.format, Format::Heic);
    for kind in ["Exif", "XMP", "thumbnail"] {
        assert!(cleaned.removed.contains(&kind), "{kind}: {:?}", cleaned.removed);
    }
    let tags = house::tags(&cleaned.bytes, "heic");
    assert!(!["GPS", "IFD0", "XMP"].iter().any(|family| tags.contains(family)), "{tags}");
}

#[test]
fn an_avif_with_an_alpha_channel_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    house::run("convert", &["-seed", "2", "-size", "120x80", "plasma:", "-depth", "8", "it.png"], folder.path());
    let mask = ["it.png", "(", "-size", "120x80", "gradient:", ")", "-alpha", "off", "-compose", "CopyOpacity"];
    house::run("convert", &mask.into_iter().chain(["-composite", "it.png"]).collect::<Vec<_>>(), folder.path());
    for premultiplied in [false, true] {
        let more: &[&str] = if premultiplied { &["--premultiply"] } else { &[] };
        house::run("avifenc", &[more, &["-s", "8", "it.png", "it.avif"]].concat(), folder.path());
        let bytes = tagged(folder.path(), "it.avif");
        let cleaned = same(&bytes, &bytes, "avif");
        assert_eq!(cleaned.format, Format::Avif);
        assert!(cleaned.removed.contains(&"Exif") && cleaned.removed.contains(&"XMP"), "{:?}", cleaned.removed);
        let info = |bytes: &[u8]| bytes.windows(4).filter(|window| *window == b"prem").count();
        assert_eq!(info(&cleaned.bytes), usize::from(premultiplied));
    }
}

#[test]
fn depths_layouts_turns_and_grids_of_the_avif_encoder_stay() {
    let folder = tempfile::tempdir().unwrap();
    picture(folder.path(), "256x256", "it.png");
    for args in [
        "-d 10 -y 444",
        "-d 12 -y 422",
        "-y 400",
        "--irot 1 --imir 0",
        "--clap 100,1,60,1,0,1,0,1",
        "--grid 2x2",
        "-l",
        "--cicp 9/16/9 -r limited",
    ] {
        let all: Vec<&str> = ["-s", "8"].into_iter().chain(args.split(' ')).collect();
        // Tiles of a grid are files of their own.
        let from = if args.starts_with("--grid") { vec!["it.png"; 4] } else { vec!["it.png"] };
        house::run("avifenc", &[all, from, vec!["-o", "it.avif"]].concat(), folder.path());
        let bytes = std::fs::read(folder.path().join("it.avif")).unwrap();
        let cleaned = same(&bytes, &bytes, "avif");
        assert!(!cleaned.removed.contains(&"unknown parts"), "{args}: {:?}", cleaned.removed);
    }
}

#[test]
fn depths_and_layouts_of_the_heic_encoder_stay() {
    let folder = tempfile::tempdir().unwrap();
    picture(folder.path(), "130x90", "it.png");
    for args in ["-b 10", "-b 12 -p chroma=444", "-L -p chroma=422", "-p chroma=444 --matrix_coefficients=0 -L"] {
        let all: Vec<&str> = args.split(' ').chain(["it.png", "-o", "it.heic"]).collect();
        house::run("heif-enc", &all, folder.path());
        let bytes = std::fs::read(folder.path().join("it.heic")).unwrap();
        same(&bytes, &bytes, "heic");
    }
}

#[test]
fn the_data_of_an_unscrubbed_stock_picture_is_copied_as_it_is() {
    let data = find(plain(), b"mdat")[8..].to_vec();
    let cleaned = house::scrub(plain()).unwrap();
    let kept = find(&cleaned.bytes, b"mdat")[8..].to_vec();
    // The encoder's own message to the decoder is gone, the slices are not.
    assert!(data.ends_with(&kept));
}
