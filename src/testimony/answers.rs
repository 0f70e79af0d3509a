//! A form's answers, checked against the questionnaire. A blank is read in the strictest way.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use super::questionnaire::{Kind, List, Questionnaire};

/// What was typed and ticked, by field id, before it is checked. A question with several answers has several values.
pub type Typed = BTreeMap<String, Vec<Zeroizing<String>>>;

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
    /// Several choices.
    Choices {
        /// Their ids, in the order of the list.
        ids: Vec<String>,
        /// False when the person left all of them blank and `ids` is the strictest reading.
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
        /// How many there are.
        chars: usize,
    },
    /// A field that the questionnaire does not have, or a choice that its list does not have.
    #[error("the form does not fit the questionnaire")]
    Foreign,
}

impl Answers {
    /// Checks what was typed in the year `present`. Text is kept to the byte; only its blankness and length are looked at.
    pub fn check(typed: &Typed, questionnaire: &Questionnaire, present: u16) -> Result<Self, AnswersError> {
        let mut answers = BTreeMap::new();
        for field in questionnaire.fields() {
            let given = typed.get(&field.id).map(Vec::as_slice).unwrap_or_default();
            let answer = match &field.kind {
                Kind::Files => continue,
                Kind::Text { max_chars, required } => match text(given, *max_chars)? {
                    None if *required => return Err(AnswersError::Blank),
                    None => continue,
                    Some(text) => Answer::Text(text),
                },
                Kind::OneOf(choosing) => match &chosen(given, questionnaire.list(choosing), present)?[..] {
                    [] => Answer::Choice { id: choosing.silence.clone(), given: false },
                    [id] => Answer::Choice { id: id.clone(), given: true },
                    _ => return Err(AnswersError::Foreign),
                },
                Kind::ManyOf(choosing) => {
                    let ids = chosen(given, questionnaire.list(choosing), present)?;
                    let given = !ids.is_empty();
                    Answer::Choices { ids: if given { ids } else { vec![choosing.silence.clone()] }, given }
                }
            };
            answers.insert(field.id.clone(), answer);
        }
        let known = |id: &String| questionnaire.field(id).is_some_and(|field| !matches!(field.kind, Kind::Files));
        if typed.keys().all(known) { Ok(Self(answers)) } else { Err(AnswersError::Foreign) }
    }

    /// Every answer with its field's id, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter().map(|(id, answer)| (id.as_str(), answer))
    }
}

/// The text, if there is any.
fn text(given: &[Zeroizing<String>], max_chars: usize) -> Result<Option<String>, AnswersError> {
    let text = match given {
        [] => return Ok(None),
        [text] => text,
        _ => return Err(AnswersError::Foreign),
    };
    let chars = text.chars().count();
    match text.trim().is_empty() {
        true => Ok(None),
        false if chars > max_chars => Err(AnswersError::TooLong { max_chars, chars }),
        false => Ok(Some(text.as_str().to_owned())),
    }
}

/// What was chosen, in the order of the list. Where a choice undoes the others, it alone: the strictest reading.
fn chosen(given: &[Zeroizing<String>], list: &List, present: u16) -> Result<Vec<String>, AnswersError> {
    let mut ids: Vec<_> = given.iter().filter(|id| !id.is_empty()).map(|id| id.as_str()).collect();
    if !ids.iter().all(|id| list.offers(id, present)) {
        return Err(AnswersError::Foreign);
    }
    if let Some(alone) = list.exclusive_among(&ids) {
        return Ok(vec![alone.id.clone()]);
    }
    ids.sort_unstable_by_key(|id| list.items.iter().position(|item| item.id == *id));
    ids.dedup();
    Ok(ids.into_iter().map(str::to_owned).collect())
}

impl Drop for Answer {
    fn drop(&mut self) {
        match self {
            Self::Text(text) => text.zeroize(),
            Self::Choice { id, .. } => id.zeroize(),
            Self::Choices { ids, .. } => ids.zeroize(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pairs: &[(&str, &str)]) -> Result<Answers, AnswersError> {
        let form = Questionnaire::parse(include_str!("../../config/questionnaire.toml")).unwrap();
        let mut typed = Typed::new();
        for (id, text) in pairs {
            typed.entry((*id).to_owned()).or_default().push(Zeroizing::new((*text).to_owned()));
        }
        Answers::check(&typed, &form, 2026)
    }

    fn json(pairs: &[(&str, &str)]) -> serde_json::Value {
        serde_json::to_value(check(pairs).ok().unwrap()).unwrap()
    }

    #[test]
    fn silence_is_the_strictest_reading() {
        for blank in [&[("testimony", "x")][..], &[("testimony", "x"), ("use_level", ""), ("share_with", "")]] {
            let answers = json(blank);
            assert_eq!(answers["use_level"], serde_json::json!({"choice": {"id": "read_only", "given": false}}));
            assert_eq!(answers["share_with"], serde_json::json!({"choices": {"ids": ["nobody"], "given": false}}));
            assert_eq!(answers["hold_until"]["choice"]["id"], "six_months");
            assert_eq!(answers["third_party"]["choice"]["id"], "unsure");
            assert_eq!(answers["country"]["choice"]["id"], "prefer_not");
            assert!(answers.get("attachments").is_none() && answers.get("follow_up").is_none());
        }
    }

    #[test]
    fn what_undoes_the_others_undoes_them() {
        let answers = json(&[
            ("testimony", "x"),
            ("share_with", "press"),
            ("share_with", "nobody"),
            ("share_with", "un"),
            ("incident_types", "threat_me"),
            ("incident_types", "prefer_not"),
        ]);
        assert_eq!(answers["share_with"]["choices"]["ids"], serde_json::json!(["nobody"]));
        assert_eq!(answers["incident_types"]["choices"]["ids"], serde_json::json!(["prefer_not"]));
    }

    #[test]
    fn several_choices_stand_in_the_order_of_the_list_each_once() {
        let answers = json(&[
            ("testimony", "x"),
            ("channels", "wechat"),
            ("channels", "phone_known"),
            ("channels", "wechat"),
            ("country", "KZ"),
            ("year", "2019"),
        ]);
        assert_eq!(answers["channels"]["choices"]["ids"], serde_json::json!(["phone_known", "wechat"]));
        assert_eq!(answers["country"]["choice"]["id"], "KZ");
        assert_eq!(answers["year"]["choice"]["id"], "2019");
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
        let long = AnswersError::TooLong { max_chars: 40_000, chars: 40_001 };
        assert_eq!(refused(&[("testimony", &"ئ".repeat(40_001))]), long);
        for (field, value) in [
            ("use_level", "everything"),
            ("phone", "1"),
            ("country", "QQ"),
            ("country", "region_moon"),
            ("year", "2027"),
            ("year", "1996"),
            ("year", "02019"),
            ("incident_types", "hs_refoulement"),
        ] {
            assert_eq!(refused(&[("testimony", "x"), (field, value)]), AnswersError::Foreign, "{field} {value}");
        }
        assert_eq!(refused(&[("testimony", "x"), ("year", "2019"), ("year", "2020")]), AnswersError::Foreign);
    }
}
