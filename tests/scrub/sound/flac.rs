//! FLAC, made by `flac`, `metaflac` and ffmpeg.

use amanat::testimony::scrub::{Format, Refusal};

use super::{damage, id3v1, id3v2, made, worked};
use crate::house::{CANARY, decoded, run, scrub, sings};

fn tagged() -> Vec<u8> {
    let bytes = made("-ac 2 -ar 44100", "it.flac");
    worked(&bytes, "it.flac", |folder| {
        std::fs::write(folder.join("song.txt"), format!("TITLE={CANARY}\nDATE=2020-02-02\n")).unwrap();
        std::fs::write(
            folder.join("cue"),
            format!("CATALOG 1234567890123\nFILE \"{CANARY}\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n"),
        )
        .unwrap();
        run("convert", &["-size", "200x200", "plasma:", "-set", "comment", CANARY, "cover.jpg"], folder);
        let picture = format!("3||{CANARY}||cover.jpg");
        run(
            "metaflac",
            &[
                "--import-tags-from=song.txt",
                "--import-cuesheet-from=cue",
                "--add-seekpoint=100x",
                "--add-padding=9000",
                "it.flac",
            ],
            folder,
        );
        run("metaflac", &[&format!("--import-picture-from={picture}"), "it.flac"], folder);
    })
}

fn application(bytes: &[u8]) -> Vec<u8> {
    let block = [&[2, 0, 0, 18], b"test".as_slice(), CANARY.as_bytes()].concat();
    [&bytes[..42], &block, &bytes[42..]].concat()
}

/// Asks `flac` to decode and verify.
fn verifies(bytes: &[u8]) {
    worked(bytes, "it.flac", |folder| drop(run("flac", &["-t", "-s", "it.flac"], folder)));
}

/// Where the frame of this number begins in a file that was rebuilt.
fn frame(clean: &[u8], number: u8) -> usize {
    let head = [0xff, 0xf8, clean[FRAMES + 2], clean[FRAMES + 3], number];
    clean.windows(5).position(|window| window == head).unwrap()
}

/// Where the first frame begins in a file that was rebuilt.
const FRAMES: usize = 42;

#[test]
fn only_what_the_sound_is_like_and_its_frames_are_kept() {
    let bytes = [id3v2(), application(&tagged()), CANARY.as_bytes().to_vec(), id3v1()].concat();
    assert!(sings(&bytes));
    let clean = scrub(&bytes).unwrap();
    assert_eq!(clean.format, Format::Flac);
    assert!(!sings(&clean.bytes));
    assert_eq!(
        clean.removed,
        ["software", "comments", "tags", "cover art", "stray bytes", "padding", "unknown parts", "chapters"]
    );
    assert_eq!(decoded(&bytes, "flac"), decoded(&clean.bytes, "flac"));
    assert!(clean.bytes.starts_with(b"fLaC\x80\0\0\x22"));
    assert_eq!(clean.bytes[FRAMES], 0xff);
    verifies(&clean.bytes);
}

#[test]
fn every_kind_of_subframe_is_read_to_its_last_bit() {
    let plain = made("-ac 2 -ar 44100", "it.wav");
    for how in ["-0", "-8", "-l 0", "--lax -l 32 -b 16384", "-b 16", "-e -p -r 0,8", "--no-mid-side -l 1"] {
        let bytes = worked(&plain, "it.wav", |folder| {
            let args = ["-s", "-f", "-o", "it.flac", "it.wav"];
            run("flac", &how.split(' ').chain(args).collect::<Vec<_>>(), folder);
            run("cp", &["it.flac", "it.wav"], folder);
        });
        let clean = scrub(&bytes).unwrap();
        verifies(&clean.bytes);
        let frames = clean.bytes.len() - FRAMES;
        assert_eq!(clean.bytes[FRAMES..], bytes[bytes.len() - frames..], "{how}");
    }
    // Samples whose last bits are all 0 are coded without them.
    let mut wasted = made("-ac 1 -ar 44100 -bitexact", "it.wav");
    wasted[100..].iter_mut().step_by(2).for_each(|byte| *byte &= 0xf0);
    wasted.truncate(60_000);
    let wasted = worked(&wasted, "it.wav", |folder| {
        run("flac", &["-s", "-f", "-o", "it.flac", "it.wav"], folder);
        run("cp", &["it.flac", "it.wav"], folder);
    });
    let clean = scrub(&wasted).unwrap();
    verifies(&clean.bytes);
    assert_eq!(decoded(&wasted, "flac"), decoded(&clean.bytes, "flac"));
    for how in ["-ac 6", "-sample_fmt s32 -bits_per_raw_sample 24", "-ar 96000 -ac 1", "-af volume=0", "-ar 11025"] {
        let bytes = made(how, "it.flac");
        let clean = scrub(&bytes).unwrap();
        verifies(&clean.bytes);
        assert_eq!(decoded(&bytes, "flac"), decoded(&clean.bytes, "flac"));
    }
}

