//! The codebook: what each question and choice means to a researcher, as Markdown to read and as CSV (RFC 4180) to load.

use std::fmt::Write as _;

use super::{Field, Item, Kind, List, Questionnaire};

/// What is never asked, whatever a deployment's file says.
const NEVER: &str = "anyone's name, nickname or handle; birth dates and exact ages; numbers of papers; addresses, home towns or counties; \
     exact days; employers, schools and places of prayer; the state of an asylum case; belief and politics; medical or sexual detail; \
     who remains at home; who is suspected";

/// As Markdown.
#[must_use]
pub fn markdown(form: &Questionnaire) -> String {
    let mut to = String::new();
    let meta = &form.meta;
    let _ = writeln!(to, "# Codebook of {}, version {}\n", cell(&meta.form_id), meta.schema_version);
    let _ = writeln!(to, "SHA-256 of the questionnaire: `{}`. It stands in each testimony.\n", form.sha256);
    let _ = writeln!(to, "A blank is never consent: it is recorded with `given: false` as the choice named below.");
    let _ = writeln!(to, "Never asked: {NEVER}.");
    for section in &form.sections {
        let _ = writeln!(to, "\n## {}", cell(&section.title));
        for field in form.all_fields().filter(|field| field.section == section.id) {
            question(&mut to, form, field);
        }
    }
    to
}

fn question(to: &mut String, form: &Questionnaire, field: &Field) {
    let _ = writeln!(
        to,
        "\n### `{}`{}\n\n{}\n",
        field.id,
        if field.enabled { "" } else { " (not asked)" },
        cell(&field.label)
    );
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(to, "- {name}: {value}");
    };
    line("type", kind(field));
    if let Kind::Text { max_chars, .. } = field.kind {
        line("characters", &format!("at most {max_chars}"));
    }
    if let Some(choosing) = field.choosing() {
        line("a blank", &format!("`{}`", choosing.silence));
    }
    line("sensitivity", field.sensitivity.name());
    line("published", field.publish.name());
    if field.quasi_identifier {
        line("quasi-identifier", "yes");
    }
    if field.special_category {
        line("special category", "yes");
    }
    for (name, value) in [("granularity", &field.granularity), ("HURIDOCS ESF", &field.esf), ("note", &field.why)] {
        if let Some(value) = value {
            line(name, &cell(value));
        }
    }
    let Some(list) = field.choosing().map(|choosing| form.list(choosing)) else { return };
    let _ = writeln!(to, "\n| choice | words | group | code | note |\n|---|---|---|---|---|");
    if let Some(from) = list.years_from {
        let _ = writeln!(to, "| `{from}` … | each year up to the one of arrival | | | |");
    }
    for item in &list.items {
        let (group, code) = (item.group.as_deref().unwrap_or_default(), item.esf.as_deref().unwrap_or_default());
        let _ = writeln!(
            to,
            "| `{}` | {} | {group} | {} | {} |",
            item.id,
            cell(&item.label),
            cell(code),
            cell(&notes(item))
        );
    }
    for region in &list.regions {
        let _ = writeln!(to, "| `{}` | {} | | | {} |", region.choice(), cell(&region.only), region.members.join(" "));
    }
}

/// As CSV: a row for each choice, and one for each question without any.
#[must_use]
pub fn csv(form: &Questionnaire) -> String {
    let head = [
        "field",
        "section",
        "type",
        "asked",
        "label",
        "blank_is",
        "sensitivity",
        "quasi_identifier",
        "special_category",
        "granularity",
        "publish",
        "field_esf",
        "choice",
        "choice_label",
        "group",
        "choice_esf",
        "note",
    ];
    let mut to = row(&head.map(str::to_owned));
    for field in form.all_fields() {
        let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
        let or = |value: &Option<String>| value.clone().unwrap_or_default();
        let blank = field.choosing().map_or_else(String::new, |choosing| choosing.silence.clone());
        let start = [
            field.id.clone(),
            field.section.clone(),
            kind(field).to_owned(),
            yes(field.enabled),
            field.label.clone(),
            blank,
            field.sensitivity.name().to_owned(),
            yes(field.quasi_identifier),
            yes(field.special_category),
            or(&field.granularity),
            field.publish.name().to_owned(),
            or(&field.esf),
        ];
        let choices = field.choosing().map_or_else(Vec::new, |choosing| rows_of(form.list(choosing)));
        if choices.is_empty() {
            let none = [String::new(), String::new(), String::new(), String::new(), or(&field.why)];
            to.push_str(&row(&[&start[..], &none].concat()));
        }
        for choice in choices {
            to.push_str(&row(&[&start[..], &choice].concat()));
        }
    }
    to
}

fn rows_of(list: &List) -> Vec<[String; 5]> {
    let none = String::new;
    let mut rows = Vec::new();
    if let Some(from) = list.years_from {
        rows.push([format!("{from}…"), "each year up to the one of arrival".to_owned(), none(), none(), none()]);
    }
    for item in &list.items {
        let or = |value: &Option<String>| value.clone().unwrap_or_default();
        rows.push([item.id.clone(), item.label.clone(), or(&item.group), or(&item.esf), notes(item)]);
    }
    for region in &list.regions {
        rows.push([region.choice(), region.only.clone(), none(), none(), region.members.join(" ")]);
        for code in &region.members {
            rows.push([code.clone(), none(), region.id.clone(), none(), "ISO 3166-1".to_owned()]);
        }
    }
    rows
}

fn kind(field: &Field) -> &'static str {
    match field.kind {
        Kind::Text { required: true, .. } => "text, required",
        Kind::Text { .. } => "text",
        Kind::Files => "files",
        Kind::OneOf(_) => "one of",
        Kind::ManyOf(_) => "any of",
    }
}

fn notes(item: &Item) -> String {
    let said = [
        item.exclusive.then_some("undoes the others"),
        item.coder_only.then_some("for researchers alone"),
        item.retired.then_some("no longer offered"),
        item.why.as_deref(),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// A `|` would end a cell of a table, a line its row, and `<` begins markup.
fn cell(words: &str) -> String {
    words.replace('|', "\\|").replace('<', "&lt;").replace(['\n', '\r'], " ")
}

/// A line of CSV. What a spreadsheet would take for a formula is quoted by an apostrophe.
fn row(cells: &[String]) -> String {
    let quoted = cells.iter().map(|cell| {
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        format!("\"{}{}\"", if formula { "'" } else { "" }, cell.replace('"', "\"\""))
    });
    quoted.collect::<Vec<_>>().join(",") + "\r\n"
}
