//! Bits of a raw data block, from the most significant on.

/// Reads bits; past the end nothing is read.
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Bits that were read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The next `count` bits, at most 24, zeros past the end.
    pub(super) fn peek(&self, count: usize) -> u32 {
        let start = self.at / 8;
        let four = match self.bytes.get(start..start + 4) {
            Some(&[a, b, c, d]) => u32::from_be_bytes([a, b, c, d]),
            _ => (start..start + 4).fold(0, |four, at| four << 8 | u32::from(self.bytes.get(at).copied().unwrap_or(0))),
        };
        // At most 7 bits of the first byte are gone, so 25 are left.
        four << (self.at % 8) >> (32 - count.clamp(1, 24))
    }

    /// The next `count` bits, at most 24 and not none.
    pub(super) fn number(&mut self, count: usize) -> Option<u32> {
        let number = self.peek(count);
        self.skip(count)?;
        Some(number)
    }

    /// The next bit.
    pub(super) fn bit(&mut self) -> Option<bool> {
        Some(self.number(1)? == 1)
    }

    /// Goes over bits, which must be there.
    pub(super) fn skip(&mut self, count: usize) -> Option<()> {
        self.at = self.at.checked_add(count).filter(|at| *at <= self.bytes.len() * 8)?;
        Some(())
    }

    /// Goes on to a whole byte.
    pub(super) fn align(&mut self) {
        self.at = self.at.next_multiple_of(8);
    }
}
