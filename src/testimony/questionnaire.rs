//! The questionnaire: a TOML file from which the form, its checks and the sealed record come.

use serde::Deserialize;

use super::digest::Sha256;

/// A questionnaire that was read and checked.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// Names the questionnaire and its version inside every testimony.
    pub meta: Meta,
    /// Texts of the page, by their ids in the file.
    pub texts: Texts,
    /// The questions, in the order in which they are asked.
    pub fields: Vec<Field>,
    /// SHA-256 of the file: ties a testimony to the exact wording that was answered.
    pub sha256: Sha256,
}

/// The file's identity.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// Stays the same when the wording changes.
    pub form_id: String,
    /// Rises with every change of fields or choices.
    pub schema_version: u32,
    /// BCP 47 tag of the language that the labels are written in.
    pub source_lang: String,
}

/// What the page says around the questions. Plain text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// The page's title; neutral, because it stays in a browser's list of tabs.
    pub title: String,
    /// The person decides, and may stop.
    pub opening: String,
    /// Who reads it, and what the server can see.
    pub who_reads: String,
    /// What not to write.
    pub do_not_write: String,
    /// What we never ask for.
    pub no_download: String,
    /// What we cannot promise.
    pub limits: String,
    /// What a blank means.
    pub no_consent_default: String,
    /// Shown once the testimony is kept.
    pub thanks: String,
}

/// One question.
#[derive(Clone, Debug)]
pub struct Field {
    /// `[a-z_]+`; the name in the form and in the record.
    pub id: String,
    /// The question as it is asked.
    pub label: String,
    /// A hint under the question.
    pub help: Option<String>,
    /// What kind of answer it takes.
    pub kind: Kind,
}

/// What an answer may be.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Free text of at most this many characters (Unicode scalar values). The one required field.
    Text {
        /// The longest text.
        max_chars: usize,
    },
    /// Attached files.
    Files,
    /// One of a list, ordered from the strictest reading to the widest.
    OneOf {
        /// The choices.
        items: Vec<Item>,
        /// The id that a blank is read as.
        silence: String,
    },
}

/// One choice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Language-neutral; never renamed.
    pub id: String,
    /// As it is read on the page.
    pub label: String,
}

/// Why a questionnaire is not usable.
#[derive(Debug, thiserror::Error)]
pub enum QuestionnaireError {
    /// Not the TOML that was expected; the parser's words name the line.
    #[error("the questionnaire does not read as TOML of the expected shape: {0}")]
    Syntax(String),
    /// A field breaks a rule.
    #[error("field `{field}`: {rule}")]
    Field {
        /// The field's id.
        field: String,
        /// The rule that it breaks.
        rule: &'static str,
    },
    /// The file as a whole breaks a rule.
    #[error("{0}")]
    Whole(&'static str),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    meta: Meta,
    texts: Texts,
    field: Vec<RawField>,
    #[serde(default)]
    choices: std::collections::BTreeMap<String, Choices>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Choices {
    items: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawField {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    label: String,
    help: Option<String>,
    #[serde(default)]
    required: bool,
    max_len: Option<usize>,
    choices: Option<String>,
    silence: Option<String>,
}

impl Questionnaire {
    /// Reads and checks a file.
    pub fn parse(text: &str) -> Result<Self, QuestionnaireError> {
        let file: File = toml::from_str(text).map_err(|error| QuestionnaireError::Syntax(error.to_string()))?;
        let mut required = 0;
        let mut fields: Vec<Field> = Vec::new();
        for raw in file.field {
            required += usize::from(raw.required);
            let field = raw.check(&file.choices)?;
            if fields.iter().any(|known| known.id == field.id) {
                return Err(field.broken("its id stands twice"));
            }
            fields.push(field);
        }
        let texts = fields.iter().filter(|field| matches!(field.kind, Kind::Text { .. })).count();
        if required != 1 || texts != 1 {
            return Err(QuestionnaireError::Whole(
                "exactly one field must be required, and it must be the one `text_long`",
            ));
        }
        if fields.iter().filter(|field| matches!(field.kind, Kind::Files)).count() > 1 {
            return Err(QuestionnaireError::Whole("there can be one `files` field at most"));
        }
        Ok(Self { meta: file.meta, texts: file.texts, fields, sha256: Sha256::of(text.as_bytes()) })
    }

    /// The field with this id.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }
}

impl Field {
    fn broken(&self, rule: &'static str) -> QuestionnaireError {
        QuestionnaireError::Field { field: self.id.clone(), rule }
    }
}

impl RawField {
    fn check(self, choices: &std::collections::BTreeMap<String, Choices>) -> Result<Field, QuestionnaireError> {
        let mut field = Field { id: self.id, label: self.label, help: self.help, kind: Kind::Files };
        if field.id.is_empty() || !field.id.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
            return Err(field.broken("an id is made of a-z and _ alone"));
        }
        field.kind = match self.kind.as_str() {
            "text_long" if !self.required => return Err(field.broken("the text must be required")),
            "text_long" => Kind::Text { max_chars: self.max_len.unwrap_or(40_000) },
            _ if self.required => return Err(field.broken("only the text may be required")),
            "files" => Kind::Files,
            "select_one" => {
                let list = self.choices.as_deref().and_then(|name| choices.get(name));
                let Some(list) = list else { return Err(field.broken("its list of choices is not in the file")) };
                let Some(silence) = self.silence else {
                    return Err(field.broken("`silence` must say how a blank is read"));
                };
                if list.items.first().map(|item| &item.id) != Some(&silence) {
                    return Err(field.broken("a blank must be read as the first, strictest choice"));
                }
                Kind::OneOf { items: list.items.clone(), silence }
            }
            _ => return Err(field.broken("its type is none of text_long, files, select_one")),
        };
        Ok(field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = include_str!("../../config/questionnaire.toml");

    #[test]
    fn the_shipped_questionnaire_is_accepted() {
        let form = Questionnaire::parse(GOOD).unwrap();
        assert!(matches!(form.field("testimony").unwrap().kind, Kind::Text { max_chars: 40_000 }));
    }

    #[test]
    fn a_broken_questionnaire_is_refused_by_the_rule_that_it_breaks() {
        let refusal = |from: &str, to: &str| {
            assert!(GOOD.contains(from));
            Questionnaire::parse(&GOOD.replace(from, to)).unwrap_err().to_string()
        };
        assert!(refusal("required = true", "required = false").contains("must be required"));
        assert!(refusal("type = \"files\"", "type = \"phone\"").contains("none of"));
        assert!(refusal("silence = \"read_only\"", "silence = \"full\"").contains("strictest"));
        assert!(refusal("id = \"testimony\"", "id = \"Testimony 1\"").contains("a-z"));
        assert!(refusal("[meta]", "[meta]\nsurprise = 1").contains("surprise"));
    }
}
