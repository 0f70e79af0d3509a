//! The public keys that every testimony is sealed to.

use std::str::FromStr;

use serde::Deserialize;

/// One researcher's public key, with the label that people know it by.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedKey {
    /// For people; never sealed, never stored.
    pub label: String,
    /// An age X25519 recipient, `age1…` (c2sp.org/age, section "X25519 recipient").
    pub key: String,
}

/// At least one key, none twice, all readable.
#[derive(Clone)]
pub struct Recipients(Vec<age::x25519::Recipient>);

/// Why a list of keys cannot be sealed to. Keys are public, so their place in the list is named.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum RecipientsError {
    /// Nobody could open what would be sealed.
    #[error(
        "no recipient is named, so nobody could open a testimony; add a [[recipients]] entry with a key from `amanat-desk keygen`"
    )]
    None,
    /// Not an age X25519 public key.
    #[error("recipient {0} is not an age public key; it must start with `age1` and is printed by `amanat-desk keygen`")]
    Unreadable(usize),
    /// A secret key stands where a public one belongs.
    #[error(
        "recipient {0} is a SECRET key; remove it from this machine now, make a new one at the desk, and put only its `age1…` line here"
    )]
    Secret(usize),
    /// One key stands twice.
    #[error("recipient {0} stands in the list twice; remove one of them")]
    Twice(usize),
}

impl Recipients {
    /// Reads a list of keys. Places in errors count from 1.
    pub fn parse<'a>(keys: impl IntoIterator<Item = &'a str>) -> Result<Self, RecipientsError> {
        let mut seen = Vec::new();
        let mut recipients = Vec::new();
        for (place, key) in (1..).zip(keys) {
            let key = key.trim();
            if key.to_ascii_uppercase().starts_with("AGE-SECRET-KEY-") {
                return Err(RecipientsError::Secret(place));
            }
            recipients.push(age::x25519::Recipient::from_str(key).map_err(|_| RecipientsError::Unreadable(place))?);
            if seen.contains(&key) {
                return Err(RecipientsError::Twice(place));
            }
            seen.push(key);
        }
        if recipients.is_empty() { Err(RecipientsError::None) } else { Ok(Self(recipients)) }
    }

    /// How many keys can open what is sealed.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn as_age(&self) -> impl Iterator<Item = &dyn age::Recipient> {
        self.0.iter().map(|recipient| recipient as &dyn age::Recipient)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

    #[test]
    fn each_bad_list_is_refused_for_its_own_reason() {
        let refused = |keys: &[&str]| Recipients::parse(keys.iter().copied()).err().unwrap();
        assert_eq!(refused(&[]), RecipientsError::None);
        assert_eq!(refused(&[KEY, "age1nonsense"]), RecipientsError::Unreadable(2));
        assert_eq!(refused(&[KEY, KEY]), RecipientsError::Twice(2));
        assert_eq!(refused(&["AGE-SECRET-KEY-1QQ"]), RecipientsError::Secret(1));
    }
}
