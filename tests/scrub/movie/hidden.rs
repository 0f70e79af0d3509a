//! What hides in coded pictures and sound, and films that are made to do harm.

use amanat::testimony::scrub::Refusal;

use super::{boxed, made, places};
use crate::house::{CANARY, decoded, ffmpeg, run, scrub, sings};

#[test]
fn a_film_that_begins_at_a_recovery_point_shows_its_pictures() {
    let folder = tempfile::tempdir().unwrap();
    let film = "-f lavfi -i testsrc2=s=96x64:d=3 -c:v libx264 -x264-params open-gop=1:keyint=25 whole.mp4";
    ffmpeg(film, folder.path());
    for name in ["cut.mp4", "cut.mkv"] {
        ffmpeg(&format!("-ss 1.5 -i whole.mp4 -c copy {name}"), folder.path());
        let original = std::fs::read(folder.path().join(name)).unwrap();
        let clean = scrub(&original).unwrap();
        let extension = &name[4..];
        assert_eq!(decoded(&original, extension), decoded(&clean.bytes, extension), "{name}");
        std::fs::write(folder.path().join(name), &clean.bytes).unwrap();
        let args = ["-v", "error", "-count_frames", "-show_entries", "stream=nb_read_frames", "-of", "csv=p=0", name];
        let pictures: u32 = run("ffprobe", &args, folder.path()).trim().parse().unwrap();
        assert!(pictures > 20, "{name}: {pictures}");
    }
}

#[test]
fn the_time_of_day_in_a_group_of_pictures_goes() {
    for extension in ["mp4", "mkv"] {
        let original = made("-an -c:v mpeg2video -bf 2 -g 5 -timecode 13:37:42:05", extension);
        let clean = scrub(&original).unwrap();
        assert_eq!(decoded(&original, extension), decoded(&clean.bytes, extension));
        let groups = |bytes: &[u8]| -> Vec<[u8; 3]> {
            let starts = bytes.windows(7).filter(|window| window.starts_with(&[0, 0, 1, 0xb8]));
            starts.map(|window| [window[4], window[5], window[6] & 0x80]).collect()
        };
        assert!(groups(&original).iter().any(|time| *time != [0, 8, 0]));
        assert!(!groups(&clean.bytes).is_empty());
        assert!(groups(&clean.bytes).iter().all(|time| *time == [0, 8, 0]), "{extension}");
    }
}

#[test]
fn the_time_of_day_in_a_group_of_mpeg4_goes() {
    let groups = |bytes: &[u8]| -> Vec<u32> {
        let starts = memchr::memmem::find_iter(bytes, &[0, 0, 1, 0xb3]);
        let bits = starts.map(|at| u32::from_be_bytes([0, bytes[at + 4], bytes[at + 5], bytes[at + 6]]));
        bits.map(|bits| (bits >> 19) * 3600 + (bits >> 13 & 63) * 60 + (bits >> 6 & 63)).collect()
    };
    for extension in ["mp4", "mkv", "3gp"] {
        let folder = tempfile::tempdir().unwrap();
        let film = format!("-f lavfi -i testsrc2=s=96x64:r=25:d=3 -c:v mpeg4 -bf 2 -g 25 it.{extension}");
        ffmpeg(&film, folder.path());
        let mut original = std::fs::read(folder.path().join(format!("it.{extension}"))).unwrap();
        let expected = groups(&original);
        assert!(expected.len() > 2 && expected[0] == 0, "{expected:?}");
        // 13:37 o'clock.
        for at in memchr::memmem::find_iter(&original.clone(), &[0, 0, 1, 0xb3]) {
            original[at + 4] |= 13 << 3 | 4;
            original[at + 5] |= 5 << 5;
        }
        assert_eq!(groups(&original)[0], 13 * 3600 + 37 * 60);
        let clean = scrub(&original).unwrap();
        assert_eq!(groups(&clean.bytes), expected, "{extension}");
        assert!(clean.removed.contains(&"times"), "{extension}");
        assert_eq!(decoded(&original, extension), decoded(&clean.bytes, extension), "{extension}");
    }
}

