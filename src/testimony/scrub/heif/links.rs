//! How items refer to each other: `iref`, ISO/IEC 14496-12 section 8.11.12.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{Refusal, Removed, Report},
    boxes::{Boxes, Kind},
    fields::Fields,
};

/// References by type and by the item that they are from; the first box of each counts.
#[derive(Default)]
pub(super) struct Links(BTreeMap<(Kind, u32), Vec<u32>>);

/// Reads the table.
pub(super) fn read(table: &[u8], report: &mut Report) -> Result<Links, Refusal> {
    let mut fields = Fields(table);
    let (version, _) = fields.version()?;
    let mut links = Links::default();
    for (kind, content) in Boxes(fields) {
        let mut fields = Fields(content);
        let from = fields.number(version > 0)?;
        let targets = (0..fields.u16()?).map(|_| fields.number(version > 0)).collect::<Result<_, _>>()?;
        report.note_if(links.0.contains_key(&(kind, from)), Removed::UnknownParts);
        links.0.entry((kind, from)).or_insert(targets);
    }
    Ok(links)
}

impl Links {
    /// Adds a reference.
    pub(super) fn add(&mut self, kind: Kind, from: u32, to: u32) {
        self.0.entry((kind, from)).or_default().push(to);
    }

    /// The items that an item refers to by a type of reference, in its order.
    pub(super) fn targets(&self, kind: Kind, from: u32) -> &[u32] {
        self.0.get(&(kind, from)).map_or(&[], Vec::as_slice)
    }

    /// Every item that has a reference of this type.
    pub(super) fn sources(&self, kind: Kind) -> BTreeSet<u32> {
        self.0.range((kind, 0)..=(kind, u32::MAX)).map(|((_, from), _)| *from).collect()
    }
}
