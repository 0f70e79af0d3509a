//! `Envelope → Sealed`: one age v1 file (c2sp.org/age), its header apart from its payload.
//!
//! Key rotation replaces a header and leaves the payload alone; an export writes the two back to back, which is an age
//! file again.

use std::{
    io::{self, Read as _, Write},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use zeroize::Zeroizing;

use super::{
    calendar::{IsoWeek, Timestamp},
    digest::{Hasher, Sha256},
    envelope::Envelope,
    id::TestimonyId,
    keys::trust::{TrustError, Trusted},
};

/// Plaintext of one STREAM chunk in bytes (c2sp.org/age, "Payload").
const STEP: usize = 64 * 1024;
/// Poly1305 tag of one STREAM chunk in bytes.
const TAG: u64 = 16;
/// The payload's nonce in bytes; it comes right after the header.
const NONCE: usize = 16;

/// A testimony that only the recipients can read. Nothing else can be stored.
pub struct Sealed {
    /// The row's id; the same id is sealed inside.
    pub id: TestimonyId,
    /// The ISO week of arrival.
    pub week: IsoWeek,
    /// The manifest's epoch.
    pub epoch: i32,
    /// The age header, up to and with the line of its MAC.
    pub header: SealedHeader,
    /// The rest of the age file.
    pub payload: SealedPayload,
}

/// An age header.
pub struct SealedHeader(Vec<u8>);

/// A run of the age payload.
pub struct SealedChunk(Vec<u8>);

/// The age payload, sealed as it is pulled: at most one chunk and one step are in memory.
pub struct SealedPayload {
    envelope: Envelope,
    /// `None` once the last age chunk was written.
    writer: Option<age::stream::StreamWriter<Outlet>>,
    outlet: Outlet,
    step: Zeroizing<Vec<u8>>,
    chunk: usize,
    hasher: Hasher,
    bytes: u64,
}

/// Why a testimony could not be sealed.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The manifest does not hold now.
    #[error("the manifest of recipients does not hold now")]
    Keys(#[source] TrustError),
    /// age refused the recipients.
    #[error("the recipients cannot be sealed to")]
    Recipients,
    /// The envelope could not be read, or was not of the length that it had announced.
    #[error("the envelope could not be read to its end")]
    Envelope(#[source] io::Error),
    /// The payload was not of the length that its envelope announced.
    #[error("the payload is not of the announced length")]
    Length,
}

/// Where age writes to: it owns its writer, so the ciphertext is fetched through a second handle.
#[derive(Clone, Default)]
struct Outlet(Arc<Mutex<Vec<u8>>>);

impl Outlet {
    fn bytes(&self) -> MutexGuard<'_, Vec<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Write for Outlet {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.bytes().extend_from_slice(buf);
        Ok(buf.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Sealed {
    /// Seals `envelope` to every recipient of `keys`, if that holds at `now`: to nobody else can anything be sealed. The
    /// payload comes in chunks of `chunk` bytes, the last one shorter.
    pub fn seal(
        envelope: Envelope,
        id: TestimonyId,
        now: Timestamp,
        keys: &Trusted,
        chunk: usize,
    ) -> Result<Self, SealError> {
        let recipients = keys.recipients(now).map_err(SealError::Keys)?;
        let (week, epoch) = (now.week(), keys.manifest().epoch());
        let encryptor = age::Encryptor::with_recipients(recipients.as_age()).map_err(|_| SealError::Recipients)?;
        let outlet = Outlet::default();
        let writer = encryptor.wrap_output(outlet.clone()).map_err(SealError::Envelope)?;
        // age has now written its header and the payload's nonce, and nothing else.
        let mut header = std::mem::take(&mut *outlet.bytes());
        let nonce = header.split_off(header.len().saturating_sub(NONCE));
        *outlet.bytes() = nonce;
        let step = Zeroizing::new(vec![0; STEP]);
        let payload =
            SealedPayload { envelope, writer: Some(writer), outlet, step, chunk, hasher: Hasher::default(), bytes: 0 };
        Ok(Self { id, week, epoch, header: SealedHeader(header), payload })
    }
}

impl SealedHeader {
    /// The header's bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl SealedChunk {
    /// The ciphertext.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl SealedPayload {
    /// The payload's whole length in bytes, known before it is sealed.
    #[must_use]
    pub fn length(&self) -> u64 {
        let chunks = self.envelope.length().div_ceil(STEP as u64).max(1);
        NONCE as u64 + self.envelope.length() + chunks * TAG
    }

    /// The next chunk, or `None` after the last.
    pub fn pull(&mut self) -> Result<Option<SealedChunk>, SealError> {
        while self.outlet.bytes().len() < self.chunk {
            let Some(mut writer) = self.writer.take() else { break };
            let n = self.envelope.read(&mut self.step).map_err(SealError::Envelope)?;
            if n == 0 {
                writer.finish().map_err(SealError::Envelope)?;
            } else {
                writer.write_all(&self.step[..n]).map_err(SealError::Envelope)?;
                self.writer = Some(writer);
            }
        }
        let mut ready = self.outlet.bytes();
        if ready.is_empty() {
            return Ok(None);
        }
        let rest = if ready.len() > self.chunk { ready.split_off(self.chunk) } else { Vec::new() };
        let chunk = std::mem::replace(&mut *ready, rest);
        self.hasher.update(&chunk);
        self.bytes += chunk.len() as u64;
        Ok(Some(SealedChunk(chunk)))
    }

    /// SHA-256 and length in bytes of all chunks pulled so far; of the payload once `pull` has returned `None`.
    #[must_use]
    pub fn summary(&self) -> (Sha256, u64) {
        (self.hasher.clone().finish(), self.bytes)
    }
}

#[cfg(test)]
mod tests;
