//! TIFF 6.0 and `BigTIFF`: pages of strips or tiles, each with a directory of the tags that decoding needs.
//!
//! Every directory is written anew before the data of its page. Strips and tiles follow in their order without what stands
//! between them, and end where their compression says, or with their last pixel; of damaged facsimile data, what follows
//! its last row is found only where marks end it. What is no pixel (spare bits of a row, a tile beyond the picture's edge,
//! palette entries that no pixel has) is zero. Of the resolution the shape of a pixel is kept. A camera's raw file, whose
//! picture is not in the pages that other programs show, is refused.

mod budget;
mod chain;
mod colours;
mod deflate;
mod directory;
mod encode;
mod facsimile;
mod field;
mod grid;
mod lzw;
mod order;
mod packbits;
mod page;
mod piece;
mod pixels;
mod raw;
mod reading;
mod shape;
mod write;

use self::{budget::Budget, chain::Chain, order::Order, page::Page};
use super::{Refusal, Report, format::Format, sink::Sink, source::Source};

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let (order, first) = Order::read(source)?;
    let chain = Chain::read(order, first, source, report)?;
    let mut budget = Budget::new(source.length());
    order.write(sink)?;
    for (place, directory) in (1..).zip(&chain.pages) {
        let page = Page::read(order, *directory, source, report)?;
        write::page(order, &page, place < chain.pages.len(), &mut budget, source, sink, report)?;
    }
    Ok(Format::Tiff)
}
