//! `index.html` of a testimony: for reading without scripts, in any script and direction.
//!
//! Whatever the witness wrote is escaped, stands in a box of its own direction, and cannot load or run anything.

use askama::Template;
use zeroize::Zeroizing;

use crate::testimony::{
    answers::Answer,
    questionnaire::{Item, Kind, Questionnaire},
    record::Record,
};

/// The questionnaire that this version ships: its labels are shown where a testimony answered the same one.
const SHIPPED: &str = include_str!("../../../config/questionnaire.toml");

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
    id: &'a str,
    label: Option<&'a str>,
    given: bool,
}

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

/// Renders the page of one testimony.
pub fn render(record: &Record) -> askama::Result<Zeroizing<String>> {
    let form = Questionnaire::parse(SHIPPED).ok().filter(|form| {
        form.meta.form_id == record.questionnaire.id && form.meta.schema_version == record.questionnaire.version
    });
    render_with(record, form.as_ref())
}

fn render_with(record: &Record, form: Option<&Questionnaire>) -> askama::Result<Zeroizing<String>> {
    let mut page = Page { record, choices: Vec::new(), texts: Vec::new(), files: files(record) };
    for (field, answer) in record.answers.iter() {
        let known = form.and_then(|form| form.field(field));
        let question = known.map_or(field, |known| known.label.as_str());
        match answer {
            Answer::Text(text) => page.texts.push(Text { question, text }),
            Answer::Choice { id, given } => {
                let label = known.and_then(|known| label(&known.kind, id));
                page.choices.push(Choice { question, id, label, given: *given });
            }
        }
    }
    // Sized once: a growing buffer would leave copies behind.
    let text: usize = page.texts.iter().map(|text| text.text.len()).sum();
    let mut html = Zeroizing::new(String::with_capacity(16 * 1024 + 6 * text + 2048 * page.files.len()));
    page.render_into(&mut *html)?;
    Ok(html)
}

fn label<'a>(kind: &'a Kind, id: &str) -> Option<&'a str> {
    let Kind::OneOf { items, .. } = kind else { return None };
    let find = |items: &'a [Item]| items.iter().find(|item| item.id == id);
    find(items).map(|item| item.label.as_str())
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
