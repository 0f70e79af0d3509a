//! Properties and whose they are: `iprp`, ISO/IEC 23008-12 section 9.3.

use std::{collections::BTreeMap, ops::Range};

use super::{
    super::{Refusal, Removed, Report},
    boxes::{Boxes, Kind},
    fields::Fields,
};

/// Most properties that an index can name.
const MOST_PROPERTIES: usize = 32_767;

/// One property of an item.
#[derive(Clone, Copy)]
pub(super) struct Association {
    /// Its place among the properties, from 1.
    pub(super) index: u16,
    /// True where a reader that does not know it must not show the item.
    pub(super) essential: bool,
}

/// All properties.
#[derive(Default)]
pub(super) struct Properties {
    bytes: Vec<u8>,
    list: Vec<(Kind, Range<usize>)>,
    of: BTreeMap<u32, Vec<Association>>,
}

impl Properties {
    /// Adds a property to an item.
    pub(super) fn add(&mut self, item: u32, kind: Kind, content: &[u8]) {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(content);
        self.list.push((kind, start..self.bytes.len()));
        let index = u16::try_from(self.list.len()).unwrap_or(0);
        self.of.entry(item).or_default().push(Association { index, essential: false });
    }

    /// A property's type and content.
    pub(super) fn get(&self, index: u16) -> Option<(Kind, &[u8])> {
        let (kind, range) = self.list.get(usize::from(index).checked_sub(1)?)?;
        Some((*kind, self.bytes.get(range.clone())?))
    }

    /// An item's properties, in its order.
    pub(super) fn of(&self, item: u32) -> &[Association] {
        self.of.get(&item).map_or(&[], Vec::as_slice)
    }

    /// The content of an item's first property of a type.
    pub(super) fn first(&self, item: u32, wanted: Kind) -> Option<&[u8]> {
        let mut kept = self.of(item).iter().filter_map(|association| self.get(association.index));
        kept.find_map(|(kind, content)| (kind == wanted).then_some(content))
    }
}

/// Reads the table.
pub(super) fn read(table: &[u8], report: &mut Report) -> Result<Properties, Refusal> {
    let mut properties = Properties::default();
    for (kind, content) in Boxes(Fields(table)) {
        match &kind {
            b"ipco" if properties.list.is_empty() => list(content, &mut properties)?,
            b"ipma" => associate(content, &mut properties.of, report)?,
            _ => report.note(Removed::UnknownParts),
        }
    }
    Ok(properties)
}

fn list(content: &[u8], properties: &mut Properties) -> Result<(), Refusal> {
    for (kind, content) in Boxes(Fields(content)) {
        if properties.list.len() == MOST_PROPERTIES {
            return Err(Refusal::Large);
        }
        let start = properties.bytes.len();
        properties.bytes.extend_from_slice(content);
        properties.list.push((kind, start..properties.bytes.len()));
    }
    Ok(())
}

/// The first entry of each item counts.
fn associate(content: &[u8], of: &mut BTreeMap<u32, Vec<Association>>, report: &mut Report) -> Result<(), Refusal> {
    let mut fields = Fields(content);
    let (version, flags) = fields.version()?;
    for _ in 0..fields.u32()? {
        let item = fields.number(version > 0)?;
        let associations = (0..fields.u8()?).map(|_| {
            if flags & 1 == 1 {
                let word = fields.u16()?;
                return Ok(Association { index: word & 0x7fff, essential: word & 0x8000 != 0 });
            }
            let byte = fields.u8()?;
            Ok(Association { index: u16::from(byte & 0x7f), essential: byte & 0x80 != 0 })
        });
        let associations = associations.collect::<Result<_, Refusal>>()?;
        report.note_if(of.contains_key(&item), Removed::UnknownParts);
        of.entry(item).or_insert(associations);
    }
    Ok(())
}
