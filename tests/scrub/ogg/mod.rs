//! Ogg: every codec with planted words, and what stock decoders make of what was written.

use amanat::testimony::scrub::Format;

use crate::house::{CANARY, decoded, ffmpeg, run, scrub, sings, tags};

mod build;
mod clocks;
mod damage;
mod pages;

/// A file that `ffmpeg` makes of a sound and a film, with a planted title.
fn made(codecs: &str, extension: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let inputs = "-f lavfi -i testsrc2=s=96x64:r=10:d=1 -f lavfi -i sine=d=1";
    ffmpeg(
        &format!("{inputs} {codecs} -metadata title={CANARY} -metadata encoder={CANARY} it.{extension}"),
        folder.path(),
    );
    std::fs::read(folder.path().join(format!("it.{extension}"))).unwrap()
}

#[test]
fn every_codec_keeps_its_sound_and_pictures_and_loses_its_comments() {
    let cases = [
        ("-vn -c:a libvorbis", "ogg", Format::Ogg),
        ("-vn -c:a libopus", "opus", Format::Opus),
        ("-vn -ac 6 -c:a libopus -mapping_family 1", "opus", Format::Opus),
        ("-vn -c:a flac", "ogg", Format::Ogg),
        ("-vn -ar 16000 -c:a libspeex", "ogg", Format::Ogg),
        ("-an -c:v libtheora", "ogv", Format::Ogg),
        ("-c:v libtheora -c:a libvorbis", "ogv", Format::Ogg),
        ("-c:v libtheora -c:a flac", "ogv", Format::Ogg),
    ];
    for (codecs, extension, format) in cases {
        let bytes = made(codecs, extension);
        assert!(sings(&bytes), "{codecs}");
        let clean = scrub(&bytes).unwrap();
        assert_eq!(clean.format, format, "{codecs}");
        assert!(!sings(&clean.bytes) && !sings(tags(&clean.bytes, extension).as_bytes()), "{codecs}");
        assert_eq!(decoded(&clean.bytes, extension), decoded(&bytes, extension), "{codecs}");
        for kind in ["tags", "software"] {
            assert!(clean.removed.contains(&kind), "{codecs}: {:?}", clean.removed);
        }
        assert!(build::pages(&clean.bytes).iter().all(|page| page.serial <= 2), "{codecs}");
    }
}

#[test]
fn pictures_and_skeletons_of_stock_encoders_are_gone() {
    let folder = tempfile::tempdir().unwrap();
    ffmpeg("-f lavfi -i sine=d=1 it.wav", folder.path());
    run("convert", &["-size", "64x64", "plasma:", "-set", "comment", CANARY, "it.png"], folder.path());
    run("opusenc", &["--quiet", "--picture", "it.png", "--artist", CANARY, "it.wav", "it.opus"], folder.path());
    run("oggenc", &["-Q", "--skeleton", "-a", CANARY, "it.wav", "-o", "it.ogg"], folder.path());
    let artist = format!("artist={CANARY}");
    run("flac", &["--silent", "--ogg", "-T", &artist, "--picture=it.png", "it.wav", "-o", "it.oga"], folder.path());
    for (name, kind) in [("it.opus", "cover art"), ("it.ogg", "unknown parts"), ("it.oga", "cover art")] {
        let bytes = std::fs::read(folder.path().join(name)).unwrap();
        let clean = scrub(&bytes).unwrap();
        assert!(sings(&bytes) && !sings(&clean.bytes), "{name}");
        assert!(clean.removed.contains(&kind) && clean.removed.contains(&"tags"), "{name}: {:?}", clean.removed);
        let sound = |bytes| decoded(bytes, "ogg").lines().filter(|line| line.starts_with('a')).collect::<String>();
        assert_eq!(sound(&clean.bytes), sound(&bytes), "{name}");
    }
}

#[test]
fn links_one_behind_the_other_are_all_kept() {
    let [one, two] = ["-c:a libvorbis", "-c:a libvorbis -q:a 1"].map(|codec| made(&format!("-vn {codec}"), "ogg"));
    let opus = made("-vn -c:a libopus", "opus");
    // With one serial number in both, decoders would take the second headers for sound.
    let mut other = build::pages(&opus);
    for page in &mut other {
        page.serial ^= 1;
    }
    let other = build::file(&other);
    for links in [[&one, &two], [&one, &one], [&opus, &other]] {
        let bytes = links.map(Vec::as_slice).concat();
        let clean = scrub(&bytes).unwrap();
        assert!(!sings(&clean.bytes));
        assert_eq!(decoded(&clean.bytes, "ogg"), decoded(&bytes, "ogg"));
        let begins = build::pages(&clean.bytes).iter().filter(|page| page.flags & 2 != 0).count();
        assert_eq!(begins, 2, "each link has a first page");
    }
    assert_eq!(scrub(&[opus.clone(), one.clone()].concat()).unwrap().format, Format::Ogg, "not Opus alone");
}
