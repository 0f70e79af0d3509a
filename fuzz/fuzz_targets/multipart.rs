//! Any parts of a form, in any pieces, between any bytes: read to their end or refused, and never a panic.
#![no_main]

use std::sync::LazyLock;

use amanat::{
    intake::{config::Limits, web::fuzzing::form},
    testimony::questionnaire::Questionnaire,
};
use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Sent<'a> {
    piece: u16,
    parts: Vec<Part<'a>>,
    ends: bool,
    rest: &'a [u8],
}

#[derive(Arbitrary, Debug)]
enum Part<'a> {
    Text(&'a [u8]),
    Choice(u8),
    File(Option<&'a str>, &'a [u8]),
    Large(u8, u32),
    Head(&'a [u8], &'a [u8]),
    Raw(&'a [u8]),
}

impl Part<'_> {
    fn bytes(&self) -> Vec<u8> {
        let part = |head: &[u8], body: &[u8]| [b"--b\r\n", head, b"\r\n\r\n", body, b"\r\n"].concat();
        let name = |name: &str| format!("Content-Disposition: form-data; name=\"{name}\"");
        match self {
            Self::Text(text) => part(name("testimony").as_bytes(), text),
            Self::Choice(n) => {
                let choices = ["read_only", "count", "summary", "quote", "full", "", "none"];
                part(name("use_level").as_bytes(), choices[*n as usize % choices.len()].as_bytes())
            }
            Self::File(called, bytes) => {
                let called = called.map(|called| format!("; filename=\"{called}\"")).unwrap_or_default();
                part(format!("{}{called}", name("attachments")).as_bytes(), bytes)
            }
            Self::Large(byte, length) => {
                let head = format!("{}; filename=\"a\"", name("attachments"));
                part(head.as_bytes(), &vec![*byte; *length as usize % 2_100_000])
            }
            Self::Head(head, body) => part(head, body),
            Self::Raw(bytes) => bytes.to_vec(),
        }
    }
}

struct House {
    runtime: tokio::runtime::Runtime,
    questionnaire: Questionnaire,
    limits: Limits,
    spool: tempfile::TempDir,
}

static HOUSE: LazyLock<House> = LazyLock::new(|| House {
    runtime: tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime"),
    questionnaire: Questionnaire::parse(include_str!("../../config/questionnaire.toml")).expect("our own"),
    limits: Limits { files: 3, file_mb: 1, form_mb: 2, ..Limits::default() },
    spool: tempfile::tempdir().expect("a folder"),
});

fuzz_target!(|sent: Sent<'_>| {
    let mut body: Vec<u8> = sent.parts.iter().take(20).flat_map(Part::bytes).collect();
    if sent.ends {
        body.extend_from_slice(b"--b--\r\n");
    }
    body.extend_from_slice(sent.rest);
    let House { runtime, questionnaire, limits, spool } = &*HOUSE;
    let piece = if sent.piece == 0 { body.len() } else { sent.piece.into() };
    // Tiny pieces of a large body would only be slow.
    let piece = piece.max(body.len() / 10_000);
    let parts = runtime.block_on(form(&body, piece, questionnaire, limits, spool.path()));
    // An answer to each question and three files: nothing else is ever accepted.
    assert!(parts.is_none_or(|parts| parts <= questionnaire.fields().count() + limits.files));
    let left = std::fs::read_dir(spool.path()).expect("our own").count();
    assert_eq!(left, 0, "a spool has a name");
});
