//! Writes a WebP from its model: the simple form where it is enough, the extended one otherwise (RFC 9649, 2.5 to 2.7).

use super::{
    chunk::{head, padded, put},
    parse::{FRAME_HEAD, Frame, Model},
    picture::Picture,
};
use crate::testimony::scrub::{Refusal, orientation, sink::Sink, source::Source};

/// Bits of `VP8X` that say what else there is.
const PROFILE: u8 = 0x20;
const ALPHA: u8 = 0x10;
const EXIF: u8 = 0x08;
const ANIMATION: u8 = 0x02;

/// What stands before and after the pictures of an extended file.
struct Around {
    before: Vec<([u8; 4], Vec<u8>)>,
    after: Vec<([u8; 4], Vec<u8>)>,
}

/// Writes the file.
pub(super) fn write(source: &mut Source<'_>, sink: &mut Sink<'_>, model: &Model) -> Result<(), Refusal> {
    let around = around(model);
    let frames = model.frames.iter().map(|frame| frame_bytes(frame).saturating_add(8));
    let pictures = frames.chain(model.still.as_ref().map(Picture::bytes)).fold(0, u64::saturating_add);
    let others = around.before.iter().chain(&around.after).map(|(_, data)| padded(data.len() as u64) + 8);
    let bytes = others.fold(pictures, u64::saturating_add).saturating_add(4);
    head(sink, *b"RIFF", bytes)?;
    sink.put(b"WEBP")?;
    for (name, data) in &around.before {
        put(sink, *name, data)?;
    }
    if let Some(still) = &model.still {
        still.write(source, sink)?;
    }
    for frame in &model.frames {
        head(sink, *b"ANMF", frame_bytes(frame))?;
        sink.put(&frame.place)?;
        sink.put(&size(frame.picture.width, frame.picture.height))?;
        sink.put(&frame.duration)?;
        sink.put(&[frame.flags])?;
        frame.picture.write(source, sink)?;
    }
    for (name, data) in &around.after {
        put(sink, *name, data)?;
    }
    Ok(())
}

fn around(model: &Model) -> Around {
    let profile: Vec<_> = model.space.iter().map(|space| (*b"ICCP", space.profile())).collect();
    let exif = model.orientation.iter().map(|its| (*b"EXIF", orientation::block(*its).to_vec()));
    let after: Vec<_> = exif.collect();
    let simple = profile.is_empty() && after.is_empty();
    if simple && model.still.as_ref().is_some_and(|still| !still.needs_extension()) {
        return Around { before: Vec::new(), after };
    }
    let mut pictures = model.still.iter().chain(model.frames.iter().map(|frame| &frame.picture));
    let flags = [
        (PROFILE, !profile.is_empty()),
        (ALPHA, pictures.any(Picture::has_alpha)),
        (EXIF, !after.is_empty()),
        (ANIMATION, !model.frames.is_empty()),
    ];
    let flags = flags.iter().filter(|(_, there)| *there).fold(0, |all, (flag, _)| all | flag);
    // A still picture covers its canvas, or decoders show nothing.
    let own = model.still.as_ref().map(|still| size(still.width, still.height));
    let canvas = own.or(model.canvas).unwrap_or_default();
    let mut before = vec![(*b"VP8X", [&[flags, 0, 0, 0], canvas.as_slice()].concat())];
    before.extend(profile);
    if let Some(plays) = model.plays.filter(|_| !model.frames.is_empty()) {
        before.push((*b"ANIM", [&[0; 4], plays.as_slice()].concat()));
    }
    Around { before, after }
}

/// Bytes of a frame's data.
fn frame_bytes(frame: &Frame) -> u64 {
    frame.picture.bytes().saturating_add(FRAME_HEAD)
}

/// Width and height less one, in three bytes each.
fn size(width: u32, height: u32) -> [u8; 6] {
    let [w0, w1, w2, _] = width.saturating_sub(1).to_le_bytes();
    let [h0, h1, h2, _] = height.saturating_sub(1).to_le_bytes();
    [w0, w1, w2, h0, h1, h2]
}
