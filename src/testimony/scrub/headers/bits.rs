//! Bits of a codec's headers, first bit first.

use super::Refusal;

/// What is left of a header.
pub(in crate::testimony::scrub) struct Bits<'a> {
    bytes: &'a [u8],
    /// The next bit.
    at: usize,
}

impl<'a> Bits<'a> {
    pub(in crate::testimony::scrub) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next bit's place.
    pub(in crate::testimony::scrub) fn position(&self) -> usize {
        self.at
    }

    /// True where nothing is left.
    pub(in crate::testimony::scrub) fn spent(&self) -> bool {
        self.left() == 0
    }

    /// Bits that are left.
    pub(in crate::testimony::scrub) fn left(&self) -> usize {
        (self.bytes.len() * 8).saturating_sub(self.at)
    }

    /// The next bits, at most 32, without going on.
    pub(in crate::testimony::scrub) fn peek(&self, bits: u32) -> Result<u32, Refusal> {
        Self { ..*self }.number(bits)
    }

    /// One bit.
    pub(in crate::testimony::scrub) fn flag(&mut self) -> Result<bool, Refusal> {
        let byte = self.bytes.get(self.at / 8).ok_or(Refusal::Malformed("a codec's header is too short"))?;
        let bit = byte >> (7 - self.at % 8) & 1;
        self.at += 1;
        Ok(bit == 1)
    }

    /// A number of up to 32 bits.
    pub(in crate::testimony::scrub) fn number(&mut self, bits: u32) -> Result<u32, Refusal> {
        let mut number = 0;
        for _ in 0..bits {
            number = number << 1 | u32::from(self.flag()?);
        }
        Ok(number)
    }

    /// A number of up to 8 bits.
    pub(in crate::testimony::scrub) fn small(&mut self, bits: u32) -> Result<u8, Refusal> {
        let mut number = 0;
        for _ in 0..bits.min(8) {
            number = number << 1 | u8::from(self.flag()?);
        }
        Ok(number)
    }

    /// Goes on by some bits.
    pub(in crate::testimony::scrub) fn skip(&mut self, bits: u32) -> Result<(), Refusal> {
        for _ in 0..bits {
            self.flag()?;
        }
        Ok(())
    }

    /// A number of unknown length: as many bits as there were zeros before it.
    pub(in crate::testimony::scrub) fn golomb(&mut self) -> Result<u32, Refusal> {
        let mut zeros = 0;
        while !self.flag()? {
            zeros += 1;
            if zeros == 32 {
                return Err(Refusal::Malformed("a codec's header has a number that is too large"));
            }
        }
        Ok((1_u32 << zeros) - 1 + self.number(zeros)?)
    }
}
