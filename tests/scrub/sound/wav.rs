//! WAVE, made by ffmpeg and sox, and chunk by chunk.

use amanat::testimony::scrub::{Format, Refusal};

use super::{damage, id3v1, id3v2, made, worked};
use crate::house::{CANARY, decoded, run, scrub, sings};

fn chunk(name: &[u8], content: &[u8]) -> Vec<u8> {
    let size = u32::try_from(content.len()).unwrap().to_le_bytes();
    let pad: &[u8] = if content.len() % 2 == 1 { &[0] } else { &[] };
    [name, &size, content, pad].concat()
}

fn riff(chunks: &[Vec<u8>]) -> Vec<u8> {
    chunk(b"RIFF", &[b"WAVE".to_vec(), chunks.concat()].concat())
}

fn coding(tag: u16, channels: u16, block: u16, depth: u16, more: &[u8]) -> Vec<u8> {
    let mut bytes = [tag.to_le_bytes(), channels.to_le_bytes()].concat();
    bytes.extend([8000_u32.to_le_bytes(), (8000 * u32::from(block)).to_le_bytes()].concat());
    bytes.extend([block.to_le_bytes(), depth.to_le_bytes()].concat());
    bytes.extend(more);
    chunk(b"fmt ", &bytes)
}

fn pcm() -> Vec<u8> {
    coding(1, 1, 2, 16, &[])
}

#[test]
fn every_coding_sounds_the_same() {
    for (codec, more) in [
        ("pcm_u8", "-ac 1"),
        ("pcm_s16le", "-ac 2"),
        ("pcm_s24le", "-ac 6"),
        ("pcm_s32le", "-ac 1"),
        ("pcm_f32le", "-ac 1"),
        ("pcm_f64le", "-ac 1"),
        ("pcm_alaw", "-ac 2"),
        ("pcm_mulaw", "-ac 1"),
        ("adpcm_ms", "-ac 2"),
        ("adpcm_ima_wav", "-ac 2 -ar 8000"),
        ("adpcm_yamaha", "-ac 1"),
        ("libgsm_ms", "-ac 1 -ar 8000"),
        ("g726", "-ac 1 -ar 8000"),
        ("g722", "-ac 1 -ar 16000"),
    ] {
        let bytes = made(
            &format!(
                "-c:a {codec} {more} -write_bext 1 -metadata description={CANARY} -metadata title={CANARY} -metadata ICRD=2020"
            ),
            "it.wav",
        );
        assert!(sings(&bytes));
        let clean = scrub(&bytes).unwrap();
        assert_eq!(clean.format, Format::Wav);
        assert!(!sings(&clean.bytes), "{codec}");
        assert_eq!(clean.removed, ["times", "software", "tags", "identifiers"], "{codec}");
        assert_eq!(decoded(&bytes, "wav"), decoded(&clean.bytes, "wav"), "{codec}");
    }
}

#[test]
fn no_chunk_is_kept_but_three() {
    let sound: Vec<u8> = (0..=255).cycle().take(4001).collect();
    let song = CANARY.as_bytes();
    let odd: Vec<Vec<u8>> = [
        b"JUNK", b"bext", b"iXML", b"_PMX", b"cue ", b"smpl", b"PEAK", b"axml", b"umid", b"xyzw", b"fmt ", b"data",
        b"fact",
    ]
    .iter()
    .map(|name| chunk(*name, song))
    .collect();
    let first = [chunk(b"JUNK", song), chunk(b"id3 ", &id3v2())].concat();
    let bytes = [riff(&[first, pcm(), chunk(b"data", &sound), odd.concat()]), song.to_vec(), id3v1()].concat();
    let clean = scrub(&bytes).unwrap();
    assert!(!sings(&clean.bytes));
    assert!(clean.bytes == riff(&[pcm(), chunk(b"data", &sound[..4000])]));
    let kinds = ["times", "XMP", "tags", "stray bytes", "padding", "unknown parts", "identifiers", "chapters"];
    assert!(kinds.iter().all(|kind| clean.removed.contains(kind)), "{:?}", clean.removed);
    // A byte a sample, and an odd number of them.
    let bytes = riff(&[coding(1, 1, 1, 8, &[]), chunk(b"data", &sound)]);
    assert!(scrub(&bytes).unwrap().bytes == bytes);
}

#[test]
fn hidden_words_in_the_format_go() {
    let hidden = riff(&[coding(1, 1, 2, 16, &[&[14, 0], CANARY.as_bytes()].concat()), chunk(b"data", &[1; 64])]);
    assert!(scrub(&hidden).unwrap().bytes == riff(&[pcm(), chunk(b"data", &[1; 64])]));
    let law = riff(&[coding(7, 1, 1, 8, &[0, 0]), chunk(b"fact", &64_u32.to_le_bytes()), chunk(b"data", &[1; 64])]);
    let hidden = riff(&[
        coding(7, 1, 1, 8, &[&[14, 0], CANARY.as_bytes()].concat()),
        chunk(b"fact", CANARY.as_bytes()),
        chunk(b"data", &[1; 64]),
    ]);
    assert!(scrub(&hidden).unwrap().bytes == law);
}

