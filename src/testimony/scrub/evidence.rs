//! What ties a sealed testimony to the file that was received, without tying its ciphertext to a seized phone.

use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::{Deserialize, Serialize};

use crate::testimony::digest::Sha256;

/// 32 random bytes that one testimony's evidence is keyed with; as JSON, 64 hexadecimal digits.
///
/// A bare hash of what was received would, once the researchers' key is lost, name the very file on a seized phone. The
/// nonce is only in the sealed record.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Nonce(Sha256);

impl Nonce {
    /// From randomness.
    #[must_use]
    pub fn new(random: [u8; 32]) -> Self {
        Self(Sha256(random))
    }

    /// HMAC-SHA-256 (RFC 2104): the key is the nonce, the message the 32 bytes of the received file's SHA-256.
    #[must_use]
    pub fn evidence(&self, received: &Sha256) -> Sha256 {
        // RFC 2104, section 2: a key is filled up with zeros to a block of 64 bytes.
        let mut block = [0; 64];
        block[..32].copy_from_slice(&self.0.0);
        let mut mac = Hmac::<sha2::Sha256>::new((&block).into());
        mac.update(&received.0);
        Sha256(mac.finalize().into_bytes().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_what_openssl_computes() {
        // printf abc | sha256sum | xxd -r -p | openssl dgst -sha256 -mac HMAC -macopt hexkey:0101…01
        let evidence = Nonce::new([1; 32]).evidence(&Sha256::of(b"abc"));
        assert_eq!(evidence.to_string(), "67a782af2dbd92253f592f996d654a6276a1ef081e28ab9df3cdadd5474b6a71");
    }
}
