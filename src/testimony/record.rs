//! `testimony.json`: what a researcher reads first in an opened envelope.

use serde::{Deserialize, Serialize};

use super::{
    answers::Answers, calendar::Day, digest::Sha256, id::TestimonyId, questionnaire::Questionnaire, scrub::Nonce,
};

/// The only value of [`Record::format`] that this version writes and reads.
pub const FORMAT: &str = "amanat-testimony-1";

/// Its name in the envelope, and the first entry there.
pub const FILE_NAME: &str = "testimony.json";

/// The sealed record of one testimony.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// [`FORMAT`].
    pub format: String,
    /// Must be the id of the row and of the file that it was found in: age has no associated data.
    pub id: TestimonyId,
    /// Which questions were answered.
    pub questionnaire: Stamp,
    /// BCP 47 tag of the page's language.
    pub language: String,
    /// UTC day of arrival; nothing finer is known.
    pub arrival_day: Day,
    /// Key of each file's `hmac_received`. It is nowhere else.
    pub evidence_nonce: Nonce,
    /// The answers by field id.
    pub answers: Answers,
    /// The files, in the order of the envelope.
    pub attachments: Vec<Attachment>,
}

/// Ties a testimony to the exact wording of the questionnaire.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// `meta.form_id`.
    pub id: String,
    /// `meta.schema_version`.
    pub version: u32,
    /// SHA-256 of the questionnaire's file.
    pub sha256: Sha256,
}

/// One file of a testimony.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// Its path in the envelope, such as `attachments/01.jpg`.
    pub name: String,
    /// Told by content.
    pub media_type: String,
    /// Size in the envelope, in bytes.
    pub bytes: u64,
    /// [`Nonce::evidence`] of what was received.
    pub hmac_received: Sha256,
    /// SHA-256 as kept in the envelope.
    pub sha256_kept: Sha256,
    /// Kinds of data that were removed; never their values.
    pub removed: Vec<String>,
    /// True only when the file was rebuilt from an allow-list.
    pub scrubbed: bool,
}

/// What the envelope needs to know besides the testimony itself.
pub struct Context {
    /// The id that the row will carry.
    pub id: TestimonyId,
    /// Which questionnaire was answered.
    pub questionnaire: Stamp,
    /// BCP 47 tag of the page's language.
    pub language: String,
    /// UTC day of arrival.
    pub arrival_day: Day,
}

impl Stamp {
    /// The stamp of a questionnaire.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire) -> Self {
        Self {
            id: questionnaire.meta.form_id.clone(),
            version: questionnaire.meta.schema_version,
            sha256: questionnaire.sha256,
        }
    }
}
