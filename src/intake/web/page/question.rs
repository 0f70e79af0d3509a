//! The questions as a page shows them.

use std::borrow::Cow;

use crate::{
    intake::locales::{Locale, Tag},
    testimony::{
        answers::Typed,
        questionnaire::{Field, Kind, List, PREFER_NOT, Questionnaire, Section, territory},
    },
};

/// From so many choices on, one of them is chosen from a list that opens.
const LONG: usize = 9;

/// A part of the form.
pub(super) struct Part<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) note: Option<&'a str>,
    pub(super) questions: Vec<Question<'a>>,
}

/// One question.
pub(super) struct Question<'a> {
    pub(super) id: &'a str,
    pub(super) label: &'a str,
    pub(super) help: Option<&'a str>,
    pub(super) shape: Shape,
    pub(super) groups: Vec<Group<'a>>,
    /// What was typed before, if the form is shown again.
    pub(super) text: &'a str,
    pub(super) wrong: bool,
}

/// How a question is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    Line,
    Files,
    Radios,
    Boxes,
    Opens,
}

/// Choices under a heading, or without one.
#[derive(Default)]
pub(super) struct Group<'a> {
    pub(super) label: Option<&'a str>,
    pub(super) options: Vec<Choice<'a>>,
}

pub(super) struct Choice<'a> {
    pub(super) value: Cow<'a, str>,
    pub(super) label: Cow<'a, str>,
    /// Its own language, where that is not the page's.
    pub(super) tag: Option<Tag>,
    pub(super) picked: bool,
}

/// What the form is filled in with, and where it is wrong.
#[derive(Clone, Copy, Default)]
pub(super) struct Filled<'a> {
    pub(super) typed: Option<&'a Typed>,
    /// The id of the question that is wrong.
    pub(super) wrong: Option<&'a str>,
}

impl<'a> Filled<'a> {
    fn text(&self, field: &str) -> &'a str {
        self.typed.and_then(|typed| typed.get(field)?.first()).map_or("", |text| text.as_str())
    }

    fn has(&self, field: &str, value: &str) -> bool {
        self.typed.and_then(|typed| typed.get(field)).is_some_and(|all| all.iter().any(|known| known.as_str() == value))
    }
}

/// Every part with its questions.
pub(super) fn parts<'a>(form: &'a Questionnaire, locale: &'a Locale, year: u16, filled: Filled<'a>) -> Vec<Part<'a>> {
    let part = |section: &'a Section| {
        let id = format!("section-{}", section.id);
        let questions = form.fields().filter(|field| field.section == section.id);
        Part {
            id: &section.id,
            title: locale.get(&id).unwrap_or(&section.title),
            note: section.note.as_deref().map(|note| locale.get(&format!("{id}-note")).unwrap_or(note)),
            questions: questions.map(|field| question(form, locale, year, filled, field)).collect(),
        }
    };
    form.sections.iter().map(part).collect()
}

fn question<'a>(
    form: &'a Questionnaire,
    locale: &'a Locale,
    year: u16,
    filled: Filled<'a>,
    field: &'a Field,
) -> Question<'a> {
    let id = format!("field-{}", field.id);
    let mut groups = field.choosing().map_or_else(Vec::new, |choosing| {
        Choices { locale, filled, field: &field.id, name: &choosing.list, list: form.list(choosing) }.groups(year)
    });
    groups.retain(|group| !group.options.is_empty());
    let count: usize = groups.iter().map(|group| group.options.len()).sum();
    let shape = match &field.kind {
        Kind::Text { required: true, .. } => Shape::Text,
        Kind::Text { .. } => Shape::Line,
        Kind::Files => Shape::Files,
        Kind::OneOf(_) if count > LONG => Shape::Opens,
        Kind::OneOf(_) => Shape::Radios,
        Kind::ManyOf(_) => Shape::Boxes,
    };
    Question {
        id: &field.id,
        label: locale.get(&id).unwrap_or(&field.label),
        help: field.help.as_deref().map(|help| locale.get(&format!("{id}-help")).unwrap_or(help)),
        shape,
        groups,
        text: filled.text(&field.id),
        wrong: filled.wrong == Some(field.id.as_str()),
    }
}

struct Choices<'a> {
    locale: &'a Locale,
    filled: Filled<'a>,
    field: &'a str,
    name: &'a str,
    list: &'a List,
}

impl<'a> Choices<'a> {
    fn groups(&self, year: u16) -> Vec<Group<'a>> {
        let mut groups = Vec::new();
        let years =
            self.list.years(year).map(|year| self.choice(year.to_string().into(), year.to_string().into(), None));
        groups.push(Group { label: None, options: years.collect() });
        for region in &self.list.regions {
            let only = format!("region-{}-{}-only", self.name, region.id);
            let alone = self.choice(region.choice().into(), self.words(only), None);
            let countries = self.locale.in_order(&region.members).into_iter();
            let countries = countries.map(|code| self.choice(code.into(), self.words(territory(code)), None));
            let label = self.locale.get(&format!("region-{}-{}", self.name, region.id));
            groups.push(Group { label, options: std::iter::once(alone).chain(countries).collect() });
        }
        for heading in &self.list.groups {
            let options = self.items(Some(&heading.id)).collect();
            let label = self.locale.get(&format!("group-{}-{}", self.name, heading.id));
            groups.push(Group { label, options });
        }
        groups.push(Group { label: None, options: self.items(None).collect() });
        groups
    }

    fn items(&self, group: Option<&'a str>) -> impl Iterator<Item = Choice<'a>> {
        let of_group = self.list.offered().filter(move |item| item.group.as_deref() == group);
        of_group.map(|item| {
            let own = self.list.autonyms && item.id != PREFER_NOT && item.id != "other";
            let tag = if own { Tag::parse(&item.id) } else { None };
            let words = match (own, item.id.as_str()) {
                (true, _) => item.label.as_str().into(),
                (false, PREFER_NOT) => self.words(PREFER_NOT.to_owned()),
                (false, id) => self.words(format!("{}-{id}", self.name)),
            };
            self.choice(item.id.as_str().into(), words, tag)
        })
    }

    fn choice(&self, value: Cow<'a, str>, label: Cow<'a, str>, tag: Option<Tag>) -> Choice<'a> {
        Choice { picked: self.filled.has(self.field, &value), value, label, tag }
    }

    fn words(&self, id: String) -> Cow<'a, str> {
        self.locale.get(&id).map_or(Cow::Owned(id), Cow::Borrowed)
    }
}
