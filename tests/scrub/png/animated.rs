//! APNG.

use super::*;
use crate::house::{self, CANARY, decoded, scrub, sings};

fn control(sequence: u32, side: u32, at: u32) -> Vec<u8> {
    [[sequence, side, side, at, at].map(u32::to_be_bytes).as_flattened(), &[0, 1, 0, 9, 1, 0]].concat()
}

fn frame(sequence: u32, side: usize, extra: &[u8]) -> Vec<u8> {
    let rows: Vec<u8> = (0..side).flat_map(|_| std::iter::once(1).chain((0..side * 3).map(|_| 7))).collect();
    [sequence.to_be_bytes().as_slice(), &deflate(&rows), extra].concat()
}

fn animation(frames: u32, chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let says = [frames.to_be_bytes(), 3_u32.to_be_bytes()].concat();
    let first = [(b"acTL", says), (b"fcTL", control(0, 16, 0))];
    let mut all = vec![(b"IHDR", header(16, 16, 8, 2))];
    all.extend(first.iter().map(|(name, data)| (*name, data.clone())));
    all.push((b"IDAT", deflate(&rows())));
    all.extend(chunks.iter().cloned());
    all.push((b"IEND", Vec::new()));
    file(&all)
}

#[test]
fn animations_of_stock_tools_play_as_before() {
    let folder = tempfile::tempdir().unwrap();
    for (source, more) in [("testsrc", ""), ("testsrc2", ",format=rgba")] {
        let args =
            format!("-f lavfi -i {source}=d=1:r=6:s=64x48{more} -plays 2 -metadata title={CANARY} -f apng it.png");
        house::ffmpeg(&args, folder.path());
        let before = std::fs::read(folder.path().join("it.png")).unwrap();
        let after = scrub(&before).unwrap();
        assert!(!sings(&after.bytes));
        assert_eq!(decoded(&before, "apng"), decoded(&after.bytes, "apng"));
    }
}

#[test]
fn frames_are_numbered_anew_and_nothing_stands_between_or_in_them() {
    let song = CANARY.as_bytes();
    let before = animation(
        9,
        &[
            (b"tEXt", song.to_vec()),
            (b"fcTL", control(77, 8, 4)),
            (b"fdAT", frame(3, 8, song)),
            (b"prVt", song.to_vec()),
            (b"fcTL", control(5, 4, 12)),
            (b"fdAT", frame(6, 4, &[])[..9].to_vec()),
            (b"fdAT", [b"Cana", &frame(0, 4, &[])[9..]].concat()),
            (b"fdAT", song.to_vec()),
        ],
    );
    let after = scrub(&before).unwrap();
    assert!(!sings(&after.bytes));
    assert_eq!(names(&after.bytes), "IHDR acTL fcTL IDAT fcTL fdAT fcTL fdAT IEND");
    let kept = chunks(&after.bytes);
    let sequence: Vec<_> =
        kept.iter().filter(|(name, _)| matches!(name, b"fcTL" | b"fdAT")).map(|(_, data)| data[3]).collect();
    assert_eq!((sequence, kept[1].1[3]), (vec![0, 1, 2, 3, 4], 3));
    assert_eq!(after.removed, ["comments", "stray bytes", "unknown parts"]);
}

#[test]
fn an_animation_ends_before_a_frame_that_cannot_be_one() {
    let two = [(b"fcTL", control(1, 8, 0)), (b"fdAT", frame(2, 8, &[]))];
    for third in [
        vec![(b"fcTL", control(3, 8, 9)), (b"fdAT", frame(4, 8, &[]))],
        vec![(b"fcTL", control(3, 8, 8)), (b"fdAT", b"\0\0\0\x04Canary".to_vec())],
        vec![(b"fcTL", control(3, 8, 8))],
    ] {
        let after = scrub(&animation(3, &[&two[..], &third].concat())).unwrap();
        assert_eq!(names(&after.bytes), "IHDR acTL fcTL IDAT fcTL fdAT IEND");
        assert_eq!(chunks(&after.bytes)[1].1[3], 2);
        assert_eq!(after.removed, ["further pictures"]);
    }
}

#[test]
fn no_frame_is_kept_that_is_not_played() {
    let more = [(b"fcTL", control(1, 8, 0)), (b"fdAT", frame(2, 8, &[]))];
    let after = scrub(&animation(1, &more)).unwrap();
    assert_eq!(names(&after.bytes), "IHDR acTL fcTL IDAT IEND");
    // Nothing says that it is animated.
    let mut still = chunks(&animation(2, &more));
    still.remove(1);
    let still: Vec<_> = still.iter().map(|(name, data)| (name, data.clone())).collect();
    let after = scrub(&file(&still)).unwrap();
    assert_eq!((names(&after.bytes).as_str(), after.removed), ("IHDR IDAT IEND", vec!["further pictures"]));
    // The picture that stands first is not in the animation.
    let mut apart = chunks(&animation(1, &more));
    apart.remove(2);
    let apart: Vec<_> = apart.iter().map(|(name, data)| (name, data.clone())).collect();
    let after = scrub(&file(&apart)).unwrap();
    assert_eq!(names(&after.bytes), "IHDR acTL IDAT fcTL fdAT IEND");
}
