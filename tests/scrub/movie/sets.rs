//! Headers of codecs: nothing stands behind their end, in configurations and in samples.

use super::made;
use crate::house::{CANARY, decoded, ffmpeg, scrub, sings};

/// The same stream with what `behind` gives put behind each unit, which begins with a start code.
fn behind(stream: &[u8], behind: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let starts: Vec<usize> = memchr::memmem::find_iter(stream, &[0, 0, 1]).collect();
    let ends = starts.iter().skip(1).copied().chain([stream.len()]);
    let units = starts.iter().zip(ends).flat_map(|(start, end)| {
        let unit = &stream[start + 3..end];
        let unit = &unit[..=unit.iter().rposition(|byte| *byte != 0).unwrap()];
        [&[0, 0, 0, 1], unit, &behind(unit)].concat()
    });
    units.collect()
}

/// Makes a bare stream, changes it, and packs it into films of several kinds without looking into it.
fn packed(codec: &str, bare: &str, change: impl Fn(&[u8]) -> Vec<u8>) -> Vec<(Vec<u8>, &'static str)> {
    let folder = tempfile::tempdir().unwrap();
    let input = "-f lavfi -i testsrc2=s=96x64:r=25:d=0.4";
    ffmpeg(&format!("{input} {codec} -f {bare} bare"), folder.path());
    let stream = std::fs::read(folder.path().join("bare")).unwrap();
    std::fs::write(folder.path().join("bare"), change(&stream)).unwrap();
    let tag = if bare == "hevc" { "hev1" } else { "avc3" };
    let pack = |extension: &'static str| {
        let args = match extension {
            "mkv" => "-i it.mp4 -c copy it.mkv".to_owned(),
            _ => format!("-framerate 25 -f {bare} -i bare -c copy -tag:v {tag} it.{extension}"),
        };
        ffmpeg(&args, folder.path());
        (std::fs::read(folder.path().join(format!("it.{extension}"))).unwrap(), extension)
    };
    ["mp4", "mov", "mkv"].map(pack).to_vec()
}

/// True if the bytes have a `cabac_zero_word`s.
fn words(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes, &[0, 0, 3, 0, 0, 3, 0, 0, 3]).is_some()
}

#[test]
fn nothing_stands_behind_a_parameter_set() {
    let song = |is_set: bool, is_slice: bool| match (is_set, is_slice) {
        (true, _) => CANARY.as_bytes().to_vec(),
        (_, true) => [0, 0, 3].repeat(4),
        _ => Vec::new(),
    };
    let avc = |unit: &[u8]| song(matches!(unit[0] & 31, 7 | 8), matches!(unit[0] & 31, 1..=5));
    let hevc = |unit: &[u8]| song(matches!(unit[0] >> 1, 32..=34), unit[0] >> 1 < 32);
    let mut films = Vec::new();
    for more in ["repeat-headers=1", "repeat-headers=1:cqm=jvt:keyint=3", "nal-hrd=vbr:vbv-maxrate=500:vbv-bufsize=500"]
    {
        films.extend(packed(&format!("-c:v libx264 -x264-params {more}"), "h264", |stream| behind(stream, avc)));
    }
    let full = "-c:v libx264 -pix_fmt yuv444p -x264-params cqm=jvt";
    films.extend(packed(full, "h264", |stream| behind(stream, avc)));
    films.extend(packed("-c:v libx264 -profile:v baseline", "h264", |stream| behind(stream, avc)));
    for more in ["keyint=3", "scaling-list=default:hrd=1:vbv-maxrate=500:vbv-bufsize=500"] {
        let codec = format!("-c:v libx265 -x265-params log-level=0:repeat-headers=1:{more}");
        films.extend(packed(&codec, "hevc", |stream| behind(stream, hevc)));
    }
    for (number, (original, extension)) in films.iter().enumerate() {
        assert!(sings(original) && words(original), "{number}");
        let clean = scrub(original).unwrap_or_else(|refusal| panic!("{number} {extension}: {refusal}"));
        assert!(!sings(&clean.bytes) && !words(&clean.bytes), "{number} {extension}");
        assert!(clean.removed.contains(&"codec user data"), "{number} {extension}");
        assert_eq!(decoded(original, extension), decoded(&clean.bytes, extension), "{number} {extension}");
    }
}

#[test]
fn sets_of_stock_encoders_stay_as_they_are() {
    for args in [
        "-c:v libx264 -profile:v baseline",
        "-c:v libx264 -profile:v main",
        "-c:v libx264 -x264-params interlaced=1",
        "-c:v libx264 -pix_fmt yuv422p10le",
        "-c:v libx264 -pix_fmt yuv444p -qp 0",
        "-c:v libx264 -pix_fmt gray",
        "-c:v libx264 -color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc",
        "-c:v libx265 -pix_fmt yuv420p10le -x265-params log-level=0:strong-intra-smoothing=0:amp=1:rect=1",
        "-c:v libx265 -pix_fmt yuv444p12le -x265-params log-level=0:cbqpoffs=2:tskip=1",
        "-c:v libx265 -x265-params log-level=0:pmode=1:temporal-layers=1:bframes=4:b-pyramid=1",
        "-c:v libaom-av1 -cpu-used 8 -t 0.1 -pix_fmt yuv444p10le",
        "-c:v libaom-av1 -cpu-used 8 -t 0.1 -pix_fmt gray",
        "-c:v libsvtav1 -preset 12 -t 0.2",
    ] {
        let original = made(&format!("-an {args}"), "mp4");
        let clean = scrub(&original).unwrap_or_else(|refusal| panic!("{args}: {refusal}"));
        assert_eq!(decoded(&original, "mp4"), decoded(&clean.bytes, "mp4"), "{args}");
    }
}
