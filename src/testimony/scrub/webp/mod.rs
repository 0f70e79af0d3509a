//! WebP (RFC 9649).
//!
//! Kept are the pictures, their alpha, what an animation needs, the orientation, and a wide-gamut profile in fixed bytes:
//! the format has no other way to say a colour space. A lossless stream is followed to its last code, and cut there. A
//! VP8 stream's last partition has no length, and what might stand after its last macroblock cannot be told without
//! decoding it: that stays.

mod chunk;
mod lossless;
mod parse;
mod picture;
mod write;

use super::{Refusal, Report, format::Format, sink::Sink, source::Source};

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let model = parse::parse(source, report)?;
    write::write(source, sink, &model)?;
    Ok(Format::Webp)
}
