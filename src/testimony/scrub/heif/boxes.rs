//! Boxes, ISO/IEC 14496-12 section 4.2: their headers in a file and in memory, and how they are written.

use super::{
    super::{Refusal, source::Source},
    fields::Fields,
};

/// A box's type.
pub(super) type Kind = [u8; 4];

/// Where a box's content is in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) kind: Kind,
    /// Its first byte after the header.
    pub(super) start: u64,
    /// One past its last byte, never past its parent's.
    pub(super) end: u64,
    /// False where its header promises more than its parent has.
    pub(super) whole: bool,
}

impl Place {
    /// Bytes of its content.
    pub(super) fn bytes(self) -> u64 {
        self.end.saturating_sub(self.start)
    }
}

/// The box at the source's position in a parent that ends at `end`; `None` where no header is. Goes to its end.
pub(super) fn next(source: &mut Source<'_>, end: u64) -> Result<Option<Place>, Refusal> {
    let at = source.position();
    let left = end.saturating_sub(at);
    if left < 8 {
        return Ok(None);
    }
    let size = source.u32()?;
    let kind = source.array()?;
    let (header, size) = match size {
        0 => (8, left),
        1 if left < 16 => return Ok(None),
        1 => (16, source.u64()?),
        size => (8, u64::from(size)),
    };
    if size < header {
        return Ok(None);
    }
    let place = Place { kind, start: at + header, end: at + size.min(left), whole: size <= left };
    source.seek(place.end);
    Ok(Some(place))
}

/// The boxes of a table in memory, up to the first that is not whole.
pub(super) struct Boxes<'a>(pub(super) Fields<'a>);

impl<'a> Iterator for Boxes<'a> {
    type Item = (Kind, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let mut fields = self.0;
        let size = fields.u32().ok()?;
        let kind = fields.array().ok()?;
        let content = match size {
            0 => fields.0.len(),
            1 => usize::try_from(fields.sized(8).ok()?).ok()?.checked_sub(16)?,
            size => usize::try_from(size).ok()?.checked_sub(8)?,
        };
        let content = fields.take(content).ok()?;
        self.0 = fields;
        Some((kind, content))
    }
}

/// Writes boxes into memory.
#[derive(Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    /// A box whose content `fill` writes. More than 4 GiB of tables cannot be: every cap is far below.
    pub(super) fn boxed(&mut self, kind: Kind, fill: impl FnOnce(&mut Self)) {
        let at = self.0.len();
        self.0.extend_from_slice(&[0; 4]);
        self.0.extend_from_slice(&kind);
        fill(self);
        let size = u32::try_from(self.0.len() - at).unwrap_or(u32::MAX);
        if let Some(place) = self.0.get_mut(at..at + 4) {
            place.copy_from_slice(&size.to_be_bytes());
        }
    }

    /// A full box of a version, with flags.
    pub(super) fn full(&mut self, kind: Kind, version: u8, flags: u8, fill: impl FnOnce(&mut Self)) {
        self.boxed(kind, |content| {
            content.put(&[version, 0, 0, flags]);
            fill(content);
        });
    }

    pub(super) fn put(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// A count of two bytes; what is counted has a lower limit.
    pub(super) fn count(&mut self, count: usize) {
        self.u16(u16::try_from(count).unwrap_or(u16::MAX));
    }

    pub(super) fn u8(&mut self, number: u8) {
        self.0.push(number);
    }

    pub(super) fn u16(&mut self, number: u16) {
        self.put(&number.to_be_bytes());
    }

    pub(super) fn u32(&mut self, number: u32) {
        self.put(&number.to_be_bytes());
    }
}
