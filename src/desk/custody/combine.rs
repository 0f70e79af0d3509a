//! Gives a key back from its shares.

use age::secrecy::SecretString;
use blahaj::Sharks;
use zeroize::Zeroizing;

use super::{
    key::{BYTES, Key},
    share::{Set, Share},
};

/// Why shares give no key.
#[derive(Debug, thiserror::Error)]
pub enum CombineError {
    /// Shares of two keys.
    #[error(
        "the shares are of different keys: `set` of share {number} is not that of share {first}; give shares of one set alone"
    )]
    OtherKey {
        /// The first share.
        first: u8,
        /// One that does not go with it.
        number: u8,
    },
    /// Shares of two splits of one key.
    #[error(
        "the key was split more than once, and share {number} was not made together with share {first} (`deal` tells); give shares of one deal alone"
    )]
    OtherDeal {
        /// The first share.
        first: u8,
        /// One that does not go with it.
        number: u8,
    },
    /// One share twice.
    #[error("share {number} was given twice, and counts once; give another share in its place")]
    Twice {
        /// Which.
        number: u8,
    },
    /// Not enough.
    #[error("{needed} shares are needed to open anything, and {given} given; ask others who hold one for theirs")]
    TooFew {
        /// How many were given.
        given: usize,
        /// How many it takes.
        needed: u8,
    },
    /// What came out has another public key than the shares say.
    #[error(
        "the shares give another key than the one that they name, so one of them was forged; try others of the set"
    )]
    NotTheKey,
    /// The public key of this kind of key cannot be worked out.
    #[error(
        "this version cannot work out the public key of a key of this kind, so it cannot tell whether the shares fit"
    )]
    UnknownKind,
}

/// A key that was given back. No `Debug`; wiped when dropped.
pub struct Whole {
    /// The line of an identity file.
    pub line: SecretString,
    /// Its public half.
    pub recipient: String,
}

/// Gives the key back if all of `shares` belong together and are enough. Its public half, which `recipient_of` works out,
/// must be the one that the shares name.
pub fn combine(
    shares: &[Share],
    recipient_of: impl FnOnce(&SecretString) -> Option<String>,
) -> Result<Whole, CombineError> {
    belong_together(shares)?;
    let Some(first) = shares.first() else { return Err(CombineError::TooFew { given: 0, needed: 2 }) };
    let bytes = join(&shares.iter().collect::<Vec<_>>()).ok_or(CombineError::NotTheKey)?;
    let bytes: &[u8; BYTES] = bytes.as_slice().try_into().map_err(|_| CombineError::NotTheKey)?;
    let line = Key::new(first.label().kind, bytes).to_line().ok_or(CombineError::NotTheKey)?;
    let recipient = recipient_of(&line).ok_or(CombineError::UnknownKind)?;
    if Set::of(&recipient) == first.label().set { Ok(Whole { line, recipient }) } else { Err(CombineError::NotTheKey) }
}

/// Whether they are different shares of one split, and enough.
fn belong_together(shares: &[Share]) -> Result<(), CombineError> {
    let Some(first) = shares.first().map(Share::label) else { return Ok(()) };
    for (at, label) in shares.iter().map(Share::label).enumerate() {
        let number = label.number;
        if (label.set, label.kind) != (first.set, first.kind) {
            return Err(CombineError::OtherKey { first: first.number, number });
        }
        if (label.deal, label.plan) != (first.deal, first.plan) {
            return Err(CombineError::OtherDeal { first: first.number, number });
        }
        if shares[..at].iter().any(|earlier| earlier.label().number == number) {
            return Err(CombineError::Twice { number });
        }
    }
    let needed = first.plan.needed();
    if shares.len() < usize::from(needed) { Err(CombineError::TooFew { given: shares.len(), needed }) } else { Ok(()) }
}

/// The secret at which the shares meet, whatever it is. More than needed must all agree, or it is none that is known.
pub(super) fn join(shares: &[&Share]) -> Option<Zeroizing<Vec<u8>>> {
    let needed = shares.first()?.label().plan.needed();
    let points = shares.iter().map(|share| share.point()).collect::<Option<Vec<_>>>()?;
    Sharks(needed).recover(&points).ok().map(Zeroizing::new)
}
