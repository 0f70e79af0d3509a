//! The envelope: a POSIX tar (IEEE 1003.1, ustar) of one testimony, padded with zero blocks.
//!
//! `tar x` reads it: the zeros after the end-of-archive mark are ignored.

use std::{
    collections::VecDeque,
    io::{self, Cursor, Read},
};

use zeroize::Zeroizing;

use super::{
    draft::Content,
    padme,
    record::{self, Context, Record},
    scrub::Scrubbed,
    ustar,
};

const BLOCK: u64 = 512;
/// Two zero blocks end an archive.
const END: u64 = 2 * BLOCK;

/// A packed and padded testimony, still plaintext, produced as it is read. Only [`Envelope::pack`] makes one.
pub struct Envelope {
    segments: VecDeque<Segment>,
    length: u64,
}

enum Segment {
    Bytes(Cursor<Zeroizing<Vec<u8>>>),
    /// Content of which exactly `left` more bytes must come.
    Content {
        content: Box<dyn Content>,
        left: u64,
    },
    Zeros(u64),
}

/// Why a testimony cannot be packed.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// `testimony.json` or a tar header could not be written.
    #[error("the record of a testimony could not be written")]
    Record,
}

impl Envelope {
    /// Packs a testimony: `testimony.json` first, then the attachments, then zeros up to the Padmé length.
    pub fn pack(scrubbed: Scrubbed, context: Context) -> Result<Self, PackError> {
        let (described, contents): (Vec<_>, Vec<_>) = scrubbed.attachments.into_iter().unzip();
        let record = Record {
            format: record::FORMAT.to_owned(),
            id: context.id,
            questionnaire: context.questionnaire,
            language: context.language,
            arrival_day: context.arrival_day,
            evidence_nonce: scrubbed.nonce,
            answers: scrubbed.answers,
            attachments: described,
        };
        // Sized once: a growing buffer would leave copies of the text behind.
        let mut json = Zeroizing::new(Vec::with_capacity(256 * 1024));
        serde_json::to_writer_pretty(&mut *json, &record).map_err(|_| PackError::Record)?;
        json.push(b'\n');

        let mut envelope = Self { segments: VecDeque::new(), length: 0 };
        let bytes = json.len() as u64;
        envelope.push_header(record::FILE_NAME, bytes)?;
        envelope.push(Segment::Bytes(Cursor::new(json)), bytes);
        envelope.push_zeros(bytes.next_multiple_of(BLOCK) - bytes);
        for (attachment, received) in record.attachments.iter().zip(contents) {
            envelope.push_header(&attachment.name, received.bytes)?;
            envelope.push(Segment::Content { content: received.content, left: received.bytes }, received.bytes);
            envelope.push_zeros(received.bytes.next_multiple_of(BLOCK) - received.bytes);
        }
        let whole = padme::padded(envelope.length + END);
        envelope.push_zeros(whole - envelope.length);
        Ok(envelope)
    }

    /// Its whole length in bytes, padding included: always a Padmé length.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    fn push(&mut self, segment: Segment, bytes: u64) {
        self.segments.push_back(segment);
        self.length += bytes;
    }

    fn push_zeros(&mut self, bytes: u64) {
        self.push(Segment::Zeros(bytes), bytes);
    }

    fn push_header(&mut self, name: &str, bytes: u64) -> Result<(), PackError> {
        let header = ustar::header(name, bytes).map_err(|_| PackError::Record)?;
        self.push(Segment::Bytes(Cursor::new(Zeroizing::new(header.to_vec()))), BLOCK);
        Ok(())
    }
}

impl Segment {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let most = |left: u64| usize::try_from(left).unwrap_or(usize::MAX).min(buf.len());
        match self {
            Self::Bytes(bytes) => {
                // Not Cursor::read: Zeroizing<Vec> does not deref to a slice there.
                let at = usize::try_from(bytes.position()).unwrap_or(usize::MAX);
                let rest = bytes.get_ref().get(at..).unwrap_or_default();
                let n = rest.len().min(buf.len());
                buf[..n].copy_from_slice(&rest[..n]);
                bytes.set_position((at + n) as u64);
                Ok(n)
            }
            Self::Content { content, left } => {
                let want = most(*left);
                let n = content.read(&mut buf[..want])?;
                if n == 0 && *left > 0 {
                    return Err(io::Error::new(
                        io::ErrorKind::UnexpectedEof,
                        "an attachment is shorter than when it was received",
                    ));
                }
                *left -= n as u64;
                Ok(n)
            }
            Self::Zeros(left) => {
                let n = most(*left);
                buf[..n].fill(0);
                *left -= n as u64;
                Ok(n)
            }
        }
    }
}

impl Read for Envelope {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if buf.is_empty() {
            return Ok(0);
        }
        while let Some(segment) = self.segments.front_mut() {
            let n = segment.read(buf)?;
            if n > 0 {
                return Ok(n);
            }
            self.segments.pop_front();
        }
        Ok(0)
    }
}
