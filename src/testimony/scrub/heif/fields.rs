//! A small table in memory, read field by field. Past its end is [`Refusal::Malformed`].

use super::super::Refusal;

const SHORT: Refusal = Refusal::Malformed("a table is shorter than it says");

/// What is left of a table.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a>(pub(super) &'a [u8]);

impl<'a> Fields<'a> {
    /// The next `bytes` bytes.
    pub(super) fn take(&mut self, bytes: usize) -> Result<&'a [u8], Refusal> {
        let (head, rest) = self.0.split_at_checked(bytes).ok_or(SHORT)?;
        self.0 = rest;
        Ok(head)
    }

    /// The next `N` bytes.
    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Refusal> {
        let (head, rest) = self.0.split_first_chunk().ok_or(SHORT)?;
        self.0 = rest;
        Ok(*head)
    }

    pub(super) fn u8(&mut self) -> Result<u8, Refusal> {
        Ok(u8::from_be_bytes(self.array()?))
    }

    pub(super) fn u16(&mut self) -> Result<u16, Refusal> {
        Ok(u16::from_be_bytes(self.array()?))
    }

    pub(super) fn u32(&mut self) -> Result<u32, Refusal> {
        Ok(u32::from_be_bytes(self.array()?))
    }

    /// A number of two bytes, or of four where `wide`.
    pub(super) fn number(&mut self, wide: bool) -> Result<u32, Refusal> {
        if wide { self.u32() } else { Ok(u32::from(self.u16()?)) }
    }

    /// A number of 0, 4 or 8 bytes; of none it is 0.
    pub(super) fn sized(&mut self, bytes: u8) -> Result<u64, Refusal> {
        match bytes {
            0 => Ok(0),
            4 => Ok(u64::from(self.u32()?)),
            8 => Ok(u64::from_be_bytes(self.array()?)),
            _ => Err(Refusal::Malformed("a table has numbers of an odd size")),
        }
    }

    /// A full box's version, and its flags.
    pub(super) fn version(&mut self) -> Result<(u8, u32), Refusal> {
        let [version, a, b, c] = self.array()?;
        Ok((version, u32::from_be_bytes([0, a, b, c])))
    }

    /// Bytes up to the next zero, or to the end where there is none.
    pub(super) fn text(&mut self) -> &'a [u8] {
        let end = self.0.iter().position(|byte| *byte == 0).unwrap_or(self.0.len());
        let (text, rest) = self.0.split_at(end);
        self.0 = rest.get(1..).unwrap_or_default();
        text
    }
}
