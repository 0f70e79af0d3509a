//! Rules on words, in the source language: what they ask for, and that they are plain.

use super::{Finding, Rule};
use crate::testimony::questionnaire::{file::File, texts::TEXTS};

/// What a question, its hint, a heading or a choice would say that asks for an identity. Only English is looked at: other
/// languages translate it, and a questionnaire in another language is held by its ids and types alone.
const ASKS: [&str; 60] = [
    "your name",
    "full name",
    "first name",
    "last name",
    "family name",
    "surname",
    "nickname",
    "what are you called",
    "who are you",
    "your birth",
    "were you born",
    "date of birth",
    "how old are you",
    "your age?",
    "your phone",
    "phone number",
    "telephone",
    "mobile number",
    "whatsapp number",
    "wechat id",
    "your e-mail",
    "your email",
    "your address",
    "home address",
    "your street",
    "your city",
    "your town",
    "your village",
    "which city",
    "which town",
    "which village",
    "where do you live",
    "where do you work",
    "where do you study",
    "your employer",
    "your workplace",
    "your school",
    "your mosque",
    "passport number",
    "your passport",
    "id number",
    "national id",
    "your handle",
    "exact date",
    "which day",
    "what day",
    "what hour",
    "what time",
    "when exactly",
    "asylum status",
    "asylum case",
    "asylum claim",
    "your claim",
    "your religion",
    "your faith",
    "do you pray",
    "your relatives",
    "who told you",
    "who reported you",
    "names of",
];

/// What makes of a request its opposite.
const NOT: [&str; 5] = [" not ", "never ", "n't ", "leave out ", "without "];
/// Most characters of one piece of text: the whole page has 14 KiB in every language.
const LONGEST: usize = 1000;

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
            if asks(words) {
                found.push(Finding { rule: Rule::AsksForIdentity, place: Some(format!("section `{}`", section.id)) });
            }
        }
    }
    for field in &file.field {
        for words in [Some(&field.label), field.help.as_ref()].into_iter().flatten() {
            if words.trim().is_empty() || !is_plain(words) {
                found.push(Finding::field(Rule::Markup, &field.id));
            }
        }
        if [Some(&field.label), field.help.as_ref()].into_iter().flatten().any(|words| asks(words)) {
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
            if asks(label) {
                found.push(Finding::choice(Rule::AsksForIdentity, name, id));
            }
        }
    }
}

/// A sentence that says what not to write asks for nothing.
fn asks(words: &str) -> bool {
    let words = format!(" {}", words.to_lowercase());
    words.split_inclusive(['.', '?', '!', ';']).any(|sentence| {
        ASKS.iter().any(|asked| sentence.contains(asked)) && !NOT.iter().any(|not| sentence.contains(not))
    })
}

/// Neither markup nor a way out of the page.
fn is_plain(words: &str) -> bool {
    let run = words.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
    // Joiners and marks of direction are parts of some scripts; what overrides a direction is of none.
    let unseen =
        |c| matches!(c, '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}');
    !words.chars().any(|c| c.is_control() || "<>{}".contains(c) || unseen(c))
        && words.chars().count() <= LONGEST
        && !words.contains("://")
        && !words.contains("www.")
        && !words.contains('@')
        && run < 7
}
