//! Every place where something can hide.

use super::{
    build::{all, block, cluster, element, film, frame, info, plain, simple, tracks},
    made,
};
use crate::house::{CANARY, decoded, run, scrub, sings};

const SONG: &[u8] = CANARY.as_bytes();

#[test]
fn no_element_that_is_not_listed_is_kept() {
    let blocks = all(&[&simple(0, &frame(1, 160)), &simple(10, &frame(2, 160))]);
    // Known and unknown kinds, each with the song in it.
    let kinds = [0xec, 0xbf, 0x4d80, 0x7ba9, 0x73a4, 0x4461, 0x536e, 0x22_b59d, 0x25_8688, 0x41e4, 0x1254_c367, 0x45a3];
    for kind in kinds.into_iter().chain([0x1043_a770, 0x1941_a469, 0x114d_9b74, 0x1c53_bb6b, 0x4abc, 0x1abc_def0, 0xaf])
    {
        let song = element(kind, SONG);
        let inside = element(0x1a45_dfa3, &all(&[&element(0x4282, b"matroska"), &song]));
        let group = element(0xa0, &all(&[&song, &element(0xa1, &block(20, 0, &frame(3, 160))), &song]));
        let blocks = all(&[&song, &blocks, &group, &song]);
        let body = [song.clone(), info(&song), tracks(&song), song.clone(), cluster(0, &blocks), song.clone()];
        let bytes = all(&[&inside, &song, &element(0x1853_8067, &body.concat())]);
        let clean = scrub(&bytes).unwrap_or_else(|refusal| panic!("{kind:x}: {refusal}"));
        assert!(sings(&bytes) && !sings(&clean.bytes), "{kind:x}");
        assert!(!clean.removed.is_empty(), "{kind:x}");
        assert_eq!(
            decoded(&clean.bytes, "mka"),
            decoded(
                &film(&[
                    &info(&[]),
                    &tracks(&[]),
                    &cluster(
                        0,
                        &all(&[&simple(0, &frame(1, 160)), &simple(10, &frame(2, 160)), &simple(20, &frame(3, 160)),])
                    )
                ]),
                "mka"
            )
        );
    }
}

#[test]
fn nothing_is_kept_behind_the_end_or_between() {
    let mut bytes = plain();
    bytes.extend_from_slice(SONG);
    let clean = scrub(&bytes).unwrap();
    assert!(!sings(&clean.bytes) && clean.removed.contains(&"stray bytes"));
    let between = film(&[&info(&[]), &tracks(&[]), SONG, &cluster(0, &simple(0, &frame(1, 160)))]);
    let clean = scrub(&between).unwrap();
    assert!(!sings(&clean.bytes) && clean.removed.contains(&"stray bytes"));
}

#[test]
fn tags_chapters_attachments_and_subtitles_of_mkvmerge_go() {
    let folder = tempfile::tempdir().unwrap();
    made(&folder, "-c:v libx264 -c:a libopus", "it.mkv");
    let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text).unwrap();
    write("s.srt", format!("1\n00:00:00,000 --> 00:00:01,000\n{CANARY}\n"));
    write("c.txt", format!("CHAPTER01=00:00:00.000\nCHAPTER01NAME={CANARY}\n"));
    write("a.txt", CANARY.to_owned());
    let args = format!(
        "-q -o out.mkv --title {CANARY} --chapters c.txt --attach-file a.txt --track-name 0:{CANARY} \
                        --language 0:ug it.mkv s.srt"
    );
    run("mkvmerge", &args.split_whitespace().collect::<Vec<_>>(), folder.path());
    let original = std::fs::read(folder.path().join("out.mkv")).unwrap();
    let clean = scrub(&original).unwrap();
    assert!(!sings(&clean.bytes));
    assert_eq!(decoded(&clean.bytes, "mkv"), decoded(&original, "mkv"));
    let told = ["times", "software", "tags", "identifiers", "track names", "text tracks", "chapters", "attachments"];
    for kind in told {
        assert!(clean.removed.contains(&kind), "{kind}: {:?}", clean.removed);
    }
}

#[test]
fn user_data_in_h264_go_behind_lengths_and_behind_start_codes() {
    let folder = tempfile::tempdir().unwrap();
    made(&folder, "-an -c:v libx264", "it.mkv");
    let args = "-i it.mkv -c copy -bsf:v h264_mp4toannexb,filter_units=remove_types=9 -f h264 it.h264";
    crate::house::ffmpeg(args, folder.path());
    let stream = std::fs::read(folder.path().join("it.h264")).unwrap();
    assert!(memchr::memmem::find(&stream, b"x264 - core").is_some());
    // One frame with everything in it decodes as the first picture.
    let second = memchr::memmem::find_iter(&stream, &[0, 0, 1, 0x41]).next().unwrap_or(stream.len());
    let size = all(&[&element(0xb0, &[96]), &element(0xba, &[64])]);
    let entry =
        all(&[&element(0xd7, &[7]), &element(0x83, &[1]), &element(0x86, b"V_MPEG4/ISO/AVC"), &element(0xe0, &size)]);
    let tracks = element(0x1654_ae6b, &element(0xae, &entry));
    let original = film(&[&info(&[]), &tracks, &cluster(0, &simple(0, &stream[..second]))]);
    let clean = scrub(&original).unwrap();
    assert!(memchr::memmem::find(&clean.bytes, b"x264 - core").is_none());
    assert!(clean.removed.contains(&"codec user data"));
    assert_eq!(decoded(&clean.bytes, "mkv"), decoded(&original, "mkv"));
}

#[test]
fn a_clock_that_tells_a_time_of_day_is_set_back() {
    let one = cluster(1_700_000_000, &simple(0, &frame(1, 160)));
    let two = cluster(1_700_001_000, &simple(0, &frame(2, 160)));
    let duration = element(0x4489, &1_700_002_000_f64.to_be_bytes());
    let clean = scrub(&film(&[&info(&duration), &tracks(&[]), &one, &two])).unwrap();
    assert!(clean.removed.contains(&"times"));
    let plain = |duration: f64| {
        let duration = element(0x4489, &duration.to_be_bytes());
        let [one, two] = [(0, 1), (1000, 2)].map(|(time, seed)| cluster(time, &simple(0, &frame(seed, 160))));
        scrub(&film(&[&info(&duration), &tracks(&[]), &one, &two])).unwrap().bytes
    };
    assert_eq!(clean.bytes, plain(2000.0));
}

#[test]
fn numbers_that_nobody_reads_hide_nothing() {
    // The references of a block, its duration, and flags that mean nothing.
    let group = all(&[
        &element(0xa1, &block(0, 0x70, &frame(1, 160))),
        &element(0xfb, &SONG[..8]),
        &element(0x9b, &SONG[..8]),
        &element(0x75a2, &SONG[..8]),
    ]);
    let late = element(0x23_e383, &SONG[..8]);
    let bytes = film(&[&info(&[]), &tracks(&late), &cluster(0, &element(0xa0, &group))]);
    let clean = scrub(&bytes).unwrap().bytes;
    assert!(memchr::memmem::find(&clean, &SONG[..8]).is_none());
    assert!(memchr::memmem::find(&clean, &[0x81, 0, 0, 0x00]).is_some(), "the flags are written anew");
}
