//! Why one testimony is not opened, and what stops the whole work.

use std::io;

use crate::{desk::unseal::UnsealError, testimony::id::TestimonyId};

/// Why one testimony is refused. All others are opened.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Sealed to another key.
    #[error("it is sealed to another key than the ones given; add the right --identity and run the command again")]
    OtherKey,
    /// A hash or a MAC does not hold.
    #[error(
        "its {0} was changed or damaged after it was sealed; ask for a new export, and keep this bundle as evidence"
    )]
    Tampered(&'static str),
    /// It ends too early.
    #[error("it ends too early; copy the bundle again, and if it stays so ask for a new export")]
    Truncated,
    /// The id inside is another one.
    #[error("the id inside does not match: somebody swapped it with another testimony; tell the admin")]
    OtherId,
    /// What it decrypts to is not what Amanat seals.
    #[error("it was sealed to your key, but not by Amanat: {0}; do not trust it")]
    Content(&'static str),
    /// A format from the future.
    #[error("it is of a format that this version does not know; use a newer amanat-desk")]
    Format,
    /// The same id twice at once.
    #[error("it stands twice in the bundle; ask for a new export")]
    Twice,
    /// Another payload was opened under this id.
    #[error(
        "an earlier run opened another payload under this id, so that one of the two bundles was forged or damaged; keep both, tell the admin, and open this one into another --out"
    )]
    Differs,
    /// A folder is in the way, and not one that an earlier run finished.
    #[error(
        "its folder is there, but not its mark, the file .sealed, so that nobody knows whether it is whole; move the folder away and run the command again"
    )]
    Unmarked,
    /// The disk under the bundle failed.
    #[error("the bundle could not be read there; copy it again from where it came")]
    Unreadable(#[source] io::Error),
}

/// What one testimony can end in, apart from success.
#[derive(Debug)]
pub enum Failure {
    /// This one only.
    Refused(Refusal),
    /// The output cannot be written: the next one would fail as well.
    Output(io::Error),
}

/// Why the whole work stopped. What was opened stays, and nothing is left half done.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The bundle.
    #[error("the bundle could not be read; check its path, and copy it again if the disk is at fault")]
    Bundle(#[source] io::Error),
    /// The output folder.
    #[error("the output folder could not be made ready; check that it is yours and can be written to")]
    Folder(#[source] io::Error),
    /// Two at once.
    #[error("another amanat-desk is writing to the same output folder; wait for it, or choose another --out")]
    Busy,
    /// Disk full.
    #[error(
        "the disk is full: testimony {id} did not fit; free some space and run the same command again, it goes on where it stopped"
    )]
    Full {
        /// At which one.
        id: TestimonyId,
    },
    /// Any other failure to write.
    #[error("testimony {id} could not be written to the output folder; mend the cause and run the same command again")]
    Write {
        /// At which one.
        id: TestimonyId,
        /// What the system said.
        source: io::Error,
    },
}

impl Refusal {
    /// A word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherKey => "other-key",
            Self::Tampered(_) => "tampered",
            Self::Truncated => "truncated",
            Self::OtherId => "id-mismatch",
            Self::Content(_) => "bad-content",
            Self::Format => "unknown-format",
            Self::Twice => "twice",
            Self::Differs => "differs",
            Self::Unmarked => "unmarked",
            Self::Unreadable(_) => "unreadable",
        }
    }

    /// From reading a payload: age's own errors have these kinds.
    #[must_use]
    pub fn of_payload(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::InvalidData => Self::Tampered("payload"),
            io::ErrorKind::UnexpectedEof => Self::Truncated,
            _ => Self::Unreadable(error),
        }
    }
}

impl OpenError {
    /// From a failure to write.
    #[must_use]
    pub fn of_output(id: TestimonyId, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full { id },
            _ => Self::Write { id, source },
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<UnsealError> for Refusal {
    fn from(error: UnsealError) -> Self {
        match error {
            UnsealError::OtherKey | UnsealError::WrongPassphrase | UnsealError::TooMuchWork => Self::OtherKey,
            UnsealError::Header | UnsealError::NotAge => Self::Tampered("header"),
            UnsealError::Io(error) => Self::of_payload(error),
        }
    }
}
