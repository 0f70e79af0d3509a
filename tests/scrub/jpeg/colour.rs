//! Colour profiles in a JPEG.

use super::{
    parts::{Part, join, part, split},
    photo,
};
use crate::house::{CANARY, decoded, scrub, sings};

/// A version 2 profile with these primaries, in 1/65536, a curve of gamma 2.2, and a description that tells too much.
fn profile(space: [u8; 4], primaries: [[i32; 3]; 3]) -> Vec<u8> {
    let mut tags: Vec<(&[u8; 4], Vec<u8>)> = Vec::new();
    for (name, xyz) in [b"rXYZ", b"gXYZ", b"bXYZ"].into_iter().zip(primaries) {
        tags.push((name, [&b"XYZ \0\0\0\0"[..], xyz.map(i32::to_be_bytes).as_flattened()].concat()));
    }
    for name in [b"rTRC", b"gTRC", b"bTRC", b"kTRC"] {
        tags.push((name, b"curv\0\0\0\0\0\0\0\x01\x02\x33\0\0".to_vec()));
    }
    tags.push((b"desc", [b"desc\0\0\0\0\0\0\0\x0e", CANARY.as_bytes(), &[0; 80]].concat()));
    let mut profile = vec![0; 128];
    profile[8] = 2;
    profile[12..16].copy_from_slice(b"mntr");
    profile[16..20].copy_from_slice(&space);
    profile[20..24].copy_from_slice(b"XYZ ");
    profile[36..40].copy_from_slice(b"acsp");
    profile.extend(u32::try_from(tags.len()).unwrap().to_be_bytes());
    let mut at = profile.len() + tags.len() * 12;
    for (name, body) in &tags {
        profile.extend(*name);
        profile.extend(u32::try_from(at).unwrap().to_be_bytes());
        profile.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
        at += body.len();
    }
    profile.extend(tags.into_iter().flat_map(|(_, body)| body));
    let length = u32::try_from(profile.len()).unwrap().to_be_bytes();
    profile[..4].copy_from_slice(&length);
    profile
}

const ADOBE: [[i32; 3]; 3] = [[39_960, 20_389, 1_276], [13_453, 41_004, 3_989], [9_777, 4_143, 48_796]];

fn with(jpeg: &[u8], chunks: &[&[u8]]) -> Vec<u8> {
    let count = u8::try_from(chunks.len()).unwrap();
    let parts =
        (1..).zip(chunks).map(|(number, chunk)| part(0xe2, &[&b"ICC_PROFILE\0"[..], &[number, count], chunk].concat()));
    let mut parts: Vec<Part> = parts.collect();
    // Chunks may come in any order.
    parts.reverse();
    parts.extend(split(jpeg));
    join(&parts)
}

fn kept(jpeg: &[u8]) -> (Option<Part>, Vec<&'static str>) {
    let clean = scrub(jpeg).unwrap();
    assert!(!sings(&clean.bytes));
    assert_eq!(decoded(&clean.bytes, "jpg"), decoded(jpeg, "jpg"));
    (split(&clean.bytes).into_iter().find(|part| part.marker == 0xe2), clean.removed)
}

#[test]
fn a_standard_profile_is_replaced_by_a_fixed_one_and_any_other_left_out() {
    let photo = photo("");
    let adobe = profile(*b"RGB ", ADOBE);
    let (one, removed) = kept(&with(&photo, &[&adobe[..100], &adobe[100..]]));
    let one = one.unwrap();
    assert_eq!(removed, ["colour profile"]);
    assert!(one.body.len() < 600);
    assert!(kept(&with(&photo, &[&adobe])).0 == Some(one));
    let (none, removed) = kept(&with(&photo, &[&profile(*b"RGB ", [[30_000; 3]; 3])]));
    assert!(none.is_none() && removed == ["colour profile"]);
    assert!(kept(&with(&photo, &[&adobe[100..]])).0.is_none());
}

#[test]
fn a_profile_of_other_channels_than_the_picture_has_is_left_out() {
    let grey = photo("-colorspace Gray");
    assert!(kept(&with(&grey, &[&profile(*b"RGB ", ADOBE)])).0.is_none());
    assert!(kept(&with(&grey, &[&profile(*b"GRAY", ADOBE)])).0.is_some());
    assert!(kept(&with(&photo(""), &[&profile(*b"GRAY", ADOBE)])).0.is_none());
    assert!(kept(&with(&photo("-colorspace CMYK"), &[&profile(*b"RGB ", ADOBE)])).0.is_none());
}
