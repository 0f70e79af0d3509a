//! The head of an ADTS frame: ISO/IEC 13818-7, 6.2.

use super::Grammar;
use crate::testimony::scrub::{Refusal, Removed, Report};

/// Its bytes, without a CRC.
pub(super) const HEAD: usize = 7;
/// Bytes of a CRC.
const CRC: usize = 2;

/// What a head says that is kept.
#[derive(Clone, Copy)]
pub(super) struct Header {
    /// True for MPEG-2.
    second: bool,
    guarded: bool,
    profile: u8,
    rate: u8,
    channels: u8,
    /// Bytes of the frame.
    pub(super) bytes: usize,
    /// Further raw data blocks.
    pub(super) more: u8,
    /// True where a bit is set that is not kept.
    marked: bool,
}

impl Header {
    /// The head that begins here; `None` where none does.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let [0xff, second, third, fourth, fifth, sixth, seventh, ..] = *bytes else { return None };
        let rate = third >> 2 & 15;
        if second & 0xf6 != 0xf0 || rate > 12 {
            return None;
        }
        let header = Self {
            second: second & 8 != 0,
            guarded: second & 1 == 0,
            profile: third >> 6,
            rate,
            channels: (third & 1) << 2 | fourth >> 6,
            bytes: usize::from(fourth & 3) << 11 | usize::from(fifth) << 3 | usize::from(sixth >> 5),
            more: seventh & 3,
            // The private and home bits, and the copyright identifier; the original bit tells nothing.
            marked: third & 2 != 0 || fourth & 0x1c != 0,
        };
        let least = HEAD + 1 + if header.guarded { CRC } else { 0 };
        (header.bytes >= least).then_some(header)
    }

    /// The grammar of its blocks.
    pub(super) fn grammar(&self) -> Grammar {
        Grammar::new(u32::from(self.profile) + 1, u32::from(self.rate))
    }

    /// True where the other is of the same stream.
    pub(super) fn like(&self, other: &Self) -> bool {
        (self.second, self.profile, self.rate, self.channels)
            == (other.second, other.profile, other.rate, other.channels)
    }

    /// Writes the frame: without a CRC, which no longer is of this head.
    pub(super) fn put(&self, frame: &[u8], made: &mut Vec<u8>, report: &mut Report) -> Result<(), Refusal> {
        if self.guarded && self.more > 0 {
            return Err(Refusal::Unsupported("AAC sound with several blocks in a frame, and checksums between them"));
        }
        report.note_if(self.marked, Removed::Identifiers);
        let head = HEAD + if self.guarded { CRC } else { 0 };
        let blocks = frame.get(head..).unwrap_or_default();
        let bytes = u16::try_from(HEAD + blocks.len()).map_err(|_| Refusal::Large)?;
        let [high, low] = (bytes << 5).to_be_bytes();
        let top = u8::try_from(bytes >> 11).unwrap_or(0);
        made.extend_from_slice(&[
            0xff,
            if self.second { 0xf9 } else { 0xf1 },
            self.profile << 6 | self.rate << 2 | self.channels >> 2,
            (self.channels & 3) << 6 | top,
            high,
            // How full the decoder's buffer is, is not told: a variable bit rate.
            low | 0x1f,
            0xfc | self.more,
        ]);
        made.extend_from_slice(blocks);
        Ok(())
    }
}