#[test]
fn sizes_that_recorders_never_wrote_are_found() {
    let sound = [7; 4000];
    let whole = riff(&[pcm(), chunk(b"data", &sound)]);
    for size in [0_u32, u32::MAX, 1_000_000] {
        let mut bytes = whole.clone();
        bytes[4..8].copy_from_slice(&size.to_le_bytes());
        bytes[40..44].copy_from_slice(&size.to_le_bytes());
        let clean = scrub(&bytes).unwrap();
        assert!(clean.bytes == whole, "{size}");
        assert_eq!(decoded(&bytes, "wav"), decoded(&clean.bytes, "wav"));
        if size != 1_000_000 {
            let tagged = scrub(&[bytes, id3v1()].concat()).unwrap();
            assert!(tagged.bytes == whole && tagged.removed == ["tags"]);
        }
    }
    // Nothing, and a chunk after it, is nothing.
    let empty = riff(&[pcm(), chunk(b"data", &[]), chunk(b"LIST", CANARY.as_bytes())]);
    assert!(scrub(&empty).unwrap().bytes == riff(&[pcm(), chunk(b"data", &[])]));
}

#[test]
fn large_and_wrapped_files_come_out_plain() {
    let bytes = made("-ac 2 -rf64 always", "it.wav");
    assert!(bytes.starts_with(b"RF64"));
    let clean = scrub(&bytes).unwrap();
    assert!(clean.bytes.starts_with(b"RIFF"));
    assert_eq!(decoded(&bytes, "wav"), decoded(&clean.bytes, "wav"));
    for codec in ["libmp3lame", "mp2"] {
        let bytes = made(&format!("-c:a {codec} -metadata title={CANARY}"), "it.wav");
        let clean = scrub(&bytes).unwrap();
        assert_eq!(clean.format, Format::Mp3);
        assert!(!sings(&clean.bytes));
        assert_eq!(decoded(&bytes, "wav"), decoded(&clean.bytes, "mp3"), "{codec}");
    }
}

#[test]
fn sox_reads_what_was_written() {
    let wave = made("-ac 2 -ar 44100", "it.wav");
    for how in ["-e ima-adpcm", "-e ms-adpcm", "-e a-law", "-e gsm-full-rate -r 8000 -c 1", "-b 24", "-b 8"] {
        let bytes = worked(&wave, "it.wav", |folder| {
            let args = ["-V0", "-D", "it.wav"].into_iter().chain(how.split(' ')).chain(["out.wav"]).collect::<Vec<_>>();
            run("sox", &args, folder);
            run("mv", &["out.wav", "it.wav"], folder);
        });
        let clean = scrub(&bytes).unwrap().bytes;
        let raw = |bytes: &[u8]| {
            worked(bytes, "it.wav", |folder| {
                run("sox", &["-D", "it.wav", "-t", "raw", "-e", "signed", "-b", "32", "out"], folder);
                run("mv", &["out", "it.wav"], folder);
            })
        };
        assert!(raw(&bytes) == raw(&clean), "{how}");
    }
}

#[test]
fn what_has_no_sound_or_another_coding_is_refused() {
    let data = chunk(b"data", &[1; 64]);
    for bytes in [riff(&[pcm()]), riff(std::slice::from_ref(&data)), riff(&[coding(1, 0, 2, 16, &[]), data.clone()])] {
        assert!(matches!(scrub(&bytes), Err(Refusal::Malformed(_))));
    }
    let other = riff(&[coding(0x2000, 1, 2, 16, &[0, 0]), data.clone()]);
    assert!(matches!(scrub(&other), Err(Refusal::Unsupported(_))));
    let long = riff(&[coding(1, 1, 2, 16, &[0; 5000]), data]);
    assert!(matches!(scrub(&long), Err(Refusal::Large)));
}

fn files() -> Vec<Vec<u8>> {
    let short = |how: &str| made(&format!("-t 0.1 -ar 8000 {how}"), "it.wav");
    vec![
        short("-metadata title=x -write_bext 1"),
        short("-c:a adpcm_ms -ac 2"),
        short("-c:a adpcm_ima_wav"),
        short("-rf64 always"),
        short("-ac 6 -c:a pcm_s24le"),
        short("-c:a pcm_mulaw"),
        short("-c:a libmp3lame"),
    ]
}

#[test]
fn damage_is_refused_or_repaired() {
    damage(&files(), crate::house::soak(100, 8_000));
}
