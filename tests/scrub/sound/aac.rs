//! AAC in ADTS, made by ffmpeg.

use amanat::testimony::scrub::{Format, Refusal};

use super::{ape, damage, id3v1, id3v2, id3v2_after, lyrics, made};
use crate::house::{CANARY, decoded, scrub, sings};

pub fn adts(how: &str) -> Vec<u8> {
    made(&format!("-c:a aac {how} -f adts"), "it.aac")
}

/// Where each frame begins.
pub fn frames(bytes: &[u8]) -> Vec<usize> {
    let size = |at: usize| {
        usize::from(bytes[at + 3] & 3) << 11 | usize::from(bytes[at + 4]) << 3 | usize::from(bytes[at + 5] >> 5)
    };
    std::iter::successors(Some(0), |at| Some(at + size(*at)).filter(|at| *at < bytes.len())).collect()
}

#[test]
fn frames_alone_are_kept() {
    for how in ["-ac 2 -ar 44100", "-ac 1 -ar 8000 -b:a 16k", "-ac 6 -ar 48000", "-ac 2 -write_mpeg2 1"] {
        let sound = adts(how);
        let junk = CANARY.as_bytes().to_vec();
        let bytes = [id3v2(), junk.clone(), sound, junk, ape(), id3v1()].concat();
        let clean = scrub(&bytes).unwrap();
        assert_eq!(clean.format, Format::Aac);
        assert!(!sings(&clean.bytes) && !clean.bytes.windows(4).any(|word| word == b"Lavc"));
        assert_eq!(clean.removed, ["comments", "tags", "cover art", "stray bytes", "codec user data"]);
        assert_eq!(decoded(&bytes, "aac"), decoded(&clean.bytes, "aac"), "{how}");
    }
}

#[test]
fn tags_at_the_end_and_in_the_middle_go() {
    let sound = scrub(&adts("-ac 1 -ar 44100")).unwrap().bytes;
    let middle = frames(&sound)[10];
    for (between, after) in [
        (vec![], vec![id3v2_after()]),
        (vec![], vec![ape(), lyrics(2), id3v1()]),
        (vec![], vec![lyrics(1), id3v1()]),
        (vec![], vec![id3v2()]),
        (vec![id3v2()], vec![]),
        (vec![id3v2_after()], vec![]),
        (vec![id3v1(), id3v2()], vec![ape()]),
    ] {
        let bytes = [&sound[..middle], &between.concat(), &sound[middle..], &after.concat()].concat();
        assert!(sings(&bytes));
        let clean = scrub(&bytes).unwrap();
        assert!(clean.bytes == sound, "{:?}", clean.removed);
    }
}

#[test]
fn the_identifier_in_the_heads_goes_and_so_do_checksums() {
    let clean = scrub(&adts("-ac 1 -ar 44100")).unwrap().bytes;
    let mut marked = Vec::new();
    let starts = frames(&clean);
    for (place, start) in starts.iter().enumerate() {
        let end = starts.get(place + 1).copied().unwrap_or(clean.len());
        let mut frame = clean[*start..end].to_vec();
        // A copyright identification bit each, and how full the buffer is.
        frame[3] |= if place % 3 == 0 { 0x08 } else { 0x04 };
        frame[5] &= 0xe0 | u8::try_from(place % 31).unwrap();
        if place % 2 == 0 {
            let size = u16::try_from(frame.len() + 2).unwrap() << 5;
            frame[1] &= 0xfe;
            frame[4] = size.to_be_bytes()[0];
            frame[5] = frame[5] & 0x1f | size.to_be_bytes()[1];
            frame[3] = frame[3] & 0xfc | u8::try_from((frame.len() + 2) >> 11).unwrap();
            frame.splice(7..7, *b"CR");
        }
        marked.extend(frame);
    }
    let again = scrub(&marked).unwrap();
    assert_eq!((again.bytes == clean, again.removed), (true, vec!["identifiers"]));
    assert_eq!(decoded(&marked, "aac"), decoded(&clean, "aac"));
}

