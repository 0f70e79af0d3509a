//! Reads a file by position, a buffer at a time. Nothing here grows with the file.
//!
//! No clock stops a parser, so what it reads is counted, and what it does besides: a file may be gone over some times, and a
//! table may lead to and fro in it, but no file takes more steps than [`STEPS_PER_BYTE`] for each of its bytes and [`FREE_STEPS`].

use std::io::SeekFrom;

use zeroize::Zeroizing;

use super::{Refusal, sink::Sink};
use crate::testimony::draft::Content;

/// Bytes of the buffer: one chunk of the spool's stream.
const BUFFER: usize = 64 * 1024;

/// Steps for each byte of a file. A step is a byte that is read, or about as much work.
pub(super) const STEPS_PER_BYTE: u64 = 64;
/// Steps for any file: a picture of one colour is small, and takes as long as another; so does a film whose sound stands apart.
pub(super) const FREE_STEPS: u64 = 1 << 32;

/// A file under a parser's eyes. Reading past its end is [`Refusal::Short`].
pub(super) struct Source<'a> {
    content: &'a mut dyn Content,
    length: u64,
    /// Where the next byte is read from.
    at: u64,
    buffer: Zeroizing<Vec<u8>>,
    /// Bytes of `buffer` that are of the file.
    held: usize,
    /// Where `buffer` begins in the file.
    start: u64,
    /// Where `content` stands.
    cursor: Option<u64>,
    /// Steps that are left.
    steps: u64,
}

impl<'a> Source<'a> {
    /// `length` bytes of `content`, from its start.
    pub(super) fn new(content: &'a mut dyn Content, length: u64) -> Self {
        let buffer = Zeroizing::new(vec![0; usize::try_from(length).unwrap_or(BUFFER).min(BUFFER)]);
        let steps = length.saturating_mul(STEPS_PER_BYTE).saturating_add(FREE_STEPS);
        Self { content, length, at: 0, buffer, held: 0, start: 0, cursor: None, steps }
    }

    /// Takes so many steps; [`Refusal::Work`] where they are too many.
    #[inline]
    pub(super) fn work(&mut self, steps: u64) -> Result<(), Refusal> {
        self.steps = self.steps.checked_sub(steps).ok_or(Refusal::Work)?;
        Ok(())
    }

    /// Bytes of the file.
    #[must_use]
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// Where the next byte is read from.
    #[must_use]
    pub(super) fn position(&self) -> u64 {
        self.at
    }

    /// Bytes from here to the end.
    #[must_use]
    pub(super) fn left(&self) -> u64 {
        self.length.saturating_sub(self.at)
    }

    /// Goes to a position; one past the end is found out by the next read.
    pub(super) fn seek(&mut self, to: u64) {
        self.at = to;
    }

    /// Goes on by `bytes`.
    pub(super) fn skip(&mut self, bytes: u64) {
        self.at = self.at.saturating_add(bytes);
    }

    /// What is buffered from here on: never empty, except at the end of the file.
    pub(super) fn window(&mut self) -> Result<&[u8], Refusal> {
        self.work(1)?;
        let buffered = self.start..self.start + self.held as u64;
        if !buffered.contains(&self.at) {
            self.fill()?;
        }
        let skip = usize::try_from(self.at - self.start).unwrap_or(usize::MAX);
        Ok(self.buffer.get(skip..self.held).unwrap_or_default())
    }

    fn fill(&mut self) -> Result<(), Refusal> {
        (self.start, self.held) = (self.at, 0);
        let want = usize::try_from(self.left()).unwrap_or(BUFFER).min(BUFFER);
        self.work(want as u64)?;
        let Some(buffer) = self.buffer.get_mut(..want).filter(|buffer| !buffer.is_empty()) else { return Ok(()) };
        if self.cursor != Some(self.at) {
            self.content.seek(SeekFrom::Start(self.at)).map_err(Refusal::Read)?;
        }
        self.cursor = None;
        self.content.read_exact(buffer).map_err(Refusal::Read)?;
        self.cursor = Some(self.at + want as u64);
        self.held = want;
        Ok(())
    }

    /// Fills `to`.
    pub(super) fn read(&mut self, to: &mut [u8]) -> Result<(), Refusal> {
        let mut done = 0;
        while done < to.len() {
            let window = self.window()?;
            if window.is_empty() {
                return Err(Refusal::Short);
            }
            let n = window.len().min(to.len() - done);
            to[done..done + n].copy_from_slice(&window[..n]);
            self.work(n as u64)?;
            self.at += n as u64;
            done += n;
        }
        Ok(())
    }