#[test]
fn bytes_between_frames_go_and_numbers_run_on() {
    let clean = scrub(&made("-ac 1 -ar 44100", "it.flac")).unwrap().bytes;
    let second = frame(&clean, 1);
    let stuffed = [&clean[..second], CANARY.as_bytes(), &[0; 9], &clean[second..], &[0; 99]].concat();
    let again = scrub(&stuffed).unwrap();
    assert_eq!((again.bytes == clean, again.removed), (true, vec!["stray bytes"]));
    // The second frame is lost: the third has its number.
    let third = frame(&clean, 2);
    let lost = [&clean[..second + 20], &clean[third..]].concat();
    let numbered = scrub(&lost).unwrap().bytes;
    assert_eq!((numbered.len(), numbered[second + 4]), (clean.len() - (third - second), 1));
    decoded(&numbered, "flac");
}

#[test]
fn a_torn_end_is_dropped_and_nothing_is_made_of_nothing() {
    let clean = scrub(&made("-ac 1 -ar 44100", "it.flac")).unwrap().bytes;
    let torn = scrub(&clean[..clean.len() - 7]).unwrap();
    assert!(clean.starts_with(&torn.bytes) && torn.bytes.len() < clean.len());
    assert_eq!(torn.removed, ["stray bytes"]);
    assert!(matches!(scrub(&clean[..FRAMES + 9]), Err(Refusal::Malformed(_))));
    // No sound at all is a sound file too.
    assert!(scrub(&clean[..FRAMES]).unwrap().bytes == clean[..FRAMES]);
    // A block whose size is told wrongly hides no frame.
    let mut short = tagged();
    let size = short[45];
    short[45] = size.wrapping_sub(3);
    let again = scrub(&short).unwrap();
    assert!(!sings(&again.bytes));
    assert_eq!(decoded(&tagged(), "flac"), decoded(&again.bytes, "flac"));
    assert!(matches!(scrub(&clean[..30]), Err(Refusal::Short)));
    assert!(matches!(scrub(b"fLaC\x01\0\0\x02ab"), Err(Refusal::Malformed(_))));
}

#[test]
fn padding_bits_are_zeros_and_checksums_are_right() {
    let clean = scrub(&made("-ac 1 -ar 44100", "it.flac")).unwrap().bytes;
    // The last bit before a checksum is padding in most frames.
    let padded = (1..8).find_map(|number| {
        let end = frame(&clean, number) - 2;
        let mut marked = clean.clone();
        marked[end - 1] ^= 1;
        let again = scrub(&marked).unwrap();
        (again.bytes == clean).then_some(again.removed)
    });
    assert_eq!(padded, Some(vec!["codec user data"]));
    let mut wrong = clean.clone();
    wrong[frame(&clean, 1) - 1] ^= 0x55;
    assert!(scrub(&wrong).unwrap().bytes == clean);
    verifies(&clean);
}

fn files() -> Vec<Vec<u8>> {
    let short = |how: &str| made(&format!("-t 0.2 {how}"), "it.flac");
    vec![
        short("-ac 2 -ar 44100"),
        short("-ac 1 -ar 8000"),
        short("-af volume=0"),
        short("-ac 6 -ar 16000"),
        short("-sample_fmt s32 -ac 1 -ar 22050"),
    ]
}

#[test]
fn damage_is_refused_or_repaired() {
    damage(&files(), crate::house::soak(100, 8_000));
}

#[test]
fn the_digest_of_a_whole_recording_is_in_no_piece_of_it() {
    for name in ["it.flac", "it.mkv", "it.mp4"] {
        let sound = made("-ac 1 -ar 44100 -c:a flac -strict -2", name);
        // Behind the marker or box, a block's head and its numbers.
        let start = sound.windows(4).position(|four| matches!(four, [0 | 0x80, 0, 0, 34])).unwrap() + 4 + 18;
        let digest = &sound[start..start + 16];
        assert!(digest.iter().any(|byte| *byte != 0), "{name}");
        let clean = scrub(&sound).unwrap();
        assert!(!clean.bytes.windows(16).any(|bytes| bytes == digest), "{name}");
        assert_eq!(decoded(&sound, "mka"), decoded(&clean.bytes, "mka"), "{name}");
    }
}
