//! `recipients.json`: read strictly, and not trusted by being read.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    fingerprint::Fingerprint,
    quorum::{Signers, SignersError},
    signer::SignerKey,
};
use crate::testimony::{
    calendar::{Day, Timestamp},
    digest::Sha256,
    recipients::{NamedKey, Recipients, RecipientsError},
};

/// The only format that this version writes and reads.
pub const FORMAT: &str = "amanat-recipients-1";
/// No manifest is longer, in bytes.
pub const LONGEST: usize = 256 * 1024;
/// No manifest holds for longer, in days: keys that nobody looks after come to an end.
pub const MOST_DAYS: u64 = 400;
/// How far the clocks of signers, servers and researchers may be apart, in seconds: one hour.
pub const CLOCK_TOLERANCE: u64 = 3600;
/// Longest label in characters.
const LABEL: usize = 80;

/// Who may sign a manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Path {
    /// The signers of the manifest before it.
    Scheduled,
    /// The root signers alone, because keys or signers of the manifest before it were compromised. Whatever is older is
    /// refused from the moment that it is installed.
    Compromise,
}

/// A signer's public key, with the label that people know it by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedSigner {
    /// For people.
    pub label: String,
    /// minisign's, `RW…`.
    pub key: SignerKey,
}

/// What stands in the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// [`FORMAT`].
    pub format: String,
    /// One more than that of the manifest before it.
    pub epoch: i32,
    /// Who may sign it.
    pub path: Path,
    /// SHA-256 of the manifest before it; null in the first one.
    pub previous: Option<Sha256>,
    /// The first day on which it holds.
    pub not_before: Day,
    /// The last one.
    pub not_after: Day,
    /// Whom testimonies are sealed to.
    pub recipients: Vec<NamedKey>,
    /// How many signers must sign the next manifest.
    pub needed: usize,
    /// Who may sign the next manifest.
    pub signers: Vec<NamedSigner>,
}

/// A manifest whose parts are sound. Who signed it is another question.
#[derive(Clone)]
pub struct Manifest {
    bytes: Vec<u8>,
    content: Content,
    recipients: Recipients,
    signers: Signers,
}

/// Why a file is no manifest.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ManifestError {
    /// Longer than any.
    #[error("it is longer than {LONGEST} bytes, which no manifest is")]
    TooLong,
    /// Not the JSON that was expected.
    #[error("line {line}: {reason}")]
    Syntax {
        /// Counted from 1.
        line: usize,
        /// The parser's words.
        reason: String,
    },
    /// Of another version.
    #[error("its format is not {FORMAT}; it is for another version of Amanat")]
    Format,
    /// Zero or less.
    #[error("its epoch is not a number from 1 on")]
    Epoch,
    /// A label that could deceive whoever reads it.
    #[error(
        "a label is empty, longer than {LABEL} characters, begins or ends with a space, or has characters that do not print"
    )]
    Label,
    /// Two of one name.
    #[error("two recipients, or two signers, have the same label; whoever reads the list could not tell them apart")]
    Labels,
    /// Days that cannot be.
    #[error("its days are not two days of the calendar such as 2026-11-23, the second not before the first")]
    Days,
    /// For too long.
    #[error("it would hold for more than {MOST_DAYS} days")]
    TooLasting,
    /// Its recipients are of no use.
    #[error(transparent)]
    Recipients(#[from] RecipientsError),
    /// Its signers are of no use.
    #[error(transparent)]
    Signers(#[from] SignersError),
}

/// Whether a manifest holds at some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// From a later day on.
    NotYet,
    /// Now, and for so many whole days more.
    Holds {
        /// 0 on the last day.
        days_left: u64,
    },
    /// No more.
    Over,
}

impl Manifest {
    /// Reads a file's bytes.
    pub fn parse(bytes: &[u8]) -> Result<Self, ManifestError> {
        if bytes.len() > LONGEST {
            return Err(ManifestError::TooLong);
        }
        let content: Content = serde_json::from_slice(bytes).map_err(|error| ManifestError::Syntax {
            line: error.line(),
            reason: error.to_string().chars().filter(|c| !c.is_control()).take(200).collect(),
        })?;
        if content.format != FORMAT {
            return Err(ManifestError::Format);
        }
        if content.epoch < 1 {
            return Err(ManifestError::Epoch);
        }
        let labels = content.recipients.iter().map(|named| &named.label);
        let labels = labels.chain(content.signers.iter().map(|named| &named.label));
        if !labels.into_iter().all(|label| prints(label)) {
            return Err(ManifestError::Label);
        }
        let unlike = |labels: Vec<&String>| labels.iter().collect::<BTreeSet<_>>().len() == labels.len();
        if !unlike(content.recipients.iter().map(|named| &named.label).collect())
            || !unlike(content.signers.iter().map(|named| &named.label).collect())
        {
            return Err(ManifestError::Labels);
        }
        let days = Day::parse(&content.not_before.to_string()).zip(Day::parse(&content.not_after.to_string()));
        let (first, last) = days.filter(|(first, last)| first <= last).ok_or(ManifestError::Days)?;
        if first.after(MOST_DAYS - 1).is_none_or(|latest| last > latest) {
            return Err(ManifestError::TooLasting);
        }
        let recipients = Recipients::parse(content.recipients.iter().map(|named| named.key.as_str()))?;
        let signers = Signers::new(content.signers.iter().map(|named| named.key.clone()).collect(), content.needed)?;
        Ok(Self { bytes: bytes.to_vec(), content, recipients, signers })
    }

    /// A new file.
    pub fn write(content: &Content) -> Result<Self, ManifestError> {
        let text = serde_json::to_string_pretty(content);
        let text = text.map_err(|error| ManifestError::Syntax { line: 0, reason: error.to_string() })?;
        Self::parse(format!("{text}\n").as_bytes())
    }

    /// The file, to the byte: what is signed.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What stands in it.
    #[must_use]
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Its epoch.
    #[must_use]
    pub fn epoch(&self) -> i32 {
        self.content.epoch
    }

    /// Its digest.
    #[must_use]
    pub fn sha256(&self) -> Sha256 {
        Sha256::of(&self.bytes)
    }

    /// What people compare.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self.sha256())
    }

    /// Who may sign the next one.
    #[must_use]
    pub fn signers(&self) -> &Signers {
        &self.signers
    }

    /// Its recipients, for [`super::trust::Trusted`] alone.
    pub(super) fn recipients(&self) -> &Recipients {
        &self.recipients
    }

    /// What kind of keys it has, in words.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.recipients.kind()
    }

    /// Whether it holds at `now`, with [`CLOCK_TOLERANCE`] at both ends.
    #[must_use]
    pub fn validity(&self, now: Timestamp) -> Validity {
        let Content { not_before, not_after, .. } = &self.content;
        let (Some(from), Some(to)) = (not_before.start(), not_after.end()) else { return Validity::Over };
        if now.0.saturating_add(CLOCK_TOLERANCE) < from.0 {
            Validity::NotYet
        } else if now.0 >= to.0.saturating_add(CLOCK_TOLERANCE) {
            Validity::Over
        } else {
            Validity::Holds { days_left: to.0.saturating_sub(now.0).saturating_sub(1) / (24 * 3600) }
        }
    }
}

/// Whether a label is what it looks like.
fn prints(label: &str) -> bool {
    let invisible = |c: char| {
        c.is_control()
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{3164}' | '\u{e0000}'..='\u{e007f}')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    !label.is_empty() && label.trim() == label && label.chars().count() <= LABEL && !label.chars().any(invisible)
}
