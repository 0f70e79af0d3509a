//! Tracks that are neither pictures nor sound, covers and chapters.

use super::{INPUTS, boxed, made, places};
use crate::house::{CANARY, decoded, ffmpeg, run, scrub, sings};

/// A film with a track of text.
fn told() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("s.srt"), format!("1\n00:00:00,000 --> 00:00:00,500\n{CANARY}\n")).unwrap();
    let args = format!("{INPUTS} -i s.srt -map 0 -map 1 -map 2 -c:v libx264 -c:a aac -c:s mov_text it.mp4");
    ffmpeg(&args, folder.path());
    std::fs::read(folder.path().join("it.mp4")).unwrap()
}

#[test]
fn tracks_of_measurements_go_whatever_they_are_called() {
    let film = told();
    let (handlers, descriptions) = (places(&film, b"hdlr"), places(&film, b"tx3g"));
    let handler = handlers.into_iter().find(|at| &film[at + 16..at + 20] == b"sbtl").unwrap();
    for (name, kind) in [
        (b"meta", b"gpmd"),
        (b"meta", b"mett"),
        (b"meta", b"mebx"),
        (b"meta", b"djmd"),
        (b"meta", b"rtmd"),
        (b"camm", b"camm"),
        (b"tmcd", b"tmcd"),
        (b"data", b"fdsc"),
        (b"text", b"text"),
        (b"clcp", b"c608"),
        (b"hint", b"rtp "),
        (b"zzzz", b"zzzz"),
    ] {
        let mut film = film.clone();
        film[handler + 16..handler + 20].copy_from_slice(name);
        film[descriptions[0] + 4..descriptions[0] + 8].copy_from_slice(kind);
        assert!(sings(&film));
        let clean = scrub(&film).unwrap_or_else(|refusal| panic!("{name:?}: {refusal}"));
        assert!(!sings(&clean.bytes) && places(&clean.bytes, b"trak").len() == 2, "{name:?}");
        assert_eq!(decoded(&film, "mp4"), decoded(&clean.bytes, "mp4"));
    }
}

#[test]
fn covers_and_chapters_go() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text).unwrap();
    write("c.txt", format!(";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle={CANARY}\n"));
    ffmpeg("-f lavfi -i testsrc2=s=32x32:d=0.1 -frames:v 1 cover.jpg", folder.path());
    run("exiftool", &["-q", "-overwrite_original", &format!("-Comment={CANARY}"), "cover.jpg"], folder.path());
    for name in ["it.mp4", "it.mov", "it.m4a"] {
        let cover = if name == "it.mov" { "" } else { "-map 3 -c:v:1 copy -disposition:v:1 attached_pic" };
        let cover = if name == "it.m4a" { "-map 3 -c:v:0 copy -disposition:v:0 attached_pic" } else { cover };
        let pictures = if name == "it.m4a" { "" } else { "-map 0 -c:v:0 libx264" };
        let args = format!("{INPUTS} -i c.txt -i cover.jpg {pictures} -map 1 {cover} -map_metadata 2 -c:a aac {name}");
        ffmpeg(&args.split_whitespace().collect::<Vec<_>>().join(" "), folder.path());
        let original = std::fs::read(folder.path().join(name)).unwrap();
        let clean = scrub(&original).unwrap();
        assert!(sings(&original) && !sings(&clean.bytes), "{name}");
        assert!(clean.removed.contains(&"chapters"), "{name}: {:?}", clean.removed);
        for part in [b"covr", b"chpl", b"chap", b"tref"] {
            assert!(places(&clean.bytes, part).is_empty(), "{name}");
        }
        let tracks = if name == "it.m4a" { 1 } else { 2 };
        assert_eq!(places(&clean.bytes, b"trak").len(), tracks, "{name}");
    }
}

#[test]
fn a_sound_has_the_configuration_of_its_own_codec_alone() {
    for (args, extension) in [("-map 1 -c:a aac", "m4a"), ("-map 1 -c:a alac", "m4a"), ("-map 1 -c:a pcm_s16le", "mov")]
    {
        let sound = made(args, extension);
        let clean = scrub(&sound).unwrap();
        let song = [&[0; 4][..], CANARY.repeat(12).as_bytes()].concat();
        for kind in [b"alac", b"dfLa", b"dac3", b"dec3", b"damr", b"dqcp", b"devc", b"dsmv", b"pcmC", b"dOps"] {
            if args.ends_with("alac") && kind == b"alac" {
                continue;
            }
            let added = boxed(kind, &song);
            let mut changed = sound.clone();
            // The index stands behind the media: no offset moves.
            for part in [b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd"] {
                longer(&mut changed, places(&sound, part)[0], added.len());
            }
            let entry = places(&sound, b"stsd")[0] + 16;
            let end = entry + longer(&mut changed, entry, added.len());
            changed.splice(end..end, added);
            let told = scrub(&changed).unwrap_or_else(|refusal| panic!("{args} {kind:?}: {refusal}"));
            assert!(told.bytes == clean.bytes, "{args} {kind:?}");
        }
    }
}

/// Makes the box at a place longer; its bytes before.
fn longer(bytes: &mut [u8], at: usize, by: usize) -> usize {
    let size = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    bytes[at..at + 4].copy_from_slice(&(size + u32::try_from(by).unwrap()).to_be_bytes());
    size as usize
}
