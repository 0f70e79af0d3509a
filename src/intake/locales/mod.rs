//! The languages of the page: a folder for each, of Fluent files (projectfluent.org). One is served only when it is
//! complete and nothing in it is wrong.

mod file;
mod locale;
mod served;
mod tag;
mod terms;
mod wanted;
mod words;

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use self::{
    file::Messages,
    terms::{Banned, Glossary},
    wanted::{BANNED, GLOSSARY, PAGE, QUESTIONNAIRE, TERRITORIES, differences},
};
pub use self::{
    file::{FileFault, Status},
    locale::Locale,
    served::{Served, ServedError},
    tag::Tag,
    wanted::Fault,
    words::Words,
};
use crate::testimony::questionnaire::Questionnaire;

/// All languages of a folder: those that can be served, the source language first, and what is wrong with the others.
pub struct Locales {
    /// Can be served, in the order of their tags but for the first.
    pub complete: Vec<Locale>,
    /// Cannot, and why.
    pub faulty: Vec<(Tag, Vec<Fault>)>,
}

/// Why a folder of languages is of no use at all.
#[derive(Debug, thiserror::Error)]
pub enum LocalesError {
    /// It cannot be read.
    #[error(
        "{path} could not be read; the folder of languages has one folder for each, as config/locales in the source"
    )]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A folder is not called as a language.
    #[error("`{0}` is no language; a folder is named by language and script, such as ug-Arab")]
    Tag(String),
    /// The source language is not there, or not right.
    #[error("{tag}, the questionnaire's own language, cannot be served: {why}")]
    Source {
        /// Its tag.
        tag: String,
        /// What is wrong.
        why: String,
    },
}

impl Locales {
    /// Reads every language of a folder, and holds each against the questionnaire.
    pub fn load(folder: &Path, form: &Questionnaire) -> Result<Self, LocalesError> {
        let source_tag = &form.meta.source_lang;
        let broken = |why: String| LocalesError::Source { tag: source_tag.clone(), why };
        let tag = Tag::parse(source_tag).ok_or_else(|| LocalesError::Tag(source_tag.clone()))?;
        let source = read(folder, tag, form, None)
            .map_err(|faults| broken(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
        let english = source.everything();
        let mut locales = Self { complete: vec![source], faulty: Vec::new() };
        for tag in tags(folder)?.into_iter().filter(|tag| tag.as_str() != source_tag) {
            match read(folder, tag.clone(), form, Some(&english)) {
                Ok(locale) => locales.complete.push(locale),
                Err(faults) => locales.faulty.push((tag, faults)),
            }
        }
        Ok(locales)
    }
}

fn tags(folder: &Path) -> Result<Vec<Tag>, LocalesError> {
    let unread = |source| LocalesError::Read { path: folder.to_owned(), source };
    let mut tags = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let entry = entry.map_err(unread)?;
        if entry.file_type().map_err(unread)?.is_dir() {
            let name = entry.file_name().to_string_lossy().into_owned();
            tags.push(Tag::parse(&name).ok_or(LocalesError::Tag(name))?);
        }
    }
    tags.sort();
    Ok(tags)
}

/// Reads one language. `source` are the words of the source language, and nothing for that itself.
fn read(
    folder: &Path,
    tag: Tag,
    form: &Questionnaire,
    source: Option<&BTreeMap<String, String>>,
) -> Result<Locale, Vec<Fault>> {
    let folder = folder.join(tag.as_str());
    let mut wanted = vec![(PAGE, wanted::page())];
    if source.is_some() {
        wanted.push((QUESTIONNAIRE, wanted::questionnaire(form)));
    }
    let territories = wanted::territories(form);
    if !territories.is_empty() {
        wanted.push((TERRITORIES, territories));
    }
    let (mut files, mut faults, mut order) = (Vec::new(), Vec::new(), Vec::new());
    for (name, wanted) in wanted {
        let Ok(text) = fs::read_to_string(folder.join(name)) else {
            faults.push(Fault::NoFile(name));
            continue;
        };
        if name == TERRITORIES {
            order = text.lines().filter_map(|line| Some(line.split_once(" = ")?.0.to_owned())).collect();
        }
        match Messages::read(text) {
            Ok(messages) => {
                faults.extend(differences(name, &wanted, &messages.placeholders));
                files.push(messages);
            }
            Err(fault) => faults.push(Fault::File(name, fault)),
        }
    }
    // The source language is what the others' terms are held against.
    let glossary: Glossary = if source.is_some() { list(&folder, GLOSSARY, &mut faults) } else { Glossary::default() };
    let banned: Banned = list(&folder, BANNED, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    let own = match source {
        Some(_) => BTreeMap::new(),
        None => form.messages().into_iter().map(|message| (message.id, message.text.to_owned())).collect(),
    };
    let locale = Locale::new(tag, files, own, order);
    let everything = locale.everything();
    faults.extend(glossary.faults(source.unwrap_or(&everything), &everything));
    faults.extend(banned.faults(&everything));
    faults.extend(alike(&locale));
    if faults.is_empty() { Ok(locale) } else { Err(faults) }
}

/// A list of terms.
fn list<T: serde::de::DeserializeOwned + Default>(folder: &Path, name: &'static str, faults: &mut Vec<Fault>) -> T {
    let Ok(text) = fs::read_to_string(folder.join(name)) else {
        faults.push(Fault::NoFile(name));
        return T::default();
    };
    toml::from_str(&text).unwrap_or_else(|error| {
        faults.push(Fault::List(name, error.message().to_owned()));
        T::default()
    })
}

/// Two territories that nobody could tell apart.
fn alike(locale: &Locale) -> Vec<Fault> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut faults = Vec::new();
    for (id, words) in locale.all().iter().filter(|(id, _)| id.starts_with("territory-")) {
        if let Some(before) = seen.insert(words, id) {
            faults.push(Fault::Alike(before.to_owned(), id.clone()));
        }
    }
    faults
}