    /// The next `N` bytes.
    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Refusal> {
        let mut bytes = [0; N];
        self.read(&mut bytes)?;
        Ok(bytes)
    }

    /// The next `N` bytes, without going on; `None` where fewer are left.
    pub(super) fn peek<const N: usize>(&mut self) -> Result<Option<[u8; N]>, Refusal> {
        if self.left() < N as u64 {
            return Ok(None);
        }
        let here = self.at;
        let bytes = self.array()?;
        self.at = here;
        Ok(Some(bytes))
    }

    /// The next byte.
    pub(super) fn byte(&mut self) -> Result<u8, Refusal> {
        Ok(u8::from_be_bytes(self.array()?))
    }

    /// A big-endian number of two bytes.
    pub(super) fn u16(&mut self) -> Result<u16, Refusal> {
        Ok(u16::from_be_bytes(self.array()?))
    }

    /// A big-endian number of four bytes.
    pub(super) fn u32(&mut self) -> Result<u32, Refusal> {
        Ok(u32::from_be_bytes(self.array()?))
    }

    /// A big-endian number of eight bytes.
    pub(super) fn u64(&mut self) -> Result<u64, Refusal> {
        Ok(u64::from_be_bytes(self.array()?))
    }

    /// A little-endian number of four bytes.
    pub(super) fn u32_le(&mut self) -> Result<u32, Refusal> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// The next `bytes` bytes in memory; [`Refusal::Large`] where that is more than `most`.
    pub(super) fn take(&mut self, bytes: u64, most: usize) -> Result<Zeroizing<Vec<u8>>, Refusal> {
        let wanted = usize::try_from(bytes).ok().filter(|bytes| *bytes <= most).ok_or(Refusal::Large)?;
        if bytes > self.left() {
            return Err(Refusal::Short);
        }
        let mut taken = Zeroizing::new(vec![0; wanted]);
        self.read(&mut taken)?;
        Ok(taken)
    }

    /// Writes the next `bytes` bytes as they are.
    pub(super) fn copy(&mut self, bytes: u64, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        let mut left = bytes;
        while left > 0 {
            let window = self.window()?;
            if window.is_empty() {
                return Err(Refusal::Short);
            }
            let n = usize::try_from(left).unwrap_or(usize::MAX).min(window.len());
            sink.put(&window[..n])?;
            self.work(n as u64)?;
            self.at += n as u64;
            left -= n as u64;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn reads_what_is_there_wherever_it_stands_and_nothing_after_the_end() {
        let bytes: Vec<u8> = (0..200_000_u32).flat_map(u32::to_be_bytes).collect();
        let mut content = Cursor::new(bytes.clone());
        let mut source = Source::new(&mut content, bytes.len() as u64);
        for at in [0_u32, 199_999, 16_383, 16_384, 3, 100_000] {
            source.seek(u64::from(at) * 4);
            assert_eq!(source.u32().unwrap(), at);
        }
        source.seek(65_534);
        assert_eq!(*source.take(10, 10).unwrap(), bytes[65_534..65_544]);
        assert!(matches!(source.take(11, 10), Err(Refusal::Large)));
        source.seek(bytes.len() as u64 - 2);
        assert!(source.peek::<3>().unwrap().is_none());
        assert!(matches!(source.u32(), Err(Refusal::Short)));
        source.seek(u64::MAX);
        assert!(matches!(source.byte(), Err(Refusal::Short)));
        let (mut out, mut to) = (Vec::new(), 0);
        let mut sink = Sink::new(&mut out);
        source.seek(1);
        source.copy(150_000, &mut sink).unwrap();
        to += sink.finish().unwrap().1;
        assert_eq!((out, to), (bytes[1..150_001].to_vec(), 150_000));
    }
    #[test]
    fn a_file_takes_no_more_steps_than_its_length_allows() {
        let bytes = vec![7; 300_000];
        let mut content = Cursor::new(bytes);
        let mut source = Source::new(&mut content, 300_000);
        let allowed = 300_000 * STEPS_PER_BYTE + FREE_STEPS;
        // To and fro: each byte costs a buffer.
        let mut times = 0_u64;
        let refusal = loop {
            source.seek(times % 2 * 200_000);
            match source.byte() {
                Ok(_) => times += 1,
                Err(refusal) => break refusal,
            }
        };
        assert!(matches!(refusal, Refusal::Work));
        assert!((allowed / (BUFFER as u64 + 8)..=allowed / BUFFER as u64).contains(&times), "{times}");
        // What is done besides counts as well, and nothing is left of it.
        assert!(matches!(source.work(u64::MAX), Err(Refusal::Work)));
    }
}
