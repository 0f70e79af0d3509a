//! Each codec by ffmpeg: its pictures and sound stay, its tags and its encoder's name go.

use amanat::testimony::scrub::Format;

use super::film;
use crate::house::{decoded, scrub, sings};

fn kept(args: &str, name: &str, format: Format) -> Vec<u8> {
    let original = film(args, name);
    assert!(sings(&original));
    let clean = scrub(&original).unwrap();
    assert_eq!(clean.format, format, "{args}");
    assert!(!sings(&clean.bytes), "{args}");
    assert!(["tags", "software", "identifiers"].iter().all(|kind| clean.removed.contains(kind)), "{:?}", clean.removed);
    for mark in [&b"Lavf"[..], b"Lavc", b"x264 - core", b"x265 (build", b"Xiph.Org", b"ENCODER"] {
        assert!(memchr::memmem::find(&clean.bytes, mark).is_none(), "{args}: {}", String::from_utf8_lossy(mark));
    }
    let extension = name.rsplit('.').next().unwrap();
    assert_eq!(decoded(&clean.bytes, extension), decoded(&original, extension), "{args}");
    clean.bytes
}

#[test]
fn an_opus_packet_larger_than_any_is_refused() {
    use super::build::{all, block, cluster, element, film, info};
    let audio = all(&[&element(0xb5, &48_000_f32.to_be_bytes()), &element(0x9f, &[1])]);
    let head = b"OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0";
    let entry = all(&[
        &element(0xd7, &[7]),
        &element(0x83, &[2]),
        &element(0x86, b"A_OPUS"),
        &element(0x63a2, head),
        &element(0xe1, &audio),
    ]);
    let tracks = element(0x1654_ae6b, &element(0xae, &entry));
    for (bytes, refused) in [(60_000, false), ((1 << 20) + 1, true)] {
        let packet = all(&[&[0x0b, 0x41, 255, 9, 1, 2, 3], &vec![0; bytes - 7]]);
        let file = film(&[&info(&[]), &tracks, &cluster(0, &element(0xa3, &block(0, 0x80, &packet)))]);
        assert_eq!(matches!(scrub(&file), Err(amanat::testimony::scrub::Refusal::Large)), refused);
    }
}

#[test]
fn pictures_stay_as_they_are() {
    for codec in [
        "libx264 -bf 2",
        "libx265 -x265-params log-level=none",
        "mpeg4",
        "mjpeg",
        "ffv1",
        "libtheora",
        "msmpeg4",
        "huffyuv",
    ] {
        kept(&format!("-c:v {codec} -c:a aac"), "it.mkv", Format::Matroska);
    }
    kept("-r 25 -c:v mpeg2video -c:a mp2", "it.mkv", Format::Matroska);
    kept("-c:v prores -c:a pcm_s16le", "it.mkv", Format::Matroska);
    kept("-c:v rawvideo -pix_fmt yuv420p -c:a pcm_s16be", "it.mkv", Format::Matroska);
}

#[test]
fn sound_stays_as_it_is() {
    for codec in ["libopus", "libvorbis", "aac", "libmp3lame", "ac3", "eac3", "flac", "alac", "pcm_s24le", "pcm_f32le"]
    {
        kept(&format!("-map 1 -c:a {codec}"), "it.mka", Format::Mka);
    }
    for codec in ["adpcm_ms", "wmav2", "pcm_alaw", "libspeex -ar 16000", "tta", "wavpack"] {
        kept(&format!("-map 1 -c:a {codec}"), "it.mka", Format::Mka);
    }
}

#[test]
fn the_web_s_own_codecs_stay_as_they_are() {
    for codecs in ["libvpx -c:a libvorbis", "libvpx-vp9 -c:a libopus", "libaom-av1 -cpu-used 8 -c:a libopus"] {
        kept(&format!("-c:v {codecs}"), "it.webm", Format::Webm);
    }
    kept("-c:v libvpx -c:a libvorbis -live 1", "it.webm", Format::Webm);
    kept("-c:v libvpx -c:a libvorbis -cues_to_front 1", "it.webm", Format::Webm);
}

#[test]
fn how_pictures_are_shown_stays() {
    let colours = "-color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc -color_range tv -aspect 3:1";
    let clean = kept(&format!("-c:v libvpx-vp9 -c:a libopus {colours}"), "it.mkv", Format::Matroska);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("it.mkv"), clean).unwrap();
    let asked = "stream=color_range,color_space,color_transfer,color_primaries,display_aspect_ratio";
    let args = ["-v", "error", "-select_streams", "v", "-show_entries", asked, "-of", "csv", "it.mkv"];
    let told = crate::house::run("ffprobe", &args, folder.path());
    assert_eq!(told.trim(), "stream,3:1,tv,bt2020nc,smpte2084,bt2020");
}

#[test]
fn an_alpha_plane_stays() {
    let folder = tempfile::tempdir().unwrap();
    let source = "-f lavfi -i color=red@0.5:s=64x64:d=1,format=yuva420p -c:v libvpx -auto-alt-ref 0 it.webm";
    crate::house::ffmpeg(source, folder.path());
    let original = std::fs::read(folder.path().join("it.webm")).unwrap();
    let clean = scrub(&original).unwrap().bytes;
    let shown = |bytes: &[u8]| {
        std::fs::write(folder.path().join("it.webm"), bytes).unwrap();
        let args = "-v error -c:v libvpx -i it.webm -pix_fmt yuva420p -f md5 -";
        crate::house::run("ffmpeg", &args.split(' ').collect::<Vec<_>>(), folder.path())
    };
    assert_eq!(shown(&clean), shown(&original));
    assert!(memchr::memmem::find(&clean, &[0xee, 0x81, 1, 0xa5]).is_some(), "the plane is there");
}
