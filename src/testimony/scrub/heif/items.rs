//! What the items are: `iinf` and `infe`, ISO/IEC 14496-12 section 8.11.6.

use std::collections::BTreeMap;

use super::{
    super::{Refusal, Removed, Report},
    boxes::{Boxes, Kind},
    fields::Fields,
};

/// Most items of a file.
pub(super) const MOST_ITEMS: usize = 65_536;

/// An item, before it is known whether it is kept.
pub(super) struct Item {
    pub(super) kind: Kind,
    /// True where it cannot be read without a key.
    pub(super) protected: bool,
    /// True for an XMP packet.
    pub(super) xmp: bool,
}

impl Item {
    /// True for what a picture can be, or be made of.
    pub(super) fn is_picture(&self) -> bool {
        const PICTURES: [&Kind; 18] = [
            b"hvc1", b"hev1", b"lhv1", b"mhv1", b"av01", b"avc1", b"lvc1", b"vvc1", b"evc1", b"jpeg", b"j2k1", b"unci",
            b"mski", b"tili", b"grid", b"iovl", b"iden", b"tmap",
        ];
        PICTURES.contains(&&self.kind)
    }

    /// Notes what it was.
    pub(super) fn note(&self, thumbnail: bool, report: &mut Report) {
        report.note(match &self.kind {
            b"Exif" => Removed::Exif,
            b"mime" if self.xmp => Removed::Xmp,
            _ if !self.is_picture() => Removed::UnknownParts,
            _ if thumbnail => Removed::Thumbnail,
            _ => Removed::FurtherPictures,
        });
    }
}

/// Reads the table; the first entry of each number counts.
pub(super) fn read(table: &[u8], report: &mut Report) -> Result<BTreeMap<u32, Item>, Refusal> {
    let mut fields = Fields(table);
    let (version, _) = fields.version()?;
    let _count = fields.number(version > 0)?;
    let mut items = BTreeMap::new();
    for (kind, content) in Boxes(fields) {
        if kind != *b"infe" {
            report.note(Removed::UnknownParts);
            continue;
        }
        let Some((id, item)) = entry(content, report)? else {
            report.note(Removed::UnknownParts);
            continue;
        };
        if items.len() == MOST_ITEMS {
            return Err(Refusal::Large);
        }
        items.entry(id).or_insert(item);
    }
    Ok(items)
}

fn entry(content: &[u8], report: &mut Report) -> Result<Option<(u32, Item)>, Refusal> {
    let mut fields = Fields(content);
    let (version, _) = fields.version()?;
    if !matches!(version, 2 | 3) {
        return Ok(None);
    }
    let id = fields.number(version == 3)?;
    let protected = fields.u16()? != 0;
    let kind = fields.array()?;
    report.note_if(!fields.text().is_empty(), Removed::Comments);
    let xmp = kind == *b"mime" && fields.text() == b"application/rdf+xml";
    Ok(Some((id, Item { kind, protected, xmp })))
}
