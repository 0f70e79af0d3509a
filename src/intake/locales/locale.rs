//! One language that pages are shown in.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentValue, concurrent::FluentBundle};

use super::{
    file::{Messages, Status},
    tag::Tag,
    words::Words,
};
use crate::testimony::questionnaire::territory;

/// The words of one language.
pub struct Locale {
    /// Which.
    pub tag: Tag,
    /// Whether people who speak it have looked at all of it.
    pub status: Status,
    /// Whether the questionnaire was written in it.
    pub source: bool,
    /// Messages without placeholders, by id.
    plain: BTreeMap<String, String>,
    /// Where territories stand in the order of its alphabet.
    places: BTreeMap<String, usize>,
    bundle: FluentBundle<fluent_bundle::FluentResource>,
}

impl Locale {
    /// Joins what was read and checked. `own` are words that stand in no file of the language: the questionnaire's.
    pub(super) fn new(tag: Tag, files: Vec<Messages>, own: BTreeMap<String, String>, order: Vec<String>) -> Self {
        let reviewed = files.iter().map(|file| file.status.clone()).reduce(|all, one| match (all, one) {
            (Status::Draft, _) | (_, Status::Draft) => Status::Draft,
            (reviewed, _) => reviewed,
        });
        let mut bundle = FluentBundle::new_concurrent(vec![tag.identifier()]);
        let mut without = Vec::new();
        for file in files {
            let ids = file.placeholders.iter().filter(|(_, names)| names.is_empty()).map(|(id, _)| id.clone());
            without.extend(ids);
            // An id that stands in two files was refused before.
            let _ = bundle.add_resource(file.fluent);
        }
        let mut locale = Self {
            source: !own.is_empty(),
            tag,
            status: reviewed.unwrap_or(Status::Draft),
            plain: own,
            places: order.into_iter().zip(0..).collect(),
            bundle,
        };
        for id in without {
            let words = locale.format(&id, None);
            locale.plain.insert(id, words);
        }
        locale
    }

    /// A message without placeholders.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&str> {
        self.plain.get(id).map(String::as_str)
    }

    /// A message of the page.
    #[must_use]
    pub fn say(&self, words: Words) -> &str {
        self.get(words.id()).unwrap_or(words.id())
    }

    /// A message of the page with what is put into it. Each value is isolated, so that it does not turn what is around it.
    #[must_use]
    pub fn say_with(&self, words: Words, values: &[(&'static str, &dyn ToString)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, FluentValue::from(value.to_string()));
        }
        self.format(words.id(), Some(&args))
    }

    /// The codes in the order of this language's alphabet.
    #[must_use]
    pub fn in_order<'a>(&self, codes: &'a [String]) -> Vec<&'a str> {
        let mut codes: Vec<_> = codes.iter().map(String::as_str).collect();
        codes.sort_by_key(|code| self.places.get(&territory(code)).copied().unwrap_or(usize::MAX));
        codes
    }

    /// Every message without placeholders.
    pub(super) fn all(&self) -> &BTreeMap<String, String> {
        &self.plain
    }

    /// Every message, with the names of placeholders where something is put in.
    pub(super) fn everything(&self) -> BTreeMap<String, String> {
        let mut all = self.plain.clone();
        for words in Words::ALL.iter().filter(|words| !words.placeholders().is_empty()) {
            let mut args = FluentArgs::new();
            for name in words.placeholders() {
                args.set(*name, FluentValue::from("1"));
            }
            all.insert(words.id().to_owned(), self.format(words.id(), Some(&args)));
        }
        all
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let pattern = self.bundle.get_message(id).and_then(|message| message.value());
        // All that can fail was checked when the file was read.
        pattern.map_or_else(
            || id.to_owned(),
            |pattern| self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned(),
        )
    }
}
