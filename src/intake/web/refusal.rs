//! Every reason for which a form is not kept. No reason carries what was sent.

pub(super) mod words;

use actix_web::http::StatusCode;

use crate::testimony::{answers::AnswersError, scrub};

/// Why a form was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// No such page.
    NoPage,
    /// Not a form that this server made.
    Foreign,
    /// The page was open for too long.
    Expired {
        /// How long a page is good.
        hours: u32,
    },
    /// The form was used for another testimony.
    Used,
    /// The form does not read.
    Malformed,
    /// No text.
    Blank,
    /// Too long a text.
    TextTooLong {
        /// The limit in characters.
        max_chars: usize,
        /// How many there are; none where there are more than were read.
        chars: Option<usize>,
    },
    /// Too many files.
    TooManyFiles {
        /// The limit.
        most: usize,
    },
    /// One file is too large.
    FileTooLarge {
        /// Its place in the form, from 1.
        place: usize,
        /// The limit.
        mb: u64,
    },
    /// One file is of a kind that no parser here knows.
    FileOfOtherKind {
        /// Its place in the form, from 1.
        place: usize,
    },
    /// One file cannot be rebuilt with certainty.
    FileNotClean {
        /// Its place in the form, from 1.
        place: usize,
    },
    /// All together is too large.
    FormTooLarge {
        /// The limit.
        mb: u64,
    },
    /// It came too slowly.
    TooSlow,
    /// The sender went away.
    Gone,
    /// Too many forms at once.
    Busy,
    /// A disk is full, or there is no key to sign a form with.
    Away,
    /// The database or its disk failed while the form was kept.
    Unknown,
    /// Something of ours is broken.
    Broken,
    /// There is no manifest of recipients that holds now.
    NoKeys,
}

impl From<AnswersError> for Refusal {
    fn from(error: AnswersError) -> Self {
        match error {
            AnswersError::Blank => Self::Blank,
            AnswersError::TooLong { max_chars, chars } => Self::TextTooLong { max_chars, chars: Some(chars) },
            AnswersError::Foreign => Self::Malformed,
        }
    }
}

impl Refusal {
    /// A file of the form was not scrubbed. The page never says its name.
    #[must_use]
    pub(super) fn of_file(place: usize, why: &scrub::Refusal) -> Self {
        match why {
            scrub::Refusal::Unknown => Self::FileOfOtherKind { place },
            // The spool's disk is full.
            scrub::Refusal::Write(_) => Self::Away,
            scrub::Refusal::Read(_) => Self::Broken,
            _ => Self::FileNotClean { place },
        }
    }

    /// How many kinds there are.
    pub(super) const KINDS: usize = 19;
    /// Their names in the log, by [`Refusal::kind`].
    pub(super) const NAMES: [&'static str; Self::KINDS] = [
        "no such page",
        "foreign form",
        "expired form",
        "used form",
        "malformed",
        "blank",
        "text too long",
        "too many files",
        "file too large",
        "form too large",
        "too slow",
        "sender gone",
        "busy",
        "no room",
        "broken",
        "database away",
        "no manifest",
        "file of other kind",
        "file not clean",
    ];

    /// Which kind it is.
    #[must_use]
    pub(super) fn kind(&self) -> usize {
        match self {
            Self::NoPage => 0,
            Self::Foreign => 1,
            Self::Expired { .. } => 2,
            Self::Used => 3,
            Self::Malformed => 4,
            Self::Blank => 5,
            Self::TextTooLong { .. } => 6,
            Self::TooManyFiles { .. } => 7,
            Self::FileTooLarge { .. } => 8,
            Self::FormTooLarge { .. } => 9,
            Self::TooSlow => 10,
            Self::Gone => 11,
            Self::Busy => 12,
            Self::Away => 13,
            Self::Broken => 14,
            Self::Unknown => 15,
            Self::NoKeys => 16,
            Self::FileOfOtherKind { .. } => 17,
            Self::FileNotClean { .. } => 18,
        }
    }

    /// The response's status (RFC 9110, section 15).
    #[must_use]
    pub(super) fn status(&self) -> StatusCode {
        match self {
            Self::NoPage => StatusCode::NOT_FOUND,
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::Expired { .. } => StatusCode::GONE,
            Self::Used => StatusCode::CONFLICT,
            Self::Malformed | Self::Gone => StatusCode::BAD_REQUEST,
            Self::Blank | Self::FileNotClean { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::FileOfOtherKind { .. } => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TextTooLong { .. }
            | Self::TooManyFiles { .. }
            | Self::FileTooLarge { .. }
            | Self::FormTooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Busy | Self::Away | Self::Unknown | Self::NoKeys => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}
