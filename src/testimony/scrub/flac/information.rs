//! The stream information: RFC 9639, 8.2.

use crate::testimony::scrub::{Refusal, sink::Sink};

/// Its bytes.
pub(super) const BYTES: usize = 34;

/// What the sound is like.
pub(super) struct Information {
    /// Fewest and most samples of a block.
    blocks: [u16; 2],
    /// Fewest and most bytes of a frame; 0 where it is not known.
    frames: [u32; 2],
    /// Samples a second.
    rate: u32,
    /// 1 to 8.
    channels: u8,
    /// Bits of a sample.
    pub(super) depth: u8,
    /// Samples of a channel; 0 where it is not known.
    samples: u64,
}

impl Information {
    pub(super) fn parse(bytes: &[u8; BYTES]) -> Result<Self, Refusal> {
        let number = |from: usize, to: usize| bytes[from..to].iter().fold(0_u64, |n, byte| n << 8 | u64::from(*byte));
        let mixed = number(10, 18);
        let [rate, channels, depth, samples] =
            [mixed >> 44, (mixed >> 41 & 7) + 1, (mixed >> 36 & 31) + 1, mixed & 0xf_ffff_ffff];
        if depth < 4 {
            return Err(Refusal::Malformed("what the sound is like is told wrongly"));
        }
        Ok(Self {
            blocks: [number(0, 2), number(2, 4)].map(|n| u16::try_from(n).unwrap_or(0)),
            frames: [number(4, 7), number(7, 10)].map(|n| u32::try_from(n).unwrap_or(0)),
            rate: u32::try_from(rate).unwrap_or(0),
            channels: u8::try_from(channels).unwrap_or(0),
            depth: u8::try_from(depth).unwrap_or(0),
            samples,
        })
    }

    /// Writes it as the only block.
    pub(super) fn put(&self, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        sink.put(b"fLaC\x80\0\0\x22")?;
        for block in self.blocks {
            sink.put(&block.to_be_bytes())?;
        }
        for frame in self.frames {
            sink.put(&frame.to_be_bytes()[1..])?;
        }
        let mixed = u64::from(self.rate) << 44
            | u64::from(self.channels.saturating_sub(1)) << 41
            | u64::from(self.depth.saturating_sub(1)) << 36
            | self.samples;
        sink.put(&mixed.to_be_bytes())?;
        // No digest: a piece that was cut out of a recording can have that of the whole, and would be told by it.
        sink.put(&[0; 16])
    }
}
