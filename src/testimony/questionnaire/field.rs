//! A question.

use serde::Deserialize;

use super::{
    PREFER_NOT,
    file::RawField,
    lint::{Finding, Rule},
};

/// One question.
#[derive(Clone, Debug)]
pub struct Field {
    /// `[a-z_]+`; the name in the form and in the record.
    pub id: String,
    /// The id of the part of the form where it stands.
    pub section: String,
    /// The question as it is asked, in the source language.
    pub label: String,
    /// A hint under the question.
    pub help: Option<String>,
    /// Whether it is asked.
    pub enabled: bool,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// What an answer can do to the person.
    pub sensitivity: Sensitivity,
    /// Whether it counts towards the key of k-anonymity in a release.
    pub quasi_identifier: bool,
    /// Ethnicity, belief, politics, health (GDPR, article 9).
    pub special_category: bool,
    /// The finest precision that is collected.
    pub granularity: Option<String>,
    /// What a release may show.
    pub publish: Publish,
    /// HURIDOCS Events Standard Formats, `entity.field`.
    pub esf: Option<String>,
    /// What a researcher must know of it.
    pub why: Option<String>,
}

/// What an answer may be.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Free text of at most this many characters (Unicode scalar values).
    Text {
        /// The longest text.
        max_chars: usize,
        /// The one that must be filled in.
        required: bool,
    },
    /// Attached files.
    Files,
    /// One of a list.
    OneOf(Choosing),
    /// Any of a list.
    ManyOf(Choosing),
}

/// A choice from a list.
#[derive(Clone, Debug)]
pub struct Choosing {
    /// The list's name.
    pub list: String,
    /// The id that a blank is read as: the strictest.
    pub silence: String,
}

/// What an answer can do to the person who gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sensitivity {
    /// Tells little.
    Low,
    /// Tells something, with others.
    Medium,
    /// Can endanger, with others.
    High,
    /// Can identify or endanger alone.
    Critical,
}

/// What a release may show of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Publish {
    /// Nothing.
    Never,
    /// How many, by country.
    Count,
    /// How many, by region.
    CountRegion,
    /// The year.
    Year,
    /// What researchers made of it.
    Coded,
}

impl Field {
    /// The field of the file, once the linter has nothing to say of it.
    pub(super) fn of(raw: RawField) -> Result<Self, Finding> {
        let choosing = |choices: Option<String>, silence: Option<String>| Choosing {
            list: choices.unwrap_or_default(),
            silence: silence.unwrap_or_else(|| PREFER_NOT.to_owned()),
        };
        let kind = match raw.kind.as_str() {
            "text_long" | "text_short" => {
                Kind::Text { max_chars: raw.max_len.unwrap_or_default(), required: raw.required }
            }
            "files" => Kind::Files,
            "select_one" => Kind::OneOf(choosing(raw.choices, raw.silence)),
            "select_many" => Kind::ManyOf(choosing(raw.choices, raw.silence)),
            _ => return Err(Finding::field(Rule::FieldType, &raw.id)),
        };
        Ok(Self {
            id: raw.id,
            section: raw.section,
            label: raw.label,
            help: raw.help,
            enabled: raw.enabled,
            kind,
            sensitivity: raw.sensitivity,
            quasi_identifier: raw.quasi_identifier,
            special_category: raw.special_category,
            granularity: raw.granularity,
            publish: raw.publish,
            esf: raw.esf,
            why: raw.why,
        })
    }

    /// The list that it chooses from.
    #[must_use]
    pub fn choosing(&self) -> Option<&Choosing> {
        match &self.kind {
            Kind::OneOf(choosing) | Kind::ManyOf(choosing) => Some(choosing),
            Kind::Text { .. } | Kind::Files => None,
        }
    }
}

impl Sensitivity {
    /// As it stands in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

impl Publish {
    /// As it stands in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Count => "count",
            Self::CountRegion => "count_region",
            Self::Year => "year",
            Self::Coded => "coded",
        }
    }
}
