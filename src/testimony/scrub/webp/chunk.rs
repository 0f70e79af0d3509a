//! RIFF chunks: a name, a length, data, and a byte of padding after an odd length (RFC 9649, 2.3 and 2.4).

use crate::testimony::scrub::{Refusal, sink::Sink, source::Source};

/// A chunk where it stands.
#[derive(Clone, Copy)]
pub(super) struct Chunk {
    pub(super) name: [u8; 4],
    /// Where its data begins.
    pub(super) data: u64,
    /// Bytes of its data that are there.
    pub(super) length: u64,
    /// False where what it is in ends inside it.
    pub(super) whole: bool,
}

impl Chunk {
    /// The chunk at `at`, in something that ends at `end`. `None` where not even a frame is left.
    pub(super) fn read(source: &mut Source<'_>, at: u64, end: u64) -> Result<Option<Self>, Refusal> {
        let data = at.saturating_add(8);
        if data > end {
            return Ok(None);
        }
        source.seek(at);
        let name = source.array()?;
        let says = u64::from(source.u32_le()?);
        let length = says.min(end - data);
        Ok(Some(Self { name, data, length, whole: length == says }))
    }

    /// Where the next chunk begins.
    pub(super) fn next(&self) -> u64 {
        self.data.saturating_add(padded(self.length))
    }
}

/// Bytes that data of this many bytes take up.
pub(super) fn padded(length: u64) -> u64 {
    length.saturating_add(length % 2)
}

/// Writes a chunk's name and length.
pub(super) fn head(sink: &mut Sink<'_>, name: [u8; 4], length: u64) -> Result<(), Refusal> {
    sink.put(&name)?;
    sink.put(&u32::try_from(length).map_err(|_| Refusal::Large)?.to_le_bytes())
}

/// Writes a chunk.
pub(super) fn put(sink: &mut Sink<'_>, name: [u8; 4], data: &[u8]) -> Result<(), Refusal> {
    head(sink, name, data.len() as u64)?;
    sink.put(data)?;
    pad(sink, data.len() as u64)
}

/// Writes the padding after data of this many bytes.
pub(super) fn pad(sink: &mut Sink<'_>, length: u64) -> Result<(), Refusal> {
    sink.put(if length % 2 == 1 { &[0] } else { &[] })
}
