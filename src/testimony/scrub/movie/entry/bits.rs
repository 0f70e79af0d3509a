//! Bits from the most significant on.

use super::Refusal;

/// Reads bits, and writes each one that it copies.
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    out: Vec<u8>,
    written: usize,
}

impl<'a> Bits<'a> {
    /// From the first bit of `bytes`.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, out: Vec::new(), written: 0 }
    }

    /// Bits that are left to read.
    pub(super) fn left(&self) -> usize {
        (self.bytes.len() * 8).saturating_sub(self.at)
    }

    /// The next `count` bits, at most 32, without going on.
    pub(super) fn peek(&self, count: usize) -> Result<u32, Refusal> {
        if self.left() < count {
            return Err(Refusal::Short);
        }
        let bit = |at: usize| u32::from(self.bytes.get(at / 8).unwrap_or(&0) >> (7 - at % 8) & 1);
        Ok((self.at..self.at + count).fold(0, |number, at| number << 1 | bit(at)))
    }

    /// The next `count` bits, at most 32.
    pub(super) fn read(&mut self, count: usize) -> Result<u32, Refusal> {
        let number = self.peek(count)?;
        self.at += count;
        Ok(number)
    }

    /// The next `count` bits, at most 32, which are also written.
    pub(super) fn copy(&mut self, count: usize) -> Result<u32, Refusal> {
        let number = self.read(count)?;
        self.write(number, count);
        Ok(number)
    }

    /// Writes the low `count` bits of a number.
    pub(super) fn write(&mut self, number: u32, count: usize) {
        for place in (0..count).rev() {
            if self.written.is_multiple_of(8) {
                self.out.push(0);
            }
            if let Some(last) = self.out.last_mut() {
                *last |= u8::from(number >> place & 1 == 1) << (7 - self.written % 8);
            }
            self.written += 1;
        }
    }

    /// Goes on to a whole byte, in what is read and in what is written.
    pub(super) fn align(&mut self) {
        self.at = self.at.next_multiple_of(8);
        self.written = self.written.next_multiple_of(8);
    }

    /// Passes `count` bytes over.
    pub(super) fn skip_bytes(&mut self, count: usize) {
        self.at = self.at.saturating_add(count.saturating_mul(8));
    }

    /// What was written, the last byte filled up with zeros.
    pub(super) fn finish(self) -> Vec<u8> {
        self.out
    }
}
