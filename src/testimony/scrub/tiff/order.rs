//! The file header: byte order, and the size of offsets (TIFF 6.0, section 2; `BigTIFF` has offsets of eight bytes).

use super::super::{Refusal, sink::Sink, source::Source};

/// How numbers are written in a file. It is the same in the rebuilt one, as samples of 16 bits are in it too.
#[derive(Clone, Copy, Debug)]
pub(super) struct Order {
    big_endian: bool,
    /// `BigTIFF`.
    pub(super) wide: bool,
}

impl Order {
    /// Reads the header; also where the first directory is.
    pub(super) fn read(source: &mut Source<'_>) -> Result<(Self, u64), Refusal> {
        let mark: [u8; 4] = source.array()?;
        let order = Self { big_endian: mark[0] == b'M', wide: mark.contains(&43) };
        if !order.wide {
            return Ok((order, u64::from(order.u32(source.array()?))));
        }
        let (size, zero) = (order.u16(source.array()?), order.u16(source.array()?));
        if (size, zero) != (8, 0) {
            return Err(Refusal::Malformed("the header of a BigTIFF is not valid"));
        }
        Ok((order, order.u64(source.array()?)))
    }

    /// Writes the header, with the first directory right behind it.
    pub(super) fn write(self, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        sink.put(if self.big_endian { b"MM" } else { b"II" })?;
        if self.wide {
            sink.put(&self.of(43, 2))?;
            sink.put(&self.of(8, 2))?;
            sink.put(&self.of(0, 2))?;
            return sink.put(&self.of(16, 8));
        }
        sink.put(&self.of(42, 2))?;
        sink.put(&self.of(8, 4))
    }

    pub(super) fn u16(self, bytes: [u8; 2]) -> u16 {
        if self.big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) }
    }

    pub(super) fn u32(self, bytes: [u8; 4]) -> u32 {
        if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
    }

    pub(super) fn u64(self, bytes: [u8; 8]) -> u64 {
        if self.big_endian { u64::from_be_bytes(bytes) } else { u64::from_le_bytes(bytes) }
    }

    /// A number of as many bytes as there are, at most eight.
    pub(super) fn number(self, bytes: &[u8]) -> u64 {
        let fold = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
        if self.big_endian { bytes.iter().fold(0, fold) } else { bytes.iter().rev().fold(0, fold) }
    }

    /// The low `bytes` bytes of a number.
    pub(super) fn of(self, number: u64, bytes: usize) -> Vec<u8> {
        let bytes = bytes.min(8);
        if self.big_endian {
            number.to_be_bytes()[8 - bytes..].to_vec()
        } else {
            number.to_le_bytes()[..bytes].to_vec()
        }
    }

    /// Bytes of an offset.
    pub(super) fn offset(self) -> usize {
        if self.wide { 8 } else { 4 }
    }
}
