//! Bits of a frame, most significant first.

/// Why a frame was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It goes on after the bytes that are there.
    More,
    /// No decoder would take it.
    Never,
}

/// Bits that are gone over once.
pub(super) struct Bits<'b> {
    bytes: &'b [u8],
    /// The byte that is loaded next.
    at: usize,
    /// Bits from the next one on, at the top.
    cache: u64,
    /// How many of them count. What is below is of the same bytes, or 0.
    have: u32,
}

impl<'b> Bits<'b> {
    /// The bits of `bytes` from the byte `at` on.
    pub(super) fn new(bytes: &'b [u8], at: usize) -> Self {
        Self { bytes, at, cache: 0, have: 0 }
    }

    /// Bits that were gone over, those before the first included.
    #[must_use]
    pub(super) fn position(&self) -> usize {
        (self.at * 8).saturating_sub(self.have as usize)
    }

    /// Those of the bits to the end of the byte that are set, as they stand in it.
    #[must_use]
    pub(super) fn padding(&self) -> u8 {
        let (byte, used) = (self.position() / 8, self.position() % 8);
        if used == 0 { 0 } else { self.bytes.get(byte).copied().unwrap_or(0) & (0xff >> used) }
    }

    #[inline]
    fn load(&mut self) {
        if let Some(next) = self.bytes.get(self.at..).and_then(<[u8]>::first_chunk) {
            self.cache |= u64::from_be_bytes(*next) >> self.have;
            self.at += ((63 - self.have) >> 3) as usize;
            // Whole bytes were taken: 56 to 63 bits are there.
            self.have |= 0x38;
            return;
        }
        while self.have < 56
            && let Some(byte) = self.bytes.get(self.at)
        {
            self.cache |= u64::from(*byte) << (56 - self.have);
            self.at += 1;
            self.have += 8;
        }
    }

    #[inline]
    fn drop(&mut self, bits: u32) {
        self.cache <<= bits;
        self.have -= bits;
    }

    /// A number of 1 to 32 bits.
    #[inline]
    pub(super) fn number(&mut self, bits: u32) -> Result<u32, Wrong> {
        if self.have < bits {
            self.load();
            if self.have < bits {
                return Err(Wrong::More);
            }
        }
        let number = (self.cache >> 32) as u32 >> (32 - bits);
        self.drop(bits);
        Ok(number)
    }

    /// Zeros before a one, which is gone over too.
    pub(super) fn unary(&mut self) -> Result<u32, Wrong> {
        let mut zeros = 0_u32;
        loop {
            self.load();
            let run = self.cache.leading_zeros();
            if run < self.have {
                self.drop(run + 1);
                return Ok(zeros.saturating_add(run));
            }
            if self.have == 0 {
                return Err(Wrong::More);
            }
            zeros = zeros.saturating_add(self.have);
            self.cache = 0;
            self.have = 0;
        }
    }

    /// Goes over `count` Rice codes with a parameter of at most 30.
    #[inline]
    pub(super) fn rice(&mut self, count: u32, parameter: u32) -> Result<(), Wrong> {
        let mut left = count;
        while left > 0 {
            self.load();
            let mut any = false;
            while left > 0 {
                let bits = self.cache.leading_zeros() + 1 + parameter;
                if bits > self.have {
                    break;
                }
                self.drop(bits);
                left -= 1;
                any = true;
            }
            if !any {
                self.unary()?;
                self.skip(parameter.into())?;
                left -= 1;
            }
        }
        Ok(())
    }

    /// Goes over `bits` bits.
    pub(super) fn skip(&mut self, bits: u64) -> Result<(), Wrong> {
        let Some(rest) = bits.checked_sub(self.have.into()) else {
            self.drop(u32::try_from(bits).unwrap_or(0));
            return Ok(());
        };
        self.cache = 0;
        self.have = 0;
        let left = self.bytes.len().saturating_sub(self.at);
        match usize::try_from(rest / 8) {
            Ok(bytes) if bytes <= left => self.at += bytes,
            _ => return Err(Wrong::More),
        }
        let bits = u32::try_from(rest % 8).unwrap_or(0);
        if bits > 0 {
            self.number(bits)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_over_codes_wherever_they_stand() {
        // 0b1 then 40 zeros and a one with three bits, at every offset in a byte.
        for offset in 0..40_u32 {
            let mut text = "0".repeat(offset as usize) + "1" + &"0".repeat(70) + "1101" + "1010" + "0110";
            let length = text.len();
            text += &"1".repeat(128);
            let bytes: Vec<u8> =
                text.as_bytes().chunks(8).map(|bits| bits.iter().fold(0, |b, bit| b << 1 | (bit - b'0'))).collect();
            let mut bits = Bits::new(&bytes, 0);
            assert_eq!(bits.unary(), Ok(offset));
            bits.rice(2, 3).unwrap();
            assert_eq!(bits.number(4), Ok(6));
            assert_eq!(bits.position(), length);
            bits.skip(3).unwrap();
            assert_eq!(bits.position(), length + 3);
            assert_eq!(Bits::new(&bytes, 1).skip(bytes.len() as u64 * 8 - 7), Err(Wrong::More));
            let mut all = Bits::new(&bytes, 0);
            all.skip(bytes.len() as u64 * 8).unwrap();
            assert_eq!((all.number(1), all.unary()), (Err(Wrong::More), Err(Wrong::More)));
        }
    }
}
