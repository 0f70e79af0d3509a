//! A signer's public key, as minisign writes it.

use std::{fmt, str::FromStr};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use minisign_verify::PublicKey;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Bytes of a public key: two of its algorithm, eight of its id, 32 of Ed25519.
const BYTES: usize = 42;
/// The algorithm of a public key.
const ALGORITHM: &[u8] = b"Ed";

/// By which a signature names its signer: eight bytes, 16 hexadecimal digits as minisign prints them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyId(pub(super) [u8; 8]);

/// A minisign public key, the line that begins with `RW`.
#[derive(Clone, Debug)]
pub struct SignerKey {
    text: String,
    id: KeyId,
    ed25519: [u8; 32],
    key: PublicKey,
}

/// The text is not a minisign public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a minisign public key; it is the line that begins with `RW` of a signer's .pub file")]
pub struct BadSigner;

impl SignerKey {
    /// By which signatures name it.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// The line that begins with `RW`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether both would count as one signer: a key's id is no part of the key, and can be chosen.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.id == other.id || self.ed25519 == other.ed25519
    }

    pub(super) fn key(&self) -> &PublicKey {
        &self.key
    }
}

impl FromStr for SignerKey {
    type Err = BadSigner;

    fn from_str(text: &str) -> Result<Self, BadSigner> {
        let bytes = STANDARD.decode(text).map_err(|_| BadSigner)?;
        let key = PublicKey::from_base64(text).map_err(|_| BadSigner)?;
        if bytes.len() != BYTES || !bytes.starts_with(ALGORITHM) {
            return Err(BadSigner);
        }
        let (mut id, mut ed25519) = ([0; 8], [0; 32]);
        id.copy_from_slice(&bytes[2..10]);
        ed25519.copy_from_slice(&bytes[10..]);
        Ok(Self { text: text.to_owned(), id: KeyId(id), ed25519, key })
    }
}

impl PartialEq for SignerKey {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016X}", u64::from_le_bytes(self.0))
    }
}

impl fmt::Display for SignerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for SignerKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for SignerKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
