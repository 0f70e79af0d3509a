//! The elementary stream descriptor: ISO/IEC 14496-1, section 7.2.6. Only the kind of stream and the decoder's own
//! configuration are kept.

use super::{Cursor, Refusal, boxes};

/// What a descriptor says.
pub(super) struct Stream<'a> {
    /// `objectTypeIndication`.
    pub object: u8,
    /// `streamType`: 4 for pictures, 5 for sound.
    pub kind: u8,
    /// `DecoderSpecificInfo`.
    pub config: &'a [u8],
}

fn descriptor<'a>(cursor: &mut Cursor<'a>) -> Result<(u8, Cursor<'a>), Refusal> {
    let tag = cursor.u8()?;
    let mut length = 0_usize;
    for _ in 0..4 {
        let byte = cursor.u8()?;
        length = length << 7 | usize::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Ok((tag, Cursor(cursor.take(length.min(cursor.0.len()))?)))
}

/// Reads the body of `esds`.
pub(super) fn read(body: &[u8]) -> Result<Stream<'_>, Refusal> {
    let mut cursor = Cursor(body);
    cursor.u32()?;
    let (mut tag, mut inner) = descriptor(&mut cursor)?;
    if tag == 3 {
        inner.u16()?;
        let flags = inner.u8()?;
        if flags & 0x80 != 0 {
            inner.u16()?;
        }
        if flags & 0x40 != 0 {
            let length = inner.u8()?;
            inner.take(usize::from(length))?;
        }
        if flags & 0x20 != 0 {
            inner.u16()?;
        }
        (tag, inner) = descriptor(&mut inner)?;
    }
    if tag != 4 {
        return Err(Refusal::Malformed("a description of a codec is not what the format allows"));
    }
    let object = inner.u8()?;
    let kind = inner.u8()? >> 2;
    inner.take(11)?;
    let config = match descriptor(&mut inner) {
        Ok((5, config)) => config.0,
        _ => &[],
    };
    Ok(Stream { object, kind, config })
}

/// Writes `esds`.
pub(super) fn write(stream: &Stream<'_>, out: &mut Vec<u8>) {
    boxes::put_full(out, *b"esds", 0, |out| {
        let config = sized(5, stream.config);
        let mut decoder = vec![stream.object, stream.kind << 2 | 1];
        decoder.extend([0; 11]);
        if !stream.config.is_empty() {
            decoder.extend(config);
        }
        let mut whole = vec![0, 0, 0];
        whole.extend(sized(4, &decoder));
        whole.extend([6, 1, 2]);
        out.extend(sized(3, &whole));
    });
}

fn sized(tag: u8, body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap_or(u32::MAX);
    let mut out = vec![tag];
    for place in (0..4).rev() {
        // Four bytes of length each, as most software writes them.
        let seven = (length >> (7 * place)).to_be_bytes()[3] & 0x7f;
        out.push(if place > 0 { seven | 0x80 } else { seven });
    }
    out.extend_from_slice(body);
    out
}
