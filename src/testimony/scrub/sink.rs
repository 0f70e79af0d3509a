//! Where a rebuilt file goes: counted and hashed, a buffer at a time.

use std::io::Write;

use zeroize::Zeroizing;

use super::Refusal;
use crate::testimony::digest::{Hasher, Sha256};

const BUFFER: usize = 64 * 1024;
/// How much larger than a file what is made of it may be: TIFF's numbers of one byte become eight, and torn pictures are made
/// whole with rows of nothing.
const GROWTH: u64 = 16;
const SPARE: u64 = 64 * 1024 * 1024;

/// A file that is being written from its start to its end.
pub(super) struct Sink<'a> {
    out: &'a mut dyn Write,
    buffer: Zeroizing<Vec<u8>>,
    hasher: Hasher,
    bytes: u64,
    /// Most bytes.
    most: u64,
}

impl<'a> Sink<'a> {
    /// An empty file, written to `out`.
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        let buffer = Zeroizing::new(Vec::with_capacity(BUFFER));
        Self { out, buffer, hasher: Hasher::default(), bytes: 0, most: u64::MAX }
    }

    /// The same, for what is made of a file of `length` bytes: parts that share bytes would fill a disk.
    pub(super) fn of_file(out: &'a mut dyn Write, length: u64) -> Self {
        Self { most: length.saturating_mul(GROWTH).saturating_add(SPARE), ..Self::new(out) }
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
        if self.buffer.len() + bytes.len() <= BUFFER {
            self.buffer.extend_from_slice(bytes);
            return Ok(());
        }
        self.flush()?;
        if bytes.len() < BUFFER {
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

    /// Writes what is buffered; the file's digest and length in bytes.
    pub(super) fn finish(mut self) -> Result<(Sha256, u64), Refusal> {
        self.flush()?;
        self.out.flush().map_err(Refusal::Write)?;
        Ok((self.hasher.finish(), self.bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_of_a_file_is_bounded_by_its_length() {
        let (mut out, part) = (std::io::sink(), vec![0; 1 << 20]);
        let mut sink = Sink::of_file(&mut out, 1 << 20);
        for _ in 0..GROWTH + (SPARE >> 20) {
            sink.put(&part).unwrap();
        }
        assert!(matches!(sink.put(&[0]), Err(Refusal::Large)));
    }
}
