//! A language's glossary, by which one thing is always called the same, and the words that it must not use.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::wanted::Fault;

/// `glossary.toml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Glossary {
    #[serde(default)]
    term: Vec<Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    /// Words of the source language.
    source: String,
    /// Of which one must stand where they do: stems, so that endings may change.
    here: Vec<String>,
}

/// `banned.toml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct Banned {
    #[serde(default)]
    banned: Vec<Ban>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ban {
    text: String,
    why: String,
}

impl Glossary {
    /// Messages that call a thing by another word.
    pub(super) fn faults(&self, source: &BTreeMap<String, String>, here: &BTreeMap<String, String>) -> Vec<Fault> {
        let mut faults = Vec::new();
        for term in &self.term {
            let about = term.source.to_lowercase();
            for (id, _) in source.iter().filter(|(_, words)| words.to_lowercase().contains(&about)) {
                let Some(said) = here.get(id).map(|words| words.to_lowercase()) else { continue };
                if !term.here.iter().any(|stem| said.contains(&stem.to_lowercase())) {
                    faults.push(Fault::Term { message: id.clone(), term: term.source.clone() });
                }
            }
        }
        faults
    }
}

impl Banned {
    /// Messages with banned words. A territory's name is looked at too.
    pub(super) fn faults(&self, here: &BTreeMap<String, String>) -> Vec<Fault> {
        let mut faults = Vec::new();
        for ban in &self.banned {
            let text = ban.text.to_lowercase();
            for (id, _) in here.iter().filter(|(_, words)| words.to_lowercase().contains(&text)) {
                faults.push(Fault::Banned { message: id.clone(), text: ban.text.clone(), why: ban.why.clone() });
            }
        }
        faults
    }
}
