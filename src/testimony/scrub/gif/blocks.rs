//! Sub-blocks: runs of at most 255 bytes, each after its length, ended by an empty one (`GIF89a`, 15 and 16).

use crate::testimony::scrub::{Refusal, sink::Sink, source::Source};

/// Most bytes of a sub-block.
const MOST: usize = 255;

/// The bytes of a run of sub-blocks.
pub(super) struct Reader {
    /// Bytes of this sub-block that are still to come.
    left: u64,
    ended: bool,
}

impl Reader {
    /// The run that begins where the source stands.
    pub(super) fn new() -> Self {
        Self { left: 0, ended: false }
    }

    /// What is next; empty at the end, and where the file ends first.
    pub(super) fn window<'s>(&mut self, source: &'s mut Source<'_>) -> Result<&'s [u8], Refusal> {
        if self.left == 0 && !self.ended {
            if source.left() == 0 {
                return Ok(&[]);
            }
            self.left = u64::from(source.byte()?);
            self.ended = self.left == 0;
        }
        if self.ended {
            return Ok(&[]);
        }
        let window = source.window()?;
        let n = usize::try_from(self.left).unwrap_or(MOST).min(window.len());
        Ok(window.get(..n).unwrap_or_default())
    }

    /// Goes on by `bytes` bytes of the window.
    pub(super) fn used(&mut self, source: &mut Source<'_>, bytes: usize) {
        source.skip(bytes as u64);
        self.left = self.left.saturating_sub(bytes as u64);
    }

    /// Goes to the end of the run. The bytes that were left; [`Refusal::Short`] where the file ends first.
    pub(super) fn end(mut self, source: &mut Source<'_>) -> Result<u64, Refusal> {
        let mut bytes = 0_u64;
        while !self.ended {
            bytes = bytes.saturating_add(self.left);
            source.skip(self.left);
            self.left = u64::from(source.byte()?);
            self.ended = self.left == 0;
        }
        Ok(bytes)
    }
}

/// Writes a run of full sub-blocks.
pub(super) struct Writer {
    block: Vec<u8>,
}

impl Writer {
    pub(super) fn new() -> Self {
        Self { block: Vec::with_capacity(MOST + 1) }
    }

    /// Goes on with `bytes`.
    pub(super) fn put(&mut self, sink: &mut Sink<'_>, mut bytes: &[u8]) -> Result<(), Refusal> {
        while !bytes.is_empty() {
            if self.block.len() == MOST {
                self.flush(sink)?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(MOST - self.block.len()));
            self.block.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    fn flush(&mut self, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        if let Ok(length @ 1..) = u8::try_from(self.block.len()) {
            sink.put(&[length])?;
            sink.put(&self.block)?;
            self.block.clear();
        }
        Ok(())
    }

    /// Ends the run.
    pub(super) fn finish(mut self, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        self.flush(sink)?;
        sink.put(&[0])
    }
}
