//! Where something can be hidden in a still WebP, and what is refused.

use super::*;

fn still(how: &str) -> Chunk {
    let bytes = made(&[PLASMA, &format!("cwebp -quiet {how} it.png -o it.webp")], "it.webp");
    chunks(&bytes).remove(0)
}

fn extended(flags: u8) -> Chunk {
    (*b"VP8X", vec![flags, 1, 2, 3, 39, 0, 0, 29, 0, 0])
}

fn song(name: [u8; 4]) -> Chunk {
    (name, CANARY.into())
}

#[test]
fn no_other_chunk_leaves_a_byte() {
    let picture = still("-q 80");
    for name in ["EXIF", "XMP ", "ICCP", "CNRY", "ANIM", "ANMF", "VP8L", "VP8 ", "ALPH"] {
        let name: [u8; 4] = name.as_bytes().try_into().unwrap();
        let after_it = file(&[extended(0xfd), picture.clone(), song(name), song(name)]);
        let simple = file(&[picture.clone(), song(name)]);
        for before in [after_it, simple] {
            let after = scrub(&before).unwrap();
            assert_eq!(after.bytes, file(std::slice::from_ref(&picture)));
            assert_eq!(after.removed.len(), 1, "{:?}", after.removed);
        }
    }
    for name in [*b"CNRY", *b"XMP ", *b"ICCP"] {
        let before = file(&[extended(0), song(name), picture.clone()]);
        assert_eq!(scrub(&before).unwrap().bytes, file(std::slice::from_ref(&picture)));
    }
}

#[test]
fn nothing_stands_after_the_end_or_in_what_fills_up() {
    let picture = still("-q 80");
    let before = file(std::slice::from_ref(&picture));
    let after = scrub(&[before.as_slice(), CANARY.as_bytes()].concat()).unwrap();
    assert_eq!((after.bytes, after.removed), (before.clone(), vec!["stray bytes"]));
    // Three bytes are no chunk.
    let mut more = [before.as_slice(), b"CnC\0"].concat();
    more[4..8].copy_from_slice(&u32::try_from(before.len() - 8 + 4).unwrap().to_le_bytes());
    assert_eq!(scrub(&more).unwrap().bytes, before);
    // The byte after an odd length.
    let mut odd = still("-lossless");
    odd.1.resize(odd.1.len() | 1, 0);
    let right = file(&[odd]);
    let mut wrong = right.clone();
    *wrong.last_mut().unwrap() = b'C';
    assert_eq!(scrub(&wrong).unwrap().bytes, scrub(&right).unwrap().bytes);
}

#[test]
fn fields_that_decoders_ignore_are_fixed() {
    let right = still("-q 80");
    let mut scaled = right.clone();
    scaled.1[7] |= 0xc0;
    scaled.1[9] |= 0x80;
    assert_eq!(scrub(&file(&[scaled])).unwrap().bytes, file(&[right]));
}

#[test]
fn raw_alpha_has_a_byte_for_each_pixel_and_no_more() {
    let before = made(&[GLASS, "cwebp -quiet -alpha_method 0 it.png -o it.webp"], "it.webp");
    let mut its = chunks(&before);
    assert_eq!(names(&its), "VP8X ALPH VP8");
    assert_eq!((its[1].1[0] & 3, its[1].1.len()), (0, 1201));
    its[1].1[0] |= 0xc0;
    its[1].1.extend(CANARY.as_bytes());
    let after = scrub(&file(&its)).unwrap();
    assert_eq!((after.bytes, after.removed), (before, vec!["stray bytes"]));
}

