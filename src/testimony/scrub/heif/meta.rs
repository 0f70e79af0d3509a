//! The box of tables, ISO/IEC 14496-12 section 8.11: each table is read whole, with a limit, and taken apart.

use std::collections::BTreeMap;

use super::{
    super::{Refusal, Removed, Report, source::Source},
    boxes::{self, Place},
    fields::Fields,
    items::{self, Item},
    links::{self, Links},
    places::{self, Located},
    properties::{self, Properties},
    spans::Span,
};

/// Bytes of the longest table that is read.
const LONGEST_TABLE: usize = 4 << 20;

/// Most tables that stand side by side.
const MOST_TABLES: usize = 4_096;

/// All tables of a picture file.
#[derive(Default)]
pub(super) struct Meta {
    /// The item that is the picture.
    pub(super) primary: u32,
    pub(super) items: BTreeMap<u32, Item>,
    pub(super) located: BTreeMap<u32, Located>,
    pub(super) links: Links,
    pub(super) properties: Properties,
    /// Data between the tables.
    pub(super) idat: Option<Span>,
}

/// Reads the tables at `place`.
pub(super) fn read(source: &mut Source<'_>, place: Place, report: &mut Report) -> Result<Meta, Refusal> {
    if !place.whole {
        return Err(Refusal::Short);
    }
    let (mut meta, mut primary) = (Meta::default(), None);
    let (mut infe, mut iloc, mut iref, mut iprp) = (false, false, false, false);
    source.seek(place.start.saturating_add(4));
    let mut count = 0;
    while let Some(table) = boxes::next(source, place.end)? {
        count += 1;
        if count > MOST_TABLES {
            return Err(Refusal::Large);
        }
        match &table.kind {
            b"hdlr" => name(&content(source, table)?, report),
            b"pitm" if primary.is_none() => {
                let bytes = content(source, table)?;
                let mut fields = Fields(&bytes);
                let (version, _) = fields.version()?;
                primary = Some(fields.number(version > 0)?);
            }
            b"iinf" if !infe => (infe, meta.items) = (true, items::read(&content(source, table)?, report)?),
            b"iloc" if !iloc => (iloc, meta.located) = (true, places::read(&content(source, table)?)?),
            b"iref" if !iref => (iref, meta.links) = (true, links::read(&content(source, table)?, report)?),
            b"iprp" if !iprp => (iprp, meta.properties) = (true, properties::read(&content(source, table)?, report)?),
            b"idat" if meta.idat.is_none() => meta.idat = Some(Span { start: table.start, end: table.end }),
            b"free" | b"skip" => report.note(Removed::Padding),
            // A reference to this very file is what a missing one stands for.
            b"dinf" => {}
            _ => report.note(Removed::UnknownParts),
        }
        source.seek(table.end);
    }
    report.note_if(source.position() < place.end, Removed::StrayBytes);
    meta.primary = primary.ok_or(Refusal::Malformed("it does not say which picture it shows"))?;
    Ok(meta)
}

fn content(source: &mut Source<'_>, table: Place) -> Result<zeroize::Zeroizing<Vec<u8>>, Refusal> {
    if !table.whole {
        return Err(Refusal::Short);
    }
    source.seek(table.start);
    source.take(table.bytes(), LONGEST_TABLE)
}

/// Notes the name of the program that some writers put into the handler.
fn name(handler: &[u8], report: &mut Report) {
    report.note_if(handler.get(24..).is_some_and(|name| name.iter().any(|byte| *byte != 0)), Removed::Software);
}
