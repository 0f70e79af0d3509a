//! One picture: a VP8 or VP8L stream, and the alpha that may go with VP8 (RFC 9649, 2.5 to 2.7.1.2; RFC 6386, 9.1).

use super::{
    chunk::{Chunk, head, pad, padded},
    lossless,
};
use crate::testimony::scrub::{Refusal, Removed, Report, sink::Sink, source::Source};

/// Bytes of a VP8 stream's first header.
const VP8_HEAD: usize = 10;
/// Bytes of a VP8L stream's first header.
const VP8L_HEAD: usize = 5;

/// A picture where it stands.
pub(super) struct Picture {
    alpha: Option<Alpha>,
    name: [u8; 4],
    /// The first bytes of the stream, as they are written.
    head: Vec<u8>,
    /// Where what follows them is, and its bytes.
    rest: (u64, u64),
    pub(super) width: u32,
    pub(super) height: u32,
    /// True if the stream itself has alpha.
    has_alpha: bool,
}

#[derive(Clone, Copy)]
struct Alpha {
    /// How it is filtered and compressed.
    method: u8,
    data: u64,
    length: u64,
}

impl Picture {
    /// The picture in a chunk of the name `VP8 ` or `VP8L`; `alpha` is the chunk that came before, `steps` what is left
    /// of [`lossless::MOST_STEPS`].
    pub(super) fn read(
        source: &mut Source<'_>,
        chunk: &Chunk,
        alpha: Option<Chunk>,
        steps: &mut u64,
        report: &mut Report,
    ) -> Result<Self, Refusal> {
        source.seek(chunk.data);
        let mut picture =
            if chunk.name == *b"VP8L" { vp8l(source, chunk, steps, report)? } else { vp8(source, chunk)? };
        picture.alpha = match alpha.filter(|_| chunk.name == *b"VP8 ") {
            Some(alpha) => picture.read_alpha(source, &alpha, steps, report)?,
            None => None,
        };
        report.note_if(alpha.is_some() && picture.alpha.is_none(), Removed::UnknownParts);
        Ok(picture)
    }

    fn read_alpha(
        &self,
        source: &mut Source<'_>,
        chunk: &Chunk,
        steps: &mut u64,
        report: &mut Report,
    ) -> Result<Option<Alpha>, Refusal> {
        source.seek(chunk.data);
        let Some(mut length) = chunk.length.checked_sub(1) else { return Ok(None) };
        // Two bits are reserved, and of the two that say how colours were reduced before, the upper one is in no use.
        let method = source.byte()? & 0x1f;
        match method & 3 {
            0 => {
                let pixels = u64::from(self.width) * u64::from(self.height);
                report.note_if(length > pixels, Removed::StrayBytes);
                length = length.min(pixels);
            }
            1 => {
                let ends = lossless::length(source, [self.width, self.height], length, steps)?;
                report.note_if(ends < length, Removed::StrayBytes);
                length = ends;
            }
            _ => return Ok(None),
        }
        Ok(Some(Alpha { method, data: chunk.data.saturating_add(1), length }))
    }

    /// True if it is not opaque, or need not be.
    pub(super) fn has_alpha(&self) -> bool {
        self.has_alpha || self.alpha.is_some()
    }

    /// True if it can only stand in an extended file.
    pub(super) fn needs_extension(&self) -> bool {
        self.alpha.is_some()
    }

    /// Bytes of its chunks.
    pub(super) fn bytes(&self) -> u64 {
        let alpha = self.alpha.map_or(0, |alpha| padded(alpha.length.saturating_add(1)).saturating_add(8));
        padded(self.length()).saturating_add(8).saturating_add(alpha)
    }

    fn length(&self) -> u64 {
        self.rest.1.saturating_add(self.head.len() as u64)
    }

    /// Writes its chunks.
    pub(super) fn write(&self, source: &mut Source<'_>, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        if let Some(alpha) = self.alpha {
            let length = alpha.length.saturating_add(1);
            head(sink, *b"ALPH", length)?;
            sink.put(&[alpha.method])?;
            source.seek(alpha.data);
            source.copy(alpha.length, sink)?;
            pad(sink, length)?;
        }
        head(sink, self.name, self.length())?;
        sink.put(&self.head)?;
        source.seek(self.rest.0);
        source.copy(self.rest.1, sink)?;
        pad(sink, self.length())
    }
}

fn vp8(source: &mut Source<'_>, chunk: &Chunk) -> Result<Picture, Refusal> {
    let length = chunk.length.checked_sub(VP8_HEAD as u64).ok_or(Refusal::Short)?;
    let [a, b, c, 0x9d, 0x01, 0x2a, w0, w1, h0, h1] = source.array::<VP8_HEAD>()? else {
        return Err(Refusal::Malformed("the picture does not begin as VP8 does"));
    };
    let tag = u32::from_le_bytes([a, b, c, 0]);
    // A key frame of versions 0 to 3 that is shown.
    if tag & 1 != 0 || tag >> 1 & 7 > 3 || tag >> 4 & 1 != 1 || u64::from(tag >> 5) > length {
        return Err(Refusal::Malformed("the picture's first part is not that of VP8"));
    }
    // The upper two bits of each are a wish to scale, which decoders ignore.
    let (w1, h1) = (w1 & 0x3f, h1 & 0x3f);
    let (width, height) = (u16::from_le_bytes([w0, w1]), u16::from_le_bytes([h0, h1]));
    if width == 0 || height == 0 {
        return Err(Refusal::Malformed("the picture has no area"));
    }
    Ok(Picture {
        alpha: None,
        name: *b"VP8 ",
        head: vec![a, b, c, 0x9d, 0x01, 0x2a, w0, w1, h0, h1],
        rest: (source.position(), length),
        width: u32::from(width),
        height: u32::from(height),
        has_alpha: false,
    })
}

fn vp8l(source: &mut Source<'_>, chunk: &Chunk, steps: &mut u64, report: &mut Report) -> Result<Picture, Refusal> {
    let length = chunk.length.checked_sub(VP8L_HEAD as u64).ok_or(Refusal::Short)?;
    let [0x2f, a, b, c, d] = source.array::<VP8L_HEAD>()? else {
        return Err(Refusal::Malformed("the picture does not begin as VP8L does"));
    };
    let bits = u32::from_le_bytes([a, b, c, d]);
    if bits >> 29 != 0 {
        return Err(Refusal::Malformed("the picture is of an unknown version of VP8L"));
    }
    let (width, height) = ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
    let start = source.position();
    let ends = lossless::length(source, [width, height], length, steps)?;
    report.note_if(ends < length, Removed::StrayBytes);
    Ok(Picture {
        alpha: None,
        name: *b"VP8L",
        head: vec![0x2f, a, b, c, d],
        rest: (start, ends),
        width,
        height,
        has_alpha: bits >> 28 & 1 == 1,
    })
}
