//! Why one header is left out.

use crate::{desk::unseal::UnsealError, testimony::rotation::proof::BadProof};

/// The reason. All other headers are done.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// No identity fits.
    #[error("it is for another key than those given")]
    OtherKey,
    /// Not a header, or one that was changed.
    #[error("it was changed or damaged; export again, and if it stays so look for the testimony in a backup")]
    Damaged,
    /// No line that proves.
    #[error(transparent)]
    NoProof(#[from] BadProof),
    /// Not what the manifest asks for.
    #[error(
        "it is not for exactly as many recipients as the manifest has, of their kind; rotate again with this manifest"
    )]
    Recipients,
    /// The line was made for another one.
    #[error(
        "it belongs to another testimony: somebody swapped headers, or put this one here; ask who had the file before you go on"
    )]
    Swapped,
}

impl Refusal {
    /// A word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherKey => "other-key",
            Self::Damaged => "tampered",
            Self::NoProof(_) => "no-proof",
            Self::Recipients => "other-recipients",
            Self::Swapped => "swapped",
        }
    }
}

impl From<UnsealError> for Refusal {
    fn from(error: UnsealError) -> Self {
        match error {
            UnsealError::OtherKey => Self::OtherKey,
            _ => Self::Damaged,
        }
    }
}
