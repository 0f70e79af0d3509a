//! JPEG (ITU-T T.81, ISO/IEC 10918-1; JFIF is ITU-T T.871): one frame, its tables and its scans, written anew.
//!
//! Application segments and comments are read for what decoders take from them (the orientation, the colour space, the
//! transform) and never copied. A table is written where a scan reads it. Of a scan's coded data, what comes after the
//! last block is found by decoding the Huffman codes, and is left out; see [`entropy`] for what that cannot reach.

mod chains;
mod coded;
mod decode;
mod entropy;
mod exif;
mod frame;
mod header;
mod lookup;
mod picture;
mod progressive;
mod reader;
mod tables;
mod walk;
mod xmp;

pub(super) use self::{
    exif::note as note_tag,
    picture::{abbreviated, shared, write_shared},
    reader::Reader,
    tables::{Needs, Tables},
};
use super::{Refusal, Removed, Report, format::Format, sink::Sink, source::Source};

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let end = source.length();
    let mut reader = Reader::new(source, end);
    picture::interchange(&mut reader, sink, report)?;
    trailer(&mut reader, report)?;
    Ok(Format::Jpeg)
}

/// Notes what stands after the end: nothing of it is kept.
fn trailer(reader: &mut Reader<'_, '_>, report: &mut Report) -> Result<(), Refusal> {
    if reader.left() == 0 {
        return Ok(());
    }
    report.note(match reader.ahead::<12>()? {
        [0xff, 0xd8, 0xff, ..] => Removed::FurtherPictures,
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Removed::EmbeddedMedia,
        _ => Removed::StrayBytes,
    });
    Ok(())
}

/// Writes a segment. Bodies here are far below the 65,533 bytes that it can have.
fn segment(marker: u8, body: &[u8], sink: &mut Sink<'_>) -> Result<(), Refusal> {
    let length = u16::try_from(body.len() + 2).map_err(|_| Refusal::Large)?;
    let [high, low] = length.to_be_bytes();
    sink.put(&[0xff, marker, high, low])?;
    sink.put(body)
}
