//! Writes a PNG from its model.

use super::{
    Proven,
    chunk::{Cutter, SIGNATURE, put},
    mend::{self, Compressor},
    parse::Model,
    rows::Rows,
    size,
    spare::Blank,
};
use crate::testimony::scrub::{Refusal, aspect, orientation, sink::Sink, source::Source};

/// The two numbers before every stream: deflate with a window of 32 KiB, strength as usual (RFC 1950, 2.2). A larger
/// window than the stream's own changes nothing.
const HEAD: [u8; 2] = [0x78, 0x9c];

/// Writes the file.
pub(super) fn write(
    source: &mut Source<'_>,
    sink: &mut Sink<'_>,
    model: &Model,
    images: &[Proven],
) -> Result<(), Refusal> {
    sink.put(&SIGNATURE)?;
    put(sink, *b"IHDR", &model.header.bytes())?;
    for (name, data) in model.colour.chunks() {
        put(sink, name, &data)?;
    }
    for (name, data) in [(*b"PLTE", &model.palette.colours), (*b"tRNS", &model.palette.transparency)] {
        if let Some(data) = data {
            put(sink, name, data)?;
        }
    }
    if let Some(ratio) = model.aspect {
        put(sink, *b"pHYs", &aspect::bytes(ratio))?;
    }
    if let Some(orientation) = model.orientation {
        put(sink, *b"eXIf", &orientation::block(orientation))?;
    }
    let frames = images.iter().filter(|proven| proven.image.control.is_some()).count();
    let animation = model.animation.filter(|_| frames > 0);
    if let Some(animation) = animation {
        put(sink, *b"acTL", &animation.bytes(frames))?;
    }
    let mut sequence = 0_u32;
    for proven in images {
        if let Some(control) = proven.image.control.filter(|_| animation.is_some()) {
            put(sink, *b"fcTL", &control.bytes(sequence))?;
            sequence = sequence.saturating_add(1);
        }
        proven.settle(sink.position(), sink.ledger())?;
        let mut cutter = Cutter::new(proven.image.data.is_frame().then_some(&mut sequence));
        match proven.copied {
            Some(length) => copy(source, sink, proven, length, &mut cutter)?,
            None => anew(source, sink, model, proven, &mut cutter)?,
        }
        cutter.finish(sink)?;
    }
    put(sink, *b"IEND", &[])
}

/// Copies a stream of so many bytes, but for its first two.
fn copy(
    source: &mut Source<'_>,
    sink: &mut Sink<'_>,
    proven: &Proven,
    length: u64,
    cutter: &mut Cutter<'_>,
) -> Result<(), Refusal> {
    let (mut data, mut left) = (proven.image.data, length);
    let mut head = HEAD.len();
    cutter.put(sink, &HEAD)?;
    loop {
        let window = data.window(source)?;
        if window.is_empty() {
            return if left == 0 { Ok(()) } else { Err(Refusal::Unstable) };
        }
        let n = window.len();
        left = left.checked_sub(n as u64).ok_or(Refusal::Unstable)?;
        let skip = head.min(n);
        cutter.put(sink, window.get(skip..).unwrap_or_default())?;
        head -= skip;
        data.used(source, n);
    }
}

/// Compresses a picture anew.
fn anew(
    source: &mut Source<'_>,
    sink: &mut Sink<'_>,
    model: &Model,
    proven: &Proven,
    cutter: &mut Cutter<'_>,
) -> Result<(), Refusal> {
    let (width, height) = size(model, &proven.image);
    let mut unused = [false; 256];
    let mut rows = Rows::new(&model.header, width, height, &mut unused);
    let mut compressor = Compressor::new();
    let mut head = HEAD.len();
    cutter.put(sink, &HEAD)?;
    let mut put = |bytes: &[u8]| {
        let skip = head.min(bytes.len());
        head -= skip;
        cutter.put(sink, bytes.get(skip..).unwrap_or_default())
    };
    let mut blank = Blank::new(&model.header, width, height);
    mend::rows(source, proven.image.data, &mut rows, &mut |bytes| match &mut blank {
        Some(blank) => blank.put(bytes, &mut |row| compressor.put(row, &mut put)),
        None => compressor.put(bytes, &mut put),
    })?;
    compressor.finish(&mut put)
}
