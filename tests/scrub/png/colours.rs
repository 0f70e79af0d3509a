//! Colour: standard numbers in place of profiles and of exact ones.

use super::*;
use crate::house::{self, CANARY, scrub, sings};

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_be_bytes()).collect()
}

/// A profile of these primaries under D50, in 1/65536, and one gamma for all, in 1/256.
fn profile(primaries: [[i32; 3]; 3], gamma: u16) -> Vec<u8> {
    let mut profile = vec![0; 132];
    profile[12..24].copy_from_slice(b"mntrRGB XYZ ");
    profile[36..40].copy_from_slice(b"acsp");
    profile[128..132].copy_from_slice(&7_u32.to_be_bytes());
    let mut data = Vec::new();
    let mut tag = |name: &[u8; 4], body: Vec<u8>| {
        let at = u32::try_from(132 + 7 * 12 + data.len()).unwrap();
        profile.extend(name);
        profile.extend(numbers(&[at, u32::try_from(body.len()).unwrap()]));
        data.extend(body);
    };
    for (name, xyz) in [b"rXYZ", b"gXYZ", b"bXYZ"].into_iter().zip(primaries) {
        tag(name, [b"XYZ \0\0\0\0", xyz.map(i32::to_be_bytes).as_flattened()].concat());
    }
    for name in [b"rTRC", b"gTRC", b"bTRC"] {
        tag(name, [b"curv\0\0\0\0\0\0\0\x01".as_slice(), &gamma.to_be_bytes(), &[0, 0]].concat());
    }
    tag(b"desc", CANARY.into());
    profile.extend(data);
    profile
}

fn embedded(profile: &[u8]) -> (&'static [u8; 4], Vec<u8>) {
    (b"iCCP", [CANARY.as_bytes(), &[0, 0], &deflate(profile)].concat())
}

const ADOBE: [[i32; 3]; 3] = [[39_960, 20_389, 1_276], [13_453, 41_004, 3_989], [9_777, 4_143, 48_796]];
const ROMM: [[i32; 3]; 3] = [[52_276, 18_877, 0], [8_860, 46_654, 0], [2_054, 6, 54_061]];

#[test]
fn a_profile_becomes_numbers_or_nothing() {
    for (profile, chunks) in [
        (profile(ADOBE, 0x0233), "gAMA cHRM "),
        (profile(ROMM, 0x01cd), "gAMA cHRM "),
        (profile(ADOBE, 0x0100), ""),
        (profile([[1, 2, 3]; 3], 0x0233), ""),
        (CANARY.into(), ""),
    ] {
        let before = with(&[embedded(&profile)]);
        let after = scrub(&before).unwrap();
        assert!(!sings(&after.bytes));
        assert_eq!(names(&after.bytes), format!("IHDR {chunks}IDAT IEND"));
        assert_eq!(after.removed, ["colour profile"]);
    }
    // A profile of three colours does not fit a picture of one.
    let grey = file(&[(b"IHDR", header(1, 1, 8, 0)), embedded(&profile(ADOBE, 0x0233)), (b"IDAT", deflate(&[0, 0]))]);
    assert_eq!(names(&scrub(&grey).unwrap().bytes), "IHDR IDAT IEND");
}

#[test]
fn a_profile_of_a_stock_tool_becomes_one_word() {
    let folder = tempfile::tempdir().unwrap();
    let Some(icc) = ["/usr/share/color/icc/ghostscript/srgb.icc", "/usr/share/color/icc/colord/sRGB.icc"]
        .into_iter()
        .find(|path| std::path::Path::new(path).exists())
    else {
        return;
    };
    house::run("convert", &["-size", "9x9", "plasma:", "-profile", icc, "it.png"], folder.path());
    let before = std::fs::read(folder.path().join("it.png")).unwrap();
    assert!(names(&before).contains("iCCP"));
    assert_eq!(names(&scrub(&before).unwrap().bytes), "IHDR sRGB IDAT IEND");
}

#[test]
fn exact_numbers_are_rounded_to_common_ones() {
    let adobe = [31_270, 32_900, 64_000, 33_000, 21_000, 71_000, 15_000, 6_000];
    let after = scrub(&with(&[(b"gAMA", numbers(&[45_470])), (b"cHRM", numbers(&adobe.map(|it| it + 17)))])).unwrap();
    let kept = chunks(&after.bytes);
    assert_eq!(kept[1], (*b"gAMA", numbers(&[45_455])));
    assert_eq!(kept[2], (*b"cHRM", numbers(&adobe)));
    assert_eq!(after.removed, ["colour profile"]);
    for (before, kept) in
        [(54_500, Some(55_556)), (35_123, Some(35_000)), (0, None), (u32::MAX, None), (99_000, Some(100_000))]
    {
        let after = scrub(&with(&[(b"gAMA", numbers(&[before]))])).unwrap();
        let gamma = chunks(&after.bytes).into_iter().find(|(name, _)| name == b"gAMA").map(|(_, data)| data);
        assert_eq!(gamma, kept.map(|kept| numbers(&[kept])));
    }
    let screen = numbers(&[31_271, 32_902, 64_123, 33_456, 30_789, 60_012, 15_345, 6_678]);
    assert_eq!(names(&scrub(&with(&[(b"cHRM", screen)])).unwrap().bytes), "IHDR IDAT IEND");
}

#[test]
fn one_word_is_enough_and_codes_are_kept_if_they_exist() {
    let after = scrub(&with(&[(b"gAMA", numbers(&[45_455])), (b"sRGB", vec![2])])).unwrap();
    assert_eq!(chunks(&after.bytes)[1], (*b"sRGB", vec![0]));
    assert_eq!((names(&after.bytes).as_str(), after.removed), ("IHDR sRGB IDAT IEND", vec!["colour profile"]));
    let after = scrub(&with(&[(b"cICP", vec![9, 16, 0, 1]), (b"mDCV", vec![1; 24]), (b"cLLI", vec![1; 8])])).unwrap();
    assert_eq!((names(&after.bytes).as_str(), after.removed), ("IHDR cICP IDAT IEND", vec!["colour profile"]));
    for code in [[9, 16, 1, 1], [99, 16, 0, 1], [9, 99, 0, 1], [9, 16, 0, 2]] {
        assert_eq!(names(&scrub(&with(&[(b"cICP", code.to_vec())])).unwrap().bytes), "IHDR IDAT IEND");
    }
    // What is said in codes stands above a profile.
    let after = scrub(&with(&[(b"cICP", vec![12, 13, 0, 1]), embedded(&profile(ADOBE, 0x0233))])).unwrap();
    assert_eq!(names(&after.bytes), "IHDR cICP IDAT IEND");
}
