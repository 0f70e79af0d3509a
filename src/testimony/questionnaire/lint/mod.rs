//! The rules that keep a witness safe, held on any deployment's own file. Each has a name and says why it is there.

mod choices;
mod consent;
mod fields;
pub mod renamed;
mod rule;
mod times;
mod words;

use std::fmt;

pub use self::rule::Rule;
use super::file::File;

/// A rule that is broken, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// The field, list, choice or text; nothing where it is the file as a whole.
    pub place: Option<String>,
}

impl Finding {
    pub(super) fn whole(rule: Rule) -> Self {
        Self { rule, place: None }
    }

    pub(super) fn field(rule: Rule, id: &str) -> Self {
        Self { rule, place: Some(format!("field `{id}`")) }
    }

    pub(super) fn list(rule: Rule, name: &str) -> Self {
        Self { rule, place: Some(format!("choices `{name}`")) }
    }

    pub(super) fn choice(rule: Rule, list: &str, id: &str) -> Self {
        Self { rule, place: Some(format!("choice `{id}` of `{list}`")) }
    }

    pub(super) fn text(rule: Rule, id: &str) -> Self {
        Self { rule, place: Some(format!("text `{id}`")) }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: ", self.rule.id())?;
        if let Some(place) = &self.place {
            write!(to, "{place}: ")?;
        }
        write!(to, "{}", self.rule.why())
    }
}

/// Every rule that a file breaks.
pub(super) fn findings(file: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    fields::check(file, &mut found);
    choices::check(file, &mut found);
    consent::check(file, &mut found);
    words::check(file, &mut found);
    found
}

/// Whether an id is made of `a-z`, `0-9` and `_`, and begins with none of the last two.
fn is_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}
