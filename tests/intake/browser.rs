//! The pages in real browsers, without scripts: accessible, and usable by keyboard alone.

use std::process::{Command, Output};

use crate::house::{ALL_LANGUAGES, House};

fn node(script: &str, house: &House, arguments: &[&str]) -> Output {
    let mut node = Command::new("node");
    node.arg(format!("tests/browser/{script}.mjs")).arg(format!("https://127.0.0.1:{}", house.port())).args(arguments);
    node.output().unwrap()
}

fn said(done: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr))
}

#[test]
#[expect(clippy::print_stdout, reason = "the table is what somebody reads")]
fn axe_finds_nothing_on_any_page_in_any_language() {
    let house = House::with(ALL_LANGUAGES);
    let done = node("axe", &house, &[]);
    println!("{}", said(&done));
    assert!(done.status.success(), "{}", said(&done));
    assert!(said(&done).contains("12 languages, 6 kinds of pages, light and dark: 0 violations"), "{}", said(&done));
}

#[test]
fn a_witness_writes_by_keyboard_alone_in_chromium_and_in_firefox_at_the_safest_level() {
    let house = House::with(ALL_LANGUAGES);
    for (browser, tag, text) in [("chromium", "ug-Arab", "ئۇيغۇرچە تېكىست"), ("firefox", "zh-Hant", "繁體中文")]
    {
        let before = house.count();
        let done = node("witness", &house, &[tag, text, browser]);
        assert!(done.status.success(), "{browser}: {}", said(&done));
        assert_eq!(house.count(), before + 1, "{browser}: {}", said(&done));
        assert!(house.opens_all().iter().any(|one| one.text() == text && one.record.language == tag), "{browser}");
        if browser == "chromium" {
            // The whole form is one request.
            assert!(said(&done).contains("\"requests\":1"), "{}", said(&done));
        }
    }
}

#[test]
fn a_witness_with_a_text_browser_is_thanked() {
    let house = House::open();
    let address = format!("https://localhost:{}/en", house.port());
    let done = Command::new("python3").args(["tests/browser/text.py", &address, "by w3m"]).output().unwrap();
    assert!(done.status.success(), "{}", said(&done));
    let opened = house.opens_all();
    assert_eq!((opened.len(), opened[0].text().trim_end()), (1, "by w3m"));
    assert_eq!(opened[0].answers()["use_level"]["choice"]["given"], false);
}

/// `make pages` sets `AMANAT_PAGES` to a folder, and gets every page in every language on three screens. Otherwise two.
#[test]
#[expect(clippy::disallowed_methods, reason = "a switch for whoever runs the tests")]
fn no_page_is_wider_than_its_screen() {
    let house = House::with(ALL_LANGUAGES);
    let folder = std::env::var("AMANAT_PAGES").ok();
    let (to, some) = match &folder {
        Some(folder) => (folder.clone(), &[][..]),
        None => (house.path("pages").to_str().unwrap().to_owned(), &["ug-Arab,bo"][..]),
    };
    let arguments = [&[to.as_str()][..], some].concat();
    let done = node("shots", &house, &arguments);
    assert!(done.status.success(), "{}", said(&done));
    assert!(done.stderr.is_empty(), "{}", said(&done));
}

/// On a link of 50 kB a second whose answers take a second. Prints what `make bench` and the README quote.
#[test]
#[expect(clippy::print_stdout, reason = "the figures are what somebody reads")]
fn a_slow_link_shows_the_form_after_one_request() {
    let house = House::with(ALL_LANGUAGES);
    let done = node("link", &house, &["ug-Arab"]);
    println!("{}", said(&done));
    assert!(done.status.success(), "{}", said(&done));
    assert!(said(&done).contains("\"requests\":1"), "{}", said(&done));
}
