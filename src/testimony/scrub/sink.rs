//! Where a rebuilt file goes: counted and hashed, a buffer at a time.

use std::io::Write;

use zeroize::Zeroizing;

use super::{Refusal, proven::Ledger};
use crate::testimony::digest::{Hasher, Sha256};

/// Bytes of the buffer: at most, and for a small file.
const BUFFER: usize = 64 * 1024;
const LEAST: usize = 4 * 1024;
/// How much larger than a file what is made of it may be: TIFF's numbers of one byte become eight, and torn pictures are made
/// whole with rows of nothing.
const GROWTH: u64 = 16;
const SPARE: u64 = 64 * 1024 * 1024;

/// A file that is being written from its start to its end.
pub(super) struct Sink<'a> {
    out: &'a mut dyn Write,
    buffer: Zeroizing<Vec<u8>>,
    /// Bytes that `buffer` takes.
    room: usize,
    hasher: Hasher,
    bytes: u64,
    /// Most bytes.
    most: u64,
    ledger: Ledger,
}

impl<'a> Sink<'a> {
    /// A part of a file, written to `out`.
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { most: u64::MAX, ..Self::with(out, Ledger::None, BUFFER as u64) }
    }

    /// An empty file, written to `out`, with the ledger of its pass: made of a file of `length` bytes. It is not longer than a
    /// multiple of them, because parts that share bytes would fill a disk.
    pub(super) fn with(out: &'a mut dyn Write, ledger: Ledger, length: u64) -> Self {
        let room = usize::try_from(length).unwrap_or(BUFFER).clamp(LEAST, BUFFER);
        let buffer = Zeroizing::new(Vec::with_capacity(room));
        let most = length.saturating_mul(GROWTH).saturating_add(SPARE);
        Self { out, buffer, room, hasher: Hasher::default(), bytes: 0, most, ledger }
    }

    /// What was proven of the file, or is to be.
    pub(super) fn ledger(&mut self) -> &mut Ledger {
        &mut self.ledger
    }

    /// Bytes written so far: where the next one will be.
    #[must_use]
    pub(super) fn position(&self) -> u64 {
        self.bytes
    }

    /// Writes `bytes`.
    pub(super) fn put(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        self.bytes += bytes.len() as u64;
        if self.bytes > self.most {
            return Err(Refusal::Large);
        }
        if self.buffer.len() + bytes.len() <= self.room {
            self.buffer.extend_from_slice(bytes);
            return Ok(());
        }
        self.flush()?;
        if bytes.len() < self.room {
            self.buffer.extend_from_slice(bytes);
            return Ok(());
        }
        self.hasher.update(bytes);
        self.out.write_all(bytes).map_err(Refusal::Write)
    }

    fn flush(&mut self) -> Result<(), Refusal> {
        self.hasher.update(&self.buffer);
        self.out.write_all(&self.buffer).map_err(Refusal::Write)?;
        self.buffer.clear();
        Ok(())
    }

    /// Writes what is buffered; the file's digest and length in bytes, and its ledger.
    pub(super) fn finish(mut self) -> Result<(Sha256, u64, Ledger), Refusal> {
        self.flush()?;
        self.out.flush().map_err(Refusal::Write)?;
        Ok((self.hasher.finish(), self.bytes, self.ledger))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_of_a_file_is_bounded_by_its_length() {
        let (mut out, part) = (std::io::sink(), vec![0; 1 << 20]);
        let mut sink = Sink::with(&mut out, Ledger::None, 1 << 20);
        for _ in 0..GROWTH + (SPARE >> 20) {
            sink.put(&part).unwrap();
        }
        assert!(matches!(sink.put(&[0]), Err(Refusal::Large)));
    }
}
