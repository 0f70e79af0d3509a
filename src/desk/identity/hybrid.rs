//! The secret half of a post-quantum recipient, `AGE-SECRET-KEY-PQ-1…` (c2sp.org/age).

use std::str::FromStr;

use age::{DecryptError, secrecy::SecretString};
use age_core::format::{FILE_KEY_BYTES, FileKey, Stanza};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use bech32::{FromBase32 as _, ToBase32 as _, Variant};
use hpke::{Deserializable as _, Kem as _, OpModeR, Serializable as _, single_shot_open};
use zeroize::{Zeroize as _, Zeroizing};

use crate::testimony::recipients::hybrid::{Cipher, ENCAPSULATED, HybridRecipient, INFO, Kdf, Kem, TAG};

/// Prefix of the text form. In lower case, as the decoder gives it back.
const PREFIX: &str = "age-secret-key-pq-";
/// Bytes of a secret key.
pub const SEED: usize = 32;
/// A stanza's body: the file key and Poly1305's tag.
const BODY: usize = FILE_KEY_BYTES + 16;
/// Bytes of an X25519 share, the last ones of an encapsulated key.
const SHARE: usize = 32;

/// A hybrid secret key. No `Debug`; wiped when dropped.
pub struct HybridIdentity(<Kem as hpke::Kem>::PrivateKey);

/// The text is not a hybrid secret key. Carries nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a post-quantum secret key of age")]
pub struct BadIdentity;

impl HybridIdentity {
    /// From 32 bytes that must already be unpredictable.
    pub fn from_seed(seed: &[u8; SEED]) -> Result<Self, BadIdentity> {
        <Kem as hpke::Kem>::PrivateKey::from_bytes(seed).map(Self).map_err(|_| BadIdentity)
    }

    /// The text form.
    pub fn to_text(&self) -> Result<SecretString, BadIdentity> {
        let mut seed = self.0.to_bytes();
        let text = bech32::encode(PREFIX, seed.to_base32(), Variant::Bech32).map(Zeroizing::new);
        seed.zeroize();
        Ok(SecretString::from(text.map_err(|_| BadIdentity)?.to_uppercase()))
    }

    /// The public key.
    #[must_use]
    pub fn to_public(&self) -> HybridRecipient {
        HybridRecipient::new(Kem::sk_to_pk(&self.0))
    }

    fn open(&self, encapsulated: &[u8; ENCAPSULATED], body: &[u8]) -> Option<FileKey> {
        let encapsulated = <Kem as hpke::Kem>::EncappedKey::from_bytes(encapsulated).ok()?;
        let opened = single_shot_open::<Cipher, Kdf, Kem>(&OpModeR::Base, &self.0, &encapsulated, INFO, body, &[]);
        let opened = Zeroizing::new(opened.ok()?);
        let exact: &[u8; FILE_KEY_BYTES] = opened.as_slice().try_into().ok()?;
        Some(FileKey::init_with_mut(|key| key.copy_from_slice(exact)))
    }
}

impl FromStr for HybridIdentity {
    type Err = BadIdentity;

    fn from_str(text: &str) -> Result<Self, BadIdentity> {
        let (prefix, data, variant) = bech32::decode(text).map_err(|_| BadIdentity)?;
        let bytes = Zeroizing::new(Vec::from_base32(&data).map_err(|_| BadIdentity)?);
        let seed: &[u8; SEED] = bytes.as_slice().try_into().map_err(|_| BadIdentity)?;
        if prefix == PREFIX && variant == Variant::Bech32 { Self::from_seed(seed) } else { Err(BadIdentity) }
    }
}

impl age::Identity for HybridIdentity {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        if stanza.tag != TAG {
            return None;
        }
        let [arg] = stanza.args.as_slice() else { return Some(Err(DecryptError::InvalidHeader)) };
        let encapsulated =
            STANDARD_NO_PAD.decode(arg).ok().and_then(|bytes| <[u8; ENCAPSULATED]>::try_from(bytes).ok());
        let Some(encapsulated) = encapsulated else { return Some(Err(DecryptError::InvalidHeader)) };
        // The body's length is checked before it is opened, against partitioning oracles.
        if stanza.body.len() != BODY || is_low_order(&encapsulated) {
            return Some(Err(DecryptError::InvalidHeader));
        }
        // It may be for another key: which one, a stanza does not tell.
        self.open(&encapsulated, &stanza.body).map(Ok)
    }
}

/// Whether the X25519 half would give the same shared secret to everybody. A clamped scalar is a multiple of 8 and of no
/// other point's order, so one multiplication by any of them tells (RFC 7748, section 6.1).
fn is_low_order(encapsulated: &[u8; ENCAPSULATED]) -> bool {
    let mut share = [0; SHARE];
    share.copy_from_slice(&encapsulated[ENCAPSULATED - SHARE..]);
    x25519_dalek::x25519([1; SHARE], share) == [0; SHARE]
}

#[cfg(test)]
mod tests {
    use age::secrecy::ExposeSecret as _;

    use super::*;

    #[test]
    fn the_example_of_the_specification_agrees() {
        let secret = "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR";
        let identity: HybridIdentity = secret.parse().ok().unwrap();
        assert_eq!(identity.to_public().to_string(), include_str!("../../../tests/vectors/recipient.txt").trim());
        assert_eq!(identity.to_text().unwrap().expose_secret(), secret);
    }

    #[test]
    fn other_texts_are_no_identities() {
        let classic = age::x25519::Identity::generate().to_string();
        for text in ["", "AGE-SECRET-KEY-PQ-1", classic.expose_secret(), "age1pq1qqqq"] {
            assert!(text.parse::<HybridIdentity>().is_err());
        }
    }
}
