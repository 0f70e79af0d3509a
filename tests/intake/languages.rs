//! The page in every language: complete, of one size, and true to the byte.

use std::{io::Read as _, process::Command};

use crate::house::{ALL_LANGUAGES, House, form::Form};

/// Every language that is shipped, and which way it runs.
pub(crate) const TAGS: [(&str, &str); 12] = [
    ("bo", "ltr"),
    ("en", "ltr"),
    ("kk-Arab", "rtl"),
    ("kk-Cyrl", "ltr"),
    ("ky", "ltr"),
    ("ru", "ltr"),
    ("tr", "ltr"),
    ("ug-Arab", "rtl"),
    ("ug-Cyrl", "ltr"),
    ("uz-Latn", "ltr"),
    ("zh-Hans", "ltr"),
    ("zh-Hant", "ltr"),
];
/// The most that a form may take compressed, in bytes.
const MOST: usize = 14 * 1024;

fn inflated(body: &[u8]) -> String {
    let mut text = String::new();
    flate2::read::GzDecoder::new(body).read_to_string(&mut text).unwrap();
    text
}

#[test]
#[expect(clippy::print_stdout, reason = "the sizes are what somebody reads")]
fn every_form_is_one_small_request_and_all_have_one_size() {
    let house = House::with(ALL_LANGUAGES);
    let mut visitor = house.visitor();
    for (kind, path) in [("form", ""), ("thanks", "/thanks"), ("nowhere", "/nowhere")] {
        let (mut packed, mut plain) = (Vec::new(), Vec::new());
        for (tag, direction) in TAGS {
            let address = format!("/{tag}{path}");
            let (head, body) = visitor.gets_packed(&address).unwrap();
            assert!(head.contains("content-encoding: gzip"), "{head}");
            let page = inflated(&body);
            assert!(page.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\">")), "{tag}");
            let unpacked = visitor.gets(&address).unwrap();
            packed.push((head.len(), body.len()));
            plain.push((unpacked.head.len(), unpacked.body.len()));
            // Nothing else is fetched.
            for never in [" src=", "<link", "url(", "@import", "<img", "<script"] {
                assert!(!page.contains(never), "{tag} {kind}: {never}");
            }
            println!("{kind} {tag}: {} bytes packed, {} plain", body.len(), unpacked.body.len());
        }
        for sizes in [&packed, &plain] {
            assert!(sizes.iter().all(|size| size == &sizes[0]), "{kind}: {sizes:?}");
        }
        if kind == "form" {
            assert!(packed[0].1 <= MOST, "{}", packed[0].1);
        }
    }
}

#[test]
fn every_question_stands_on_every_page_in_its_own_words() {
    let house = House::with(ALL_LANGUAGES);
    let mut seen: Vec<String> = Vec::new();
    for (tag, _) in TAGS {
        let page = house.visitor().gets(&format!("/{tag}")).unwrap().body;
        for name in
            ["testimony", "use_level", "share_with", "incident_types", "country", "year", "month", "attachments"]
        {
            assert!(page.contains(&format!("name=\"{name}\"")), "{tag} {name}");
        }
        for never in
            ["follow_up", "help_wanted", "contact_note", "hs_refoulement", "{ $", "text-", "field-", "section-"]
        {
            assert!(!page.contains(&format!("\"{never}\"")) && !page.contains(&format!(">{never}")), "{tag} {never}");
        }
        // Nothing is chosen beforehand.
        assert!(!page.contains(" checked") && !page.contains(" selected"), "{tag}");
        let heading = page.split_once("<h1>").unwrap().1.split_once("</h1>").unwrap().0.to_owned();
        assert!(!seen.contains(&heading), "{tag}: {heading}");
        seen.push(heading);
        // A link to each language, each in its own script.
        for (other, _) in TAGS {
            assert!(page.contains(&format!("href=\"/{other}\" lang=\"{other}\"")), "{tag} {other}");
        }
    }
}