#[test]
fn user_data_of_mpeg4_and_mpeg2_go() {
    for (codec, mark) in [("mpeg4", [0, 0, 1, 0xb6]), ("mpeg2video", [0, 0, 1, 0])] {
        let folder = tempfile::tempdir().unwrap();
        let raw = if codec == "mpeg4" { "m4v" } else { "mpeg2video" };
        ffmpeg(&format!("-f lavfi -i testsrc2=s=96x64:r=25:d=1 -c:v {codec} -g 5 -f {raw} bare"), folder.path());
        let stream = std::fs::read(folder.path().join("bare")).unwrap();
        let mut sung = Vec::new();
        for (at, byte) in stream.iter().enumerate() {
            if stream[at..].starts_with(&mark) {
                sung.extend([&[0, 0, 1, 0xb2][..], CANARY.as_bytes()].concat());
            }
            sung.push(*byte);
        }
        std::fs::write(folder.path().join("bare"), sung).unwrap();
        for extension in ["mp4", "mkv", "3gp"] {
            if (codec, extension) == ("mpeg2video", "3gp") {
                continue;
            }
            let kind = if codec == "mpeg4" { "m4v" } else { "mpegvideo" };
            let args = match extension {
                "mkv" => "-i it.mp4 -c copy it.mkv".to_owned(),
                _ => format!("-framerate 25 -f {kind} -i bare -c copy it.{extension}"),
            };
            ffmpeg(&args, folder.path());
            let original = std::fs::read(folder.path().join(format!("it.{extension}"))).unwrap();
            let clean = scrub(&original).unwrap();
            assert!(sings(&original) && !sings(&clean.bytes), "{codec} {extension}");
            assert_eq!(decoded(&original, extension), decoded(&clean.bytes, extension), "{codec} {extension}");
        }
    }
}

#[test]
fn other_pictures_in_parts_stay_as_they_are() {
    for (args, extension) in [
        ("-an -c:v mpeg1video -bf 2 -g 5", "mkv"),
        ("-an -c:v mpeg1video -g 5", "mp4"),
        ("-an -c:v mpeg2video -flags +ildct+ilme -intra_vlc 1", "mp4"),
        ("-an -c:v mpeg4 -bf 2 -g 5", "mp4"),
        ("-an -c:v mpeg4 -flags +qpel+mv4 -mpeg_quant 1 -bf 1 -g 4", "mkv"),
        ("-an -c:v libxvid -bf 2 -g 6", "mkv"),
    ] {
        let original = made(args, extension);
        let clean = scrub(&original).unwrap_or_else(|refusal| panic!("{args}: {refusal}"));
        assert_eq!(decoded(&original, extension), decoded(&clean.bytes, extension), "{args}");
    }
}

#[test]
fn the_rate_that_opus_was_made_from_is_a_common_one() {
    let mut original = made("-vn -c:a libopus", "mp4");
    let at = places(&original, b"dOps")[0];
    original[at + 12..at + 16].copy_from_slice(b"text");
    let clean = scrub(&original).unwrap();
    let at = places(&clean.bytes, b"dOps")[0];
    assert_eq!(clean.bytes[at + 12..at + 16], [0; 4]);
    assert_eq!(decoded(&original, "mp4"), decoded(&clean.bytes, "mp4"));
}

#[test]
fn runs_of_an_unknown_track_cost_nothing() {
    let mut film = made("-an -c:v libx264", "mp4");
    let head = boxed(b"tfhd", &[0, 0, 0, 0, 0, 0, 0, 99]);
    let run = boxed(b"trun", &[0, 0, 0, 0, 0, 1, 0, 0]);
    let fragment = boxed(b"moof", &boxed(b"traf", &[head, run.repeat(4000)].concat()));
    let before = scrub(&film).unwrap().bytes;
    film.extend(fragment.repeat(20));
    let start = std::time::Instant::now();
    assert!(scrub(&film).unwrap().bytes == before);
    assert!(start.elapsed().as_secs() < 5);
}

#[test]
fn a_film_does_not_grow() {
    // As many samples of one byte as the file has bytes.
    let mut film = made("-an -c:v libx264", "mp4");
    // All of it is shown.
    let edits = places(&film, b"edts")[0];
    film[edits + 4..edits + 8].copy_from_slice(b"free");
    let bytes = 1 << 19;
    film.extend(boxed(b"mdat", &vec![0; bytes]));
    let put = |film: &mut Vec<u8>, at: usize, number: usize| {
        film[at..at + 4].copy_from_slice(&u32::try_from(number).unwrap().to_be_bytes());
    };
    let (sizes, times) = (places(&film, b"stsz")[0], places(&film, b"stts")[0]);
    let (chunks, offsets) = (places(&film, b"stsc")[0], places(&film, b"stco")[0]);
    put(&mut film, sizes + 12, 1);
    put(&mut film, sizes + 16, bytes);
    put(&mut film, times + 16, bytes);
    put(&mut film, chunks + 20, bytes);
    let from = film.len() - bytes;
    put(&mut film, offsets + 16, from);
    assert!(matches!(scrub(&film), Err(Refusal::Large)));
}
