//! A form that is not taken is shown again with what was typed in it, and nothing of it is kept.

use crate::house::{ALL_LANGUAGES, House, form::Form, visitor::Response};

/// The one heading of a form that is shown again.
const AGAIN: &str = "Your form was not sent";
const SMALL: &str = "[limits]\nfiles = 2\nfile_mb = 1\nform_mb = 2";
const TEXT: &str =
    "<script>alert(1)</script> \"quoted\" 'single' &amp; ئۇيغۇر\u{200c}\r\n\r\n  second line ]]> --> </textarea><b>";

fn filled() -> Form {
    Form::text(TEXT)
        .field("use_level", "summary")
        .field("share_with", "un")
        .field("share_with", "press")
        .field("incident_types", "spyware")
        .field("country", "region_europe_russia")
        .field("year", "2019")
        .field("testimony_lang", "ug-Arab")
}

/// What a browser would send of the page that was answered: what is typed, ticked and chosen in it.
fn sent_again(page: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let text = page.split_once("<textarea id=\"testimony\"").unwrap().1.split_once(">\n").unwrap().1;
    let text = text.split_once("</textarea>").unwrap().0;
    let text = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character));
    all.push(("testimony".to_owned(), text));
    for input in page.split("<input ").skip(1).filter(|input| input.split_once('>').unwrap().0.contains(" checked")) {
        let value =
            |name: &str| input.split_once(&format!("{name}=\"")).unwrap().1.split_once('"').unwrap().0.to_owned();
        all.push((value("name"), value("value")));
    }
    for select in page.split("<select ").skip(1) {
        let name = select.split_once("name=\"").unwrap().1.split_once('"').unwrap().0;
        let options = select.split_once("</select>").unwrap().0;
        if let Some((before, _)) = options.split_once("\" selected") {
            all.push((name.to_owned(), before.rsplit_once("value=\"").unwrap().1.to_owned()));
        }
    }
    all
}

fn shown(house: &House, answer: &Response, status: u16, line: &str) {
    assert_eq!((answer.status, answer.heading()), (status, AGAIN), "{}", answer.body);
    let plain = answer.body.replace(['\u{2068}', '\u{2069}'], "");
    assert!(plain.contains(line), "{line}: {plain}");
    assert!(answer.body.contains("choose them again"), "the page says that files must be chosen again");
    assert!(!answer.body.contains("<script") && !answer.body.contains("</textarea><b>"));
    assert_eq!(house.count(), 0);
    house.until("an empty spool", || house.spool_is_empty());
}

#[test]
fn whatever_is_wrong_nothing_need_be_typed_again() {
    let house = House::with(SMALL);
    let wanted = [
        ("testimony", TEXT),
        ("use_level", "summary"),
        ("share_with", "un"),
        ("share_with", "press"),
        ("incident_types", "spyware"),
        ("country", "region_europe_russia"),
        ("year", "2019"),
        ("testimony_lang", "ug-Arab"),
    ];
    let large = vec![0; 1_100_000];
    let cases = [
        (filled().file("a", b"%PDF-1.7"), 415, "We cannot take file number 1"),
        (filled().file("a", b"\xff\xd8\xff\xe0\0\x10JFIF\0"), 422, "File number 1 is damaged"),
        (filled().file("a", &large), 413, "File number 1 is larger than 1 MB"),
        (filled().sound("a", b"1").sound("b", b"2").sound("c", b"3"), 413, "There are too many files"),
        (
            filled().file("a", &large[..900_000]).file("b", &large[..900_000]).file("c", &large),
            413,
            "too large together",
        ),
    ];
    for (form, status, line) in cases {
        let answer = house.visitor().sends(&form).unwrap();
        shown(&house, &answer, status, line);
        let again = sent_again(&answer.body);
        let mut sorted: Vec<_> = again.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let mut wanted = wanted.to_vec();
        sorted.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(sorted, wanted);
    }
    // Sent again from that page, without the file, it is taken as it was typed.
    let answer = house.visitor().sends(&filled().file("a", b"%PDF-1.7")).unwrap();
    let form = sent_again(&answer.body).iter().fold(Form::new(), |form, (name, value)| form.field(name, value));
    assert!(house.visitor().posts(answer.action(), &form).unwrap().is_thanks());
    let opened = house.opens_all();
    assert_eq!(opened[0].text(), TEXT);
    assert_eq!(opened[0].answers()["share_with"]["choices"]["ids"], serde_json::json!(["un", "press"]));
}

#[test]
fn a_blank_or_too_long_text_is_shown_again_with_its_length() {
    let house = House::open();
    let blank = Form::text(" \r\n ").field("channels", "wechat");
    let answer = house.visitor().sends(&blank).unwrap();
    shown(&house, &answer, 422, "The first box is empty");
    assert!(answer.body.contains("href=\"#testimony\"") && answer.body.contains("aria-invalid=\"true\""));
    assert!(sent_again(&answer.body).contains(&("channels".to_owned(), "wechat".to_owned())));
    let long = "ئا".repeat(25_000);
    let answer = house.visitor().sends(&Form::text(&long)).unwrap();
    shown(&house, &answer, 413, "it has 50000 characters, and one form can carry 40000");
    assert_eq!(sent_again(&answer.body)[0].1, long);
}

#[test]
fn a_form_that_was_used_or_is_too_old_is_a_new_one_with_what_was_typed() {
    let house = House::open();
    let mut visitor = house.visitor();
    let path = visitor.opens_form().unwrap();
    assert!(visitor.posts(&path, &Form::text("first")).unwrap().is_thanks());
    let answer = visitor.posts(&path, &Form::text("second")).unwrap();
    assert_eq!((answer.status, answer.heading()), (409, AGAIN));
    assert_ne!(answer.action(), path);
    assert!(visitor.posts(answer.action(), &Form::text("second")).unwrap().is_thanks());
    assert_eq!(house.count(), 2);
}

#[test]
fn in_every_language_the_page_of_an_error_is_in_that_language() {
    let house = House::with(ALL_LANGUAGES);
    let mut headings = Vec::new();
    for (tag, direction) in crate::languages::TAGS {
        let mut visitor = house.visitor();
        let page = visitor.gets(&format!("/{tag}")).unwrap();
        let answer = visitor.posts(page.action(), &Form::text(" ")).unwrap();
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\">")));
        headings.push(answer.heading().to_owned());
    }
    headings.sort();
    headings.dedup();
    assert_eq!(headings.len(), crate::languages::TAGS.len());
}
