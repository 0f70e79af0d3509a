//! Multipart (RFC 7578) to answers as typed and attachments in the spool. File names and declared types are not looked
//! at; a part that the questionnaire does not know refuses the form.

use std::path::{Path, PathBuf};

use actix_multipart::{Field as Part, Multipart};
use actix_web::http::header::HeaderMap;
use futures_util::StreamExt as _;
use tokio::task::spawn_blocking;
use zeroize::Zeroizing;

use super::{
    body::{Body, Cut},
    refusal::Refusal,
};
use crate::{
    intake::{
        config::Limits,
        spool::{IN_MEMORY, Spool, SpoolError},
    },
    testimony::{
        answers::Typed,
        draft::Received,
        questionnaire::{Kind, Questionnaire},
    },
};

/// Longest choice id in bytes.
const CHOICE: usize = 64;
/// Longest UTF-8 form of one character in bytes.
const UTF8: usize = 4;
/// Of a text that is too long, so many times its limit is held, to be given back.
const TOO_LONG: usize = 2;
/// More choices of one question than any list has.
const MOST_CHOICES: usize = 512;
/// Received bytes that are handed to the spool at a time.
const HANDFUL: usize = 128 * 1024;

/// What a form is read by.
pub(super) struct Rules<'a> {
    pub(super) questionnaire: &'a Questionnaire,
    pub(super) limits: &'a Limits,
    /// Where long attachments are spooled.
    pub(super) spool: &'a Path,
    /// A reason, known before, for which the form is not taken: what was typed is read to be given back, files are not.
    pub(super) instead: Option<Refusal>,
}

/// What came in one form.
pub(super) struct Arrived {
    pub(super) typed: Typed,
    pub(super) files: Vec<Received>,
}

/// A form that is not taken, and what was typed up to there.
pub(super) struct Untaken {
    pub(super) refusal: Refusal,
    pub(super) typed: Typed,
}

/// Reads a form to its end. Files are asked for last, so of a form whose files cannot be taken all that was typed is there.
pub(super) async fn receive(headers: &HeaderMap, body: &Body, rules: &Rules<'_>) -> Result<Arrived, Untaken> {
    let mut arrived = Arrived { typed: Typed::new(), files: Vec::new() };
    match read(headers, body, rules, &mut arrived).await {
        Ok(()) => Ok(arrived),
        Err(refusal) => Err(Untaken { refusal, typed: arrived.typed }),
    }
}

async fn read(headers: &HeaderMap, body: &Body, rules: &Rules<'_>, arrived: &mut Arrived) -> Result<(), Refusal> {
    let mut parts = Multipart::new(headers, body.clone());
    while let Some(part) = parts.next().await {
        let part = part.map_err(|_| broken(body, rules))?;
        let field = part.name().and_then(|name| rules.questionnaire.field(name)).ok_or(Refusal::Malformed)?;
        match (&field.kind, rules.instead) {
            (Kind::Files, Some(refusal)) => return Err(refusal),
            (Kind::Files, None) => {
                let place = arrived.files.len() + 1;
                // A form without a chosen file sends one nameless, empty part.
                let nameless = part.content_disposition().and_then(|d| d.get_filename()).is_none_or(str::is_empty);
                let spool = spool(part, place, body, rules).await?;
                if nameless && spool.bytes() == 0 {
                    continue;
                }
                if place > rules.limits.files {
                    return Err(Refusal::TooManyFiles { most: rules.limits.files });
                }
                arrived.files.push(spool.finish().map_err(|error| unspooled(&error))?);
            }
            (kind, _) => {
                let text = text(part, kind, body, rules).await?;
                let most = if matches!(kind, Kind::ManyOf(_)) { MOST_CHOICES } else { 1 };
                let values = arrived.typed.entry(field.id.clone()).or_default();
                if values.len() == most {
                    return Err(Refusal::Malformed);
                }
                values.push(text);
            }
        }
    }
    // The parser is content with a body that ends in mid-part after a boundary; the transport is not.
    match (body.cut(), rules.instead) {
        (Some(_), _) => Err(broken(body, rules)),
        (None, Some(refusal)) => Err(refusal),
        (None, None) => Ok(()),
    }
}

/// Text to its end, or a refusal as soon as it is longer than it may be.
async fn text(mut part: Part, kind: &Kind, body: &Body, rules: &Rules<'_>) -> Result<Zeroizing<String>, Refusal> {
    let (most, too_long) = match *kind {
        Kind::Text { max_chars, .. } => (max_chars * UTF8 * TOO_LONG, Refusal::TextTooLong { max_chars, chars: None }),
        Kind::OneOf(_) | Kind::ManyOf(_) | Kind::Files => (CHOICE, Refusal::Malformed),
    };
    let mut text = Zeroizing::new(Vec::new());
    while let Some(bytes) = part.next().await {
        let bytes = bytes.map_err(|_| broken(body, rules))?;
        if text.len() + bytes.len() > most {
            return Err(too_long);
        }
        text.extend_from_slice(&bytes);
    }
    match String::from_utf8(std::mem::take(&mut *text)) {
        Ok(text) => Ok(Zeroizing::new(text)),
        Err(error) => {
            drop(Zeroizing::new(error.into_bytes()));
            Err(Refusal::Malformed)
        }
    }
}

/// A file to its end, into the spool.
async fn spool(mut part: Part, place: usize, body: &Body, rules: &Rules<'_>) -> Result<Spool, Refusal> {
    let mut spool = Spool::default();
    // One run of bytes: a sender of many tiny pieces must not cost more than their sum.
    let mut handful = Zeroizing::new(Vec::new());
    while let Some(bytes) = part.next().await {
        let bytes = bytes.map_err(|_| broken(body, rules))?;
        if spool.bytes() + (handful.len() + bytes.len()) as u64 > rules.limits.file_bytes() {
            return Err(Refusal::FileTooLarge { place, mb: rules.limits.file_mb });
        }
        if place > rules.limits.files && !bytes.is_empty() {
            return Err(Refusal::TooManyFiles { most: rules.limits.files });
        }
        handful.extend_from_slice(&bytes);
        if handful.len() >= HANDFUL {
            spool = put(spool, std::mem::take(&mut handful), rules.spool.to_owned()).await?;
        }
    }
    if spool.bytes() + handful.len() as u64 <= IN_MEMORY as u64 {
        // Stays in memory: nothing that could block.
        spool.write(&handful, rules.spool).map_err(|error| unspooled(&error))?;
        return Ok(spool);
    }
    put(spool, handful, rules.spool.to_owned()).await
}

async fn put(mut spool: Spool, handful: Zeroizing<Vec<u8>>, folder: PathBuf) -> Result<Spool, Refusal> {
    let write = move || spool.write(&handful, &folder).map(|()| spool);
    spawn_blocking(write).await.map_err(|_| Refusal::Broken)?.map_err(|error| unspooled(&error))
}

fn unspooled(error: &SpoolError) -> Refusal {
    match error {
        SpoolError::Io(_) => Refusal::Away,
        SpoolError::Key => Refusal::Broken,
    }
}

/// Why the stream of parts broke off.
fn broken(body: &Body, rules: &Rules<'_>) -> Refusal {
    match body.cut() {
        Some(Cut::TooLarge) => Refusal::FormTooLarge { mb: rules.limits.form_mb },
        Some(Cut::TooSlow) => Refusal::TooSlow,
        Some(Cut::Gone) => Refusal::Gone,
        None => Refusal::Malformed,
    }
}
