//! What can be wrong with an archive of headers, as it is told to a person. Each leaves all other headers usable.

use crate::testimony::{id::TestimonyId, ustar::BadHeader};

/// One fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// The end mark is not there.
    #[error("the file was cut short: its end mark is not there; copy it again. What stands before the cut is used")]
    Truncated,
    /// The file ends inside this header.
    #[error("the file was cut short in the middle of the header of testimony {id}; copy it again")]
    Cut {
        /// Whose.
        id: TestimonyId,
    },
    /// No sound tar header where one belongs.
    #[error("the file is damaged at byte {at} ({why}): a header may be missing; copy it again")]
    Tar {
        /// Bytes from the file's start.
        at: u64,
        /// What is wrong.
        why: BadHeader,
    },
    /// Something stands where zeros belong.
    #[error(
        "there are bytes in the file that belong to no header; copy it again, and if they stay somebody put them there"
    )]
    Stray,
    /// An entry that no such file has.
    #[error("entry {place} of the file is none that belongs there; it is left alone")]
    Foreign {
        /// Counted from 1.
        place: u64,
    },
    /// Ids must rise.
    #[error(
        "the header of testimony {id} is out of order or stands twice: the file was put together by somebody else; it is left out"
    )]
    OutOfOrder {
        /// Whose.
        id: TestimonyId,
    },
    /// Longer than any header.
    #[error("the entry of testimony {id} is longer than any header; it is left out")]
    TooLong {
        /// Whose.
        id: TestimonyId,
    },
    /// Another number of headers than the first line says.
    #[error("the file announces {announced} headers and holds {found}; copy it again, or export again")]
    Count {
        /// In the first line.
        announced: u64,
        /// That are there.
        found: u64,
    },
}

impl Finding {
    /// The testimony that is concerned, if it is one.
    #[must_use]
    pub fn id(&self) -> Option<TestimonyId> {
        match self {
            Self::Cut { id } | Self::OutOfOrder { id } | Self::TooLong { id } => Some(*id),
            _ => None,
        }
    }

    /// A word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Truncated | Self::Cut { .. } => "truncated",
            Self::Tar { .. } | Self::Stray => "bad-tar",
            Self::Foreign { .. } => "foreign-entry",
            Self::OutOfOrder { .. } => "out-of-order",
            Self::TooLong { .. } => "too-long",
            Self::Count { .. } => "bad-count",
        }
    }
}
