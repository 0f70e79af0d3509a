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
use super::{Refusal, Removed, Report, format::Format, sink::Sink, source::Source};

/// Most bytes of rows that the pictures of one file may have together.
const MOST_ROWS: u64 = 8 * 1024 * 1024 * 1024;

/// Bytes of a stream that its rows do not account for: head, checksum and tables.
const SPARE: u64 = 128;

/// Steps for each byte of rows that are compressed.
const TO_COMPRESS: u64 = 4;

/// A picture whose stream was inflated.
struct Proven {
    image: Image,
    /// Bytes of the stream, if it can be copied as it is.
    copied: Option<u64>,
}

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let mut model = parse::parse(source, report)?;
    let mut used = [false; 256];
    let images = prove(source, &mut model, &mut used, report)?;
    report.note_if(!model.palette.clear_unused(&used), Removed::Padding);
    write::write(source, sink, &model, &images)?;
    Ok(Format::Png)
}

fn prove(
    source: &mut Source<'_>,
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
        source.work(demanded / 2)?;
        let mut copied = proof::length(source, image.data, &mut rows)?;
        let stray = rows.is_stray();
        if let Some(length) = copied {
            // Even a code of nine bits for each byte needs no more.
            let short = length <= demanded.saturating_add(demanded / 8).saturating_add(SPARE);
            let plain = short && !stray && image.data.is_plain(source, length)?;
            copied = copied.filter(|_| plain);
        }
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
        *used = seen;
        images.push(Proven { image, copied });
    }
    Ok(images)
}

fn size(model: &Model, image: &Image) -> (u32, u32) {
    image.control.map_or((model.header.width, model.header.height), |control| (control.width, control.height))
}
