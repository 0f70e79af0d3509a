//! Bits of a lossless stream, the lowest of each byte first (RFC 9649, 3.3).

use crate::testimony::scrub::{Refusal, source::Source};

/// Bytes that are taken from the source at once.
const CHUNK: usize = 4096;

/// Why a walk does not reach the end.
pub(super) enum Stop {
    /// The stream ends too early.
    Torn,
    /// It is none.
    Fault,
    /// The file could not be read, or takes too long.
    Refused(Refusal),
}

/// A stream that is read bit by bit.
pub(super) struct Bits<'s, 'c> {
    source: &'s mut Source<'c>,
    /// Bytes that were not taken from the source yet.
    left: u64,
    chunk: Vec<u8>,
    at: usize,
    buffer: u64,
    /// Bits in the buffer.
    ready: u32,
    used: u64,
    /// Steps without a bit that may still be made.
    pub(super) steps: u64,
}

impl<'s, 'c> Bits<'s, 'c> {
    /// The next `bytes` bytes of `source`.
    pub(super) fn new(source: &'s mut Source<'c>, bytes: u64, steps: u64) -> Self {
        Self { source, left: bytes, chunk: Vec::with_capacity(CHUNK), at: 0, buffer: 0, ready: 0, used: 0, steps }
    }

    /// Sees to it that 32 bits or more are ready, as far as there are any.
    pub(super) fn fill(&mut self) -> Result<(), Stop> {
        if self.ready >= 32 {
            return Ok(());
        }
        if let Some(four) = self.chunk.get(self.at..).and_then(<[u8]>::first_chunk::<4>) {
            self.buffer |= u64::from(u32::from_le_bytes(*four)) << self.ready;
            self.ready += 32;
            self.at += 4;
            return Ok(());
        }
        while self.ready <= 56 {
            if self.at == self.chunk.len() && !self.load().map_err(Stop::Refused)? {
                return Ok(());
            }
            let byte = self.chunk.get(self.at).copied().unwrap_or_default();
            self.buffer |= u64::from(byte) << self.ready;
            self.ready += 8;
            self.at += 1;
        }
        Ok(())
    }

    fn load(&mut self) -> Result<bool, Refusal> {
        let n = usize::try_from(self.left).unwrap_or(CHUNK).min(CHUNK);
        self.chunk.resize(n, 0);
        self.source.read(&mut self.chunk)?;
        self.left -= n as u64;
        self.at = 0;
        Ok(n > 0)
    }

    /// The next `count` bits, at most 32, which stay where they are. Those after the end are 0.
    pub(super) fn peek(&self, count: u32) -> usize {
        usize::try_from(self.buffer & ((1 << count) - 1)).unwrap_or_default()
    }

    /// Goes on by `count` bits.
    pub(super) fn skip(&mut self, count: u32) -> Result<(), Stop> {
        self.ready = self.ready.checked_sub(count).ok_or(Stop::Torn)?;
        self.buffer >>= count;
        self.used = self.used.saturating_add(u64::from(count));
        Ok(())
    }

    /// The next `count` bits, at most 32.
    pub(super) fn read(&mut self, count: u32) -> Result<usize, Stop> {
        self.fill()?;
        let bits = self.peek(count);
        self.skip(count)?;
        Ok(bits)
    }

    /// True if the next bit is 1.
    pub(super) fn flag(&mut self) -> Result<bool, Stop> {
        Ok(self.read(1)? == 1)
    }

    /// Bits that were read.
    pub(super) fn used(&self) -> u64 {
        self.used
    }

    /// Takes so many steps from those that may be made without a bit.
    pub(super) fn step(&mut self, count: usize) -> Result<(), Stop> {
        self.steps = self.steps.checked_sub(count as u64).ok_or(Stop::Refused(Refusal::Large))?;
        Ok(())
    }

    /// Counts work that the source does not see.
    pub(super) fn work(&mut self, steps: usize) -> Result<(), Stop> {
        self.source.work(steps as u64).map_err(Stop::Refused)
    }

    /// Bytes that were read, the last one at least in part.
    pub(super) fn bytes(&self) -> u64 {
        self.used.div_ceil(8)
    }
}
