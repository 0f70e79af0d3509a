//! The head of an element: RFC 8794, sections 4 to 6.

use super::{Refusal, Source};

/// Longest identifier and longest size in bytes.
const MOST_ID: u32 = 4;
const MOST_SIZE: u32 = 8;

/// An element by the place of its body.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    pub id: u32,
    /// First byte of its head.
    pub head: u64,
    /// First byte of its body.
    pub start: u64,
    /// One past the last byte of its body; `None` where its size is not told.
    pub end: Option<u64>,
}

impl Element {
    /// Bytes of a body that is told to end.
    pub(super) fn length(&self) -> u64 {
        self.end.map_or(0, |end| end.saturating_sub(self.start))
    }
}

/// The next element's head; `None` where none fits before `limit`. Its end may lie behind `limit`.
pub(super) fn next(source: &mut Source<'_>, limit: u64) -> Result<Option<Element>, Refusal> {
    let here = source.position();
    if here >= limit {
        return Ok(None);
    }
    let window = source.window()?;
    let room = usize::try_from(limit - here).unwrap_or(usize::MAX);
    let enough = window.len() >= (MOST_ID + MOST_SIZE) as usize;
    let near = window.get(..room.min(window.len())).unwrap_or_default();
    let parsed = if enough || near.len() == room {
        head(near)
    } else {
        // The head may go on in the next buffer.
        let mut bytes = [0; (MOST_ID + MOST_SIZE) as usize];
        let there = usize::try_from(source.left()).unwrap_or(usize::MAX).min(room).min(bytes.len());
        source.read(&mut bytes[..there])?;
        head(&bytes[..there])
    };
    let Some((id, size, length)) = parsed else {
        source.seek(here);
        return Ok(None);
    };
    let start = here.saturating_add(length as u64);
    source.seek(start);
    Ok(Some(Element { id, head: here, start, end: size.map(|size| start.saturating_add(size)) }))
}

/// Identifier, size and bytes of the head at the start of `bytes`; the size is `None` where it is not told.
pub(super) fn head(bytes: &[u8]) -> Option<(u32, Option<u64>, usize)> {
    let first = *bytes.first()?;
    let width = first.leading_zeros() + 1;
    if width > MOST_ID {
        return None;
    }
    let width = width as usize;
    let id = bytes.get(..width)?.iter().fold(0, |id, byte| id << 8 | u32::from(*byte));
    let (size, more) = vint(bytes.get(width..)?)?;
    let unknown = size == ones(more);
    Some((id, if unknown { None } else { Some(size) }, width + more))
}

/// A number with its width told by leading zeros, and that width in bytes.
pub(super) fn vint(bytes: &[u8]) -> Option<(u64, usize)> {
    let first = *bytes.first()?;
    let width = first.leading_zeros() + 1;
    if width > MOST_SIZE {
        return None;
    }
    let mask = 0xff_u64 >> width;
    let width = width as usize;
    let rest = bytes.get(1..width)?;
    Some((rest.iter().fold(u64::from(first) & mask, |number, byte| number << 8 | u64::from(*byte)), width))
}

/// The number of `width` bytes whose bits are all ones.
pub(super) fn ones(width: usize) -> u64 {
    (1_u64 << (7 * width.min(8))) - 1
}

#[cfg(test)]
mod tests {
    use super::head;

    #[test]
    fn heads_of_every_width_are_read_and_cut_ones_are_not() {
        assert_eq!(head(&[0xa3, 0x81]), Some((0xa3, Some(1), 2)));
        assert_eq!(head(&[0xa3, 0xff]), Some((0xa3, None, 2)));
        assert_eq!(head(&[0x1f, 0x43, 0xb6, 0x75, 1, 0, 0, 0, 0, 0, 0, 9]), Some((0x1f43_b675, Some(9), 12)));
        assert_eq!(head(&[0x42, 0x86, 0x40, 0x02]), Some((0x4286, Some(2), 4)));
        for cut in [&[][..], &[0xa3], &[0x1f, 0x43, 0xb6], &[0x08, 0, 0, 0, 0x81], &[0xa3, 0], &[0xa3, 0x40]] {
            assert_eq!(head(cut), None);
        }
    }
}
