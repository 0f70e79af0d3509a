//! A detached minisign signature (jedisct1.github.io/minisign, "Signature format"), pre-hashed ones alone.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use minisign_verify::Signature as Minisign;

use super::signer::{KeyId, SignerKey};

/// No signature file is longer, in bytes.
pub const LONGEST: usize = 1024;
/// Bytes of the signature's own line.
const BYTES: usize = 74;
/// The algorithm: Ed25519 over a digest by `BLAKE2b`.
const PREHASHED: &[u8] = b"ED";

/// A signature that was read and not yet held against a key.
#[derive(Clone)]
pub struct Signature {
    text: String,
    signer: KeyId,
    minisign: Minisign,
}

/// The text is not a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a minisign signature of today's kind; make it with `amanat-desk manifest sign` or `minisign -S`")]
pub struct BadSignature;

impl Signature {
    /// Reads a `.minisig` file.
    pub fn parse(text: &str) -> Result<Self, BadSignature> {
        if text.len() > LONGEST {
            return Err(BadSignature);
        }
        let minisign = Minisign::decode(text).map_err(|_| BadSignature)?;
        let line = text.lines().nth(1).ok_or(BadSignature)?;
        let bytes = STANDARD.decode(line.trim()).map_err(|_| BadSignature)?;
        if bytes.len() != BYTES || !bytes.starts_with(PREHASHED) {
            return Err(BadSignature);
        }
        let mut id = [0; 8];
        id.copy_from_slice(&bytes[2..10]);
        Ok(Self { text: text.to_owned(), signer: KeyId(id), minisign })
    }

    /// Whose it claims to be.
    #[must_use]
    pub fn signer(&self) -> KeyId {
        self.signer
    }

    /// The file's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether `key` signed `message`.
    #[must_use]
    pub fn is_by(&self, key: &SignerKey, message: &[u8]) -> bool {
        key.id() == self.signer && key.key().verify(message, &self.minisign, false).is_ok()
    }

    /// Whether `key` signed what `message` reads, without holding it.
    pub fn is_of(&self, key: &SignerKey, mut message: impl std::io::Read) -> std::io::Result<bool> {
        let Ok(mut verifier) = key.key().verify_stream(&self.minisign) else { return Ok(false) };
        let mut bytes = vec![0; 64 * 1024];
        loop {
            match message.read(&mut bytes)? {
                0 => return Ok(key.id() == self.signer && verifier.finalize().is_ok()),
                n => verifier.update(&bytes[..n]),
            }
        }
    }
}