#[test]
fn a_wide_profile_is_written_in_fixed_bytes_and_others_are_not() {
    let mut profile = vec![0; 132];
    profile[12..24].copy_from_slice(b"mntrRGB XYZ ");
    profile[36..40].copy_from_slice(b"acsp");
    profile[128..132].copy_from_slice(&7_u32.to_be_bytes());
    let curve = b"curv\0\0\0\0\0\0\0\x01\x02\x33\0\0".to_vec();
    let xyz = |xyz: [i32; 3]| [b"XYZ \0\0\0\0", xyz.map(i32::to_be_bytes).as_flattened()].concat();
    let mut data = Vec::new();
    for (name, body) in [
        (b"rXYZ", xyz([39_960, 20_389, 1_276])),
        (b"gXYZ", xyz([13_453, 41_004, 3_989])),
        (b"bXYZ", xyz([9_777, 4_143, 48_796])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
        (b"desc", CANARY.into()),
    ] {
        profile.extend(name);
        profile
            .extend([216 + data.len(), body.len()].map(|it| u32::try_from(it).unwrap().to_be_bytes()).as_flattened());
        data.extend(body);
    }
    profile.extend(data);
    let picture = still("-q 80");
    let before = file(&[extended(0x20), (*b"ICCP", profile.clone()), picture.clone()]);
    let after = scrub(&before).unwrap();
    assert!(!sings(&after.bytes));
    assert_eq!(names(&chunks(&after.bytes)), "VP8X ICCP VP8");
    assert_eq!((chunks(&after.bytes)[0].1[0], after.removed), (0x20, vec!["colour profile"]));
    profile[40] = 7;
    let same = scrub(&file(&[extended(0x20), (*b"ICCP", profile.clone()), picture.clone()])).unwrap();
    assert_eq!(same.bytes, after.bytes);
    profile[36] = 0;
    let none = scrub(&file(&[extended(0x20), (*b"ICCP", profile), picture.clone()])).unwrap();
    assert_eq!(none.bytes, file(&[picture]));
}

#[test]
fn what_is_no_webp_is_refused() {
    let refused = |its: &[Chunk]| scrub(&file(its)).err().unwrap().code();
    let (lossy, lossless) = (still("-q 80"), still("-lossless"));
    assert_eq!(refused(&[song(*b"CNRY"), lossy.clone()]), "malformed");
    assert_eq!(refused(&[extended(0), song(*b"CNRY")]), "malformed");
    assert_eq!(refused(&[extended(2)]), "malformed");
    assert_eq!(refused(&[]), "truncated");
    let with = |chunk: &Chunk, at: usize, byte: u8| {
        let mut chunk = chunk.clone();
        chunk.1[at] = byte;
        refused(&[chunk])
    };
    assert_eq!(with(&lossy, 3, 0), "malformed");
    assert_eq!(with(&lossy, 0, lossy.1[0] | 1), "malformed");
    assert_eq!(with(&lossy, 2, 0xff), "malformed");
    assert_eq!(with(&lossless, 0, 0x2e), "malformed");
    assert_eq!(with(&lossless, 4, 0xff), "malformed");
    // Cut off in the picture: what is there is kept, as for those who look at it while it loads.
    let whole = file(&[lossy]);
    let part = scrub(&whole[..whole.len() - 100]).unwrap();
    assert_eq!(part.bytes.len(), (whole.len() - 100).next_multiple_of(2));
}

#[test]
fn nothing_stands_after_the_last_code_of_a_lossless_stream() {
    let few = "convert -size 41x31 plasma: -colors 5 it.png";
    for (make, how) in [
        (PLASMA, "-lossless -z 9"),
        (PLASMA, "-lossless -m 0"),
        (few, "-lossless"),
        ("convert -size 300x200 plasma: it.png", "-lossless -m 6"),
        ("convert -size 9x9 xc:red it.png", "-lossless"),
        (GLASS, "-q 80"),
        ("convert -size 90x80 gradient: -alpha copy it.png", "-q 80 -alpha_filter best"),
    ] {
        let before = made(&[make, &format!("cwebp -quiet {how} it.png -o it.webp")], "it.webp");
        let clean = scrub(&before).unwrap();
        let mut its = chunks(&before);
        let streams = its.iter_mut().filter(|(name, data)| name == b"VP8L" || (name == b"ALPH" && data[0] & 3 == 1));
        assert_eq!(streams.map(|(_, data)| data.extend(CANARY.as_bytes())).count(), 1, "{how}");
        let after = scrub(&file(&its)).unwrap();
        assert_eq!((after.bytes, after.removed), (clean.bytes, vec!["stray bytes"]), "{how}");
        assert!(clean.removed.is_empty() && pixels(&before) == pixels(&scrub(&before).unwrap().bytes));
    }
}
