//! Why a file was not scrubbed. No byte of the file is in it.

use std::io;

/// Why a file cannot be rebuilt. Whoever sent it is told the sentence, so it is written for them.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// No parser here knows it.
    #[error("it is of a kind that cannot be cleaned here")]
    Unknown,
    /// A structural part is missing, contradicts another, or is not what the format allows.
    #[error("it is damaged: {0}")]
    Malformed(&'static str),
    /// It may be sound, but has a structural part that no allow-list has.
    #[error("it has a part that cannot be cleaned here: {0}")]
    Unsupported(&'static str),
    /// It ends in the middle of a part that cannot be left out.
    #[error("it is damaged: it ends too early")]
    Short,
    /// More parts, or a larger part, than any file that is not made to do harm.
    #[error("it has more parts, or larger ones, than are read here")]
    Large,
    /// Reading it takes more steps than its length allows.
    #[error("it takes too long to read for a file of its length")]
    Work,
    /// Parsed again, what was written was not what the same allow-list would write.
    #[error("it could not be cleaned with certainty")]
    Unstable,
    /// The file could not be read.
    #[error("it could not be read")]
    Read(#[source] io::Error),
    /// The rebuilt file could not be written.
    #[error("the cleaned file could not be written")]
    Write(#[source] io::Error),
}

impl Refusal {
    /// A short fixed word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown-format",
            Self::Malformed(_) => "malformed",
            Self::Unsupported(_) => "unsupported-part",
            Self::Short => "truncated",
            Self::Large => "too-complex",
            Self::Work => "too-much-work",
            Self::Unstable => "not-certain",
            Self::Read(_) => "read",
            Self::Write(_) => "write",
        }
    }
}
