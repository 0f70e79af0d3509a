//! Past a limit: a calm page that says which, on a connection that is not reset; nothing stored; service again.

use std::{
    thread::sleep,
    time::{Duration, Instant},
};

use crate::house::{House, form::Form, visitor::Response};

const SMALL: &str =
    "[limits]\nfiles = 2\nfile_mb = 2\nform_mb = 3\nidle_seconds = 2\nform_seconds = 6\nforms_at_once = 2";

/// A form that is shown again with what was typed.
const AGAIN: &str = "Your form was not sent";

/// Without the marks that isolate what is put into a sentence.
fn plain(page: &str) -> String {
    page.replace(['\u{2068}', '\u{2069}'], "")
}

fn refused(house: &House, answer: &Response, status: u16, heading: &str) {
    assert_eq!((answer.status, answer.heading()), (status, heading), "{}", answer.body);
    assert!(answer.header("content-security-policy").is_some());
    assert_eq!(house.count(), 0);
    house.until("an empty spool", || house.spool_is_empty());
}

#[test]
fn each_limit_has_its_page_and_the_house_serves_on() {
    let house = House::with(SMALL);
    let mut visitor = house.visitor();
    let cases = [
        (Form::text(&"ئ".repeat(40_001)), 413, AGAIN),
        (Form::text(&"x".repeat(320_001)), 413, "The text is too long"),
        (Form::text("x").file("a", b"1").file("b", b"2").file("c", b"3"), 413, AGAIN),
        (Form::text("x").file("a", b"1").file("b", &vec![0; 2_000_001]), 413, AGAIN),
        (Form::text("x").file("a", &vec![0; 1_900_000]).file("b", &vec![0; 1_900_000]), 413, AGAIN),
        (Form::text(" \n\u{3000}"), 422, AGAIN),
        (Form::new().file("a", b"1"), 422, AGAIN),
    ];
    for (form, status, heading) in cases {
        refused(&house, &visitor.sends(&form).unwrap(), status, heading);
    }
    let page = visitor.sends(&Form::text("x").file("a", b"1").file("b", &vec![0; 2_000_001])).unwrap().body;
    assert!(plain(&page).contains("File number 2 is larger than 2 MB"), "{page}");
    assert!(visitor.sends(&Form::text(&"ئ".repeat(40_000))).unwrap().is_thanks());
}

#[test]
fn a_form_without_a_length_meets_the_same_limit() {
    let house = House::with(SMALL);
    let mut visitor = house.visitor();
    let path = visitor.opens_form().unwrap();
    let head = Form::head_of(&path, 0).replace("Content-Length: 0", "Transfer-Encoding: chunked");
    let form = Form::text("x").file("a", &vec![0; 1_800_000]).file("b", &vec![0; 1_800_000]).body();
    let mut body = Vec::new();
    for part in form.chunks(100_000) {
        body.extend(format!("{:x}\r\n", part.len()).into_bytes());
        body.extend_from_slice(part);
        body.extend(b"\r\n");
    }
    body.extend(b"0\r\n\r\n");
    visitor.writes(head.as_bytes()).unwrap();
    visitor.writes(&body).unwrap();
    let answer = visitor.reads().unwrap();
    refused(&house, &answer, 413, AGAIN);
    assert!(answer.body.contains("The files are too large together"));
}

#[test]
fn a_sender_that_falls_silent_or_dawdles_gets_a_page() {
    let house = House::with(SMALL);
    for pause in [3000, 500] {
        let mut visitor = house.visitor();
        let path = visitor.opens_form().unwrap();
        visitor.writes(Form::head_of(&path, 1_000_000).as_bytes()).unwrap();
        visitor.writes(&Form::text("x").around_file("a").0).unwrap();
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(8) {
            sleep(Duration::from_millis(pause));
            if visitor.writes(b"slow").is_err() {
                break;
            }
        }
        let answer = visitor.reads().unwrap();
        refused(&house, &answer, 408, "The connection was too slow");
    }
    assert!(house.visitor().sends(&Form::text("x")).unwrap().is_thanks());
}

#[test]
fn large_forms_that_fill_every_place_never_keep_words_out() {
    let house = House::with(SMALL);
    let slow: Vec<_> = (0..2)
        .map(|_| {
            let mut visitor = house.visitor();
            let path = visitor.opens_form().unwrap();
            visitor.writes(Form::head_of(&path, 1_000_000).as_bytes()).unwrap();
            visitor.writes(b"--").unwrap();
            visitor
        })
        .collect();
    sleep(Duration::from_millis(300));
    let large = Form::text("x").sound("a", &vec![0; 500_000]);
    let answer = house.visitor().sends(&large).unwrap();
    assert_eq!((answer.status, answer.header("retry-after")), (503, Some("120")));
    assert!(house.visitor().sends(&Form::text("words")).unwrap().is_thanks());
    drop(slow);
    house.until("service again", || house.visitor().sends(&large).is_ok_and(|answer| answer.is_thanks()));
}

#[test]
fn a_client_that_is_slow_to_begin_tls_is_waited_for() {
    let house = House::open();
    let tcp = std::net::TcpStream::connect(("127.0.0.1", house.port())).unwrap();
    sleep(Duration::from_secs(5));
    assert!(house.visitor().over(tcp).gets("/").is_ok_and(|page| page.status == 200));
}

#[test]
fn a_far_too_large_upload_still_sees_its_page() {
    let house = House::with("[limits]\nfile_mb = 10\nform_mb = 40");
    let mut visitor = house.visitor();
    let path = visitor.opens_form().unwrap();
    let answer = visitor.sends_large(&path, 30_000_000).unwrap();
    refused(&house, &answer, 413, AGAIN);
    let path = visitor.opens_form().unwrap();
    let answer = visitor.sends_large(&path, 70_000_000).unwrap();
    refused(&house, &answer, 413, AGAIN);
    assert!(answer.body.contains("The files are too large together"));
}
