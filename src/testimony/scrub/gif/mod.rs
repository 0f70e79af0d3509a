//! `GIF87a` and `GIF89a` (`CompuServe`, 31 July 1990).
//!
//! Kept are the screen, the colours that are in use, the pictures with their control blocks, and how often an animation
//! is played. A picture's codes are followed to the last one that it needs; then it is ended. Left as they are: which
//! codes an encoder chose, and colours that are transparent.

mod blocks;
mod lzw;
mod parse;
mod write;

use super::{Refusal, Report, format::Format, sink::Sink, source::Source};

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let model = parse::parse(source, report)?;
    write::write(source, sink, &model, report)?;
    Ok(Format::Gif)
}
