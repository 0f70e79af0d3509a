//! A directory as it stands in a file (TIFF 6.0, section 2).

use super::{
    super::{Refusal, source::Source},
    order::Order,
};

/// Most entries of a directory.
const MOST_ENTRIES: u64 = 4_096;

/// The entries of a directory, the first of each tag, and where the next directory is.
pub(super) struct Directory {
    order: Order,
    entries: Vec<Entry>,
    /// Entries that it had, those of the same tag and of unknown types included.
    pub(super) count: usize,
    /// 0 for none.
    pub(super) next: u64,
}

#[derive(Clone, Copy)]
struct Entry {
    tag: u16,
    /// Bytes of a number, and how many numbers.
    size: u64,
    count: u64,
    /// Where they are.
    at: u64,
}

impl Directory {
    pub(super) fn read(order: Order, at: u64, source: &mut Source<'_>) -> Result<Self, Refusal> {
        source.seek(at);
        let count = if order.wide { order.u64(source.array()?) } else { u64::from(order.u16(source.array()?)) };
        if count > MOST_ENTRIES {
            return Err(Refusal::Large);
        }
        let mut entries: Vec<Entry> = Vec::new();
        for _ in 0..count {
            let entry = Entry::read(order, source)?;
            entries.extend(entry);
        }
        // Of tags that are there twice the first counts.
        entries.sort_by_key(|entry| entry.tag);
        entries.dedup_by_key(|entry| entry.tag);
        let mut next = [0; 8];
        // Some files end without the last offset.
        let next = match source.read(&mut next[..order.offset()]) {
            Ok(()) => order.number(&next[..order.offset()]),
            Err(Refusal::Short) => 0,
            Err(error) => return Err(error),
        };
        Ok(Self { order, entries, count: usize::try_from(count).unwrap_or(usize::MAX), next })
    }

    /// The tags that are there, in order.
    pub(super) fn tags(&self) -> impl Iterator<Item = u16> + '_ {
        self.entries.iter().map(|entry| entry.tag)
    }

    /// True if a tag is there.
    pub(super) fn has(&self, tag: u16) -> bool {
        self.tags().any(|there| there == tag)
    }

    /// The numbers of a tag, `None` where it is not there; [`Refusal::Large`] where they are more than `most`. A rational is two numbers.
    pub(super) fn numbers(&self, tag: u16, most: usize, source: &mut Source<'_>) -> Result<Option<Vec<u64>>, Refusal> {
        let Some(entry) = self.entries.iter().find(|entry| entry.tag == tag) else { return Ok(None) };
        let count = usize::try_from(entry.count).ok().filter(|count| *count <= most).ok_or(Refusal::Large)?;
        if entry.size.saturating_mul(entry.count) > source.length().saturating_sub(entry.at) {
            return Err(Refusal::Short);
        }
        source.seek(entry.at);
        let (mut numbers, size) = (Vec::with_capacity(count), usize::try_from(entry.size).unwrap_or(8).min(8));
        for _ in 0..count {
            let mut bytes = [0; 8];
            source.read(&mut bytes[..size])?;
            numbers.push(self.order.number(&bytes[..size]));
        }
        Ok(Some(numbers))
    }

    /// The first number of a tag.
    pub(super) fn number(&self, tag: u16, source: &mut Source<'_>) -> Result<Option<u64>, Refusal> {
        let Some(mut entry) = self.entries.iter().find(|entry| entry.tag == tag).copied() else { return Ok(None) };
        entry.count = entry.count.min(1);
        let one = Self { order: self.order, entries: vec![entry], count: 1, next: 0 };
        Ok(one.numbers(tag, 1, source)?.and_then(|numbers| numbers.first().copied()))
    }

    /// Where the bytes of a tag are, and how many.
    pub(super) fn extent(&self, tag: u16) -> Option<(u64, u64)> {
        let entry = self.entries.iter().find(|entry| entry.tag == tag)?;
        Some((entry.at, entry.size.saturating_mul(entry.count)))
    }
}

impl Entry {
    /// `None` for a type that no tag here has.
    fn read(order: Order, source: &mut Source<'_>) -> Result<Option<Self>, Refusal> {
        let (tag, kind) = (order.u16(source.array()?), order.u16(source.array()?));
        let count = if order.wide { order.u64(source.array()?) } else { u64::from(order.u32(source.array()?)) };
        let (size, numbers) = match kind {
            1 | 2 | 6 | 7 => (1, 1),
            3 | 8 => (2, 1),
            4 | 9 | 11 | 13 => (4, 1),
            5 | 10 => (4, 2),
            12 | 16 | 17 | 18 => (8, 1),
            _ => (0, 0),
        };
        let count = count.saturating_mul(numbers);
        let here = source.position();
        let room = order.offset();
        let mut value = [0; 8];
        source.read(&mut value[..room])?;
        let at = if count.saturating_mul(size) <= room as u64 { here } else { order.number(&value[..room]) };
        Ok((size > 0).then_some(Self { tag, size, count, at }))
    }
}
