//! Numbers that have a meaning stay; others do not, and are no place for a message.

use super::{
    build::{Field, Tiff, long, short},
    copied, picture, pixels,
};
use crate::house::{run, scrub};

fn rational(tag: u16, numbers: &[u32]) -> Field {
    (tag, 5, numbers.len() / 2, numbers.iter().flat_map(|number| number.to_le_bytes()).collect())
}

fn told(bytes: &[u8], tag: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("it.tif"), bytes).unwrap();
    run("exiftool", &["-n", "-s3", tag, "it.tif"], folder.path()).trim().to_owned()
}

#[test]
fn numbers_that_are_optional_and_mean_nothing_are_left_out() {
    let plain = scrub(&Tiff::grey(1, &[9; 64]).write()).unwrap().bytes;
    for field in
        [short(274, 0x4341), short(266, 77), short(284, 0x4341), short(338, 0x41), short(339, 99), short(296, 9)]
    {
        let mut tiff = Tiff::grey(1, &[9; 64]);
        tiff.fields.push(field.clone());
        assert!(scrub(&tiff.write()).unwrap().bytes == plain, "{}", field.0);
    }
    for (tag, number, code) in [(262, 0x4341, "unsupported-part"), (317, 0x41, "malformed")] {
        let mut tiff = Tiff::grey(if tag == 317 { 5 } else { 1 }, &[9; 64]);
        tiff.fields.retain(|(its, ..)| *its != tag);
        tiff.fields.push(short(tag, number));
        assert_eq!(scrub(&tiff.write()).err().unwrap().code(), code);
    }
}

#[test]
fn alpha_of_old_programs_is_alpha() {
    let mut tiff = Tiff::grey(1, &[9; 128]);
    tiff.fields.retain(|(tag, ..)| ![258, 277].contains(tag));
    tiff.fields.extend([(258, 3, 2, vec![8, 0, 8, 0]), short(277, 2), short(338, 999)]);
    assert_eq!(told(&scrub(&tiff.write()).unwrap().bytes, "-ExtraSamples"), "2");
}

#[test]
fn coefficients_are_the_usual_ones_or_rounded() {
    let of = |coefficients: &[u32], reference: &[u32]| {
        let mut tiff = Tiff::grey(1, &[9; 64 * 3]);
        tiff.fields.retain(|(tag, ..)| ![258, 262, 277].contains(tag));
        tiff.fields.extend([(258, 3, 3, [8, 0].repeat(3)), short(262, 6), short(277, 3)]);
        tiff.fields.push((530, 3, 2, vec![1, 0, 1, 0]));
        tiff.fields.extend([rational(529, coefficients), rational(532, reference)]);
        let after = scrub(&tiff.write()).unwrap().bytes;
        assert_eq!(pixels(&after), pixels(&tiff.write()));
        (told(&after, "-YCbCrCoefficients"), told(&after, "-ReferenceBlackWhite"))
    };
    let usual = [299, 1000, 587, 1000, 114, 1000];
    let full = [0, 1, 255, 1, 128, 1, 255, 1, 128, 1, 255, 1];
    assert_eq!(of(&usual, &full), (String::new(), String::new()));
    let studio = [15, 1, 235, 1, 128, 1, 240, 1, 128, 1, 240, 1];
    let kept = of(&[2_125_000, 10_000_000, 7154, 10_000, 721, 10_000], &studio);
    assert_eq!(kept, ("0.2125 0.7154 0.0721".to_owned(), "15 235 128 240 128 240".to_owned()));
    // Numbers that can be nothing of the kind.
    assert_eq!(of(&[0x4361_6e61, 1, 1, 0, 3, 2], &full).0, "");
}

#[test]
fn of_the_resolution_the_shape_of_a_pixel_stays() {
    let fax = |x: u32, y: u32| {
        let mut tiff = picture("-monochrome -compress Group4 -density 204x196 -units PixelsPerInch");
        tiff = copied(&tiff, "-c g4");
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("it.tif"), &tiff).unwrap();
        run("tiffset", &["-s", "282", &format!("{x}.0"), "it.tif"], folder.path());
        run("tiffset", &["-s", "283", &format!("{y}.0"), "it.tif"], folder.path());
        let before = std::fs::read(folder.path().join("it.tif")).unwrap();
        let after = scrub(&before).unwrap().bytes;
        assert_eq!(pixels(&after), pixels(&before));
        ["-XResolution", "-YResolution", "-ResolutionUnit"].map(|tag| told(&after, tag)).join(" ")
    };
    assert_eq!(fax(204, 98), "204 98 ");
    assert_eq!(fax(204, 196), "204 196 ");
    assert_eq!(fax(203, 97), "204 98 ");
    assert_eq!(fax(300, 300), "  ");
    let of = |x: [u32; 2], y: [u32; 2]| {
        let mut tiff = Tiff::grey(1, &[9; 64]);
        tiff.fields.extend([rational(282, &x), rational(283, &y), short(296, 2)]);
        let after = scrub(&tiff.write()).unwrap().bytes;
        ["-XResolution", "-YResolution", "-ResolutionUnit"].map(|tag| told(&after, tag)).join(" ")
    };
    assert_eq!(of([300, 1], [600, 1]), "1 2 1");
    assert_eq!(of([72, 1], [72, 1]), "  ");
    assert_eq!(of([0x4361_6e61, 0x7279_4f66], [1, 1]), "  ");
    assert_eq!(of([1, 0], [0, 1]), "  ");
}

#[test]
fn facsimile_data_ends_with_its_last_row_and_marks() {
    let black = picture("-monochrome -compress Group4");
    let small = copied(&picture("-resize 13x40! -monochrome -compress Group4"), "-c g4 -r 400");
    for (tiff, way) in [&black, &small].into_iter().flat_map(|tiff| {
        ["g4", "g3:1d", "g3:2d", "g3:1d:fill", "g3:2d:fill", "g4 -f lsb2msb", "g3:2d -f lsb2msb"].map(|way| (tiff, way))
    }) {
        let tiff = copied(tiff, &format!("-c {way} -r 2000"));
        let plain = scrub(&tiff).unwrap();
        assert_eq!(pixels(&plain.bytes), pixels(&tiff), "{way}");
        assert!(!plain.removed.contains(&"padding"), "{way}");
        // The one strip comes last in what was written: behind it is slack, once its length says so.
        let mut longer = plain.bytes.clone();
        let entry = longer.windows(4).position(|four| four == [0x17, 0x01, 4, 0]).unwrap();
        let length = u32::from_le_bytes(longer[entry + 8..entry + 12].try_into().unwrap()) + 14;
        longer[entry + 8..entry + 12].copy_from_slice(&length.to_le_bytes());
        longer.extend(crate::house::CANARY.as_bytes());
        let again = scrub(&longer).unwrap();
        assert!(again.bytes == plain.bytes, "{way}");
        assert_eq!(again.removed, ["padding"]);
    }
}

#[test]
fn facsimile_data_whose_rows_cannot_be_followed_ends_with_its_marks() {
    // A code that does not exist, and two marks.
    let data = [&[0x00, 0x80, 0xff, 0x00, 0x10, 0x01][..], b"Canary"].concat();
    let mut tiff = Tiff::grey(4, &data);
    tiff.fields.retain(|(tag, ..)| *tag != 258);
    tiff.fields.push(short(258, 1));
    let clean = scrub(&tiff.write()).unwrap();
    assert!(clean.bytes.ends_with(&data[..6]));
    assert_eq!(clean.removed, ["padding"]);
    assert_eq!(long(1, 2).0, 1);
}
