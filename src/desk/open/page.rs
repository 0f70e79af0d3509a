//! `index.html` of a testimony: for reading without scripts, in any script and direction.
//!
//! Whatever the witness wrote is escaped, stands in a box of its own direction, and cannot load or run anything.

use std::sync::LazyLock;

use askama::Template;
use zeroize::Zeroizing;

use crate::testimony::{
    answers::Answer,
    questionnaire::{Field, Questionnaire},
    record::Record,
};

/// The questionnaire that this version ships: its labels are shown where a testimony answered the same one.
static SHIPPED: LazyLock<Option<Questionnaire>> =
    LazyLock::new(|| Questionnaire::parse(include_str!("../../../config/questionnaire.toml")).ok());

#[derive(Template)]
#[template(path = "desk/open/page.html")]
struct Page<'a> {
    record: &'a Record,
    choices: Vec<Choice<'a>>,
    texts: Vec<Text<'a>>,
    files: Vec<FileRow<'a>>,
}

struct Choice<'a> {
    question: &'a str,
    picked: Vec<Picked<'a>>,
    given: bool,
    consent: bool,
}

struct Picked<'a> {
    id: &'a str,
    label: Option<&'a str>,
}

/// The questions of consent: they stand first, and apart.
const CONSENT: [&str; 3] = ["use_level", "share_with", "hold_until"];

struct Text<'a> {
    question: &'a str,
    text: &'a str,
}

struct FileRow<'a> {
    name: &'a str,
    media_type: &'a str,
    bytes: u64,
    size: String,
    sha256: String,
    hmac_received: String,
    as_received: bool,
    removed: String,
    scrubbed: bool,
    common: bool,
}

/// Renders the page of one testimony, in the words of `form` or of the shipped questionnaire, whichever it answered.
pub fn render(record: &Record, form: Option<&Questionnaire>) -> askama::Result<Zeroizing<String>> {
    // By its digest: words that were changed under the same version are not those that were answered.
    let answered = |form: &&Questionnaire| form.sha256 == record.questionnaire.sha256;
    render_with(record, form.filter(answered).or_else(|| SHIPPED.as_ref().filter(answered)))
}

fn render_with(record: &Record, form: Option<&Questionnaire>) -> askama::Result<Zeroizing<String>> {
    let mut page = Page { record, choices: Vec::new(), texts: Vec::new(), files: files(record) };
    for (field, answer) in record.answers.iter() {
        let known = form.and_then(|form| form.field(field));
        let question = known.map_or(field, |known| known.label.as_str());
        let (ids, given) = match answer {
            Answer::Text(text) => {
                page.texts.push(Text { question, text });
                continue;
            }
            Answer::Choice { id, given } => (std::slice::from_ref(id), *given),
            Answer::Choices { ids, given } => (ids.as_slice(), *given),
        };
        let picked = ids.iter().map(|id| Picked { id, label: label(form, known, id) }).collect();
        page.choices.push(Choice { question, picked, given, consent: CONSENT.contains(&field) });
    }
    // In the order in which they are asked; the record has them by their ids.
    let place = |question: &str| form.and_then(|form| form.fields().position(|field| field.label == question));
    page.choices.sort_by_key(|choice| place(choice.question));
    // Sized once: a growing buffer would leave copies behind.
    let text: usize = page.texts.iter().map(|text| text.text.len()).sum();
    let mut html = Zeroizing::new(String::with_capacity(64 * 1024 + 6 * text + 2048 * page.files.len()));
    page.render_into(&mut *html)?;
    Ok(html)
}

fn label<'a>(form: Option<&'a Questionnaire>, field: Option<&'a Field>, id: &str) -> Option<&'a str> {
    form?.list(field?.choosing()?).label(id)
}

fn files(record: &Record) -> Vec<FileRow<'_>> {
    let rows = record.attachments.iter().map(|file| FileRow {
        name: &file.name,
        media_type: &file.media_type,
        bytes: file.bytes,
        size: readable(file.bytes),
        sha256: file.sha256_kept.to_string(),
        hmac_received: file.hmac_received.to_string(),
        as_received: record.evidence_nonce.evidence(&file.sha256_kept) == file.hmac_received,
        removed: file.removed.join(", "),
        scrubbed: file.scrubbed,
        common: is_common(&file.name),
    });
    rows.collect()
}

/// Whether this is of a kind that viewers only show or play. Of all others the page warns, also of those nobody thought of.
fn is_common(name: &str) -> bool {
    let ext = name.rsplit('.').next().unwrap_or_default();
    matches!(
        ext,
        "jpg" | "jpeg" | "png" | "gif" | "webp" | "bmp" | "tif" | "tiff" | "heic" | "heif" | "avif" | "jxl" // images
            | "mp3" | "m4a" | "opus" | "ogg" | "oga" | "flac" | "wav" | "amr" | "aac" // sounds
            | "mp4" | "m4v" | "mov" | "webm" | "mkv" | "avi" | "mpg" | "mpeg" | "3gp" // films
            | "txt"
    )
}

fn readable(bytes: u64) -> String {
    const UNITS: [(&str, u64); 3] = [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)];
    UNITS.iter().find(|(_, unit)| bytes >= *unit).map_or_else(
        || format!("{bytes} bytes"),
        |(name, unit)| format!("{}.{} {name}", bytes / unit, bytes % unit * 10 / unit),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_read_at_a_glance() {
        let sizes = [0, 999, 1000, 2_949_999, 5_000_000_000].map(readable);
        assert_eq!(sizes, ["0 bytes", "999 bytes", "1.0 kB", "2.9 MB", "5.0 GB"]);
    }

    #[test]
    fn only_common_images_sounds_films_and_text_are_without_a_warning() {
        for quiet in ["jpg", "png", "heif", "mp3", "ogg", "opus", "mp4", "mov", "3gp", "txt"] {
            assert!(is_common(&format!("attachments/01.{quiet}")), "{quiet}");
        }
        let code = ["html", "svg", "pdf", "docx", "odt", "rtf", "ps", "zip", "epub", "swf", "psd", "lnk", "hta", "jar"];
        for warned in code.into_iter().chain(["wmv", "bin", "zzz", "html.zzz", "jpg.exe", ""]) {
            assert!(!is_common(&format!("attachments/01.{warned}")), "{warned}");
        }
        assert!(!is_common("jpg.") && !is_common("attachments.jpg/01"));
    }
}
