//! `amanat-desk scrub`: folders, names, and what is refused. What becomes of each format is in tests/scrub.

use std::{fs, os::unix::fs::symlink};

use serde_json::Value;

use crate::{desk::Desk, sound::wav};

/// A sound with a comment in it, and the same without.
fn tagged() -> (Vec<u8>, Vec<u8>) {
    let clean = wav(b"samples!");
    let mut tagged = clean.clone();
    tagged.extend(b"LIST\x10\0\0\0INFOICMT\x04\0\0\0Anna");
    let length = u32::try_from(tagged.len() - 8).unwrap();
    tagged[4..8].copy_from_slice(&length.to_le_bytes());
    (tagged, clean)
}

#[test]
fn a_folder_is_scrubbed_with_its_relative_names_and_right_extensions() {
    let desk = Desk::new();
    let (tagged, clean) = tagged();
    fs::create_dir_all(desk.path("in/2026/call")).unwrap();
    for name in ["in/a.wav", "in/2026/b.WAVE", "in/2026/call/ئاۋاز.jpg", "in/none"] {
        fs::write(desk.path(name), &tagged).unwrap();
    }
    let said = desk.run(["scrub", "in", "--out", "out"]);
    assert_eq!((said.code, said.err.as_str(), said.out.as_str()), (0, "", "4 scrubbed into out.\n"));
    for name in ["a.wav", "2026/b.WAVE", "2026/call/ئاۋاز.wav", "none.wav"] {
        assert_eq!(fs::read(desk.path("out").join(name)).unwrap(), clean, "{name}");
    }
    assert_eq!(desk.shell("find out -type f | wc -l").out.trim(), "4");
}

#[test]
fn each_refused_file_is_named_and_all_others_are_scrubbed() {
    let desk = Desk::new();
    fs::create_dir(desk.path("in")).unwrap();
    fs::write(desk.path("in/good.wav"), tagged().0).unwrap();
    fs::write(desk.path("in/paper.pdf"), b"%PDF-1.7").unwrap();
    fs::write(desk.path("in/empty.jpg"), b"").unwrap();
    symlink("/etc/passwd", desk.path("in/link.wav")).unwrap();
    let said = desk.run(["scrub", "in", "--out", "out"]);
    assert_eq!((said.code, said.out.as_str()), (3, "1 scrubbed into out, 3 refused.\n"));
    for words in [
        "in/paper.pdf is not scrubbed: it is of a kind",
        "in/empty.jpg is",
        "in/link.wav is not scrubbed: it is not a file",
    ] {
        assert!(said.err.contains(words), "{}", said.err);
    }
    assert_eq!(desk.shell("find out -type f").out, "out/good.wav\n", "nothing is left of what was refused");
    let said = desk.run(["scrub", "in", "--out", "again", "--json"]);
    let lines: Vec<Value> = said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |name: &str| lines.iter().find(|line| line["file"] == format!("in/{name}")).unwrap();
    assert_eq!(
        (of("good.wav")["output"].as_str(), of("good.wav")["media_type"].as_str()),
        (Some("good.wav"), Some("audio/wav"))
    );
    assert!(of("good.wav")["removed"].as_array().is_some_and(|kinds| !kinds.is_empty()));
    assert_eq!(of("paper.pdf")["reason"], "unknown-format");
    assert_eq!(of("link.wav")["reason"], "not-a-file");
    assert_eq!(lines.last().unwrap()["summary"]["refused"], 3);
}

#[test]
fn nothing_is_overwritten_and_no_two_files_become_one() {
    let desk = Desk::new();
    let (tagged, clean) = tagged();
    for name in ["in/one", "in/two", "out"] {
        fs::create_dir_all(desk.path(name)).unwrap();
    }
    for name in ["in/one/a.wav", "in/two/a.wav", "in/one/b.wav", "in/one/b.mp3"] {
        fs::write(desk.path(name), &tagged).unwrap();
    }
    fs::write(desk.path("out/a.wav"), b"earlier").unwrap();
    let said = desk.run(["scrub", "in/one/a.wav", "--out", "out"]);
    assert_eq!(said.code, 3);
    assert!(said.err.contains("is there already, and nothing is overwritten"), "{}", said.err);
    assert_eq!(fs::read(desk.path("out/a.wav")).unwrap(), b"earlier");
    let said = desk.run(["scrub", "in/one", "in/two", "--out", "new"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("would both become a.wav"), "{}", said.err);
    // What is a WAV becomes one, whatever it was called: the second of the two is refused.
    let said = desk.run(["scrub", "in/one/b.wav", "in/one/b.mp3", "--out", "both", "--jobs", "1"]);
    assert_eq!(said.code, 3, "{}", said.err);
    assert_eq!(fs::read(desk.path("both/b.wav")).unwrap(), clean);
}

#[test]
fn the_output_is_not_inside_the_input_and_a_missing_path_is_named() {
    let desk = Desk::new();
    fs::create_dir(desk.path("in")).unwrap();
    let said = desk.run(["scrub", "in", "--out", "in/clean"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("the output folder is inside in"), "{}", said.err);
    let said = desk.run(["scrub", "nowhere.jpg", "--out", "out"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("nowhere.jpg could not be read"), "{}", said.err);
}
