//! Rules on questions.

use super::{Finding, Rule, is_id, times};
use crate::testimony::questionnaire::{
    field::Publish,
    file::{File, RawField},
};

/// Most questions that are asked.
const MOST: usize = 26;
/// Most of those that are quasi-identifiers and published.
const MOST_PUBLISHED: usize = 4;
/// Longest text in characters.
const LONGEST: usize = 40_000;
/// The question that the text answers, and that of the files. The page of an error leads there.
const TEXT: &str = "testimony";
const FILES: &str = "attachments";
/// The questions that take free text.
const FREE: [&str; 2] = [TEXT, "contact_note"];
/// The questions that need a code to come back with, of which there are none yet.
const NEED_CODES: [&str; 2] = ["follow_up", "help_wanted"];
/// Quasi-identifiers, marked so or not.
const SINGLES_OUT: [&str; 4] = ["incident_types", "community", "gender", "age_band"];
/// Whole words of an id, between underscores, that ask for what identifies.
const FORBIDDEN: [&str; 37] = [
    "name",
    "names",
    "surname",
    "nickname",
    "handle",
    "birth",
    "birthday",
    "dob",
    "age",
    "passport",
    "id",
    "hukou",
    "visa",
    "asylum",
    "case",
    "address",
    "street",
    "city",
    "town",
    "village",
    "county",
    "prefecture",
    "district",
    "employer",
    "job",
    "school",
    "mosque",
    "temple",
    "gps",
    "lat",
    "lon",
    "location",
    "phone",
    "email",
    "messenger",
    "belief",
    "religion",
];

pub(super) fn check(file: &File, found: &mut Vec<Finding>) {
    let asked = || file.field.iter().filter(|field| field.enabled);
    let required: Vec<_> = file.field.iter().filter(|field| field.required).collect();
    let is_it = required.len() == 1
        && required.iter().all(|field| field.enabled && field.kind == "text_long" && field.id == TEXT);
    if !is_it || file.field.iter().filter(|field| field.kind == "text_long").count() != 1 {
        found.push(Finding::whole(Rule::OneRequired));
    }
    if asked().count() > MOST {
        found.push(Finding::whole(Rule::FieldCount));
    }
    let quasi = |field: &RawField| {
        // A month has a rule of its own: it is never published.
        let place_or_year = field.granularity.as_deref().is_some_and(|granularity| granularity != "month");
        field.quasi_identifier || place_or_year || SINGLES_OUT.contains(&field.id.as_str())
    };
    if asked().filter(|field| quasi(field) && field.publish != Publish::Never).count() > MOST_PUBLISHED {
        found.push(Finding::whole(Rule::PublishedQuasiIdentifiers));
    }
    let mut files = file.field.iter().filter(|field| field.kind == "files");
    let one = files.next().is_none_or(|field| field.id == FILES) && files.next().is_none();
    let then = asked().skip_while(|field| field.kind != "files").skip(1);
    if !one || then.count() > 0 {
        found.push(Finding::whole(Rule::OneFiles));
    }
    for (at, field) in file.field.iter().enumerate() {
        each(file, field, found);
        if file.field[..at].iter().any(|before| before.id == field.id) {
            found.push(Finding::field(Rule::Twice, &field.id));
        }
    }
    for (at, section) in file.section.iter().enumerate() {
        // The page has a part of its own for sending.
        if !is_id(&section.id) || section.id == "send" {
            found.push(Finding { rule: Rule::FieldId, place: Some(format!("section `{}`", section.id)) });
        }
        if file.section[..at].iter().any(|before| before.id == section.id) {
            found.push(Finding { rule: Rule::Twice, place: Some(format!("section `{}`", section.id)) });
        }
        if !asked().any(|field| field.section == section.id) {
            found.push(Finding { rule: Rule::SectionMissing, place: Some(format!("section `{}`", section.id)) });
        }
    }
}

fn each(file: &File, field: &RawField, found: &mut Vec<Finding>) {
    let mut broken = |rule| found.push(Finding::field(rule, &field.id));
    let is_text = matches!(field.kind.as_str(), "text_long" | "text_short");
    let is_select = matches!(field.kind.as_str(), "select_one" | "select_many");
    if !is_text && !is_select && field.kind != "files" {
        broken(Rule::FieldType);
    }
    if is_text && !FREE.contains(&field.id.as_str()) {
        broken(Rule::FreeText);
    }
    if is_text != field.max_len.is_some() || field.max_len.is_some_and(|max| max == 0 || max > LONGEST) {
        broken(Rule::TextLength);
    }
    if !is_id(&field.id) || field.id.len() > 64 {
        broken(Rule::FieldId);
    }
    // An age by bands is an answer of its own, off by default.
    if field.id != "age_band" && field.id.split('_').any(|word| FORBIDDEN.contains(&word)) {
        broken(Rule::ForbiddenField);
    }
    if field.default.is_some() {
        broken(Rule::Preselected);
    }
    if !file.section.iter().any(|section| section.id == field.section) {
        broken(Rule::SectionMissing);
    }
    if field.enabled && NEED_CODES.contains(&field.id.as_str()) {
        broken(Rule::NeedsCodes);
    }
    precision(file, field, &mut broken);
}

fn precision(file: &File, field: &RawField, broken: &mut impl FnMut(Rule)) {
    let granularity = field.granularity.as_deref();
    let list = field.choices.as_ref().and_then(|name| file.choices.get(name));
    let needs = list.and_then(|list| match list {
        list if !list.regions.is_empty() => Some("country"),
        list if list.years_from.is_some() => Some("year"),
        list => times::finest(list).or((field.choices.as_deref() == Some("month")).then_some("month")),
    });
    let known = granularity.is_none_or(|granularity| ["country", "region", "year", "month"].contains(&granularity));
    if !known || needs.is_some_and(|needs| granularity != Some(needs)) {
        broken(Rule::Granularity);
    }
    if granularity == Some("month") && field.publish != Publish::Never {
        broken(Rule::MonthPublished);
    }
    let coarse = matches!(field.publish, Publish::Never | Publish::Coded | Publish::CountRegion);
    if field.sensitivity == super::super::Sensitivity::Critical && !coarse {
        broken(Rule::CriticalPublished);
    }
    if field.special_category && !coarse {
        broken(Rule::SpecialPublished);
    }
}
