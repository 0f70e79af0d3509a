//! The page that a witness sees for each refusal.

use super::Refusal;

/// What a refusal's page says.
pub(in crate::intake::web) struct Words {
    /// Heading and title.
    pub(in crate::intake::web) title: &'static str,
    /// What happened, and what to do.
    pub(in crate::intake::web) lines: Vec<String>,
}

const BACK: &str =
    "Go back to the form with your browser's Back button. Your text may still be there; files must be chosen again.";
const KEPT_NOTHING: &str = "Nothing was kept of what you sent.";
const KINDS: &str = "We can take pictures (JPEG, PNG, HEIC, WebP, GIF, AVIF, TIFF), films (MP4, MOV, 3GP, MKV, WebM) and sounds (M4A, MP3, AAC, AMR, OGG, Opus, FLAC, WAV).";
const PAPERS: &str = "For a document or a conversation, send screenshots or photos of its pages.";
const AGAIN: &str = "You can reload this page now, or in a few minutes, to send the same form again. If your browser asks whether to send it again, say yes.";

impl Refusal {
    /// The page.
    #[must_use]
    pub(in crate::intake::web) fn words(&self) -> Words {
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
            Self::FileOfOtherKind { place } => other_kind(*place),
            Self::FileNotClean { place } => not_clean(*place),
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

fn page(title: &'static str, line: String, then: &[&str]) -> Words {
    let then = then.iter().map(|line| (*line).to_owned());
    Words { title, lines: std::iter::once(line).chain(then).collect() }
}

fn other_kind(place: usize) -> Words {
    let line = format!(
        "File number {place} is not a picture, a sound or a film of a kind that we can clean of hidden details."
    );
    let why = "We take no file that we cannot clean, because what is hidden in it could point to you.";
    page("A file cannot be taken", line, &[KEPT_NOTHING, why, KINDS, PAPERS, BACK])
}

fn not_clean(place: usize) -> Words {
    let line = format!(
        "File number {place} is damaged, or has parts that we do not know. What is hidden in it could point to you, so we did not take it."
    );
    let then = "If it is a picture, make a screenshot of it and send that. If it is a film or a sound, share or export it anew on your device, and send the new file. Or leave it out.";
    page("A file cannot be cleaned", line, &[KEPT_NOTHING, then, BACK])
}
