//! Chunks: their frames read, and written with checksums of their own (PNG 3rd edition, 5.3).

use crate::testimony::scrub::{Refusal, sink::Sink, source::Source};

/// The first eight bytes of every PNG.
pub(super) const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// Bytes of picture data in each chunk that is written, except the last of an image.
const CUT: usize = 64 * 1024;

/// A chunk where it stands.
#[derive(Clone, Copy)]
pub(super) struct Chunk {
    pub(super) name: [u8; 4],
    /// Where its frame begins.
    pub(super) at: u64,
    /// Bytes of its data that are there: fewer than it says where the file ends first.
    pub(super) length: u64,
    /// False where the file ends inside it.
    pub(super) whole: bool,
}

impl Chunk {
    /// The chunk at a position. `None` where not even a frame is left.
    pub(super) fn read(source: &mut Source<'_>, at: u64) -> Result<Option<Self>, Refusal> {
        source.seek(at);
        if source.left() < 8 {
            return Ok(None);
        }
        let says = u64::from(source.u32()?);
        let name = source.array()?;
        let length = says.min(source.left());
        Ok(Some(Self { name, at, length, whole: source.left() >= says.saturating_add(4) }))
    }

    /// Where its data begins.
    pub(super) fn data(&self) -> u64 {
        self.at.saturating_add(8)
    }

    /// Where the next chunk begins.
    pub(super) fn next(&self) -> u64 {
        self.data().saturating_add(self.length).saturating_add(4)
    }

    /// True if its checksum is right. Its data is `data`.
    pub(super) fn is_intact(&self, source: &mut Source<'_>, data: &[u8]) -> Result<bool, Refusal> {
        if !self.whole {
            return Ok(false);
        }
        source.seek(self.data().saturating_add(self.length));
        Ok(source.u32()? == checksum(self.name, data))
    }
}

/// Data that is so many numbers and nothing else.
pub(super) fn numbers<const N: usize>(data: &[u8]) -> Option<[u32; N]> {
    let (words, []) = data.as_chunks() else { return None };
    let words: &[[u8; 4]; N] = words.try_into().ok()?;
    Some(words.map(u32::from_be_bytes))
}

fn checksum(name: [u8; 4], data: &[u8]) -> u32 {
    let mut crc = crc32fast::Hasher::new();
    crc.update(&name);
    crc.update(data);
    crc.finalize()
}

/// Writes a chunk.
pub(super) fn put(sink: &mut Sink<'_>, name: [u8; 4], data: &[u8]) -> Result<(), Refusal> {
    let length = u32::try_from(data.len()).map_err(|_| Refusal::Large)?;
    sink.put(&length.to_be_bytes())?;
    sink.put(&name)?;
    sink.put(data)?;
    sink.put(&checksum(name, data).to_be_bytes())
}

/// Writes the data of one image in chunks of a fixed size.
pub(super) struct Cutter<'k> {
    name: [u8; 4],
    /// The next sequence number, for `fdAT`.
    sequence: Option<&'k mut u32>,
    buffer: Vec<u8>,
    full: usize,
}

impl<'k> Cutter<'k> {
    pub(super) fn new(sequence: Option<&'k mut u32>) -> Self {
        let (name, head) = if sequence.is_some() { (*b"fdAT", 4) } else { (*b"IDAT", 0) };
        let mut cutter = Self { name, sequence, buffer: Vec::with_capacity(CUT + head), full: CUT + head };
        cutter.begin();
        cutter
    }

    fn begin(&mut self) {
        self.buffer.clear();
        if let Some(sequence) = &mut self.sequence {
            self.buffer.extend(sequence.to_be_bytes());
            **sequence = sequence.saturating_add(1);
        }
    }

    /// Goes on with `bytes`.
    pub(super) fn put(&mut self, sink: &mut Sink<'_>, mut bytes: &[u8]) -> Result<(), Refusal> {
        while !bytes.is_empty() {
            if self.buffer.len() == self.full {
                put(sink, self.name, &self.buffer)?;
                self.begin();
            }
            let (now, later) = bytes.split_at(bytes.len().min(self.full - self.buffer.len()));
            self.buffer.extend_from_slice(now);
            bytes = later;
        }
        Ok(())
    }

    /// Writes the last chunk.
    pub(super) fn finish(self, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        put(sink, self.name, &self.buffer)
    }
}
