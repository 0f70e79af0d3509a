//! What a language must have to be served, and what is wrong with one that has not.

use std::collections::BTreeMap;

use super::{file::FileFault, words::Words};
use crate::testimony::questionnaire::{Questionnaire, territory};

/// Why a language is not served.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A file is missing.
    #[error("{0} is missing")]
    NoFile(&'static str),
    /// A file cannot be read as what it should be.
    #[error("{0}: {1}")]
    File(&'static str, FileFault),
    /// A list of terms or of banned words does not read.
    #[error("{0}: {1}")]
    List(&'static str, String),
    /// A message is missing.
    #[error("{0}: message `{1}` is missing")]
    Missing(&'static str, String),
    /// A message is not used.
    #[error("{0}: nothing uses the message `{1}`")]
    Unused(&'static str, String),
    /// A message has other placeholders than it should.
    #[error("{0}: message `{1}` must have the placeholders that its English words have")]
    Placeholders(&'static str, String),
    /// A term is translated in another way than the glossary says.
    #[error("message `{message}` is about `{term}`, and has none of the words that glossary.toml has for it")]
    Term {
        /// The message.
        message: String,
        /// The term of the source language.
        term: String,
    },
    /// Words that must not be used.
    #[error("message `{message}` has `{text}`, which is banned: {why}")]
    Banned {
        /// The message.
        message: String,
        /// The words.
        text: String,
        /// Why.
        why: String,
    },
    /// Two choices of one list read alike.
    #[error("messages `{0}` and `{1}` read alike")]
    Alike(String, String),
}

/// Names of a language's files.
pub(super) const PAGE: &str = "page.ftl";
pub(super) const QUESTIONNAIRE: &str = "questionnaire.ftl";
pub(super) const TERRITORIES: &str = "territories.ftl";
pub(super) const GLOSSARY: &str = "glossary.toml";
pub(super) const BANNED: &str = "banned.toml";

/// The messages of `page.ftl` with their placeholders in rising order.
pub(super) fn page() -> BTreeMap<String, Vec<String>> {
    let all = Words::ALL.iter().map(|words| {
        let mut names: Vec<_> = words.placeholders().iter().map(|name| (*name).to_owned()).collect();
        names.sort_unstable();
        (words.id().to_owned(), names)
    });
    all.collect()
}

/// The messages of `questionnaire.ftl`.
pub(super) fn questionnaire(form: &Questionnaire) -> BTreeMap<String, Vec<String>> {
    form.messages().into_iter().map(|message| (message.id, Vec::new())).collect()
}

/// The messages of `territories.ftl`.
pub(super) fn territories(form: &Questionnaire) -> BTreeMap<String, Vec<String>> {
    form.territories().map(|code| (territory(code), Vec::new())).collect()
}

/// What differs between what is wanted and what is there.
pub(super) fn differences(
    file: &'static str,
    wanted: &BTreeMap<String, Vec<String>>,
    there: &BTreeMap<String, Vec<String>>,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (id, placeholders) in wanted {
        match there.get(id) {
            None => faults.push(Fault::Missing(file, id.clone())),
            Some(names) if names != placeholders => faults.push(Fault::Placeholders(file, id.clone())),
            Some(_) => {}
        }
    }
    let unused = there.keys().filter(|id| !wanted.contains_key(*id));
    faults.extend(unused.map(|id| Fault::Unused(file, id.clone())));
    faults
}
