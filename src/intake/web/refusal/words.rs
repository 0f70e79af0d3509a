//! What a witness reads for each refusal: a page of its own, or a line above the form with what was typed in it.

use super::Refusal;
use crate::intake::locales::{Locale, Words};

/// A page that only says something.
pub(in crate::intake::web) struct Notice {
    /// Heading and title.
    pub(in crate::intake::web) title: Words,
    /// What happened, and what to do.
    pub(in crate::intake::web) lines: Vec<String>,
}

/// The question that the text answers, and that of the files.
const TEXT: &str = "testimony";
const FILES: &str = "attachments";

impl Refusal {
    /// One of each kind, with the largest numbers: what a page's size is planned for.
    pub(in crate::intake::web) const LONGEST: [Self; 19] = [
        Self::NoPage,
        Self::Foreign,
        Self::Expired { hours: 168 },
        Self::Used,
        Self::Malformed,
        Self::Blank,
        Self::TextTooLong { max_chars: 40_000, chars: None },
        Self::TooManyFiles { most: 99 },
        Self::FileTooLarge { place: 99, mb: 8000 },
        Self::FileOfOtherKind { place: 99 },
        Self::FileNotClean { place: 99 },
        Self::FormTooLarge { mb: 16_000 },
        Self::TooSlow,
        Self::Gone,
        Self::Busy,
        Self::Away,
        Self::Unknown,
        Self::Broken,
        Self::NoKeys,
    ];

    /// The page, where the form cannot be shown again.
    #[must_use]
    pub(in crate::intake::web) fn notice(&self, locale: &Locale) -> Notice {
        let page = |title, lines: &[Words]| Notice {
            title,
            lines: lines.iter().map(|words| locale.say(*words).to_owned()).collect(),
        };
        // A form that could be shown again, but was not: what was typed did not arrive.
        let back = |words: &[Words]| {
            let mut notice = page(Words::AgainTitle, &[]);
            notice.lines = self.again(locale).map(|(_, lines)| lines).unwrap_or_default();
            notice.lines.extend(words.iter().map(|words| locale.say(*words).to_owned()));
            notice
        };
        match self {
            Self::NoPage => page(Words::NoPageTitle, &[Words::NoPage]),
            Self::Foreign => page(Words::ForeignTitle, &[Words::Foreign, Words::NothingKept, Words::Copy]),
            Self::Malformed => {
                page(Words::MalformedTitle, &[Words::Malformed, Words::NothingKept, Words::MalformedThen])
            }
            Self::Expired { .. } | Self::Used => back(&[Words::NothingKept, Words::Copy]),
            Self::Blank => back(&[Words::Back]),
            Self::TextTooLong { max_chars, .. } => {
                let mut notice = page(Words::TooLongTitle, &[Words::NothingKept, Words::TooLongThen, Words::Back]);
                notice.lines.insert(0, locale.say_with(Words::TooLong, &[("max", max_chars)]));
                notice
            }
            Self::TooManyFiles { .. }
            | Self::FileTooLarge { .. }
            | Self::FileOfOtherKind { .. }
            | Self::FileNotClean { .. }
            | Self::FormTooLarge { .. } => back(&[Words::NothingKept, Words::Back]),
            Self::TooSlow | Self::Gone => {
                page(Words::SlowTitle, &[Words::Slow, Words::NothingKept, Words::Reload, Words::SlowThen])
            }
            Self::Busy => page(Words::BusyTitle, &[Words::Busy, Words::NothingKept, Words::Reload]),
            Self::Away => page(Words::AwayTitle, &[Words::Away, Words::NothingKept, Words::Reload]),
            Self::Unknown => page(Words::AwayTitle, &[Words::Unknown, Words::UnknownThen, Words::Reload]),
            Self::NoKeys => page(Words::NoKeysTitle, &[Words::NoKeys, Words::NoKeysLost, Words::NoKeysThen]),
            Self::Broken => page(Words::BrokenTitle, &[Words::Broken, Words::NothingKept, Words::Reload]),
        }
    }

    /// The question that is wrong, and what is said above the form that is shown again; nothing where it is not.
    #[must_use]
    pub(in crate::intake::web) fn again(&self, locale: &Locale) -> Option<(Option<&'static str>, Vec<String>)> {
        let text = |line| Some((Some(TEXT), vec![line]));
        let files = |line| Some((Some(FILES), vec![line]));
        match self {
            Self::Blank => text(locale.say(Words::AgainBlank).to_owned()),
            Self::TextTooLong { max_chars, chars: Some(chars) } => {
                text(locale.say_with(Words::AgainTooLong, &[("chars", chars), ("max", max_chars)]))
            }
            Self::TooManyFiles { most } => files(locale.say_with(Words::AgainFilesMany, &[("files", most)])),
            Self::FileTooLarge { place, mb } => {
                files(locale.say_with(Words::AgainFileLarge, &[("place", place), ("mb", mb)]))
            }
            Self::FileOfOtherKind { place } => {
                let more = [Words::Kinds, Words::Papers].map(|words| locale.say(words).to_owned());
                let line = locale.say_with(Words::AgainFileKind, &[("place", place)]);
                Some((Some(FILES), std::iter::once(line).chain(more).collect()))
            }
            Self::FileNotClean { place } => files(locale.say_with(Words::AgainFileUnclean, &[("place", place)])),
            Self::FormTooLarge { mb } => files(locale.say_with(Words::AgainFormLarge, &[("mb", mb)])),
            Self::Expired { hours } => Some((None, vec![locale.say_with(Words::AgainExpired, &[("hours", hours)])])),
            // Such as of a page that was open while the questionnaire was changed.
            Self::Malformed => Some((None, vec![locale.say(Words::Malformed).to_owned()])),
            Self::Used => Some((None, vec![locale.say(Words::AgainUsed).to_owned()])),
            _ => None,
        }
    }
}
