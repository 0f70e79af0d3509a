//! HEIC, HEIF and AVIF: ISO/IEC 14496-12, 23008-12, 23000-22, and AV1-AVIF.
//!
//! What is kept is the one picture that the file says it shows: the items that it is made of and their alpha channels,
//! with the properties that change what is seen. Items are numbered anew, and their data is copied unit by unit of the
//! codec into one box, without the units that no decoder of the picture needs. Everything else of the file is left out.

use std::{cell::Cell, collections::BTreeSet};

use super::{Refusal, Removed, Report, format::Format, sink::Sink, source::Source};
use meta::Meta;
use places::Ground;
use spans::Span;

mod assign;
mod av1;
mod boxes;
mod derived;
mod fields;
mod file;
mod hevc;
mod items;
mod links;
mod meta;
mod places;
mod plan;
mod properties;
mod property;
mod short;
mod slack;
mod spans;
mod tree;
mod unci;
mod write;

/// Brands of films that have a picture besides.
const FILMS: [&[u8; 4]; 8] = [b"isom", b"iso2", b"mp41", b"mp42", b"qt  ", b"M4V ", b"M4A ", b"avc1"];

/// True for a file of boxes that is a picture, and no film.
pub(super) fn is(source: &mut Source<'_>) -> Result<bool, Refusal> {
    source.seek(4);
    if source.peek()? != Some(*b"ftyp") {
        return Ok(false);
    }
    let file = file::scan(source)?;
    // The point of this brand is the animation: a still of it would be a loss that nobody is told of.
    if file.moov && file.major == *b"avis" {
        return Err(Refusal::Unsupported("an animation of this kind; save it as a film or a GIF"));
    }
    let moves = file.moov && FILMS.contains(&&file.major);
    Ok(file.short.is_some() || file.meta.is_some() && !moves)
}

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let file = file::scan(source)?;
    file.dropped.kinds().for_each(|removed| report.note(removed));
    let meta = match (file.meta, file.short) {
        (Some(place), short) => {
            report.note_if(short.is_some(), Removed::UnknownParts);
            meta::read(source, place, report)?
        }
        (None, Some(place)) => short::read(source, place, file.minor)?,
        (None, None) => return Err(Refusal::Malformed("it has no table of pictures")),
    };
    let whole = Span { start: 0, end: source.length() };
    let (located, links) = (&meta.located, &meta.links);
    let ground = Ground { file: whole, idat: meta.idat, located, links, looked: Cell::new(0) };
    let nodes = tree::grow(source, &meta, &ground, report)?;
    let kept: BTreeSet<u32> = nodes.iter().map(|node| node.id).collect();
    rest(&meta, &kept, report);
    report.note_if(slack::any(&meta, &ground, &file.mdat), Removed::StrayBytes);
    let (plan, format) = plan::draw(source, &meta, &ground, nodes, report)?;
    write::write(&plan, format, source, sink)?;
    Ok(format)
}

/// Notes what the items were that are not kept.
fn rest(meta: &Meta, kept: &BTreeSet<u32>, report: &mut Report) {
    let thumbnails = meta.links.sources(*b"thmb");
    for (id, item) in &meta.items {
        if !kept.contains(id) {
            item.note(thumbnails.contains(id), report);
        }
    }
}
