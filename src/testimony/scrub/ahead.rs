//! A moving window over a source in which a whole frame is contiguous. Frames of sound are small, so it stays small.

use zeroize::Zeroizing;

use super::{Refusal, source::Source};

/// Bytes that are read at once.
const CHUNK: usize = 128 * 1024;

/// A part of a file, read from its start towards its end.
pub(super) struct Ahead<'s, 'c> {
    source: &'s mut Source<'c>,
    /// Where the part ends in the file.
    end: u64,
    buffer: Zeroizing<Vec<u8>>,
    /// Bytes of `buffer` that were gone over.
    done: usize,
}

impl<'s, 'c> Ahead<'s, 'c> {
    /// The file from `start` to `end`, or to its own end.
    pub(super) fn new(source: &'s mut Source<'c>, start: u64, end: u64) -> Self {
        let end = end.min(source.length());
        source.seek(start.min(end));
        Self { source, end, buffer: Zeroizing::new(Vec::new()), done: 0 }
    }

    /// Where the window stands in the file.
    #[must_use]
    pub(super) fn at(&self) -> u64 {
        self.source.position().saturating_sub((self.buffer.len().saturating_sub(self.done)) as u64)
    }

    /// Where the part ends in the file.
    #[must_use]
    pub(super) fn end(&self) -> u64 {
        self.end
    }

    /// Bytes of the whole file.
    #[must_use]
    pub(super) fn whole(&self) -> u64 {
        self.source.length()
    }

    /// Bytes of the part from here on.
    #[must_use]
    pub(super) fn left(&self) -> u64 {
        self.end.saturating_sub(self.at())
    }

    /// Goes on by `bytes`.
    pub(super) fn skip(&mut self, bytes: u64) {
        self.seek(self.at().saturating_add(bytes));
    }

    /// Goes to a position of the file; past the end of the part is its end.
    pub(super) fn seek(&mut self, to: u64) {
        let (at, to) = (self.at(), to.min(self.end));
        let forward = to.checked_sub(at).and_then(|far| usize::try_from(far).ok());
        let backward = at.checked_sub(to).and_then(|far| usize::try_from(far).ok());
        match (forward, backward) {
            (Some(far), _) if far <= self.buffer.len() - self.done => self.done += far,
            (_, Some(far)) if far <= self.done => self.done -= far,
            _ => {
                self.buffer.clear();
                self.done = 0;
                self.source.seek(to);
            }
        }
    }

    /// What is in memory from here on; at the end of the part, nothing.
    pub(super) fn there(&self) -> &[u8] {
        self.buffer.get(self.done..).unwrap_or_default()
    }

    /// At least the next `bytes` bytes, fewer where the part ends before.
    pub(super) fn more(&mut self, bytes: usize) -> Result<&[u8], Refusal> {
        if self.there().len() < bytes {
            self.buffer.drain(..self.done);
            self.done = 0;
            let left = usize::try_from(self.end.saturating_sub(self.source.position())).unwrap_or(usize::MAX);
            let mut want = bytes.max(CHUNK).saturating_sub(self.buffer.len()).min(left);
            self.buffer.reserve_exact(want);
            while want > 0 {
                let window = self.source.window()?;
                if window.is_empty() {
                    return Err(Refusal::Short);
                }
                let n = window.len().min(want);
                self.buffer.extend_from_slice(&window[..n]);
                self.source.skip(n as u64);
                want -= n;
            }
        }
        Ok(self.there())
    }

    /// The next `bytes` bytes, fewer where the part ends before.
    pub(super) fn peek(&mut self, bytes: usize) -> Result<&[u8], Refusal> {
        let there = self.more(bytes)?;
        Ok(there.get(..bytes).unwrap_or(there))
    }

    /// The next `N` bytes, where the part has them.
    pub(super) fn array<const N: usize>(&mut self) -> Result<Option<[u8; N]>, Refusal> {
        Ok(self.more(N)?.first_chunk::<N>().copied())
    }

    /// Goes on to the next byte of this value, here included, or by `most` bytes; how many bytes on the way were not 0.
    pub(super) fn find(&mut self, byte: u8, most: u64) -> Result<u64, Refusal> {
        let (mut left, mut odd) = (most, 0);
        while left > 0 {
            let there = self.more(1)?;
            if there.is_empty() {
                break;
            }
            let within = there.len().min(usize::try_from(left).unwrap_or(usize::MAX));
            let found = memchr::memchr(byte, &there[..within]);
            let n = found.unwrap_or(within);
            odd += there[..n].iter().filter(|byte| **byte != 0).count() as u64;
            self.skip(n as u64);
            left -= n as u64;
            if found.is_some() {
                break;
            }
        }
        Ok(odd)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn what_is_asked_for_is_contiguous_and_never_past_the_end_of_the_part() {
        let bytes: Vec<u8> = (0..100_000_u32).flat_map(u32::to_be_bytes).collect();
        let mut content = Cursor::new(bytes.clone());
        let mut source = Source::new(&mut content, bytes.len() as u64);
        let mut ahead = Ahead::new(&mut source, 8, 399_990);
        for at in [8, 65_530, 131_070, 131_072, 8, 300_000, 262_142] {
            ahead.seek(at);
            assert_eq!((ahead.at(), ahead.left()), (at, 399_990 - at));
            let from = usize::try_from(at).unwrap();
            assert_eq!(ahead.peek(70_000).unwrap(), &bytes[from..from + 70_000]);
        }
        ahead.seek(399_988);
        assert_eq!((ahead.peek(10).unwrap().len(), ahead.array::<3>().unwrap()), (2, None));
        ahead.seek(0);
        assert_eq!((ahead.find(0, 10).unwrap(), ahead.at()), (0, 0));
        assert_eq!((ahead.find(4, 100).unwrap(), ahead.at()), (3, 19));
        ahead.skip(u64::MAX);
        assert_eq!((ahead.at(), ahead.find(1, 9).unwrap()), (399_990, 0));
    }
}