#[test]
fn a_name_by_which_decoders_cut_keeps_no_version() {
    let clean = scrub(&adts("-ac 1 -ar 44100")).unwrap().bytes;
    let second = frames(&clean)[1];
    // A fill element of 26 bytes; the name begins 13 bits after its first four.
    let spell = |bytes: &[u8]| bytes.iter().fold(String::new(), |bits, byte| format!("{bits}{byte:08b}"));
    let rest = "0".repeat(26 * 8 - 17 - 19 * 8);
    let name = spell(b"libfaac 1.28 by A\0\0");
    let bits = ["110", "1111", "00001100", "0000", "0000000000000", &name, &rest, &spell(&clean[7..second])].concat();
    let mut body: Vec<u8> = bits
        .as_bytes()
        .chunks(8)
        .map(|bits| bits.iter().zip(0..8).fold(0, |byte, (bit, at)| byte | (bit - b'0') << (7 - at)))
        .collect();
    let size = u16::try_from(body.len() + 7).unwrap() << 5;
    let mut head = clean[..7].to_vec();
    head[4] = size.to_be_bytes()[0];
    head[5] = head[5] & 0x1f | size.to_be_bytes()[1];
    head.append(&mut body);
    let bytes = [&head, &clean[second..]].concat();
    let again = scrub(&bytes).unwrap();
    assert_eq!(again.removed, ["codec user data"]);
    assert_eq!(decoded(&bytes, "aac"), decoded(&again.bytes, "aac"));
    assert_ne!(decoded(&clean, "aac"), decoded(&again.bytes, "aac"));
}

#[test]
fn a_torn_end_is_dropped_and_what_has_no_frames_is_refused() {
    let bytes = adts("-ac 1 -ar 44100");
    let torn = &bytes[..bytes.len() - 5];
    assert_eq!(decoded(torn, "aac"), decoded(&scrub(torn).unwrap().bytes, "aac"));
    assert!(matches!(scrub(&made("-c:a aac -f latm", "it.aac")), Err(Refusal::Unsupported(_))));
    assert!(matches!(scrub(&[b"ADIF".as_slice(), &bytes].concat()), Err(Refusal::Unsupported(_))));
    let mostly = [bytes[..frames(&bytes)[5]].to_vec(), CANARY.repeat(1000).into_bytes()].concat();
    assert!(matches!(scrub(&mostly), Err(Refusal::Malformed(_))));
}

#[test]
fn a_frame_of_another_stream_is_kept_with_a_whole_one_behind_it() {
    let (sound, other) =
        (scrub(&adts("-ac 1 -ar 44100")).unwrap().bytes, scrub(&adts("-ac 2 -ar 8000")).unwrap().bytes);
    let starts = frames(&other);
    for torn in [1, 7, 40] {
        assert!(scrub(&[&sound, &other[..starts[1] + torn]].concat()).unwrap().bytes == sound, "{torn}");
        let two = [&sound, &other[..starts[2]]].concat();
        assert!(scrub(&[&two, &other[starts[2]..starts[2] + torn]].concat()).unwrap().bytes == two, "{torn}");
    }
    // A torn one of 8,191 bytes, in which frames of the first stream stand.
    let two = [&sound, &other[..starts[2]]].concat();
    let torn = [&other[..3], &[other[3] | 3, 0xff, 0xff, 0xfc], &sound[..frames(&sound)[9]]].concat();
    assert!(torn.len() < 8_191 && scrub(&[two.clone(), torn].concat()).unwrap().bytes == two);
}

fn files() -> Vec<Vec<u8>> {
    vec![[id3v2(), adts("-ac 2 -ar 44100"), id3v1()].concat(), adts("-ac 1 -ar 8000"), adts("-ac 6 -b:a 32k")]
}

#[test]
fn damage_is_refused_or_repaired() {
    damage(&files(), crate::house::soak(100, 8_000));
}
