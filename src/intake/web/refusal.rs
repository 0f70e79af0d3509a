//! Every reason for which a form is not kept, with the page that the witness sees. No reason carries what was sent.

use actix_web::http::StatusCode;

use crate::testimony::answers::AnswersError;

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

/// What a refusal's page says.
pub(super) struct Words {
    /// Heading and title.
    pub(super) title: &'static str,
    /// What happened, and what to do.
    pub(super) lines: Vec<String>,
}

impl From<AnswersError> for Refusal {
    fn from(error: AnswersError) -> Self {
        match error {
            AnswersError::Blank => Self::Blank,
            AnswersError::TooLong { max_chars } => Self::TextTooLong { max_chars },
            AnswersError::Foreign => Self::Malformed,
        }
    }
}

const BACK: &str =
    "Go back to the form with your browser's Back button. Your text may still be there; files must be chosen again.";
const KEPT_NOTHING: &str = "Nothing was kept of what you sent.";
const AGAIN: &str = "You can reload this page now, or in a few minutes, to send the same form again. If your browser asks whether to send it again, say yes.";

impl Refusal {
    /// How many kinds there are.
    pub(super) const KINDS: usize = 17;
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
            Self::Blank => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TextTooLong { .. }
            | Self::TooManyFiles { .. }
            | Self::FileTooLarge { .. }
            | Self::FormTooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Busy | Self::Away | Self::Unknown | Self::NoKeys => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The page.
    #[must_use]
    pub(super) fn words(&self) -> Words {
        let page = |title, line: String, then: &[&str]| {
            let then = then.iter().map(|line| (*line).to_owned());
            Words { title, lines: std::iter::once(line).chain(then).collect() }
        };
        match self {
            Self::NoPage => page("There is no such page", "The form is on the first page.".into(), &[]),
            Self::Foreign => page(
                "This form cannot be used",
                "Its address is not one that we made, or it is more than a week old.".into(),
                &[KEPT_NOTHING, "Copy your text from the form, open a new form, and paste it there."],
            ),
            Self::Expired { hours } => page(
                "This form is too old",
                format!("A form can be sent for {hours} hours after it was opened."),
                &[KEPT_NOTHING, "Go back, copy your text, open a new form, and paste it there."],
            ),
            Self::Used => page(
                "This form was sent before",
                "We have what you sent with it first. What you sent now was different, and it was not kept.".into(),
                &["To send this as well: go back, copy your text, open a new form, and paste it there."],
            ),
            Self::Malformed => page(
                "The form could not be read",
                "It did not arrive in the way that this page sends it.".into(),
                &[KEPT_NOTHING, "Open a new form and try again, if you can with Tor Browser."],
            ),
            Self::Blank => page(
                "The first box is empty",
                "We need a few words in the first box. Everything else can stay empty.".into(),
                &[BACK],
            ),
            Self::TextTooLong { max_chars } => page(
                "The text is too long",
                format!("One form can carry {max_chars} characters."),
                &[KEPT_NOTHING, "Send the first part now, then open a new form for the rest.", BACK],
            ),
            Self::TooManyFiles { most } => page(
                "There are too many files",
                format!("One form can carry {most} files."),
                &[KEPT_NOTHING, "Send some of them now, then open a new form for the others.", BACK],
            ),
            Self::FileTooLarge { place, mb } => page(
                "A file is too large",
                format!("File number {place} is larger than {mb} MB, the most that we can take."),
                &[KEPT_NOTHING, "Send a shorter or smaller one, or leave it out.", BACK],
            ),
            Self::FormTooLarge { mb } => page(
                "The files are too large together",
                format!("One form can carry {mb} MB in all."),
                &[KEPT_NOTHING, "Send some of the files now, then open a new form for the others.", BACK],
            ),
            Self::TooSlow | Self::Gone => page(
                "The connection was too slow",
                "We waited for the rest of your form, and it did not come.".into(),
                &[KEPT_NOTHING, AGAIN, "It may help to send the text first, and each file with a form of its own."],
            ),
            Self::Busy => page(
                "Many people are writing now",
                "We cannot take your form at this moment.".into(),
                &[KEPT_NOTHING, AGAIN],
            ),
            Self::Away => page(
                "We cannot keep your form now",
                "The place where we keep what people send is not reachable at this moment.".into(),
                &[KEPT_NOTHING, AGAIN],
            ),
            Self::NoKeys => page(
                "We are not taking anything just now",
                "What people send is locked with keys that are renewed from time to time, and the new ones are not here yet."
                    .into(),
                &[
                    "If you have just sent something, it was not kept.",
                    "Please come back in a day or two. Do not leave your text where others could find it; you can write it again then.",
                ],
            ),
            Self::Unknown => page(
                "We cannot keep your form now",
                "The place where we keep what people send did not answer in time, so we cannot say whether we have it."
                    .into(),
                &["Sending the same form again is safe: it is kept once.", AGAIN],
            ),
            Self::Broken => {
                page("Something went wrong on our side", "It is not your fault.".into(), &[KEPT_NOTHING, AGAIN])
            }
        }
    }
}
