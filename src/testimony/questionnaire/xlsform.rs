//! The questionnaire as an `XLSForm` (xlsform.org) for Kobo and ODK: the rows of its three sheets.
//!
//! Those tools keep who sent what and when; a deployment that uses them gives that up, and the form's first note says so.

use super::{Field, Kind, List, PREFER_NOT, Questionnaire, messages};

/// What whoever uses the form must know; not for a witness alone.
const KEPT: &str = "For the interviewer: this tool keeps who filled in the form and when, which Amanat's own form does not. A question \
     that is left blank here is not consent: read it as the codebook says.";

/// What a message's id reads as.
type Words<'a> = Box<dyn Fn(&str) -> Option<String> + 'a>;

/// A language of the form: how it is called in a column's head, and what a message reads as.
pub struct Language<'a> {
    /// Such as `English (en)`.
    pub name: String,
    /// The words of a message's id.
    pub words: Words<'a>,
}

/// A workbook.
pub struct Workbook {
    /// Sheets by name, each a list of rows; the first row is the head.
    pub sheets: [(&'static str, Vec<Vec<String>>); 3],
}

/// Makes the sheets. `year` is the last that can be chosen. A message that a language lacks is left empty.
#[must_use]
pub fn workbook(form: &Questionnaire, languages: &[Language<'_>], year: u16) -> Workbook {
    let all = |id: &str| languages.iter().map(|language| (language.words)(id).unwrap_or_default()).collect::<Vec<_>>();
    let heads = |name: &str| languages.iter().map(|language| format!("{name}::{}", language.name)).collect::<Vec<_>>();
    let blank = || vec![String::new(); languages.len()];

    let mut survey = vec![
        [
            vec!["type".into(), "name".into()],
            heads("label"),
            heads("hint"),
            vec!["required".into(), "constraint".into(), "appearance".into()],
        ]
        .concat(),
    ];
    let mut add = |kind: &str, name: &str, label: Vec<String>, hint: Vec<String>, rest: [&str; 3]| {
        survey.push([vec![kind.to_owned(), name.to_owned()], label, hint, rest.map(str::to_owned).to_vec()].concat());
    };
    add("note", "note_kept", languages.iter().map(|_| KEPT.to_owned()).collect(), blank(), [""; 3]);
    for id in ["do_not_write", "limits"] {
        add("note", &format!("note_{id}"), all(&format!("text-{id}")), blank(), [""; 3]);
    }
    for section in &form.sections {
        add(
            "begin_group",
            &format!("section_{}", section.id),
            all(&format!("section-{}", section.id)),
            blank(),
            [""; 3],
        );
        for field in form.fields().filter(|field| field.section == section.id) {
            let hint = if field.help.is_some() { all(&format!("field-{}-help", field.id)) } else { blank() };
            let label = all(&format!("field-{}", field.id));
            let constraint = constraint(form, field);
            let (kind, rest) = match &field.kind {
                Kind::Text { required, .. } => {
                    ("text".to_owned(), [if *required { "yes" } else { "" }, &constraint, "multiline"])
                }
                Kind::Files => ("file".to_owned(), [""; 3]),
                Kind::OneOf(choosing) => (format!("select_one {}", choosing.list), [""; 3]),
                Kind::ManyOf(choosing) => (format!("select_multiple {}", choosing.list), ["", &constraint, ""]),
            };
            add(&kind, &field.id, label, hint, rest);
        }
        add("end_group", "", blank(), blank(), [""; 3]);
    }

    let mut choices = vec![[vec!["list_name".into(), "name".into()], heads("label")].concat()];
    let asked: Vec<_> = form.fields().filter_map(Field::choosing).map(|choosing| choosing.list.as_str()).collect();
    for (name, list) in form.lists().filter(|(name, _)| asked.contains(name)) {
        for (id, label) in labels(name, list, year, languages) {
            choices.push([vec![name.to_owned(), id], label].concat());
        }
    }

    let settings = vec![
        ["form_title", "form_id", "version", "default_language"].map(str::to_owned).to_vec(),
        vec![
            all("text-title").into_iter().next().unwrap_or_default(),
            form.meta.form_id.replace('-', "_"),
            form.meta.schema_version.to_string(),
            languages.first().map(|language| language.name.clone()).unwrap_or_default(),
        ],
    ];
    Workbook { sheets: [("survey", survey), ("choices", choices), ("settings", settings)] }
}

/// What the form's own check refuses, as an `XPath`.
fn constraint(form: &Questionnaire, field: &Field) -> String {
    match &field.kind {
        Kind::Text { max_chars, .. } => format!("string-length(.) <= {max_chars}"),
        Kind::ManyOf(choosing) => {
            let alone = form.list(choosing).offered().filter(|item| item.exclusive);
            let rules = alone.map(|item| format!("not(selected(., '{}') and count-selected(.) > 1)", item.id));
            rules.collect::<Vec<_>>().join(" and ")
        }
        Kind::Files | Kind::OneOf(_) => String::new(),
    }
}

fn labels(name: &str, list: &List, year: u16, languages: &[Language<'_>]) -> Vec<(String, Vec<String>)> {
    let all = |id: &str| languages.iter().map(|language| (language.words)(id).unwrap_or_default()).collect::<Vec<_>>();
    let same = |words: &str| vec![words.to_owned(); languages.len()];
    let mut rows = Vec::new();
    for region in &list.regions {
        rows.push((region.choice(), all(&messages::choice(name, &region.choice()))));
        rows.extend(region.members.iter().map(|code| (code.clone(), all(&messages::territory(code)))));
    }
    rows.extend(list.years(year).map(|year| (year.to_string(), same(&year.to_string()))));
    for item in list.offered() {
        let own = list.autonyms && item.id != PREFER_NOT && item.id != "other";
        let words = if own { same(&item.label) } else { all(&messages::choice(name, &item.id)) };
        rows.push((item.id.clone(), words));
    }
    rows
}
