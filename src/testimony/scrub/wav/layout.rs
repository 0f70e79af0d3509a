//! The file as it is written.

use crate::testimony::scrub::{Refusal, sink::Sink};

/// Everything before the sound.
pub(super) struct Layout {
    /// Content of the `fmt ` chunk.
    pub(super) coding: Vec<u8>,
    /// Samples of a channel, for codings that need the number.
    pub(super) samples: Option<u64>,
    /// Bytes of sound.
    pub(super) data: u64,
}

impl Layout {
    /// Writes it: as RF64 where RIFF cannot tell the size.
    pub(super) fn put(&self, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
        let fact = if self.samples.is_some() { 12 } else { 0 };
        let size = 4 + 8 + self.coding.len() as u64 + fact + 8 + self.data.saturating_add(self.data % 2);
        let long = size >= u64::from(u32::MAX);
        if long {
            sink.put(b"RF64\xff\xff\xff\xffWAVEds64\x1c\0\0\0")?;
            for number in [size.saturating_add(36), self.data, self.samples.unwrap_or(0)] {
                sink.put(&number.to_le_bytes())?;
            }
            sink.put(&[0; 4])?;
        } else {
            sink.put(b"RIFF")?;
            sink.put(&small(size))?;
            sink.put(b"WAVE")?;
        }
        sink.put(b"fmt ")?;
        sink.put(&small(self.coding.len() as u64))?;
        sink.put(&self.coding)?;
        if let Some(samples) = self.samples {
            sink.put(b"fact\x04\0\0\0")?;
            sink.put(&small(samples))?;
        }
        sink.put(b"data")?;
        sink.put(&if long { [0xff; 4] } else { small(self.data) })
    }
}
