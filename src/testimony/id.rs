//! The random name of one testimony.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// 122 random bits in the shape of a version 4 UUID (RFC 9562, section 5.4).
///
/// Its text form, 36 lowercase characters, is the same in the database, in a bundle's file names and
/// inside the sealed record, so that a row, a file and its content can be compared by eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TestimonyId(Uuid);

/// The text is not a lowercase, hyphenated UUID.
#[derive(Debug, thiserror::Error)]
#[error("not a testimony id: expected 36 characters such as 0b6f0a52-5a0c-4d52-9a51-3c6d4f1f5d5e")]
pub struct BadId;

impl TestimonyId {
    /// Characters in the text form.
    pub const TEXT_LEN: usize = 36;

    /// An id from 16 bytes that must already be unpredictable.
    #[must_use]
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }

    /// The id as the database driver wants it.
    #[must_use]
    pub fn as_uuid(self) -> Uuid {
        self.0
    }

    /// An id that a database row already carries.
    #[must_use]
    pub fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid)
    }
}

impl fmt::Display for TestimonyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl FromStr for TestimonyId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let id = Self(Uuid::try_parse(text).map_err(|_| BadId)?);
        if id.to_string() == text { Ok(id) } else { Err(BadId) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_form_comes_back_as_the_same_id() {
        let id = TestimonyId::from_random([7; 16]);
        assert_eq!(id.to_string().parse::<TestimonyId>().unwrap(), id);
        assert_eq!(id.to_string().len(), TestimonyId::TEXT_LEN);
    }

    #[test]
    fn other_spellings_of_a_uuid_are_refused() {
        let upper = TestimonyId::from_random([0xab; 16]).to_string().to_uppercase();
        assert!(upper.parse::<TestimonyId>().is_err());
        assert!("../../etc/passwd".parse::<TestimonyId>().is_err());
        assert!(upper.replace('-', "").parse::<TestimonyId>().is_err());
    }
}
