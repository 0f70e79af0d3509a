//! The line before a new header: made by somebody who holds the file key, for this testimony and the header that it had.
//!
//! ```text
//! amanat-proof-1 <SHA-256 of the old header> <HMAC-SHA256>
//! ```
//!
//! The HMAC (RFC 2104) is over the id's text and the old header's digest, under a key of its own that comes from the file key
//! (HKDF, RFC 5869, as age derives the key of a header's MAC). Whoever opens the new header can tell that nobody moved it.

use age::secrecy::ExposeSecret as _;
use age_core::{format::FileKey, primitives::hkdf};
use hmac::{Hmac, KeyInit as _, Mac as _};
use zeroize::Zeroizing;

use crate::testimony::{digest::Sha256, id::TestimonyId};

const FORMAT: &str = "amanat-proof-1 ";
/// What the key is derived for.
const LABEL: &[u8] = b"amanat rotation";
/// Hexadecimal digits of 32 bytes.
const DIGITS: usize = 64;
/// Bytes of the line, with its line feed.
pub const LINE: usize = FORMAT.len() + DIGITS + 1 + DIGITS + 1;

/// What the line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// SHA-256 of the header that is replaced.
    pub replaces: Sha256,
    mac: [u8; 32],
}

/// The line is not of the known form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the line before its header is not of the form {FORMAT}")]
pub struct BadProof;

impl Proof {
    /// For the new header of `id`, which has `key` and replaces the header of that digest. `None` never happens: the MAC takes
    /// keys of every length.
    #[must_use]
    pub fn new(key: &FileKey, id: TestimonyId, replaces: Sha256) -> Option<Self> {
        let mac = mac(key, id, replaces)?.finalize().into_bytes().into();
        Some(Self { replaces, mac })
    }

    /// Whether somebody made it who held `key`, for `id`.
    #[must_use]
    pub fn is_of(&self, key: &FileKey, id: TestimonyId) -> bool {
        mac(key, id, self.replaces).is_some_and(|mac| mac.verify_slice(&self.mac).is_ok())
    }

    /// The line.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{FORMAT}{} {}\n", self.replaces, Sha256(self.mac))
    }

    /// Reads the line that `content` begins with; the new header is what follows.
    pub fn split(content: &[u8]) -> Result<(Self, &[u8]), BadProof> {
        let (line, header) = content.split_at_checked(LINE).ok_or(BadProof)?;
        let line = std::str::from_utf8(line).ok().and_then(|line| line.strip_prefix(FORMAT)?.strip_suffix('\n'));
        let (replaces, mac) = line.and_then(|line| line.split_once(' ')).ok_or(BadProof)?;
        let digest = |text: &str| text.parse::<Sha256>().map_err(|_| BadProof);
        Ok((Self { replaces: digest(replaces)?, mac: digest(mac)?.0 }, header))
    }
}

fn mac(key: &FileKey, id: TestimonyId, replaces: Sha256) -> Option<Hmac<sha2::Sha256>> {
    let key = Zeroizing::new(hkdf(&[], LABEL, key.expose_secret()));
    let mut mac = Hmac::new_from_slice(&*key).ok()?;
    mac.update(id.to_string().as_bytes());
    mac.update(&replaces.0);
    Some(mac)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(byte: u8) -> FileKey {
        FileKey::new(Box::new([byte; 16]))
    }

    fn proof() -> (Proof, TestimonyId) {
        let id = TestimonyId::from_random([7; 16]);
        (Proof::new(&key(1), id, Sha256::of(b"old")).unwrap(), id)
    }

    #[test]
    fn it_holds_for_one_key_one_id_and_one_old_header() {
        let (proof, id) = proof();
        assert!(proof.is_of(&key(1), id));
        assert!(!proof.is_of(&key(2), id));
        assert!(!proof.is_of(&key(1), TestimonyId::from_random([8; 16])));
        assert!(!Proof { replaces: Sha256::of(b"other"), ..proof }.is_of(&key(1), id));
    }

    /// With python3: `hmac` of `hkdf` by hand (RFC 5869: extract with 32 zeros, expand with one block).
    #[test]
    fn it_is_the_hmac_that_its_description_says() {
        let id: TestimonyId = "0b6f0a52-5a0c-4d52-9a51-3c6d4f1f5d5e".parse().unwrap();
        let proof = Proof::new(&key(1), id, Sha256::of(b"old")).unwrap();
        assert_eq!(Sha256(proof.mac).to_string(), "98d9533cff0af53da481ba91d304467c8c1328bbc0041125820d856d0e475e3f");
    }

    proptest! {
        #[test]
        fn one_changed_byte_never_passes(place in 0..LINE, change in 1_u8..) {
            let (proof, id) = proof();
            let mut line = proof.line().into_bytes();
            prop_assert_eq!(line.len(), LINE);
            prop_assert_eq!(Proof::split(&line), Ok((proof, &b""[..])));
            line[place] ^= change;
            prop_assert!(!Proof::split(&line).is_ok_and(|(proof, _)| proof.is_of(&key(1), id)));
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = Proof::split(&bytes);
            let _ = Proof::split(&[FORMAT.as_bytes(), &bytes].concat());
        }
    }
}
