//! Rules on words, in the source language: what they ask for, and that they are plain.

use super::{Finding, Rule};
use crate::testimony::questionnaire::{file::File, texts::TEXTS};

/// What a question would say that asks for an identity. Only English is looked at: other languages translate it.
const ASKS: [&str; 26] = [
    "your name",
    "full name",
    "first name",
    "last name",
    "nickname",
    "your birth",
    "date of birth",
    "how old are you",
    "your age?",
    "your phone",
    "phone number",
    "your e-mail",
    "your email",
    "your address",
    "where do you live",
    "your employer",
    "your school",
    "your mosque",
    "passport number",
    "id number",
    "your handle",
    "exact date",
    "asylum status",
    "your religion",
    "who told you",
    "names of",
];

pub(super) fn check(file: &File, found: &mut Vec<Finding>) {
    for id in TEXTS {
        if file.texts.get(id).is_none_or(|text| text.trim().is_empty()) {
            found.push(Finding::text(Rule::TextsMissing, id));
        }
    }
    for (id, text) in &file.texts {
        if !TEXTS.contains(&id.as_str()) {
            found.push(Finding::text(Rule::TextsMissing, id));
        }
        if !is_plain(text) {
            found.push(Finding::text(Rule::Markup, id));
        }
    }
    for section in &file.section {
        for words in [Some(&section.title), section.note.as_ref()].into_iter().flatten() {
            if words.trim().is_empty() || !is_plain(words) {
                found.push(Finding { rule: Rule::Markup, place: Some(format!("section `{}`", section.id)) });
            }
        }
    }
    for field in &file.field {
        for words in [Some(&field.label), field.help.as_ref()].into_iter().flatten() {
            if words.trim().is_empty() || !is_plain(words) {
                found.push(Finding::field(Rule::Markup, &field.id));
            }
        }
        if asks(&field.label) {
            found.push(Finding::field(Rule::AsksForIdentity, &field.id));
        }
    }
    for (name, list) in &file.choices {
        let items = list.items.iter().map(|item| (&item.id, &item.label));
        let groups = list.groups.iter().map(|group| (&group.id, &group.label));
        let regions = list.regions.iter().flat_map(|region| [(&region.id, &region.label), (&region.id, &region.only)]);
        for (id, label) in items.chain(groups).chain(regions) {
            if label.trim().is_empty() || !is_plain(label) {
                found.push(Finding::choice(Rule::Markup, name, id));
            }
        }
    }
}

fn asks(label: &str) -> bool {
    let label = label.to_lowercase();
    ASKS.iter().any(|words| label.contains(words))
}

/// Neither markup nor a way out of the page.
fn is_plain(words: &str) -> bool {
    let run = words.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
    !words.chars().any(|c| c.is_control() || "<>{}".contains(c))
        && !words.contains("://")
        && !words.contains("www.")
        && !words.contains('@')
        && run < 7
}
