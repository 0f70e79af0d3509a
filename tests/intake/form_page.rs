//! The form as a witness meets it, through the public door.
use std::{io::Write as _, net::TcpStream, process::Command, time::Duration};

use crate::{
    house::{House, form::Form},
    sound::wav,
};

#[test]
fn the_page_has_no_script_no_cookie_and_strict_headers() {
    let house = House::open();
    let page = house.visitor().gets("/?from=elsewhere").unwrap();
    assert_eq!(page.status, 200);
    for never in ["<script", "javascript:", " onload", " onclick", "http://", "https://", "<img", "<link", "<iframe"] {
        assert!(!page.body.to_lowercase().contains(never), "{never}");
    }
    for never in ["set-cookie", "server", "x-powered-by", "last-modified", "etag"] {
        assert_eq!(page.header(never), None, "{never}");
    }
    let policy = page.header("content-security-policy").unwrap();
    for part in ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(page.header("referrer-policy"), Some("same-origin"));
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert!(!page.head.contains(env!("CARGO_PKG_VERSION")) && !page.body.contains("actix"));
    // Nothing is preselected.
    assert!(!page.body.contains(" checked") && !page.body.contains(" selected"));
}

#[test]
fn every_answer_carries_the_same_headers() {
    let house = House::open();
    for path in ["/en/thanks", "/nowhere", "/en/nowhere", "/en/send/x", "/../../etc/passwd", "/%00"] {
        let page = house.visitor().gets(path).unwrap();
        assert!(page.header("content-security-policy").is_some(), "{path}");
        assert_eq!(page.header("cache-control"), Some("no-store"), "{path}");
    }
    assert_eq!(house.visitor().gets("/nowhere").unwrap().status, 404);
}

#[test]
fn before_the_file_chooser_stands_what_is_removed_and_what_cannot_be() {
    let house = House::open();
    let page = house.visitor().gets("/").unwrap().body;
    let before = page.split_once("type=\"file\"").unwrap().0;
    for words in [
        "made anew without what is hidden",
        "place and time",
        "faces, voices, names, places",
        "We cannot take these out",
    ] {
        assert!(before.contains(words), "{words}");
    }
}

#[test]
fn a_testimony_in_any_script_arrives_byte_for_byte() {
    let house = House::open();
    let text = " ئۇيغۇرچە\u{200c}\u{202e} \u{0F56}\u{0F7C}\u{0F51} 维吾尔 Қазақша\r\n\u{1F54A}e\u{301} ";
    let samples = vec![7; 200_000];
    let form =
        Form::text(text).field("use_level", "quote").sound("C:\\me\\IMG_2041.jpg", &samples).sound("../../x", b"short");
    assert!(house.visitor().sends(&form).unwrap().is_thanks());
    let opened = house.opens_all();
    assert_eq!(opened.len(), 1);
    assert_eq!(opened[0].text(), text);
    assert_eq!(opened[0].files["attachments/01.wav"], wav(&samples));
    assert_eq!(opened[0].files["attachments/02.wav"], wav(b"short"));
    // A colleague's key opens it as well.
    assert_eq!(crate::house::opened::open(&house.path("opened.tar"), &house.colleague)[0].text(), text);
}

#[test]
fn the_thank_you_page_follows() {
    let house = House::open();
    let mut visitor = house.visitor();
    assert!(visitor.sends(&Form::text("x")).unwrap().is_thanks());
    let page = visitor.gets("/en/thanks").unwrap();
    assert_eq!((page.status, page.heading()), (200, "Thank you"));
}

#[test]
fn the_same_form_twice_is_one_testimony_and_two_thanks() {
    let house = House::open();
    let mut visitor = house.visitor();
    for form in [Form::text("small"), Form::text("large").sound("a", &vec![5; 3_000_000])] {
        let path = visitor.opens_form().unwrap();
        let before = house.count();
        for _ in 0..2 {
            assert!(visitor.posts(&path, &form).unwrap().is_thanks());
        }
        assert_eq!(house.count(), before + 1);
    }
    assert_eq!(house.opens_all().len(), 2);
}

#[test]
fn the_same_form_twice_at_the_same_moment_is_one_testimony() {
    let house = House::open();
    let path = house.visitor().opens_form().unwrap();
    for form in [Form::text("one"), Form::text("two").sound("a", &vec![5; 1_500_000])] {
        let path = if form.body().len() > 1000 { house.visitor().opens_form().unwrap() } else { path.clone() };
        let before = house.count();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| assert!(house.visitor().posts(&path, &form).unwrap().is_thanks()));
            }
        });
        assert_eq!(house.count(), before + 1);
    }
}

#[test]
fn a_form_that_was_changed_and_sent_again_is_refused_aloud() {
    let house = House::open();
    let mut visitor = house.visitor();
    let path = visitor.opens_form().unwrap();
    assert!(visitor.posts(&path, &Form::text("first")).unwrap().is_thanks());
    for other in [Form::text("second"), Form::text("first").sound("a", &vec![1; 2_000_000])] {
        let answer = visitor.posts(&path, &other).unwrap();
        assert_eq!((answer.status, answer.heading()), (409, "Your form was not sent"));
    }
    assert_eq!(house.count(), 1);
}

#[test]
fn a_form_of_another_house_is_refused_before_its_body_is_read() {
    let (house, other) = (House::open(), House::open());
    let path = other.visitor().opens_form().unwrap();
    let answer = house.visitor().posts(&path, &Form::text("x")).unwrap();
    assert_eq!((answer.status, answer.heading()), (403, "This form cannot be used"));
    assert_eq!(house.count(), 0);
}

#[test]
fn forms_outlive_a_restart_of_the_server() {
    let mut house = House::open();
    let path = house.visitor().opens_form().unwrap();
    assert!(house.stops().success());
    house.serves();
    assert!(house.visitor().posts(&path, &Form::text("x")).unwrap().is_thanks());
}

#[test]
fn tls_below_1_3_is_refused_and_plain_http_gets_no_page() {
    let house = House::open();
    let address = format!("127.0.0.1:{}", house.port());
    for (flag, works) in [("-tls1_2", false), ("-tls1_1", false), ("-tls1_3", true)] {
        let mut openssl = Command::new("openssl");
        let done =
            openssl.args(["s_client", flag, "-connect", &address]).stdin(std::process::Stdio::null()).output().unwrap();
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        assert_eq!(said.contains("BEGIN CERTIFICATE"), works, "{flag}: {said}");
    }
    let mut plain = TcpStream::connect(&address).unwrap();
    plain.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    plain.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let mut said = Vec::new();
    let _ = std::io::Read::read_to_end(&mut plain, &mut said);
    assert!(!said.windows(4).any(|four| four == b"HTTP" || four == b"html"), "{said:?}");
}

#[test]
fn a_new_certificate_is_taken_on_sighup_and_old_connections_live_on() {
    let house = House::open();
    let mut early = house.visitor();
    let path = early.opens_form().unwrap();
    house.has_certificate();
    house.signals("HUP");
    house.until("the new certificate", || house.visitor().gets("/").is_ok());
    assert!(early.posts(&path, &Form::text("over the old connection")).unwrap().is_thanks());
    // A broken file changes nothing.
    let good = std::fs::read(house.path("cert.pem")).unwrap();
    std::fs::write(house.path("cert.pem"), "not a certificate").unwrap();
    house.signals("HUP");
    house.until("the refusal in the log", || house.log().contains("not reloaded"));
    std::fs::write(house.path("cert.pem"), good).unwrap();
    assert!(house.visitor().gets("/").is_ok());
}
