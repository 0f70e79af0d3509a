//! The public keys that every testimony is sealed to.

pub mod hybrid;

use std::str::FromStr as _;

use age::x25519;
use serde::{Deserialize, Serialize};

use self::hybrid::HybridRecipient;

/// One researcher's public key, with the label that people know it by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedKey {
    /// For people; never sealed, never stored.
    pub label: String,
    /// An age recipient, `age1pq1…` or `age1…` (c2sp.org/age, "Native recipient types").
    pub key: String,
}

/// At least one key, none twice, all of one kind.
#[derive(Clone)]
pub enum Recipients {
    /// Post-quantum keys, `age1pq1…`.
    Hybrid(Vec<HybridRecipient>),
    /// Classic keys, `age1…`.
    X25519(Vec<x25519::Recipient>),
}

/// Most recipients. A post-quantum one takes 1,557 bytes of a header, of which there are 65,536.
pub const MOST: usize = 32;

/// Why a list of keys cannot be sealed to. Keys are public, so their place in the list is named.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum RecipientsError {
    /// Nobody could open what would be sealed.
    #[error("no recipient is named, so nobody could open a testimony; add a key from `amanat-desk keygen`")]
    None,
    /// Not an age public key.
    #[error(
        "recipient {0} is not an age public key; it must start with `age1pq1` or `age1` and is printed by `amanat-desk keygen`"
    )]
    Unreadable(usize),
    /// A secret key stands where a public one belongs.
    #[error(
        "recipient {0} is a SECRET key; remove it from this machine now, make a new one at the desk, and put only its `age1…` line here"
    )]
    Secret(usize),
    /// One key stands twice.
    #[error("recipient {0} stands in the list twice; remove one of them")]
    Twice(usize),
    /// More than a header can hold beside each other.
    #[error("there are more than {MOST} recipients, which is more than one header can hold; name fewer")]
    TooMany,
    /// Both kinds in one list.
    #[error(
        "recipient {0} is of another kind than the first one: post-quantum keys (`age1pq1…`) and X25519 keys (`age1…`) never mix, because the weaker one would open everything; make all keys of one kind"
    )]
    Mixed(usize),
}

impl Recipients {
    /// Reads a list of keys. Places in errors count from 1.
    pub fn parse<'a>(keys: impl IntoIterator<Item = &'a str>) -> Result<Self, RecipientsError> {
        let mut seen = Vec::new();
        let (mut hybrid, mut x25519) = (Vec::new(), Vec::new());
        for (place, key) in (1..).zip(keys) {
            if key.to_ascii_uppercase().contains("AGE-SECRET-KEY-") {
                return Err(RecipientsError::Secret(place));
            }
            // Only as age itself writes it: around a key, what does not print could hide it from whoever reads the list.
            let text = if let Ok(parsed) = HybridRecipient::from_str(key) {
                hybrid.push(parsed);
                hybrid.last().map(ToString::to_string)
            } else {
                x25519.push(x25519::Recipient::from_str(key).map_err(|_| RecipientsError::Unreadable(place))?);
                x25519.last().map(ToString::to_string)
            };
            if text.as_deref() != Some(key) {
                return Err(RecipientsError::Unreadable(place));
            }
            if seen.contains(&key) {
                return Err(RecipientsError::Twice(place));
            }
            if !hybrid.is_empty() && !x25519.is_empty() {
                return Err(RecipientsError::Mixed(place));
            }
            seen.push(key);
        }
        if seen.len() > MOST {
            return Err(RecipientsError::TooMany);
        }
        match (hybrid.is_empty(), x25519.is_empty()) {
            (true, true) => Err(RecipientsError::None),
            (false, _) => Ok(Self::Hybrid(hybrid)),
            (true, false) => Ok(Self::X25519(x25519)),
        }
    }

    /// How many keys can open what is sealed.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Hybrid(all) => all.len(),
            Self::X25519(all) => all.len(),
        }
    }

    /// What people call this kind of key.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Hybrid(_) => "post-quantum (ML-KEM-768 with X25519)",
            Self::X25519(_) => "X25519",
        }
    }

    /// What a stanza for this kind of key begins with (c2sp.org/age).
    #[must_use]
    pub fn tag(&self) -> &'static str {
        match self {
            Self::Hybrid(_) => hybrid::TAG,
            Self::X25519(_) => "X25519",
        }
    }

    pub(super) fn as_age(&self) -> impl Iterator<Item = &dyn age::Recipient> {
        let (hybrid, x25519) = match self {
            Self::Hybrid(all) => (&all[..], &[][..]),
            Self::X25519(all) => (&[][..], &all[..]),
        };
        let hybrid = hybrid.iter().map(|recipient| recipient as &dyn age::Recipient);
        hybrid.chain(x25519.iter().map(|recipient| recipient as &dyn age::Recipient))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of c2sp.org/age.
    const HYBRID: &str = include_str!("../../../tests/vectors/recipient.txt");
    const KEY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

    #[test]
    fn each_bad_list_is_refused_for_its_own_reason() {
        let refused = |keys: &[&str]| Recipients::parse(keys.iter().copied()).err().unwrap();
        assert_eq!(refused(&[]), RecipientsError::None);
        assert_eq!(refused(&[KEY, "age1nonsense"]), RecipientsError::Unreadable(2));
        assert_eq!(refused(&[KEY, KEY]), RecipientsError::Twice(2));
        assert_eq!(refused(&["AGE-SECRET-KEY-1QQ"]), RecipientsError::Secret(1));
        assert_eq!(refused(&["AGE-SECRET-KEY-PQ-1QQ"]), RecipientsError::Secret(1));
        for hidden in [format!("{KEY}\r"), format!(" {KEY}"), KEY.to_uppercase(), format!("{HYBRID}\n")] {
            assert_eq!(refused(&[&hidden]), RecipientsError::Unreadable(1), "{hidden:?}");
        }
        let many: Vec<_> = (0..=MOST).map(|_| x25519::Identity::generate().to_public().to_string()).collect();
        assert_eq!(refused(&many.iter().map(String::as_str).collect::<Vec<_>>()), RecipientsError::TooMany);
        assert_eq!(refused(&[KEY, HYBRID]), RecipientsError::Mixed(2));
        assert_eq!(refused(&[HYBRID, KEY]), RecipientsError::Mixed(2));
    }
}
