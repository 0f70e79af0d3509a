//! Rules on lists of choices.

use super::{Finding, Rule};
use crate::testimony::questionnaire::{
    choices::{List, PREFER_NOT},
    file::File,
};

/// What the ids of other words begin with.
const TAKEN: [&str; 6] = ["text", "section", "field", "group", "region", "territory"];
/// Longest id of a choice.
const LONGEST: usize = 64;

pub(super) fn check(file: &File, found: &mut Vec<Finding>) {
    for field in &file.field {
        if !matches!(field.kind.as_str(), "select_one" | "select_many") {
            if field.choices.is_some() {
                found.push(Finding::field(Rule::ListMissing, &field.id));
            }
            continue;
        }
        let list = field.choices.as_ref().and_then(|name| file.choices.get(name));
        let Some(list) = list.filter(|list| list.offered().next().is_some()) else {
            found.push(Finding::field(Rule::ListMissing, &field.id));
            continue;
        };
        match &field.silence {
            None if !list.offered().any(|item| item.id == PREFER_NOT) => {
                found.push(Finding::field(Rule::PreferNot, &field.id));
            }
            Some(silence) if !list.offered().any(|item| item.id == *silence) => {
                found.push(Finding::field(Rule::SilenceMissing, &field.id));
            }
            _ => {}
        }
    }
    for (name, list) in &file.choices {
        // Words of a choice are known by the list's name and its own: no other words of the page may be known so.
        if !super::is_id(name) || TAKEN.contains(&name.as_str()) {
            found.push(Finding::list(Rule::ChoiceId, name));
        }
        each(name, list, found);
    }
}

fn each(name: &str, list: &List, found: &mut Vec<Finding>) {
    for (at, item) in list.items.iter().enumerate() {
        let mut broken = |rule| found.push(Finding::choice(rule, name, &item.id));
        let also = list.regions.iter().any(|region| region.choice() == item.id || region.members.contains(&item.id))
            || (list.years_from.is_some() && item.id.len() == 4 && item.id.bytes().all(|byte| byte.is_ascii_digit()));
        if !is_choice(&item.id) || also || list.items[..at].iter().any(|before| before.id == item.id) {
            broken(Rule::ChoiceId);
        }
        if list.autonyms && ![PREFER_NOT, "other"].contains(&item.id.as_str()) && !is_language(&item.id) {
            broken(Rule::Autonyms);
        }
        if item.text.is_some() {
            broken(Rule::OtherBox);
        }
        if item.default.is_some() {
            broken(Rule::Preselected);
        }
        if item.group.as_ref().is_some_and(|group| !list.groups.iter().any(|known| known.id == *group)) {
            broken(Rule::GroupMissing);
        }
    }
    let codes: Vec<_> = list.regions.iter().flat_map(|region| &region.members).collect();
    for (at, code) in codes.iter().enumerate() {
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_code || codes[..at].contains(code) {
            found.push(Finding::choice(Rule::Territory, name, code));
        }
    }
    for (at, region) in list.regions.iter().enumerate() {
        if !super::is_id(&region.id)
            || region.choice().len() > LONGEST
            || list.regions[..at].iter().any(|before| before.id == region.id)
        {
            found.push(Finding::choice(Rule::ChoiceId, name, &region.id));
        }
    }
    if list.years_from.is_some_and(|year| !(1900..=2100).contains(&year)) {
        found.push(Finding::list(Rule::YearsFrom, name));
    }
}

/// Tags of languages have capital letters: `ug-Arab`.
fn is_choice(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= LONGEST
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

/// Looks like a language, with or without a script: `tr`, `ug-Arab`.
fn is_language(id: &str) -> bool {
    let (language, script) = id.split_once('-').unwrap_or((id, "Latn"));
    matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_lowercase()) && script.len() == 4
}
