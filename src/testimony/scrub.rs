//! `Draft → Scrubbed`: the only way to an envelope.
//!
//! Today this stage removes a file's name and declared type, and says in the record that nothing inside the file was
//! touched (`scrubbed: false`). It never calls a file clean that it did not rebuild.

use std::io::{self, Read as _, Seek as _};

use zeroize::Zeroizing;

use super::{
    answers::Answers,
    draft::{Draft, Received},
    record::Attachment,
};

/// Bytes at a file's start that its media type is told by.
const HEAD: usize = 4096;

/// Most files in one testimony: their names have two digits.
pub const MOST_FILES: usize = 99;

/// A draft from which all was removed that this stage knows how to remove.
pub struct Scrubbed {
    pub(super) answers: Answers,
    pub(super) attachments: Vec<(Attachment, Received)>,
}

/// Why a draft cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum ScrubError {
    /// More than [`MOST_FILES`].
    #[error("more than {MOST_FILES} files")]
    TooManyFiles,
    /// The spool could not be read.
    #[error("an attachment could not be read back")]
    Read(#[source] io::Error),
}

/// Gives every file a neutral name, after its content and not after what it was called.
pub fn scrub(draft: Draft) -> Result<Scrubbed, ScrubError> {
    if draft.attachments.len() > MOST_FILES {
        return Err(ScrubError::TooManyFiles);
    }
    let mut attachments = Vec::with_capacity(draft.attachments.len());
    for (place, mut received) in (1..).zip(draft.attachments) {
        let (media_type, extension) = kind(&mut received).map_err(ScrubError::Read)?;
        let described = Attachment {
            name: format!("attachments/{place:02}.{extension}"),
            media_type: media_type.to_owned(),
            bytes: received.bytes,
            sha256_received: received.sha256,
            sha256_kept: received.sha256,
            removed: vec!["file name".to_owned(), "declared type".to_owned()],
            scrubbed: false,
        };
        attachments.push((described, received));
    }
    Ok(Scrubbed { answers: draft.answers, attachments })
}

/// Media type and extension, by content alone; what is unknown is a `.bin`.
fn kind(received: &mut Received) -> io::Result<(&'static str, &'static str)> {
    let mut head = Zeroizing::new(Vec::with_capacity(HEAD));
    received.content.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    received.content.rewind()?;
    let known = infer::get(&head).filter(|kind| {
        (1..=5).contains(&kind.extension().len())
            && kind.extension().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    });
    Ok(known.map_or(("application/octet-stream", "bin"), |kind| (kind.mime_type(), kind.extension())))
}
