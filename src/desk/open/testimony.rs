//! Opens one testimony.

use std::{
    fs::File,
    io::{self, Read},
};

use zeroize::Zeroizing;

use super::{
    folder::{Folder, Output},
    page,
    refusal::{Failure, Refusal},
    unpack::Unpacker,
};
use crate::{
    desk::{identity::Identities, section::Section, unseal::unseal},
    testimony::{
        bundle::read::Job,
        digest::{Hashing, Sha256},
        questionnaire::Questionnaire,
    },
};

/// No age header is longer: 64 KiB hold hundreds of recipients.
pub const LONGEST_HEADER: usize = 64 * 1024;
/// Ciphertext that is fetched at once: a testimony of text alone takes one system call.
const FETCH: usize = 2 * LONGEST_HEADER;
/// Plaintext that is held at once, as in age's own chunks.
const STEP: usize = 64 * 1024;

/// What one thread needs; its buffers serve one testimony after the other.
pub struct Opener<'a> {
    bundle: &'a File,
    identities: &'a Identities,
    form: Option<&'a Questionnaire>,
    output: &'a Output,
    sealed: Vec<u8>,
    plain: Zeroizing<Vec<u8>>,
}

/// What became of a testimony that is not refused.
pub enum Opened {
    /// Its folder, whole but not kept yet.
    Now(Folder),
    /// An earlier run opened the same payload.
    Before,
}

impl<'a> Opener<'a> {
    /// For one thread.
    #[must_use]
    pub fn new(
        bundle: &'a File,
        identities: &'a Identities,
        form: Option<&'a Questionnaire>,
        output: &'a Output,
    ) -> Self {
        Self { bundle, identities, form, output, sealed: vec![0; FETCH], plain: Zeroizing::new(vec![0; STEP]) }
    }

    /// Opens `job`: all of it is checked, or nothing of it stays.
    pub fn open(&mut self, job: &Job) -> Result<Opened, Failure> {
        let mut section = Section::new(self.bundle, job.offset, job.size);
        let fetched = fetch(&mut section, &mut self.sealed).map_err(Refusal::Unreadable)?;
        let fetched = &self.sealed[..fetched];
        let length = match &job.entry {
            Some(entry) => entry.header_bytes as usize,
            None => header_length(fetched).ok_or(Refusal::Tampered("header"))?,
        };
        let (header, begun) = fetched.split_at_checked(length).ok_or(Refusal::Tampered("header"))?;
        if length > LONGEST_HEADER || job.entry.as_ref().is_some_and(|entry| Sha256::of(header) != entry.header_sha256)
        {
            return Err(Refusal::Tampered("header").into());
        }

        let mut payload = Hashing::new(begun.chain(section));
        if let Some(before) = self.output.earlier(job.id)? {
            io::copy(&mut payload, &mut io::sink()).map_err(Refusal::Unreadable)?;
            return if check(payload, job, length)? == before {
                Ok(Opened::Before)
            } else {
                Err(Refusal::Differs.into())
            };
        }
        let plain = unseal(header, &mut payload, self.identities.as_age()).map_err(Refusal::from)?;
        let mut unpacker = Unpacker::new(plain, &mut self.plain);
        let (json, record) = unpacker.record(job.id)?;
        let folder = self.output.begin(job.id, !record.attachments.is_empty()).map_err(Failure::Output)?;
        for attachment in &record.attachments {
            unpacker.attachment(attachment, &folder)?;
        }
        unpacker.end()?;
        let digest = check(payload, job, length)?;
        let page = page::render(&record, self.form).map_err(|_| Refusal::Content("no page could be made of it"))?;
        folder.write("testimony.json", &json).map_err(Failure::Output)?;
        folder.write("index.html", page.as_bytes()).map_err(Failure::Output)?;
        folder.mark(digest).map_err(Failure::Output)?;
        Ok(Opened::Now(folder))
    }
}

/// After a payload's end: its SHA-256, if nothing is left over and the manifest says the same.
fn check<R>(payload: Hashing<R>, job: &Job, header_length: usize) -> Result<Sha256, Refusal> {
    let (_, digest, bytes) = payload.finish();
    if header_length as u64 + bytes != job.size {
        return Err(Refusal::Tampered("payload"));
    }
    if job.entry.as_ref().is_some_and(|entry| digest != entry.payload_sha256) {
        return Err(Refusal::Tampered("line in the manifest or its payload"));
    }
    Ok(digest)
}

/// Fills `to` as far as the section goes.
fn fetch(section: &mut Section<'_>, to: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < to.len() {
        match section.read(&mut to[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Where the header ends, when no manifest tells: after the line that begins with `---`.
fn header_length(file: &[u8]) -> Option<usize> {
    let mac = file.windows(5).position(|window| window == b"\n--- ")? + 1;
    let line = file[mac..].iter().position(|byte| *byte == b'\n')?;
    Some(mac + line + 1)
}
