//! Writes a GIF from its model.

use super::{
    blocks::{Reader, Writer},
    parse::{Control, Image, Model, Table},
};
use crate::testimony::scrub::{Refusal, Removed, Report, sink::Sink, source::Source};

/// Most bytes of a colour table.
const MOST_TABLE: usize = 768;

/// Writes the file.
pub(super) fn write(
    source: &mut Source<'_>,
    sink: &mut Sink<'_>,
    model: &Model,
    report: &mut Report,
) -> Result<(), Refusal> {
    sink.put(b"GIF89a")?;
    sink.put(&model.screen)?;
    // Eight bits to a colour, as always; no word on the shape of a pixel, which viewers ignore.
    let flags = model.table.map_or(0x70, |table| 0xf0 | table.size);
    sink.put(&[flags, model.background, 0])?;
    if let Some(table) = model.table {
        let mut used = [false; 256];
        if let Some(used) = used.get_mut(usize::from(model.background)) {
            *used = true;
        }
        model.images.iter().filter(|image| image.table.is_none()).for_each(|image| image.found.mark(&mut used));
        put_table(source, sink, table, &used, report)?;
    }
    if let Some([a, b]) = model.plays {
        sink.put(b"!\xff\x0bNETSCAPE2.0\x03\x01")?;
        sink.put(&[a, b, 0])?;
    }
    for image in &model.images {
        if let Some(Control { disposal, delay: [a, b], transparent }) = image.control {
            let flags = disposal << 2 | u8::from(transparent.is_some());
            sink.put(&[b'!', 0xf9, 4, flags, a, b, transparent.unwrap_or(0), 0])?;
        }
        put_image(source, sink, image, report)?;
    }
    sink.put(b";")
}

/// Writes a table without the colours that are not in use.
fn put_table(
    source: &mut Source<'_>,
    sink: &mut Sink<'_>,
    table: Table,
    used: &[bool; 256],
    report: &mut Report,
) -> Result<(), Refusal> {
    source.seek(table.at);
    let mut colours = source.take(table.bytes(), MOST_TABLE)?;
    for (colour, used) in colours.chunks_exact_mut(3).zip(used) {
        if !used && colour != [0; 3] {
            colour.fill(0);
            report.note(Removed::Padding);
        }
    }
    sink.put(&colours)
}

fn put_image(source: &mut Source<'_>, sink: &mut Sink<'_>, image: &Image, report: &mut Report) -> Result<(), Refusal> {
    sink.put(b",")?;
    sink.put(&image.area)?;
    let flags = image.table.map_or(0, |table| 0x80 | table.size) | u8::from(image.interlaced) << 6;
    sink.put(&[flags])?;
    if let Some(table) = image.table {
        let mut used = [false; 256];
        image.found.mark(&mut used);
        put_table(source, sink, table, &used, report)?;
    }
    sink.put(&[image.bits])?;
    source.seek(image.data);
    let (mut reader, mut writer) = (Reader::new(), Writer::new());
    let (mut whole, bits) = (image.found.bits / 8, image.found.bits % 8);
    let mut last = 0;
    loop {
        let window = reader.window(source)?;
        let n = usize::try_from(whole).unwrap_or(usize::MAX).min(window.len());
        writer.put(sink, window.get(..n).unwrap_or_default())?;
        last = window.get(n).copied().unwrap_or(last);
        if whole == n as u64 && (window.len() > n || bits == 0) || window.is_empty() {
            break;
        }
        whole -= n as u64;
        reader.used(source, n);
    }
    // The bits of the last code that share a byte with what comes after it, and the code that ends the picture.
    let (end, width) = image.found.end;
    let kept = u32::from(last) & ((1 << bits) - 1);
    let tail = (kept | u32::from(end) << bits).to_le_bytes();
    let bytes = usize::try_from((bits + u64::from(width)).div_ceil(8)).unwrap_or(tail.len());
    writer.put(sink, tail.get(..bytes).unwrap_or_default())?;
    writer.finish(sink)
}
