//! Parameter sets of H.264 read to their end, ITU-T H.264 section 7.3.2, so that nothing can stand behind it.

mod parts;
mod picture;
mod sequence;

use super::{Refusal, bits::Bits, rewrite::Rewrite, unit};
use sequence::Sequence;

pub(in crate::testimony::scrub) const SEQUENCE: u8 = 7;
pub(in crate::testimony::scrub) const PICTURE: u8 = 8;

/// Parameter sets of one stream in their order: how a picture's is read depends on its sequence's.
#[derive(Default)]
pub(in crate::testimony::scrub) struct Sets(Vec<Sequence>);

impl Sets {
    /// A unit cut at its end and closed as the standard has it. A sequence's that ends before its end has nothing behind
    /// that, and stays: decoders guess the rest.
    pub(in crate::testimony::scrub) fn cut(&mut self, given: &[u8]) -> Result<Vec<u8>, Refusal> {
        let given = given.get(..unit::trimmed(given).max(given.len().min(2))).unwrap_or(given);
        let plain = unit::unescaped(given);
        let mut bits = Bits::new(&plain);
        if given.first().is_none_or(|head| head & 0x1f != SEQUENCE) {
            return self.picture(&plain, &mut bits);
        }
        match self.sequence(&plain, &mut bits) {
            Err(_) if bits.spent() => Ok(given.to_vec()),
            cut => cut,
        }
    }

    fn sequence(&mut self, plain: &[u8], bits: &mut Bits<'_>) -> Result<Vec<u8>, Refusal> {
        let mut anew = Rewrite::default();
        let (sequence, end) = sequence::read(bits, &mut anew)?;
        self.0.retain(|other| other.number != sequence.number);
        self.0.push(sequence);
        Ok(anew.written(plain, end))
    }

    fn picture(&self, plain: &[u8], bits: &mut Bits<'_>) -> Result<Vec<u8>, Refusal> {
        let number = picture::sequence(plain)?;
        let of = self.0.iter().find(|sequence| sequence.number == number);
        let end = picture::read(bits, plain, of)?;
        Ok(Rewrite::default().written(plain, end))
    }
}
