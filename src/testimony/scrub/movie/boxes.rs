//! Boxes in the file and in memory: ISO/IEC 14496-12, section 4.2.

use super::{Refusal, Source};

/// Most boxes directly in one box that is walked.
const MOST_CHILDREN: usize = 4096;
/// Bytes of a box's size and kind.
const HEAD: u64 = 8;

/// A box in the file, by the place of its body.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Its four-character code.
    pub kind: [u8; 4],
    /// First byte of its body.
    pub start: u64,
    /// One past its last byte.
    pub end: u64,
}

impl Place {
    /// Bytes of its body.
    pub(super) fn length(&self) -> u64 {
        self.end.saturating_sub(self.start)
    }

    /// Its body in memory.
    pub(super) fn body(&self, source: &mut Source<'_>, most: usize) -> Result<zeroize::Zeroizing<Vec<u8>>, Refusal> {
        source.seek(self.start);
        source.take(self.length(), most)
    }
}

/// The box that begins at `at`; `None` where no box header is, or none fits before `end`. A box that says that it
/// goes on past `end` stops there.
pub(super) fn at(source: &mut Source<'_>, at: u64, end: u64) -> Result<Option<Place>, Refusal> {
    if end.saturating_sub(at) < HEAD {
        return Ok(None);
    }
    source.seek(at);
    let size = u64::from(source.u32()?);
    let kind = source.array()?;
    let (size, head) = match size {
        0 => (end - at, HEAD),
        1 if end - at < HEAD + 8 => return Ok(None),
        1 => (source.u64()?, HEAD + 8),
        size => (size, HEAD),
    };
    if size < head {
        return Ok(None);
    }
    Ok(Some(Place { kind, start: at + head, end: at.saturating_add(size).min(end) }))
}

/// The boxes directly in a box, and whether other bytes follow them.
pub(super) fn children(source: &mut Source<'_>, within: Place) -> Result<(Vec<Place>, bool), Refusal> {
    let (mut found, mut here) = (Vec::new(), within.start);
    while let Some(place) = at(source, here, within.end)? {
        if found.len() == MOST_CHILDREN {
            return Err(Refusal::Large);
        }
        here = place.end;
        found.push(place);
    }
    Ok((found, here < within.end))
}

/// The first box of a kind.
pub(super) fn first(places: &[Place], kind: [u8; 4]) -> Option<Place> {
    places.iter().copied().find(|place| place.kind == kind)
}

/// A part of a body in memory, read from its start.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a>(pub &'a [u8]);

impl<'a> Cursor<'a> {
    /// The next `count` bytes.
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], Refusal> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Refusal::Short)?;
        self.0 = rest;
        Ok(taken)
    }

    /// The next `N` bytes.
    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Refusal> {
        self.take(N)?.try_into().map_err(|_| Refusal::Short)
    }

    /// The next byte.
    pub(super) fn u8(&mut self) -> Result<u8, Refusal> {
        Ok(u8::from_be_bytes(self.array()?))
    }

    /// A number of two bytes.
    pub(super) fn u16(&mut self) -> Result<u16, Refusal> {
        Ok(u16::from_be_bytes(self.array()?))
    }

    /// A number of four bytes.
    pub(super) fn u32(&mut self) -> Result<u32, Refusal> {
        Ok(u32::from_be_bytes(self.array()?))
    }

    /// A number of eight bytes.
    pub(super) fn u64(&mut self) -> Result<u64, Refusal> {
        Ok(u64::from_be_bytes(self.array()?))
    }

    /// A number of eight bytes in version 1 of a box, and of four in version 0.
    pub(super) fn wide(&mut self, version: u8) -> Result<u64, Refusal> {
        if version == 1 { self.u64() } else { Ok(u64::from(self.u32()?)) }
    }

    /// The next box, kind and body; `None` where no box header is left.
    pub(super) fn child(&mut self) -> Option<([u8; 4], &'a [u8])> {
        let mut ahead = *self;
        let size = usize::try_from(ahead.u32().ok()?).ok()?;
        let kind = ahead.array().ok()?;
        let body = ahead.take(size.checked_sub(8)?.min(ahead.0.len())).ok()?;
        self.0 = ahead.0;
        Some((kind, body))
    }
}

/// Writes a box around what `fill` writes.
pub(super) fn put(out: &mut Vec<u8>, kind: [u8; 4], fill: impl FnOnce(&mut Vec<u8>)) {
    let start = out.len();
    out.extend([0; 4]);
    out.extend(kind);
    fill(out);
    // A box in memory is shorter than the entries that it may hold times 16.
    let size = u32::try_from(out.len() - start).unwrap_or(u32::MAX);
    out[start..start + 4].copy_from_slice(&size.to_be_bytes());
}

/// Writes a box with a version and flags of 0 around what `fill` writes.
pub(super) fn put_full(out: &mut Vec<u8>, kind: [u8; 4], version: u8, fill: impl FnOnce(&mut Vec<u8>)) {
    put(out, kind, |out| {
        out.extend([version, 0, 0, 0]);
        fill(out);
    });
}
