//! MPEG audio, made by `lame` and ffmpeg.

use std::time::Instant;

use amanat::testimony::scrub::{Format, Refusal};

use super::{ape, damage, id3v1, id3v2, id3v2_after, lyrics, made, worked};
use crate::house::{CANARY, decoded, run, scrub, sings, tags};

/// A second of noise by `lame`.
pub fn lame(how: &str) -> Vec<u8> {
    let wave = made("-ac 2 -ar 44100", "it.wav");
    worked(&wave, "it.wav", |folder| {
        run(
            "lame",
            &["--quiet"].into_iter().chain(how.split_whitespace()).chain(["it.wav", "it.mp3"]).collect::<Vec<_>>(),
            folder,
        );
        run("cp", &["it.mp3", "it.wav"], folder);
    })
}

/// What `lame`'s decoder makes of a file.
fn lame_decoded(bytes: &[u8]) -> Vec<u8> {
    worked(bytes, "it.mp3", |folder| {
        run("lame", &["--quiet", "--decode", "it.mp3", "it.wav"], folder);
        run("cp", &["it.wav", "it.mp3"], folder);
    })
}

fn has(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

#[test]
fn tags_on_both_sides_go_in_any_order() {
    let sound = lame("-b 96");
    let plain = scrub(&sound).unwrap().bytes;
    for (before, after) in [
        (vec![id3v2()], vec![id3v1()]),
        (vec![id3v2(), id3v2(), ape()], vec![ape(), id3v1()]),
        (vec![id3v2(), vec![0; 3000]], vec![lyrics(2), id3v1()]),
        (vec![], vec![lyrics(1), id3v1()]),
        (vec![], vec![id3v2_after(), ape()]),
        (vec![], vec![ape(), vec![0; 500], id3v1(), vec![0; 20]]),
        (vec![], vec![id3v2()]),
        (vec![CANARY.as_bytes().to_vec()], vec![CANARY.as_bytes().to_vec()]),
    ] {
        let bytes = [before.concat(), sound.clone(), after.concat()].concat();
        assert!(sings(&bytes));
        let clean = scrub(&bytes).unwrap();
        assert_eq!(clean.format, Format::Mp3);
        assert!(!sings(&clean.bytes));
        assert!(clean.removed.contains(&"tags") || clean.removed.contains(&"stray bytes"));
        assert!(before.first() != Some(&id3v2()) || clean.removed.contains(&"cover art"));
        assert_eq!(plain.len(), clean.bytes.len());
        assert_eq!(decoded(&bytes, "mp3"), decoded(&clean.bytes, "mp3"), "{before:?} {after:?}");
    }
}

#[test]
fn the_first_frame_is_made_anew_and_decoders_cut_what_they_cut() {
    for how in [
        "-V 2",
        "-V 9",
        "-b 128 -p",
        "-b 32 -m m --resample 16",
        "--abr 100",
        "--preset insane",
        "-b 8 -m m --resample 8",
        "-b 64 -m s -c -o",
    ] {
        let bytes = lame(how);
        let clean = scrub(&bytes).unwrap();
        assert!(has(&bytes, b"LAME") && !has(&clean.bytes, b"LAME"), "{how}");
        let told = has(&bytes, b"Xing") || has(&bytes, b"Info");
        assert_eq!(clean.removed.contains(&"software"), told, "{how}");
        assert_eq!(clean.bytes.len(), bytes.len());
        assert_eq!(decoded(&bytes, "mp3"), decoded(&clean.bytes, "mp3"), "{how}");
        assert_eq!(lame_decoded(&bytes), lame_decoded(&clean.bytes), "{how}");
        let found = tags(&clean.bytes, "mp3");
        assert!(!found.contains("Encoder") && !found.contains("Lame"), "{found}");
    }
}

#[test]
fn what_encoders_leave_between_main_data_goes() {
    for how in ["-b 128 -t", "-b 320 -t", "-b 64 --nores -t", "-b 40 -m m --resample 12 -t"] {
        let mut bytes = lame(how);
        let clean = scrub(&bytes).unwrap();
        assert!(!has(&clean.bytes, b"LAME"), "{how}");
        assert_eq!(decoded(&bytes, "mp3"), decoded(&clean.bytes, "mp3"), "{how}");
        // What is there instead is not kept either: half a kilobyte of it, in the last frame.
        let end = bytes.len();
        if how.contains("320") {
            bytes[end - CANARY.len()..].copy_from_slice(CANARY.as_bytes());
            assert!(sings(&bytes));
            assert!(scrub(&bytes).unwrap().bytes == clean.bytes);
        }
    }
    // Bits that tell a hidden word, one a frame.
    let mut bytes = scrub(&lame("-b 128 -t")).unwrap().bytes;
    let plain = bytes.clone();
    bytes[2] |= 1;
    bytes[3] |= 8;
    bytes[5] |= 0x10;
    let clean = scrub(&bytes).unwrap();
    assert_eq!((clean.bytes == plain, clean.removed), (true, vec!["codec user data"]));
}

#[test]
fn a_checksum_is_of_the_head_that_is_written() {
    let bytes = lame("-b 128 -p -t -c");
    let clean = scrub(&bytes).unwrap().bytes;
    // ffmpeg verifies when it is told to.
    worked(&clean, "it.mp3", |folder| {
        run(
            "ffmpeg",
            &["-v", "error", "-xerror", "-err_detect", "crccheck+explode", "-i", "it.mp3", "-f", "null", "-"],
            folder,
        );
    });
    let mut wrong = clean.clone();
    wrong[4] ^= 1;
    assert!(scrub(&wrong).unwrap().bytes == clean);
}

#[test]
fn fraunhofers_first_frame_becomes_the_common_one() {
    let mut bytes = lame("-b 128 -V 4");
    let at = 4 + 32;
    assert_eq!(&bytes[at..at + 4], b"Xing");
    let frames = bytes[at + 8..at + 12].to_vec();
    let size = u32::try_from(bytes.len()).unwrap().to_be_bytes();
    bytes[at..at + 200].fill(0x55);
    bytes[at..at + 10].copy_from_slice(b"VBRI\0\x01\x12\x34\0\x50");
    bytes[at + 10..at + 14].copy_from_slice(&size);
    bytes[at + 14..at + 18].copy_from_slice(&frames);
    let clean = scrub(&bytes).unwrap();
    assert_eq!(&clean.bytes[at..at + 4], b"Xing");
    assert!(!has(&clean.bytes, &[0x55; 8]));
    assert_eq!(clean.bytes[at + 8..at + 12], frames);
    assert_eq!(decoded(&bytes, "mp3"), decoded(&clean.bytes, "mp3"));
}

#[test]
fn other_layers_and_free_format_are_known() {
    for how in ["-c:a mp2 -f mp2", "-c:a libtwolame -f mp2 -ar 24000", "-c:a libshine -f mp3 -ar 44100 -ac 2"] {
        let bytes = [made(how, "it.mp3"), id3v1()].concat();
        let clean = scrub(&bytes).unwrap();
        assert_eq!(decoded(&bytes, "mp3"), decoded(&clean.bytes, "mp3"), "{how}");
    }
    let free = [lame("--freeformat -b 200"), id3v1()].concat();
    let clean = scrub(&free).unwrap();
    assert_eq!(clean.bytes.len(), free.len() - 128 - 227);
    assert_eq!(lame_decoded(&free), lame_decoded(&clean.bytes));
}

#[test]
fn junk_between_frames_goes_and_a_torn_end_plays_as_before() {
    let sound = lame("-b 128");
    let torn = &sound[..sound.len() - 100];
    assert_eq!(decoded(torn, "mp3"), decoded(&scrub(torn).unwrap().bytes, "mp3"));
    let joined = [sound.clone(), id3v1(), id3v2(), sound.clone()].concat();
    let clean = scrub(&joined).unwrap();
    assert!(!sings(&clean.bytes));
    assert_eq!(decoded(&joined, "mp3"), decoded(&clean.bytes, "mp3"));
    let junk = [&sound[..417 * 8], CANARY.as_bytes(), &sound[417 * 8..]].concat();
    assert!(!sings(&scrub(&junk).unwrap().bytes));
}

#[test]
fn a_header_that_a_checksum_is_of_stays_in_layer_two() {
    let mut bytes = scrub(&made("-ac 2 -ar 48000 -c:a mp2 -b:a 128k -f mp2", "it.mp3")).unwrap().bytes;
    for frame in bytes.chunks_mut(384) {
        // A checksum, of no matter here, in place of the first bits; and the private bit.
        (frame[1], frame[2]) = (frame[1] & 0xfe, frame[2] | 1);
    }
    let clean = scrub(&bytes).unwrap();
    assert_eq!((clean.bytes == bytes, clean.removed.len()), (true, 0));
}

#[test]
fn a_frame_of_another_stream_is_kept_with_one_behind_it_that_is() {
    let sound = scrub(&lame("-b 128 -t")).unwrap().bytes;
    // Frames of 384 bytes each. Of a torn one decoders play what is there in layer III alone.
    let others = [lame("-b 128 -t --resample 48"), made("-ac 2 -ar 48000 -c:a mp2 -b:a 128k -f mp2", "it.mp3")];
    for (other, torn) in others.iter().flat_map(|other| [2, 10, 30, 370].map(|torn| (other, torn))) {
        let kept = scrub(&[&sound, &other[..384 + torn]].concat()).unwrap().bytes;
        let plays = torn > 36 && other[1] & 6 == 2;
        assert_eq!(kept.len(), sound.len() + if plays { 384 + torn } else { 0 });
        let kept = scrub(&[&sound, &other[..384 * 2]].concat()).unwrap().bytes;
        assert_eq!(kept.len(), sound.len() + 384 * 2);
    }
    // One that tells the length is not kept.
    assert!(scrub(&[&sound, &b"-"[..], &lame("-b 128 --resample 48")[..384 * 2]].concat()).unwrap().bytes == sound);
    // A torn one of 1,152 bytes, in which frames of 72 bytes stand.
    let other = made("-ac 2 -ar 48000 -c:a mp2 -b:a 384k -f mp2", "it.mp3");
    let torn = [&other[..4], &lame("-b 8 -m m --resample 8 -t")[..72 * 9]].concat();
    let kept = scrub(&[&sound, &other[..1_152 * 2], &torn].concat()).unwrap().bytes;
    assert_eq!(kept.len(), sound.len() + 1_152 * 2);
}

#[test]
fn containers_text_and_what_is_mostly_else_are_not_taken_for_it() {
    let sound = scrub(&lame("-b 128 -t")).unwrap().bytes;
    let video = made("-f lavfi -i testsrc=d=1 -c:v mpeg4 -c:a libmp3lame -map 0 -map 1", "it.avi");
    let program = made("-f lavfi -i testsrc=d=1 -c:v mpeg2video -c:a mp2 -map 0 -map 1", "it.mpg");
    let transport = made("-c:a mp2", "it.ts");
    let text = CANARY.repeat(10_000).into_bytes();
    for bytes in
        [video, program, transport, text, vec![0xff; 10_000], vec![0xff, 0xfb, 0x90, 0x64], sound[..300].to_vec()]
    {
        assert!(matches!(scrub(&bytes), Err(Refusal::Unknown)));
    }
    let mostly = [sound[..417 * 4].to_vec(), CANARY.repeat(1000).into_bytes()].concat();
    assert!(matches!(scrub(&mostly), Err(Refusal::Malformed(_))));
}

#[test]
fn many_false_tags_and_frames_take_no_longer_than_their_bytes() {
    // Frames of 384 bytes each.
    let sound = scrub(&lame("-b 128 -t --resample 48")).unwrap().bytes;
    let frames = &sound[384..384 * 4];
    // Heads of tags: of nothing, of more than there is, and of all that follows.
    for head in [&b"ID3\x04\0\0\0\0\0\0"[..], b"ID3\x03\0\0\x7f\x7f\x7f\x7f", b"APETAGEX\xd0\x07\0\0\xff\xff\xff\x7f"] {
        let pieces = [frames, head].concat().repeat(4_000);
        let bytes = [&sound[..], &pieces, &sound].concat();
        let start = Instant::now();
        assert!(scrub(&bytes).is_ok());
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
    let bytes = [sound.clone(), vec![0xff; 5_000_000]].concat();
    let start = Instant::now();
    assert!(scrub(&bytes).is_err());
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

fn files() -> Vec<Vec<u8>> {
    vec![
        [id3v2(), lame("-V 6"), ape(), id3v1()].concat(),
        lame("-b 128 -p"),
        lame("-b 16 -m m --resample 8 -t"),
        lame("--freeformat -b 100"),
        made("-c:a mp2 -f mp2", "it.mp3"),
        [id3v2_after(), lame("-b 320 -t")[..9000].to_vec(), lyrics(2), id3v1()].concat(),
    ]
}

#[test]
fn damage_is_refused_or_repaired() {
    damage(&files(), crate::house::soak(100, 8_000));
}
