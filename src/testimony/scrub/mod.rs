//! `Draft → Scrubbed`: the only way to an envelope.
//!
//! Every file is parsed, and a new file is written from the parts that its format's allow-list has. What was written is
//! parsed again by the same allow-list, and must come out byte for byte the same with nothing left to remove; otherwise
//! the file is refused. Nothing is edited in place, and no list of what is bad exists.

use std::io::{self, Seek as _};

use super::{
    answers::Answers,
    digest::Sha256,
    draft::{Content, Draft, Received, Shelf},
    record::Attachment,
};

mod aac;
mod ahead;
mod amr;
mod aspect;
mod colour;
mod crc16;
mod evidence;
mod flac;
mod format;
mod gif;
mod headers;
mod heif;
mod jpeg;
mod matroska;
mod movie;
mod mp3;
mod ogg;
mod orientation;
mod png;
mod proven;
mod refusal;
mod report;
mod sink;
mod source;
mod stuffing;
mod tags;
mod tiff;
mod wav;
mod webp;
mod xiph;

pub use self::{evidence::Nonce, format::Format, refusal::Refusal, report::Removed, report::Report};
use self::{proven::Ledger, sink::Sink, source::Source};

/// Most files in one testimony: their names have two digits.
pub const MOST_FILES: usize = 99;

/// A draft whose files were all rebuilt.
pub struct Scrubbed {
    pub(super) answers: Answers,
    pub(super) nonce: Nonce,
    pub(super) attachments: Vec<(Attachment, Received)>,
}

/// Why a draft cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum ScrubError {
    /// More than [`MOST_FILES`].
    #[error("more than {MOST_FILES} files")]
    TooManyFiles,
    /// A file was not rebuilt. `place` counts from 1, in the order of the form.
    #[error("file {place}: {refusal}")]
    Refused {
        /// Which file.
        place: usize,
        /// Why.
        refusal: Refusal,
    },
}

/// A rebuilt file.
pub struct Clean {
    /// What it is.
    pub format: Format,
    /// Its bytes, at their start.
    pub content: Box<dyn Content>,
    /// How many they are.
    pub bytes: u64,
    /// SHA-256 of them.
    pub sha256: Sha256,
    /// What is no longer there.
    pub removed: Report,
}

/// Rebuilds every file and gives it a neutral name. Each goes to a shelf of its own, which `shelf` makes.
pub fn scrub(
    draft: Draft,
    nonce: Nonce,
    shelf: &mut dyn FnMut() -> io::Result<Box<dyn Shelf>>,
) -> Result<Scrubbed, ScrubError> {
    if draft.attachments.len() > MOST_FILES {
        return Err(ScrubError::TooManyFiles);
    }
    let mut attachments = Vec::with_capacity(draft.attachments.len());
    for (place, mut received) in (1..).zip(draft.attachments) {
        let to = shelf().map_err(|error| ScrubError::Refused { place, refusal: Refusal::Write(error) })?;
        let clean = clean(&mut *received.content, received.bytes, to)
            .map_err(|refusal| ScrubError::Refused { place, refusal })?;
        let removed = [Removed::FileName, Removed::DeclaredType].into_iter().chain(clean.removed.kinds());
        let described = Attachment {
            name: format!("attachments/{place:02}.{}", clean.format.extensions()[0]),
            media_type: clean.format.media_type().to_owned(),
            bytes: clean.bytes,
            hmac_received: nonce.evidence(&received.sha256),
            sha256_kept: clean.sha256,
            removed: removed.map(|kind| kind.name().to_owned()).collect(),
            scrubbed: true,
        };
        attachments.push((described, Received { content: clean.content, bytes: clean.bytes, sha256: clean.sha256 }));
    }
    Ok(Scrubbed { answers: draft.answers, nonce, attachments })
}

/// Rebuilds one file of `bytes` bytes onto a shelf, and proves it by parsing it again.
pub fn clean(content: &mut dyn Content, bytes: u64, mut shelf: Box<dyn Shelf>) -> Result<Clean, Refusal> {
    let mut removed = Report::default();
    let (written, ledger) = pass(content, bytes, &mut *shelf, Ledger::Written(Vec::new()), &mut removed)?;
    let (format, sha256, bytes) = written;
    let mut content = shelf.back().map_err(Refusal::Write)?;
    let mut nothing = Report::default();
    let again = pass(&mut *content, bytes, &mut io::sink(), ledger.turn(), &mut nothing);
    match again {
        Err(refusal @ (Refusal::Read(_) | Refusal::Work)) => return Err(refusal),
        Ok((again, ledger)) if again == written && nothing.is_empty() && ledger.is_settled() => {}
        Ok(_) | Err(_) => return Err(Refusal::Unstable),
    }
    content.rewind().map_err(Refusal::Read)?;
    Ok(Clean { format, content, bytes, sha256, removed })
}

fn pass(
    content: &mut dyn Content,
    bytes: u64,
    to: &mut dyn io::Write,
    ledger: Ledger,
    report: &mut Report,
) -> Result<((Format, Sha256, u64), Ledger), Refusal> {
    let mut source = Source::new(content, bytes);
    let mut sink = Sink::with(to, ledger, bytes);
    let format = format::rebuild(&mut source, &mut sink, report)?;
    let (sha256, bytes, ledger) = sink.finish()?;
    Ok(((format, sha256, bytes), ledger))
}
