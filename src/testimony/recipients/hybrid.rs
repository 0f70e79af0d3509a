//! The hybrid post-quantum recipient, `age1pq1…` (c2sp.org/age, "The MLKEM768-X25519 hybrid post-quantum recipient
//! type"): X-Wing in HPKE (RFC 9180), by the `hpke` crate.
//!
//! No release of the `age` crate has this type. It goes from here the day that one does.

use std::{collections::HashSet, fmt, io, str::FromStr};

use age::{EncryptError, secrecy::ExposeSecret as _};
use age_core::format::{FileKey, Stanza};
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use bech32::{FromBase32 as _, ToBase32 as _, Variant};
use hpke::{
    Deserializable as _, OpModeS, Serializable as _, aead::ChaCha20Poly1305, kdf::HkdfSha256, kem::XWing,
    single_shot_seal,
};

/// First argument of its stanza.
pub const TAG: &str = "mlkem768x25519";
/// HPKE's `info`.
pub const INFO: &[u8] = b"age-encryption.org/mlkem768x25519";
/// Bytes of an encapsulated key: a ciphertext of ML-KEM-768 and a share of X25519.
pub const ENCAPSULATED: usize = 1088 + 32;
/// HPKE's key exchange.
pub type Kem = XWing;
/// HPKE's key derivation.
pub type Kdf = HkdfSha256;
/// HPKE's cipher.
pub type Cipher = ChaCha20Poly1305;

/// Prefix of the text form.
const PREFIX: &str = "age1pq";
/// All recipients of a file have it or none has (Go's `filippo.io/age`, label of its hybrid recipient).
const LABEL: &str = "postquantum";

/// A hybrid public key, 1216 bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct HybridRecipient(<Kem as hpke::Kem>::PublicKey);

/// The text is not a hybrid public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a post-quantum public key of age; it starts with `age1pq1` and has 1,959 characters")]
pub struct BadRecipient;

impl HybridRecipient {
    /// Of a public key as HPKE has it.
    #[must_use]
    pub fn new(key: <Kem as hpke::Kem>::PublicKey) -> Self {
        Self(key)
    }
}

impl FromStr for HybridRecipient {
    type Err = BadRecipient;

    fn from_str(text: &str) -> Result<Self, BadRecipient> {
        let (prefix, data, variant) = bech32::decode(text).map_err(|_| BadRecipient)?;
        let lower = !text.bytes().any(|byte| byte.is_ascii_uppercase());
        if prefix != PREFIX || variant != Variant::Bech32 || !lower {
            return Err(BadRecipient);
        }
        let bytes = Vec::from_base32(&data).map_err(|_| BadRecipient)?;
        <Kem as hpke::Kem>::PublicKey::from_bytes(&bytes).map(Self).map_err(|_| BadRecipient)
    }
}

impl fmt::Display for HybridRecipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = bech32::encode(PREFIX, self.0.to_bytes().to_base32(), Variant::Bech32).map_err(|_| fmt::Error)?;
        f.write_str(&text)
    }
}

impl age::Recipient for HybridRecipient {
    fn wrap_file_key(&self, file_key: &FileKey) -> Result<(Vec<Stanza>, HashSet<String>), EncryptError> {
        let (encapsulated, body) =
            single_shot_seal::<Cipher, Kdf, Kem>(&OpModeS::Base, &self.0, INFO, file_key.expose_secret(), &[])
                .map_err(|_| io::Error::other("the file key could not be sealed to a post-quantum key"))?;
        let args = vec![STANDARD_NO_PAD.encode(encapsulated.to_bytes())];
        let stanza = Stanza { tag: TAG.to_owned(), args, body };
        Ok((vec![stanza], HashSet::from([LABEL.to_owned()])))
    }
}
