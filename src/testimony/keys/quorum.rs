//! Signers of whom a stated number must sign.

use super::{
    signature::Signature,
    signer::{KeyId, SignerKey},
};

/// Signers, none twice, and how many of them must sign.
#[derive(Clone, Debug)]
pub struct Signers {
    keys: Vec<SignerKey>,
    needed: usize,
}

/// Why a list of signers is of no use. Keys are public, so their place in the list is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignersError {
    /// Nobody.
    #[error("no signer is named; make one with `amanat-desk signer new`")]
    None,
    /// One signer would count twice.
    #[error("signer {0} stands in the list twice; each must be another person's key")]
    Twice(usize),
    /// A number that cannot be.
    #[error("{needed} of {count} signers cannot be needed; `needed` is from 1 to the number of signers")]
    Needed {
        /// As stated.
        needed: usize,
        /// Signers in the list.
        count: usize,
    },
}

/// Why there are not enough signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuorumError {
    /// Not one signature at all.
    #[error("it is not signed; {needed} of its signers must sign it with `amanat-desk manifest sign`")]
    Unsigned {
        /// How many must sign.
        needed: usize,
    },
    /// Signed by others.
    #[error("it is signed by key {0}, which may not sign it; those who may are the signers of the manifest before it")]
    Stranger(KeyId),
    /// A signature does not fit.
    #[error(
        "the signature by key {0} is not one of this file: the file was changed after it was signed, or the signature was"
    )]
    Wrong(KeyId),
    /// One signer, several signatures.
    #[error("key {signer} signed it twice, which counts once; {needed} different signers must sign it, and {have} did")]
    Twice {
        /// Whose.
        signer: KeyId,
        /// Different signers that signed.
        have: usize,
        /// How many must sign.
        needed: usize,
    },
    /// Too few.
    #[error("{have} of the {needed} signers that must sign it did")]
    TooFew {
        /// Different signers that signed.
        have: usize,
        /// How many must sign.
        needed: usize,
    },
}

impl Signers {
    /// Checks a list.
    pub fn new(keys: Vec<SignerKey>, needed: usize) -> Result<Self, SignersError> {
        if keys.is_empty() {
            return Err(SignersError::None);
        }
        let twice = (1..keys.len()).find(|place| keys[..*place].iter().any(|other| other.is_same(&keys[*place])));
        if let Some(place) = twice {
            return Err(SignersError::Twice(place + 1));
        }
        if needed == 0 || needed > keys.len() {
            return Err(SignersError::Needed { needed, count: keys.len() });
        }
        Ok(Self { keys, needed })
    }

    /// The keys.
    #[must_use]
    pub fn keys(&self) -> &[SignerKey] {
        &self.keys
    }

    /// How many must sign.
    #[must_use]
    pub fn needed(&self) -> usize {
        self.needed
    }

    /// The signer of that id.
    #[must_use]
    pub fn find(&self, id: KeyId) -> Option<&SignerKey> {
        self.keys.iter().find(|key| key.id() == id)
    }

    /// Whether enough of the signers signed `message`. Signatures by others do not count, and do no harm beside enough.
    pub fn agree(&self, message: &[u8], signatures: &[Signature]) -> Result<(), QuorumError> {
        let needed = self.needed;
        let (mut seen, mut twice) = (Vec::new(), None);
        for signature in signatures {
            let id = signature.signer();
            let Some(key) = self.find(id) else { continue };
            if !signature.is_by(key, message) {
                return Err(QuorumError::Wrong(id));
            }
            if seen.contains(&id) {
                twice = Some(id);
            } else {
                seen.push(id);
            }
        }
        let have = seen.len();
        match (have, twice, signatures.first()) {
            _ if have >= needed => Ok(()),
            (_, _, None) => Err(QuorumError::Unsigned { needed }),
            (0, _, Some(other)) => Err(QuorumError::Stranger(other.signer())),
            (_, Some(signer), _) => Err(QuorumError::Twice { signer, have, needed }),
            _ => Err(QuorumError::TooFew { have, needed }),
        }
    }
}
