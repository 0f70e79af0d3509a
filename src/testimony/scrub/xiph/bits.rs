//! Bits of a header packet: from the low end of each byte (Vorbis I, section 2) or from the high end (Theora, section 5).

use crate::testimony::scrub::Refusal;

/// The answer to a header that ends before its tables do.
const ENDS: Refusal = Refusal::Malformed("the tables of its codec end too early");

/// Which end of a byte is read first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// As Vorbis does.
    Low,
    /// As Theora does.
    High,
}

/// A packet that is read bit by bit.
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    from: From,
}

impl<'a> Bits<'a> {
    /// `bytes` from the first bit on.
    pub(super) fn new(bytes: &'a [u8], from: From) -> Self {
        Self { bytes, at: 0, from }
    }

    /// The next bit.
    pub(super) fn bit(&mut self) -> Result<bool, Refusal> {
        let byte = *self.bytes.get(self.at / 8).ok_or(ENDS)?;
        let place = self.at % 8;
        self.at += 1;
        let shift = if self.from == From::Low { place } else { 7 - place };
        Ok(byte >> shift & 1 == 1)
    }

    /// A number of at most 32 bits.
    pub(super) fn number(&mut self, bits: u32) -> Result<u32, Refusal> {
        let mut number = 0;
        for place in 0..bits.min(32) {
            let bit = u32::from(self.bit()?);
            number = if self.from == From::Low { number | bit << place } else { number << 1 | bit };
        }
        Ok(number)
    }

    /// Goes over `bits` bits, which must be there.
    pub(super) fn skip(&mut self, bits: u64) -> Result<(), Refusal> {
        let left = (self.bytes.len() as u64 * 8).saturating_sub(self.at as u64);
        if bits > left {
            return Err(ENDS);
        }
        self.at += usize::try_from(bits).map_err(|_| ENDS)?;
        Ok(())
    }

    /// What was read, to its last byte; bits of that byte that were not read are zero.
    pub(super) fn read(&self) -> Vec<u8> {
        let mut read = self.bytes.get(..self.at.div_ceil(8)).unwrap_or(self.bytes).to_vec();
        let odd = self.at % 8;
        if let (Some(last), 1..) = (read.last_mut(), odd) {
            *last &= if self.from == From::Low { 0xff >> (8 - odd) } else { 0xff << (8 - odd) };
        }
        read
    }
}

/// Bits that a number up to `most` takes.
pub(super) fn width(most: u32) -> u32 {
    32 - most.leading_zeros()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_are_read_and_what_is_past_the_last_bit_is_cleared() {
        let mut low = Bits::new(&[0b1010_0110, 0xff], From::Low);
        assert_eq!((low.number(3).unwrap(), low.number(6).unwrap()), (0b110, 0b11_0100));
        assert_eq!(low.read(), [0b1010_0110, 1]);
        let mut high = Bits::new(&[0b1010_0110, 0xff], From::High);
        assert_eq!((high.number(3).unwrap(), high.number(6).unwrap()), (0b101, 0b00_1101));
        assert_eq!(high.read(), [0b1010_0110, 0x80]);
        assert!(high.skip(8).is_err());
        assert!(high.skip(7).is_ok() && high.bit().is_err());
        assert_eq!([width(0), width(1), width(62), width(64)], [0, 1, 6, 7]);
    }
}
