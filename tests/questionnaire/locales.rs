//! The languages of the page: all that are shipped are complete and right, and what is wrong with one is said.

use std::{fs, path::Path, process::Command};

use super::{SHIPPED, amanat, said};

const TAGS: [&str; 12] =
    ["bo", "en", "kk-Arab", "kk-Cyrl", "ky", "ru", "tr", "ug-Arab", "ug-Cyrl", "uz-Latn", "zh-Hans", "zh-Hant"];

/// The shipped questionnaire and languages, to be changed.
fn copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("q.toml"), SHIPPED).unwrap();
    let copied = Command::new("cp").args(["-r", "config/locales"]).arg(folder.path()).status().unwrap();
    assert!(copied.success());
    folder
}

fn check(folder: &Path) -> (Option<i32>, String, String) {
    let done = amanat(folder, &["check", "q.toml", "--locales", "locales"]);
    (done.status.code(), said(&done.stdout), said(&done.stderr))
}

#[test]
fn every_shipped_language_is_complete_and_nothing_in_it_is_banned() {
    let folder = copy();
    let (code, faults, drafts) = check(folder.path());
    assert_eq!((code, &*faults), (Some(0), ""), "{drafts}");
    for tag in TAGS {
        assert!(drafts.contains(&format!("{tag}: complete, a draft that nobody has reviewed")), "{drafts}");
    }
}

#[test]
fn each_fault_of_a_language_is_said_and_keeps_it_from_being_served() {
    let cases: [(&str, &str, &str, &str); 9] = [
        ("page.ftl", "\nsend = ", "\n# send = ", "message `send` is missing"),
        ("page.ftl", "\nsend = ", "\nsent = x\nsend = ", "nothing uses the message `sent`"),
        ("page.ftl", "{ $hours }", "{ $days }", "`again-expired` must have the placeholders"),
        ("questionnaire.ftl", "field-year = ", "field-years = ", "message `field-year` is missing"),
        ("questionnaire.ftl", "### status: draft, not reviewed", "### status: fine", "first line"),
        ("questionnaire.ftl", "### status: draft, not reviewed", "### status: reviewed by Mallory", "roles alone"),
        ("territories.ftl", "territory-TW = ", "territory-TW = Тайвань, провинция: ", "banned"),
        ("territories.ftl", "territory-KZ = ", "territory-QQ = ", "territory-KZ"),
        ("page.ftl", "\nsend = ", "\nsend = { NUMBER($x) }\nx = ", "more than words"),
    ];
    for (file, from, to, reason) in cases {
        let folder = copy();
        let path = folder.path().join("locales/ru").join(file);
        if reason == "banned" {
            let ban = "[[banned]]\ntext = \"провинция\"\nwhy = \"Taiwan goes by its own name\"\n";
            fs::write(folder.path().join("locales/ru/banned.toml"), ban).unwrap();
        }
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} {from}");
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
        let (code, faults, _) = check(folder.path());
        assert_eq!(code, Some(3), "{reason}");
        assert!(faults.lines().all(|line| line.starts_with("ru: ")) && faults.contains(reason), "{reason}: {faults}");
    }
}

#[test]
fn a_term_is_the_same_wherever_it_stands() {
    let folder = copy();
    let term = "[[term]]\nsource = \"researchers\"\nhere = [\"такого слова нет\"]\n";
    fs::write(folder.path().join("locales/ru/glossary.toml"), term).unwrap();
    let (code, faults, _) = check(folder.path());
    assert_eq!(code, Some(3));
    assert!(faults.contains("message `text-who_reads` is about `researchers`"), "{faults}");
}

#[test]
fn no_file_of_a_language_names_who_made_it() {
    for tag in TAGS {
        for entry in fs::read_dir(Path::new("config/locales").join(tag)).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            for sign in ["@", "http", "ranslator", "Copyright"] {
                let found = text.lines().find(|line| line.starts_with('#') && line.contains(sign));
                assert_eq!(found, None, "{}", path.display());
            }
        }
    }
}
