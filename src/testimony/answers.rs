//! A form's answers, checked against the questionnaire. A blank is read in the strictest way.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use super::questionnaire::{Kind, Questionnaire};

/// What was typed, by field id, before it is checked.
pub type Typed = BTreeMap<String, Zeroizing<String>>;

/// Answers that fit the questionnaire. Only [`Answers::check`] makes one for sealing.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Answer>);

/// One answer. No `Debug`: it is plaintext.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Answer {
    /// Text as it was sent, to the byte.
    Text(String),
    /// A choice.
    Choice {
        /// The choice's id.
        id: String,
        /// False when the person left it blank and `id` is the strictest reading.
        given: bool,
    },
}

/// Why answers are refused. Carries ids from the questionnaire alone, nothing that was typed.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum AnswersError {
    /// The one required field is blank.
    #[error("the text is empty")]
    Blank,
    /// The text is longer than the questionnaire allows.
    #[error("the text is longer than {max_chars} characters")]
    TooLong {
        /// The limit in characters.
        max_chars: usize,
    },
    /// A field that the questionnaire does not have, or a choice that its list does not have.
    #[error("the form does not fit the questionnaire")]
    Foreign,
}

impl Answers {
    /// Checks what was typed. Text is kept to the byte; only its blankness and length are looked at.
    pub fn check(mut typed: Typed, questionnaire: &Questionnaire) -> Result<Self, AnswersError> {
        let mut answers = BTreeMap::new();
        for field in &questionnaire.fields {
            let given = typed.remove(&field.id);
            let answer = match &field.kind {
                Kind::Files => continue,
                Kind::Text { max_chars } => {
                    let text = given.ok_or(AnswersError::Blank)?;
                    if text.trim().is_empty() {
                        return Err(AnswersError::Blank);
                    }
                    if text.chars().count() > *max_chars {
                        return Err(AnswersError::TooLong { max_chars: *max_chars });
                    }
                    Answer::Text(text.as_str().to_owned())
                }
                Kind::OneOf { items, silence } => match given.filter(|id| !id.is_empty()) {
                    None => Answer::Choice { id: silence.clone(), given: false },
                    Some(id) => match items.iter().find(|item| item.id == *id) {
                        Some(item) => Answer::Choice { id: item.id.clone(), given: true },
                        None => return Err(AnswersError::Foreign),
                    },
                },
            };
            answers.insert(field.id.clone(), answer);
        }
        if typed.is_empty() { Ok(Self(answers)) } else { Err(AnswersError::Foreign) }
    }

    /// Every answer with its field's id, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter().map(|(id, answer)| (id.as_str(), answer))
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        match self {
            Self::Text(text) => text.zeroize(),
            Self::Choice { id, .. } => id.zeroize(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pairs: &[(&str, &str)]) -> Result<Answers, AnswersError> {
        let form = Questionnaire::parse(include_str!("../../config/questionnaire.toml")).unwrap();
        let typed = pairs.iter().map(|(id, text)| ((*id).to_owned(), Zeroizing::new((*text).to_owned())));
        Answers::check(typed.collect(), &form)
    }

    #[test]
    fn silence_is_the_strictest_reading() {
        for blank in [&[("testimony", "x")][..], &[("testimony", "x"), ("use_level", "")]] {
            let json = serde_json::to_string(&check(blank).ok().unwrap()).unwrap();
            assert!(json.contains(r#""use_level":{"choice":{"id":"read_only","given":false}}"#), "{json}");
        }
    }

    #[test]
    fn text_is_kept_to_the_byte() {
        let text = " \u{202e}ئامانەت\u{200c}\r\n é e\u{301} \u{1F54A} ";
        let answers = check(&[("testimony", text)]).ok().unwrap();
        assert!(answers.iter().any(|(_, answer)| matches!(answer, Answer::Text(kept) if kept == text)));
    }

    #[test]
    fn each_misfit_is_refused() {
        let refused = |pairs: &[(&str, &str)]| check(pairs).err().unwrap();
        assert_eq!(refused(&[]), AnswersError::Blank);
        assert_eq!(refused(&[("testimony", " \u{2003}\n")]), AnswersError::Blank);
        assert_eq!(refused(&[("testimony", &"ئ".repeat(40_001))]), AnswersError::TooLong { max_chars: 40_000 });
        assert_eq!(refused(&[("testimony", "x"), ("use_level", "everything")]), AnswersError::Foreign);
        assert_eq!(refused(&[("testimony", "x"), ("phone", "1")]), AnswersError::Foreign);
    }
}
