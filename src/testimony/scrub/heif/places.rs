//! Where the items' data is: `iloc`, ISO/IEC 14496-12 section 8.11.3.

use std::{cell::Cell, collections::BTreeMap};

use super::{
    super::Refusal,
    fields::Fields,
    items::MOST_ITEMS,
    links::Links,
    spans::{self, Span},
};

/// Most pieces of all items together; and most that are looked at while offsets are resolved.
const MOST_EXTENTS: usize = 262_144;

/// What an offset counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    File,
    Idat,
    Item,
}

/// A piece, as the table has it. No length means up to the end of what it is in.
struct Extent {
    index: u64,
    offset: u64,
    length: Option<u64>,
}

/// Where one item is.
pub(super) struct Located {
    from: From,
    /// False where the data is in another file.
    here: bool,
    extents: Vec<Extent>,
}

impl Located {
    /// One piece of the file.
    pub(super) fn piece(offset: u64, bytes: u64) -> Self {
        Self { from: From::File, here: true, extents: vec![Extent { index: 0, offset, length: Some(bytes) }] }
    }
}

/// Reads the table; the first entry of each item counts.
pub(super) fn read(table: &[u8]) -> Result<BTreeMap<u32, Located>, Refusal> {
    let mut fields = Fields(table);
    let (version, _) = fields.version()?;
    if version > 2 {
        return Err(Refusal::Unsupported("a table of a version that is not known"));
    }
    let [a, b] = fields.array()?;
    let (offsets, lengths, bases) = (a >> 4, a & 15, b >> 4);
    let indices = if version == 0 { 0 } else { b & 15 };
    let count = fields.number(version == 2)?;
    let (mut located, mut pieces) = (BTreeMap::new(), 0);
    for _ in 0..count {
        let id = fields.number(version == 2)?;
        let from = match if version == 0 { 0 } else { fields.u16()? & 15 } {
            0 => From::File,
            1 => From::Idat,
            2 => From::Item,
            _ => return Err(Refusal::Unsupported("data in a place that is not known")),
        };
        let here = fields.u16()? == 0;
        let base = fields.sized(bases)?;
        let extents = fields.u16()?;
        pieces += usize::from(extents);
        if pieces > MOST_EXTENTS {
            return Err(Refusal::Large);
        }
        let extents = (0..extents).map(|_| {
            let index = fields.sized(indices)?;
            let offset = base.saturating_add(fields.sized(offsets)?);
            let length = fields.sized(lengths)?;
            Ok(Extent { index, offset, length: (lengths != 0).then_some(length) })
        });
        let extents = extents.collect::<Result<_, Refusal>>()?;
        if located.len() == MOST_ITEMS {
            return Err(Refusal::Large);
        }
        located.entry(id).or_insert(Located { from, here, extents });
    }
    Ok(located)
}

/// What offsets are resolved against.
pub(super) struct Ground<'a> {
    pub(super) file: Span,
    pub(super) idat: Option<Span>,
    pub(super) located: &'a BTreeMap<u32, Located>,
    pub(super) links: &'a Links,
    /// Pieces looked at so far: items inside of items could multiply them.
    pub(super) looked: Cell<usize>,
}

impl Ground<'_> {
    /// The pieces of the file that are the data of an item; one that ends too early is [`Refusal::Short`].
    pub(super) fn spans(&self, id: u32) -> Result<Vec<Span>, Refusal> {
        self.resolve(id, true)
    }

    fn resolve(&self, id: u32, deep: bool) -> Result<Vec<Span>, Refusal> {
        let Some(located) = self.located.get(&id) else { return Ok(Vec::new()) };
        if !located.here {
            return Err(Refusal::Unsupported("data that is in another file"));
        }
        let mut found = Vec::with_capacity(located.extents.len());
        for extent in &located.extents {
            let within = match located.from {
                From::File => vec![self.file],
                From::Idat => vec![self.idat.ok_or(Refusal::Malformed("data is missing"))?],
                From::Item if deep => self.resolve(self.target(id, extent.index)?, false)?,
                From::Item => return Err(Refusal::Unsupported("data inside of data")),
            };
            self.looked.set(self.looked.get().saturating_add(within.len()));
            if self.looked.get() > MOST_EXTENTS {
                return Err(Refusal::Large);
            }
            cut(&within, extent, &mut found)?;
        }
        Ok(found)
    }

    /// The item that an item's extent is in: its reference of type `iloc` with that index, from 1; 0 where it is the first.
    fn target(&self, id: u32, index: u64) -> Result<u32, Refusal> {
        let nth = usize::try_from(index.saturating_sub(1)).unwrap_or(usize::MAX);
        let targets = self.links.targets(*b"iloc", id);
        targets.get(nth).copied().ok_or(Refusal::Malformed("data is missing"))
    }

    /// True where the data of the item is not inside of another item's.
    pub(super) fn direct(&self, id: u32) -> bool {
        self.located.get(&id).is_some_and(|located| located.here && located.from != From::Item)
    }
}

/// Adds what an extent has of `within`.
fn cut(within: &[Span], extent: &Extent, found: &mut Vec<Span>) -> Result<(), Refusal> {
    let whole = spans::total(within);
    let length = extent.length.unwrap_or(whole.saturating_sub(extent.offset));
    let end = extent.offset.checked_add(length).filter(|end| *end <= whole).ok_or(Refusal::Short)?;
    let mut passed = 0_u64;
    for span in within {
        let next = passed.saturating_add(span.bytes());
        let (from, to) = (extent.offset.max(passed), end.min(next));
        if from < to {
            found.push(Span { start: span.start + (from - passed), end: span.start + (to - passed) });
        }
        passed = next;
    }
    Ok(())
}
