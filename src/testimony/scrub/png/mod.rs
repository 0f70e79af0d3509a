//! PNG and APNG (W3C PNG, 3rd edition).
//!
//! Kept are the header, palette, transparency, the shape of a pixel, orientation, colour in standard numbers, and the
//! compressed pictures, whose streams are inflated to prove that they are the picture and end with it. A stream that has
//! more in it is compressed anew. Left as they are: colours under full transparency, which are pixels, and an encoder's
//! choices of filters and of deflate's codes.

mod ancillary;
mod animation;
mod chunk;
mod data;
mod header;
mod indices;
mod mend;
mod palette;
mod parse;
mod proof;
mod rows;
mod space;
mod spare;
mod write;

use self::{
    parse::{Image, Model},
    rows::Rows,
};
use super::{
    Refusal, Removed, Report,
    format::Format,
    proven::{self, Ledger, Stretch},
    sink::Sink,
    source::Source,
};
use crate::testimony::digest::Sha256;

/// Most bytes of rows that the pictures of one file may have together.
const MOST_ROWS: u64 = 8 * 1024 * 1024 * 1024;

/// Bytes of a stream that its rows do not account for: head, checksum and tables.
const SPARE: u64 = 128;

/// Longest stream that is followed once more, block by block, in bytes. That costs twice what it takes to inflate it: large
/// pictures would take a witness's file and everybody's core for longer than what can be found there is worth.
const WALKED: u64 = 128 * 1024;

/// Steps for each byte of rows that are compressed.
const TO_COMPRESS: u64 = 4;

/// A picture whose stream was inflated.
struct Proven {
    image: Image,
    /// Bytes of the stream, if it can be copied as it is.
    copied: Option<u64>,
    /// True where the first pass inflated it.
    taken_over: bool,
    /// Of what it was inflated by.
    by: Sha256,
    /// The palette entries in use, for an indexed picture.
    seen: Vec<u8>,
}

impl Proven {
    /// Where a copied stream is written, for the second pass; in that, it is where it was.
    fn settle(&self, at: u64, ledger: &mut Ledger) -> Result<(), Refusal> {
        let Some(length) = self.copied else { return Ok(()) };
        if self.taken_over {
            return if at == self.image.data.at() { Ok(()) } else { Err(Refusal::Unstable) };
        }
        ledger.add(|| Stretch { at, length, by: self.by, seen: self.seen.clone() });
        Ok(())
    }
}

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let mut model = parse::parse(source, report)?;
    let mut used = [false; 256];
    let images = prove(source, sink.ledger(), &mut model, &mut used, report)?;
    report.note_if(!model.palette.clear_unused(&used), Removed::Padding);
    write::write(source, sink, &model, &images)?;
    Ok(Format::Png)
}

fn prove(
    source: &mut Source<'_>,
    ledger: &mut Ledger,
    model: &mut Model,
    used: &mut [bool; 256],
    report: &mut Report,
) -> Result<Vec<Proven>, Refusal> {
    let mut left = MOST_ROWS;
    let mut images = Vec::new();
    for image in std::mem::take(&mut model.images) {
        let (width, height) = size(model, &image);
        let mut seen = *used;
        let mut rows = Rows::new(&model.header, width, height, &mut seen);
        let demanded = rows.demanded();
        left = left.checked_sub(demanded).ok_or(Refusal::Large)?;
        let by = proven::digest(&(&model.header, width, height, image.data.is_frame(), *used));
        let before = ledger.take(image.data.at(), || by)?;
        let copied = match &before {
            Some(stretch) => Some(stretch.length),
            None => plain(source, &image, &mut rows)?,
        };
        if copied.is_none() {
            seen = *used;
            let mut rows = Rows::new(&model.header, width, height, &mut seen);
            source.work(demanded.saturating_mul(TO_COMPRESS))?;
            let found = mend::rows(source, image.data, &mut rows, &mut |_| Ok(()))?;
            if !found {
                if images.is_empty() {
                    return Err(Refusal::Malformed("nothing of the picture can be decoded"));
                }
                report.note(Removed::FurtherPictures);
                break;
            }
            report.note(Removed::StrayBytes);
        }
        for (entry, was) in seen.iter_mut().zip(before.iter().flat_map(|stretch| &stretch.seen)) {
            *entry = *was != 0;
        }
        *used = seen;
        let seen = if model.header.needs_palette() { seen.map(u8::from).to_vec() } else { Vec::new() };
        images.push(Proven { image, copied, taken_over: before.is_some(), by, seen });
    }
    Ok(images)
}

/// Bytes of a picture's stream, if it is whole and has nothing but the picture: else it is compressed anew.
fn plain(source: &mut Source<'_>, image: &Image, rows: &mut Rows<'_>) -> Result<Option<u64>, Refusal> {
    let demanded = rows.demanded();
    source.work(demanded / 2)?;
    let Some(length) = proof::length(source, image.data, rows)? else { return Ok(None) };
    // Even a code of nine bits for each byte needs no more.
    let short = length <= demanded.saturating_add(demanded / 8).saturating_add(SPARE);
    let is_plain = short && !rows.is_stray() && (length > WALKED || image.data.is_plain(source, length)?);
    Ok(Some(length).filter(|_| is_plain))
}

fn size(model: &Model, image: &Image) -> (u32, u32) {
    image.control.map_or((model.header.width, model.header.height), |control| (control.width, control.height))
}
