//! Every piece of a questionnaire that a witness reads, under the id that its translations have.

use super::{PREFER_NOT, Questionnaire};

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message<'a> {
    /// Its id in the files of a language.
    pub id: String,
    /// Its text in the source language.
    pub text: &'a str,
}

/// The id of a country's name.
#[must_use]
pub fn territory(code: &str) -> String {
    format!("territory-{code}")
}

impl Questionnaire {
    /// Every piece that is the questionnaire's own. What stands in several lists alike, [`PREFER_NOT`], is one message.
    #[must_use]
    pub fn messages(&self) -> Vec<Message<'_>> {
        let mut all: Vec<Message<'_>> = Vec::new();
        let mut add = |id: String, text| {
            if !all.iter().any(|known| known.id == id) {
                all.push(Message { id, text });
            }
        };
        for (id, text) in self.texts.iter() {
            add(format!("text-{id}"), text);
        }
        for section in &self.sections {
            add(format!("section-{}", section.id), &section.title);
            if let Some(note) = &section.note {
                add(format!("section-{}-note", section.id), note);
            }
        }
        for field in &self.all {
            add(format!("field-{}", field.id), &field.label);
            if let Some(help) = &field.help {
                add(format!("field-{}-help", field.id), help);
            }
        }
        for (name, list) in &self.lists {
            for group in &list.groups {
                add(format!("group-{name}-{}", group.id), &group.label);
            }
            for item in list.offered().filter(|item| item.id == PREFER_NOT || item.id == "other" || !list.autonyms) {
                add(choice(name, &item.id), &item.label);
            }
            for region in &list.regions {
                add(format!("region-{name}-{}", region.id), &region.label);
                add(choice(name, &region.choice()), &region.only);
            }
        }
        all
    }

    /// The codes of all territories that can be chosen.
    pub fn territories(&self) -> impl Iterator<Item = &str> {
        let regions = self.lists.values().flat_map(|list| &list.regions);
        regions.flat_map(|region| region.members.iter().map(String::as_str))
    }
}

/// The id of a choice's words.
pub(super) fn choice(list: &str, id: &str) -> String {
    match (id, id.strip_prefix("region_")) {
        (PREFER_NOT, _) => PREFER_NOT.to_owned(),
        (_, Some(region)) => format!("region-{list}-{region}-only"),
        _ => format!("{list}-{id}"),
    }
}
