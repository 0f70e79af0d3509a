//! The languages that a deployment shows.

use super::{Locale, Locales, Status};
use crate::intake::config::Languages;

/// Languages in the order of their links; the first page is in one of them.
pub struct Served {
    locales: Vec<Locale>,
    first: usize,
}

/// Why the languages that the configuration names cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum ServedError {
    /// One cannot be served.
    #[error("languages: `{tag}` cannot be shown: {why}")]
    Not {
        /// Which.
        tag: String,
        /// Why not.
        why: String,
    },
}

impl Served {
    /// Those of `locales` that the configuration wants.
    pub fn choose(locales: Locales, wanted: &Languages) -> Result<Self, ServedError> {
        let Locales { complete, faulty } = locales;
        for tag in wanted.offered.iter().chain(&wanted.first) {
            let why = match complete.iter().enumerate().find(|(_, locale)| locale.tag.as_str() == tag) {
                Some((0, _)) => continue,
                Some((_, locale)) if wanted.drafts || locale.status != Status::Draft => continue,
                Some(_) => {
                    "its words are a draft that nobody has reviewed; `drafts = true` shows it all the same".to_owned()
                }
                None => faulty.iter().find(|(known, _)| known.as_str() == tag).map_or_else(
                    || "there is no folder of that name among the languages".to_owned(),
                    |(_, faults)| {
                        format!("{} things are missing or wrong; `amanat questionnaire check` lists them", faults.len())
                    },
                ),
            };
            return Err(ServedError::Not { tag: tag.clone(), why });
        }
        let is_wanted = |at: usize, locale: &Locale| {
            // The questionnaire's own language is always there: it is what was linted.
            at == 0
                || ((wanted.drafts || locale.status != Status::Draft)
                    && (wanted.offered.is_empty() || wanted.offered.iter().any(|tag| tag == locale.tag.as_str())))
        };
        let all = complete.into_iter().enumerate();
        let locales: Vec<_> = all.filter(|(at, locale)| is_wanted(*at, locale)).map(|(_, locale)| locale).collect();
        let first = wanted.first.as_ref().and_then(|tag| locales.iter().position(|locale| locale.tag.as_str() == tag));
        Ok(Self { locales, first: first.unwrap_or(0) })
    }

    /// The language of the first page.
    #[must_use]
    pub fn first(&self) -> &Locale {
        &self.locales[self.first]
    }

    /// The language with this tag.
    #[must_use]
    pub fn by_tag(&self, tag: &str) -> Option<&Locale> {
        self.locales.iter().find(|locale| locale.tag.as_str() == tag)
    }

    /// The languages, in the order of their links.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Locale> {
        self.locales.iter()
    }
}
