//! What stands beside the sound in blocks of AAC, before it, behind it and behind the block's end; and between the main
//! data of MPEG audio. Bare, and in containers.

use std::fmt::Write as _;

use super::{
    aac::{adts, frames},
    mp3::lame,
    worked,
};
use crate::house::{CANARY, decoded, run, scrub, sings};

/// Bits as text.
fn spell(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut bits, byte| {
        write!(bits, "{byte:08b}").unwrap();
        bits
    })
}

/// Text as bits.
fn packed(bits: &str) -> Vec<u8> {
    bits.as_bytes()
        .chunks(8)
        .map(|bits| bits.iter().zip(0..8).fold(0, |byte, (bit, at)| byte | (bit - b'0') << (7 - at)))
        .collect()
}

/// Every frame of a file of one channel, its block made anew by `change`: bits of elements, without the end's own.
fn changed(bytes: &[u8], change: impl Fn(&str) -> Vec<u8>) -> Vec<u8> {
    let starts = frames(bytes);
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    let mut out = Vec::new();
    for (start, end) in starts.iter().zip(ends) {
        let bits = spell(&bytes[start + 7..end]);
        // The last bits that are set are the end's.
        let body = change(&bits[..bits.rfind("111").unwrap()]);
        let size = u16::try_from(body.len() + 7).unwrap();
        let mut head = bytes[*start..start + 7].to_vec();
        head[3] = head[3] & 0xfc | size.to_be_bytes()[0] >> 3;
        let [high, low] = (size << 5).to_be_bytes();
        head[4] = high;
        head[5] = head[5] & 0x1f | low;
        out.extend(head);
        out.extend(body);
    }
    out
}

/// A data element, a fill element and a program configuration with the canary in them.
fn elements() -> [String; 3] {
    let song = spell(CANARY.as_bytes());
    let data = format!("100000000000{:04b}{song}", CANARY.len());
    let fill = format!("1101111{:08b}0000{song}0000", CANARY.len() + 1 - 14);
    [data, fill, "101".to_owned()]
}

/// The same from the encoder, without its own name.
fn plain(how: &str) -> Vec<u8> {
    scrub(&adts(how)).unwrap().bytes
}

#[test]
fn what_stands_behind_the_sound_and_behind_the_end_goes() {
    let [data, fill, _] = elements();
    for how in ["-ac 1 -ar 44100", "-ac 1 -ar 8000 -b:a 12k", "-ac 2 -ar 48000", "-ac 6 -ar 48000", "-ac 2 -ar 96000"] {
        let clean = plain(how);
        for (before, behind, after) in
            [("", data.as_str(), ""), ("", &fill, ""), (&data, &fill, CANARY), ("", "", CANARY), (&fill, "", CANARY)]
        {
            let bytes = changed(&clean, |sound| {
                let mut block = packed(&format!("{before}{sound}{behind}111"));
                block.extend(after.as_bytes());
                block
            });
            let again = scrub(&bytes).unwrap();
            assert_eq!(again.removed, ["codec user data"], "{how}");
            // At whichever bit it began.
            let silent = changed(&again.bytes, |bits| bits.as_bytes().to_vec());
            let song = spell(CANARY.as_bytes());
            assert!(!silent.windows(song.len()).any(|bits| bits == song.as_bytes()), "{how}");
            assert!(!sings(&again.bytes), "{how}");
            assert_eq!(bytes.len(), again.bytes.len());
            assert_eq!(decoded(&clean, "aac"), decoded(&again.bytes, "aac"), "{how}");
        }
    }
}

