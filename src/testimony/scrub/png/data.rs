//! The compressed data of one image, over the chunks that it is cut into (PNG 3rd edition, 10.1 and 11.3.5.3).

use super::chunk::Chunk;
use crate::testimony::scrub::{Refusal, source::Source, stuffing};

/// Bytes before a stream, and of its checksum (RFC 1950, 2.2).
const HEAD: usize = 2;
const CHECKSUM: u64 = 4;

/// A run of `IDAT` or `fdAT` chunks. Any other chunk ends it, as it does for decoders.
#[derive(Clone, Copy)]
pub(super) struct Data {
    name: [u8; 4],
    /// Where the next chunk begins: before anything was read, the first.
    next: u64,
    /// Bytes of this chunk that are still to come.
    left: u64,
}

impl Data {
    /// The run that begins with this chunk.
    pub(super) fn new(first: &Chunk) -> Self {
        Self { name: first.name, next: first.at, left: 0 }
    }

    /// Where its first chunk begins.
    pub(super) fn at(&self) -> u64 {
        self.next
    }

    /// True for the chunks of a frame after the first picture.
    pub(super) fn is_frame(&self) -> bool {
        self.name == *b"fdAT"
    }

    /// What is next: empty only at the end.
    pub(super) fn window<'s>(&mut self, source: &'s mut Source<'_>) -> Result<&'s [u8], Refusal> {
        while self.left == 0 {
            match Chunk::read(source, self.next)? {
                Some(chunk) if chunk.name == self.name => {
                    // A frame's chunk begins with its sequence number.
                    let head = if self.is_frame() { 4.min(chunk.length) } else { 0 };
                    source.skip(head);
                    self.left = chunk.length - head;
                    self.next = chunk.next();
                }
                Some(_) | None => return Ok(&[]),
            }
        }
        let window = source.window()?;
        let n = usize::try_from(self.left).unwrap_or(usize::MAX).min(window.len());
        Ok(window.get(..n).unwrap_or_default())
    }

    /// Goes on by `bytes` bytes of the window.
    pub(super) fn used(&mut self, source: &mut Source<'_>, bytes: usize) {
        source.skip(bytes as u64);
        self.left = self.left.saturating_sub(bytes as u64);
    }

    /// True if the stream, of so many bytes, has nothing in it that the rows do not need.
    pub(super) fn is_plain(mut self, source: &mut Source<'_>, length: u64) -> Result<bool, Refusal> {
        let (mut skip, mut left) = (HEAD, length.saturating_sub(CHECKSUM));
        stuffing::is_plain(&mut |held| {
            while held.is_empty() && left > 0 {
                let window = self.window(source)?;
                let n = window.len().min(usize::try_from(left).unwrap_or(usize::MAX));
                if n == 0 {
                    break;
                }
                let head = skip.min(n);
                held.extend_from_slice(window.get(head..n).unwrap_or_default());
                skip -= head;
                left -= n as u64;
                self.used(source, n);
            }
            Ok(())
        })
    }

    /// Goes to the end of the run: where the chunk after it begins.
    pub(super) fn end(mut self, source: &mut Source<'_>) -> Result<u64, Refusal> {
        while let Some(chunk) = Chunk::read(source, self.next)?.filter(|chunk| chunk.name == self.name) {
            self.next = chunk.next();
        }
        Ok(self.next)
    }
}
