//! Files that `ffmpeg` and `exiftool` make.

use amanat::testimony::scrub::Format;

use super::{INPUTS, made};
use crate::house::{CANARY, decoded, ffmpeg, run, scrub, sings, tags};

/// True if these bytes have this text.
fn has(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Scrubs a file of a title, and holds that frames and samples stay and the title goes; what was written.
fn kept(args: &str, extension: &str, format: Format) -> Vec<u8> {
    let original = made(&format!("{args} -metadata title={CANARY} -metadata:s language=deu"), extension);
    let clean = scrub(&original).unwrap_or_else(|refusal| panic!("{args}: {refusal}"));
    assert_eq!(clean.format, format, "{args}");
    assert!(!sings(&clean.bytes), "{args}");
    assert_eq!(decoded(&original, extension), decoded(&clean.bytes, extension), "{args}");
    assert!(clean.removed.contains(&"tags") && clean.removed.contains(&"track names"), "{args}: {:?}", clean.removed);
    for name in ["Lavc", "Lavf", "x264", "x265 (", "VideoHandler"] {
        assert!(!has(&clean.bytes, name), "{args}: {name} is still there");
    }
    clean.bytes
}

#[test]
fn every_codec_keeps_its_frames_and_samples() {
    for args in [
        "-c:v libx264 -bf 2 -c:a aac",
        "-c:v libx264 -g 5 -x264-params open-gop=1 -c:a ac3 -movflags +faststart",
        "-c:v libx264 -x264-params aud=1:nal-hrd=cbr:vbv-maxrate=600:vbv-bufsize=600:filler=1 -b:v 600k -c:a eac3",
        "-c:v libx264 -pix_fmt yuv444p -c:a libmp3lame -movflags negative_cts_offsets",
        "-c:v libx265 -x265-params log-level=0:aud=1:hash=1 -tag:v hvc1 -c:a aac",
        "-c:v libx265 -x265-params log-level=0:repeat-headers=1 -tag:v hev1 -c:a aac",
        "-c:v libaom-av1 -cpu-used 8 -t 0.2 -c:a libopus",
        "-c:v libvpx-vp9 -deadline realtime -c:a flac -strict -2",
        "-c:v mpeg4 -bf 2 -c:a alac",
        "-c:v libxvid -c:a aac",
        "-c:v mpeg2video -c:a aac",
        "-c:v mjpeg -c:a aac",
    ] {
        kept(args, "mp4", Format::Mp4);
    }
}

#[test]
fn quicktime_keeps_its_old_codecs() {
    for sound in [
        "pcm_s16le",
        "pcm_s16be",
        "pcm_s24le",
        "pcm_s24be",
        "pcm_f32le",
        "pcm_f64be",
        "pcm_u8",
        "pcm_mulaw",
        "pcm_alaw",
        "adpcm_ima_qt",
        "adpcm_ms",
        "alac",
        "aac",
        "libmp3lame",
    ] {
        let bytes = kept(&format!("-c:v mjpeg -c:a {sound}"), "mov", Format::Mov);
        assert!(!tags(&bytes, "mov").contains("Endianness"), "{sound}");
    }
    for pictures in ["prores", "qtrle", "cinepak", "v210"] {
        kept(&format!("-c:v {pictures} -c:a pcm_s16be -t 0.2"), "mov", Format::Mov);
    }
    kept("-c:v smc -pix_fmt pal8 -c:a aac -t 0.2", "mov", Format::Mov);
}

#[test]
fn phones_and_sound_alone_keep_their_kinds() {
    kept("-c:v h263 -s 176x144 -c:a aac", "3gp", Format::ThreeGp);
    kept("-c:v libx264 -c:a aac", "3g2", Format::ThreeGp);
    kept("-vn -c:a aac", "m4a", Format::M4a);
    kept("-vn -c:a alac", "m4a", Format::M4a);
}

#[test]
fn fragments_become_one_index() {
    for flags in [
        "frag_keyframe",
        "frag_keyframe+empty_moov",
        "frag_keyframe+empty_moov+default_base_moof",
        "frag_keyframe+delay_moov+dash",
        "frag_keyframe+separate_moof",
        "frag_keyframe+empty_moov+omit_tfhd_offset+global_sidx",
    ] {
        let bytes = kept(&format!("-c:v libx264 -g 5 -bf 2 -c:a aac -movflags {flags}"), "mp4", Format::Mp4);
        assert!(!has(&bytes, "moof") && !has(&bytes, "mvex"), "{flags}");
    }
}

#[test]
fn edits_and_orientation_stay() {
    let folder = tempfile::tempdir().unwrap();
    ffmpeg(&format!("{INPUTS} -c:v libx264 -g 5 -c:a aac one.mp4"), folder.path());
    for (name, args) in [
        ("a", "-ss 0.3 -i one.mp4 -c copy"),
        ("b", "-i one.mp4 -itsoffset 0.2 -i one.mp4 -map 0:v -map 1:a -c copy"),
        ("c", "-itsoffset 0.2 -i one.mp4 -i one.mp4 -map 0:v -map 1:a -c copy"),
        ("d", "-i one.mp4 -c copy -metadata:s:v rotate=90"),
        ("e", "-i one.mp4 -c copy -metadata:s:v rotate=180"),
        ("f", "-i one.mp4 -c copy -metadata:s:v rotate=270"),
    ] {
        ffmpeg(&format!("{args} {name}.mp4"), folder.path());
        let original = std::fs::read(folder.path().join(format!("{name}.mp4"))).unwrap();
        let clean = scrub(&original).unwrap();
        assert_eq!(decoded(&original, "mp4"), decoded(&clean.bytes, "mp4"), "{args}");
        let (was, is) = (tags(&original, "mp4"), tags(&clean.bytes, "mp4"));
        let rotation = |tags: &str| tags.lines().find(|line| line.contains("Rotation")).map(str::to_owned);
        assert_eq!(rotation(&was), rotation(&is), "{args}");
    }
}

#[test]
fn other_tracks_and_tags_go() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text).unwrap();
    write("s.srt", format!("1\n00:00:00,000 --> 00:00:00,500\n{CANARY}\n"));
    write("c.txt", format!(";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle={CANARY}\n"));
    let user = format!("h264_metadata=sei_user_data=086f3693b7b34f2c965321492feee5b8+{CANARY}");
    ffmpeg(
        &format!(
            "{INPUTS} -i s.srt -i c.txt -map 0 -map 1 -map 2 -map_metadata 3 -c:v libx264 -bsf:v {user} -c:a aac \
             -c:s mov_text -timecode 01:02:03:04 out.mp4"
        ),
        folder.path(),
    );
    let exif = [
        "-q",
        "-overwrite_original",
        &format!("-XMP:Creator={CANARY}"),
        "-UserData:GPSCoordinates=48.1, 11.5, 300",
        &format!("-UserData:Make={CANARY}"),
        &format!("-Keys:Author={CANARY}"),
        &format!("-ItemList:Comment={CANARY}"),
        "out.mp4",
    ];
    run("exiftool", &exif, folder.path());
    let original = std::fs::read(folder.path().join("out.mp4")).unwrap();
    assert!(sings(&original));
    let clean = scrub(&original).unwrap();
    assert!(!sings(&clean.bytes));
    assert_eq!(decoded(&original, "mp4"), decoded(&clean.bytes, "mp4"));
    for kind in ["location", "device", "XMP", "tags", "text tracks", "chapters", "telemetry", "codec user data"] {
        assert!(clean.removed.contains(&kind), "{kind}: {:?}", clean.removed);
    }
    assert_eq!(tags(&clean.bytes, "mp4").matches("HandlerType").count(), 2);
}
