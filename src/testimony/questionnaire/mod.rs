//! The questionnaire: one TOML file from which the form, its checks, the sealed record, the codebook and the `XLSForm` come.

mod choices;
pub mod codebook;
mod field;
mod file;
pub mod lint;
mod messages;
pub mod schema;
mod texts;
pub mod xlsform;

use self::file::File;
pub use self::{
    choices::{Group, Item, List, PREFER_NOT, Region},
    field::{Choosing, Field, Kind, Publish, Sensitivity},
    file::Meta,
    lint::{Finding, Rule},
    messages::{Message, territory},
    texts::{TEXTS, Texts},
};
use super::digest::Sha256;

/// A questionnaire that was read, and that breaks no rule.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// Names the questionnaire and its version inside every testimony.
    pub meta: Meta,
    /// Texts of the page, in the source language.
    pub texts: Texts,
    /// The parts of the form, in their order.
    pub sections: Vec<Section>,
    /// Every question, asked or not, in the file's order.
    all: Vec<Field>,
    lists: std::collections::BTreeMap<String, List>,
    /// SHA-256 of the file: ties a testimony to the exact wording that was answered.
    pub sha256: Sha256,
}

/// A part of the form.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// `[a-z_]+`.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// A line below it.
    pub note: Option<String>,
}

/// Why a questionnaire is not usable.
#[derive(Debug, thiserror::Error)]
pub enum QuestionnaireError {
    /// Not the TOML that was expected; the parser's words name the line.
    #[error("the questionnaire does not read as TOML of the expected shape: {0}")]
    Syntax(String),
    /// It breaks rules.
    #[error("the questionnaire breaks {}:\n{}", if .0.len() == 1 { "a rule" } else { "rules" }, lines(.0))]
    Rules(Vec<Finding>),
}

fn lines(findings: &[Finding]) -> String {
    findings.iter().map(|finding| format!("  {finding}")).collect::<Vec<_>>().join("\n")
}

impl Questionnaire {
    /// Reads a file and holds it against every rule of [`lint`].
    pub fn parse(text: &str) -> Result<Self, QuestionnaireError> {
        let file: File = toml::from_str(text).map_err(|error| QuestionnaireError::Syntax(error.to_string()))?;
        let findings = lint::findings(&file);
        if !findings.is_empty() {
            return Err(QuestionnaireError::Rules(findings));
        }
        let mut all = Vec::new();
        for raw in file.field {
            let field = Field::of(raw).map_err(|finding| QuestionnaireError::Rules(vec![finding]))?;
            all.push(field);
        }
        let (meta, sections, lists) = (file.meta, file.section, file.choices);
        Ok(Self { meta, texts: Texts::new(file.texts), sections, all, lists, sha256: Sha256::of(text.as_bytes()) })
    }

    /// The questions that are asked, in the order in which they are.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.all.iter().filter(|field| field.enabled)
    }

    /// Every question of the file, also those that are not asked.
    pub fn all_fields(&self) -> impl Iterator<Item = &Field> {
        self.all.iter()
    }

    /// The question with this id, if it is asked.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields().find(|field| field.id == id)
    }

    /// The list of choices that a question offers.
    #[must_use]
    pub fn list(&self, choosing: &Choosing) -> &List {
        // The linter refuses a file in which a list is missing.
        static NONE: List = List::NONE;
        self.lists.get(&choosing.list).unwrap_or(&NONE)
    }

    /// Every list of choices by its name.
    pub fn lists(&self) -> impl Iterator<Item = (&str, &List)> {
        self.lists.iter().map(|(name, list)| (name.as_str(), list))
    }

    /// The most characters that the required text may have.
    #[must_use]
    pub fn longest_text(&self) -> usize {
        let lengths = self.fields().filter_map(|field| match field.kind {
            Kind::Text { max_chars, required: true } => Some(max_chars),
            _ => None,
        });
        lengths.max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) const GOOD: &str = include_str!("../../../config/questionnaire.toml");

    #[test]
    fn the_shipped_questionnaire_is_accepted() {
        let form = Questionnaire::parse(GOOD).map_err(|error| error.to_string()).unwrap();
        assert!(matches!(form.field("testimony").unwrap().kind, Kind::Text { max_chars: 40_000, required: true }));
        assert!(form.field("follow_up").is_none(), "there are no codes yet");
        assert_eq!(form.fields().count(), 21);
    }
}
