//! A file of messages (projectfluent.org): what it has, and who has looked at it.

use std::collections::BTreeMap;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Whether people who speak the language have looked at the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nobody has.
    Draft,
    /// They have, told by what they are, never by who: `two speakers, a lawyer`.
    Reviewed(String),
}

/// A file that was read.
pub(super) struct Messages {
    pub(super) status: Status,
    /// The placeholders of each message, by its id.
    pub(super) placeholders: BTreeMap<String, Vec<String>>,
    pub(super) fluent: FluentResource,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// The first line is not one of the two that it may be.
    #[error(
        "its first line is neither `### status: draft, not reviewed` nor `### status: reviewed by ` with roles, such as `two speakers, a lawyer`"
    )]
    Status,
    /// Who reviewed it is told by more than a role.
    #[error("reviewers stand by their roles alone, without names, addresses or dates")]
    Reviewer,
    /// Not Fluent.
    #[error("it has {0} places that are no messages of the form `id = words`")]
    Syntax(usize),
    /// A message with more than words and placeholders.
    #[error("message `{0}` has more than words and plain placeholders")]
    Form(String),
    /// A message twice.
    #[error("message `{0}` stands twice")]
    Twice(String),
}

impl Messages {
    pub(super) fn read(text: String) -> Result<Self, FileFault> {
        let status = status(&text)?;
        let fluent = FluentResource::try_new(text).map_err(|(_, errors)| FileFault::Syntax(errors.len()))?;
        let mut placeholders = BTreeMap::new();
        for entry in fluent.entries() {
            let message = match entry {
                Entry::Message(message) if message.attributes.is_empty() => message,
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
                Entry::Message(message) => return Err(FileFault::Form(message.id.name.to_owned())),
                Entry::Term(term) => return Err(FileFault::Form(term.id.name.to_owned())),
                Entry::Junk { .. } => return Err(FileFault::Syntax(1)),
            };
            let id = message.id.name.to_owned();
            let names = message.value.as_ref().and_then(names).ok_or_else(|| FileFault::Form(id.clone()))?;
            if placeholders.insert(id.clone(), names).is_some() {
                return Err(FileFault::Twice(id));
            }
        }
        Ok(Self { status, placeholders, fluent })
    }
}

fn status(text: &str) -> Result<Status, FileFault> {
    let line = text.lines().next().and_then(|line| line.strip_prefix("### status: ")).ok_or(FileFault::Status)?;
    if line == "draft, not reviewed" {
        return Ok(Status::Draft);
    }
    let roles = line.strip_prefix("reviewed by ").filter(|roles| !roles.trim().is_empty()).ok_or(FileFault::Status)?;
    // A role is written small and without digits; a name, an address or a date is not.
    let is_role = roles.chars().all(|c| c.is_lowercase() || c == ' ' || c == ',' || c == '-');
    if is_role { Ok(Status::Reviewed(roles.to_owned())) } else { Err(FileFault::Reviewer) }
}

/// The placeholders of a pattern in rising order, if it has nothing but words and those.
fn names(pattern: &Pattern<&str>) -> Option<Vec<String>> {
    let mut names = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                names.push(id.name.to_owned());
            }
            PatternElement::Placeable { .. } => return None,
        }
    }
    names.sort_unstable();
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Messages, FileFault> {
        Messages::read(text.to_owned())
    }

    #[test]
    fn reviewers_are_told_by_roles_alone() {
        let status = |line: &str| read(&format!("### status: {line}\na = b\n")).map(|messages| messages.status);
        assert_eq!(status("draft, not reviewed"), Ok(Status::Draft));
        assert_eq!(status("reviewed by two speakers, a lawyer"), Ok(Status::Reviewed("two speakers, a lawyer".into())));
        for named in ["reviewed by Mallory", "reviewed by m@example.org", "reviewed by speakers on 2026-01-02"] {
            assert_eq!(status(named), Err(FileFault::Reviewer), "{named}");
        }
        for none in ["", "reviewed", "reviewed by ", "fine"] {
            assert_eq!(status(none), Err(FileFault::Status), "{none}");
        }
        assert_eq!(read("a = b\n").err(), Some(FileFault::Status));
    }

    #[test]
    fn a_message_is_words_and_placeholders_and_nothing_else() {
        let with = |line: &str| read(&format!("### status: draft, not reviewed\n{line}\n"));
        assert_eq!(with("a = b { $y } c { $x }").unwrap().placeholders["a"], ["x", "y"]);
        for more in [
            "a = { b }",
            "a = { $n ->\n    [one] x\n   *[other] y\n }",
            "-term = x",
            "a = b\n    .title = c",
            "a = { \"x\" }",
        ] {
            assert!(matches!(with(more).err(), Some(FileFault::Form(_))), "{more}");
        }
        assert_eq!(with("a = b\na = c").err(), Some(FileFault::Twice("a".into())));
        assert!(matches!(with("a b c").err(), Some(FileFault::Syntax(_))));
    }
}