#[test]
fn a_testimony_in_each_language_arrives_byte_for_byte() {
    let house = House::with(ALL_LANGUAGES);
    // Bidi controls, joiners, a surrogate pair's character, unusual normalisation, and every character that HTML has a use for.
    let hard = "\u{202e}\u{2067}x\u{2069}\u{200f}\u{200c}\u{200d}\u{1F54A}\u{1F468}\u{200d}\u{1F469}e\u{301}\u{FB01}\u{1112}\u{1161}\u{11AB}<b>&amp;\"'\r\n\t\u{feff}\u{fffd}";
    let words = [
        "བོད་ཡིག",
        "English",
        "قازاقشا ٴتىل",
        "Қазақша",
        "Кыргызча",
        "Русский",
        "Türkçe",
        "ئۇيغۇرچە",
        "Уйғурчә",
        "Oʻzbekcha",
        "简体中文",
        "繁體中文",
    ];
    let (mut sent, mut heads) = (Vec::new(), Vec::new());
    for ((tag, _), words) in TAGS.into_iter().zip(words) {
        let unit = format!("{words} {hard}");
        let mut text = unit.repeat(40_000 / unit.chars().count());
        text.extend(std::iter::repeat_n('ئ', 40_000 - text.chars().count()));
        let mut visitor = house.visitor();
        let page = visitor.gets(&format!("/{tag}")).unwrap();
        let answer = visitor.posts(page.action(), &Form::text(&text)).unwrap();
        // The answer does not tell the language by its length: the page of thanks is named from that of the form.
        assert_eq!(answer.header("location"), Some("../thanks"), "{}", answer.body);
        heads.push(answer.head.len());
        sent.push((tag, text));
    }
    heads.dedup();
    assert_eq!(heads.len(), 1, "{heads:?}");
    let opened = house.opens_all();
    assert_eq!(opened.len(), TAGS.len());
    for (tag, text) in sent {
        let one = opened.iter().find(|one| one.record.language == tag).unwrap();
        assert!(one.text() == text, "{tag}");
    }
}

#[test]
fn without_leave_no_draft_is_shown_and_its_addresses_do_not_exist() {
    let house = House::open();
    assert_eq!(house.visitor().gets("/en").unwrap().status, 200);
    assert_eq!(house.visitor().gets("/ug-Arab").unwrap().status, 404);
    // The admin hears of them all the same.
    assert!(house.log().contains("drafts that nobody has reviewed: en, bo, kk-Arab"), "{}", house.log());
    assert!(house.log().contains("languages that are shown: en"), "{}", house.log());
}

#[test]
fn a_language_that_is_wrong_or_a_draft_is_refused_where_it_is_asked_for() {
    let house = House::with("");
    let good = std::fs::read_to_string(house.config()).unwrap();
    for (settings, reason) in [
        ("offered = [\"ug-Arab\"]", "a draft that nobody has reviewed"),
        ("drafts = true\noffered = [\"de\"]", "no folder of that name"),
        ("first = \"tlh\"", "no folder of that name"),
    ] {
        std::fs::write(house.config(), good.replacen("[languages]\n", &format!("[languages]\n{settings}\n"), 1))
            .unwrap();
        let done = house.amanat(&["serve"]);
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(1), "{said}");
        assert!(said.contains(reason), "{said}");
    }
}

#[test]
fn nothing_that_tells_a_language_is_in_the_log_or_guessed() {
    let mut house = House::with(&format!("{ALL_LANGUAGES}[log]\nlevel = \"trace\""));
    for (tag, _) in TAGS {
        let mut visitor = house.visitor();
        visitor
            .writes(format!("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: {tag}\r\n\r\n").as_bytes())
            .unwrap();
        // The first page is the same for everybody.
        assert!(visitor.reads().unwrap().body.contains("<html lang=\"en\""));
        assert!(visitor.gets(&format!("/{tag}")).unwrap().status == 200);
    }
    assert!(house.stops().success());
    let log = house.log();
    let told: Vec<_> = log.lines().filter(|line| line.contains("zh-Hant")).collect();
    // At the start alone: which there are.
    assert_eq!(told.len(), 2, "{told:?}");
}

#[test]
fn a_text_browser_shows_the_whole_form() {
    let house = House::with(ALL_LANGUAGES);
    let shown = |tag: &str| {
        let page = house.visitor().gets(&format!("/{tag}")).unwrap().body;
        std::fs::write(house.path("page.html"), page).unwrap();
        let mut w3m = Command::new("w3m");
        w3m.args(["-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8"]).arg(house.path("page.html"));
        let done = w3m.output().unwrap();
        String::from_utf8(done.stdout).unwrap()
    };
    let text = shown("en");
    for words in ["Write to us", "What happened? Write in any language", "( )Only read it", "[ ]I was threatened\n"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(shown("ug-Arab").contains("ئۇيغۇرچە"));
}