#[test]
fn a_comment_in_a_configuration_goes_and_bits_of_no_meaning_too() {
    let clean = plain("-ac 1 -ar 44100");
    // One front channel, a comment behind it, and the sound.
    let comment = |sound: &str| {
        // A tag, the profile, the rate; one front channel of a kind of its own, and nothing else.
        let head = ["101", "0000", "01", "0100", "0001", &"0".repeat(17), "000", "00000"].concat();
        let aligned = format!("{head}{}", "1".repeat(head.len().next_multiple_of(8) - head.len()));
        packed(&format!("{aligned}{:08b}{}{sound}111", CANARY.len(), spell(CANARY.as_bytes())))
    };
    let bytes = changed(&clean, comment);
    assert!(sings(&bytes));
    let again = scrub(&bytes).unwrap();
    assert!(!sings(&again.bytes) && again.removed == ["codec user data"]);
    assert_eq!(decoded(&bytes, "aac"), decoded(&again.bytes, "aac"));
    // The reserved bit stands behind the kind, the tag and the gain.
    let marked = changed(&clean, |sound| packed(&format!("{}1{}111", &sound[..15], &sound[16..])));
    let again = scrub(&marked).unwrap();
    assert!(again.bytes == clean && again.removed == ["codec user data"]);
}

#[test]
fn samples_of_films_keep_nothing_beside_the_sound_either() {
    let [data, _, _] = elements();
    let clean = plain("-ac 2 -ar 44100");
    let bytes = changed(&clean, |sound| {
        let mut block = packed(&format!("{sound}{data}111"));
        block.extend(CANARY.as_bytes());
        block
    });
    for name in ["it.m4a", "it.mov", "it.mkv", "it.mp4"] {
        let film = worked(&bytes, "it.aac", |folder| {
            run("ffmpeg", &["-v", "error", "-i", "it.aac", "-c", "copy", name], folder);
            run("cp", &[name, "it.aac"], folder);
        });
        assert!(sings(&film), "{name}");
        let again = scrub(&film).unwrap();
        assert!(!sings(&again.bytes) && again.removed.contains(&"codec user data"), "{name}");
        let extension = name.split_once('.').unwrap().1;
        assert_eq!(decoded(&film, extension), decoded(&again.bytes, extension), "{name}");
    }
}

#[test]
fn what_is_between_main_data_goes_in_films_too() {
    for how in ["-b 128 -t", "-b 320 -t", "-V 5", "-b 40 -m m --resample 12 -t", "-b 64 --nores -p -t"] {
        let mut bytes = lame(how);
        if how.contains("320") {
            // Half a kilobyte of the last frame has no sound.
            let end = bytes.len();
            bytes[end - CANARY.len()..].copy_from_slice(CANARY.as_bytes());
        }
        for name in ["it.mp4", "it.mov", "it.mkv"] {
            let film = worked(&bytes, "it.mp3", |folder| {
                run("ffmpeg", &["-v", "error", "-i", "it.mp3", "-c", "copy", "-strict", "-1", name], folder);
                run("cp", &[name, "it.mp3"], folder);
            });
            let has = |bytes: &[u8]| bytes.windows(4).any(|word| word == b"LAME");
            assert!(has(&film) || how == "-V 5", "{how} {name}");
            let clean = scrub(&film).unwrap();
            assert!(!has(&clean.bytes) && !sings(&clean.bytes), "{how} {name}");
            assert!(clean.removed.contains(&"codec user data") || how == "-V 5", "{how} {name}: {:?}", clean.removed);
            let extension = name.split_once('.').unwrap().1;
            assert_eq!(decoded(&film, extension), decoded(&clean.bytes, extension), "{how} {name}");
            // What a bare file becomes is what its frames become elsewhere.
            let bare = scrub(&lame(how)).unwrap().bytes;
            let last = &bare[bare.len() - 40..];
            assert!(clean.bytes.windows(40).any(|bytes| bytes == last), "{how} {name}");
        }
    }
}

/// Films of sound that is looked into.
#[test]
fn damage_in_films_is_refused_or_repaired() {
    let sound = lame("-b 64 -t")[..6000].to_vec();
    let films: Vec<Vec<u8>> = ["it.mp4", "it.mov", "it.mkv"]
        .iter()
        .map(|name| {
            worked(&sound, "it.mp3", |folder| {
                run("ffmpeg", &["-v", "error", "-i", "it.mp3", "-c", "copy", "-strict", "-1", name], folder);
                run("cp", &[name, "it.mp3"], folder);
            })
        })
        .collect();
    super::damage(&films, crate::house::soak(150, 8_000));
}
