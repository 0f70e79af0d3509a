//! Descriptions of pictures: ISO/IEC 14496-12, section 12.1.3.

use super::{Cursor, Entry, LOCKED, Refusal, Removed, Report, av1, avc, boxes, colour, esds, hevc};
use crate::testimony::scrub::movie::filter::{Family, Filter, Parts, start_codes};

/// Most bytes of the configuration in an MPEG-4 stream's descriptor.
const MOST_CONFIG: usize = 64 * 1024;

/// Rebuilds a description.
pub(super) fn entry(kind: [u8; 4], body: &[u8], report: &mut Report) -> Result<Entry, Refusal> {
    let mut cursor = Cursor(body);
    cursor.take(6)?;
    let reference = cursor.u16()?;
    cursor.take(4)?;
    let vendor = cursor.array::<4>()?;
    cursor.take(8)?;
    let [width, height] = [cursor.u16()?, cursor.u16()?];
    cursor.take(14)?;
    let name = cursor.array::<32>()?;
    let depth = cursor.u16()? & 0x3f;
    let palette = palette(&mut cursor, kind, depth)?;
    report.note_if(vendor != [0; 4] || name != [0; 32], Removed::Software);
    let mut inner = Vec::new();
    let (kind, filter) = codec(kind, cursor, (width, height), &mut inner, report)?;
    let mut bytes = Vec::new();
    boxes::put(&mut bytes, kind, |out| {
        out.extend([0, 0, 0, 0, 0, 0, 0, 1]);
        out.extend([0; 16]);
        out.extend([width, height].iter().flat_map(|number| number.to_be_bytes()));
        // 72 pixels per inch both ways, and one picture in a sample.
        out.extend([0, 72, 0, 0, 0, 72, 0, 0, 0, 0, 0, 0, 0, 1]);
        out.extend([0; 32]);
        out.extend(depth.to_be_bytes());
        out.extend_from_slice(&palette);
        out.extend_from_slice(&inner);
    });
    Ok(Entry { bytes, reference, filter, packet: None })
}

/// Codecs whose samples are pixels, or shorter ways to write them, and nothing else.
const PIXELS: [&[u8; 4]; 9] = [b"rle ", b"rpza", b"smc ", b"cvid", b"v210", b"2vuy", b"yuv2", b"yuvs", b"raw "];

/// Codecs that need no configuration.
const UNCONFIGURED: [&[u8; 4]; 11] =
    [b"vp08", b"vp09", b"s263", b"h263", b"jpeg", b"apch", b"apcn", b"apcs", b"apco", b"ap4h", b"ap4x"];

/// The number of a palette, and the palette itself where it is written down. Only codecs of pixels have any.
fn palette(cursor: &mut Cursor<'_>, kind: [u8; 4], depth: u16) -> Result<Vec<u8>, Refusal> {
    let number = cursor.u16()?;
    if !PIXELS.contains(&&kind) || !matches!(depth & 0x1f, 1 | 2 | 4 | 8) || number == 0xffff {
        return Ok(vec![0xff, 0xff]);
    }
    let mut out = number.to_be_bytes().to_vec();
    if number == 0 {
        cursor.take(6)?;
        let last = cursor.u16()?;
        if last > 0xff {
            return Err(Refusal::Malformed("a palette has more than 256 colours"));
        }
        out.extend([0, 0, 0, 0, 0x80, 0]);
        out.extend(last.to_be_bytes());
        out.extend_from_slice(cursor.take((usize::from(last) + 1) * 8)?);
    }
    Ok(out)
}

/// The codec, by the box that configures it. A codec that says how to show more than its base layer is that base.
fn codec(
    kind: [u8; 4],
    mut cursor: Cursor<'_>,
    size: (u16, u16),
    out: &mut Vec<u8>,
    report: &mut Report,
) -> Result<([u8; 4], Filter), Refusal> {
    let (kind, wanted) = match &kind {
        b"avc1" | b"avc3" => (kind, Some(*b"avcC")),
        b"dva1" => (*b"avc1", Some(*b"avcC")),
        b"dvav" => (*b"avc3", Some(*b"avcC")),
        b"hvc1" | b"hev1" => (kind, Some(*b"hvcC")),
        b"dvh1" => (*b"hvc1", Some(*b"hvcC")),
        b"dvhe" => (*b"hev1", Some(*b"hvcC")),
        b"av01" => (kind, Some(*b"av1C")),
        b"dav1" => (*b"av01", Some(*b"av1C")),
        b"mp4v" => (kind, Some(*b"esds")),
        b"H263" => (*b"h263", None),
        _ if UNCONFIGURED.contains(&&kind) || PIXELS.contains(&&kind) => (kind, None),
        b"encv" | b"drmi" => return Err(Refusal::Unsupported(LOCKED)),
        _ => return Err(Refusal::Unsupported("pictures in a codec that is not read here")),
    };
    let mut filter = match &kind {
        b"jpeg" => Filter::Jpeg,
        [b'a', b'p', ..] => Filter::ProRes,
        _ => Filter::Plain,
    };
    let mut configured = wanted.is_none();
    while let Some((part, body)) = cursor.child() {
        if part == *b"sinf" {
            return Err(Refusal::Unsupported(LOCKED));
        }
        if Some(part) == wanted && !configured {
            configured = true;
            match &part {
                b"avcC" => filter = Filter::Units { length: avc::rebuild(body, out)?, family: Family::Avc },
                b"hvcC" => filter = Filter::Units { length: hevc::rebuild(body, out)?, family: Family::Hevc },
                b"av1C" => {
                    av1::rebuild(body, out)?;
                    filter = Filter::Obus;
                }
                _ => filter = mpeg4(body, out, report)?,
            }
            continue;
        }
        match &part {
            b"vpcC" => av1::rebuild_vp(body, out)?,
            b"d263" => h263(body, out, report)?,
            b"btrt" => report.note(Removed::UnknownParts),
            _ => colour::rebuild(part, body, size, out, report)?,
        }
    }
    if !configured {
        // Parameter sets may stand in the samples instead, but how long a unit's length is, is said nowhere else.
        return Err(Refusal::Malformed("a configuration of its pictures is missing"));
    }
    Ok((kind, filter))
}

/// H.263: level and profile, and no vendor. 3GPP TS 26.244, section 6.8.
fn h263(body: &[u8], out: &mut Vec<u8>, report: &mut Report) -> Result<(), Refusal> {
    let mut cursor = Cursor(body);
    let [vendor @ .., version, level, profile] = cursor.array::<7>()?;
    report.note_if(vendor != [0; 4] || version != 0, Removed::Software);
    boxes::put(out, *b"d263", |out| out.extend([0, 0, 0, 0, 0, level, profile]));
    Ok(())
}

fn mpeg4(body: &[u8], out: &mut Vec<u8>, report: &mut Report) -> Result<Filter, Refusal> {
    let stream = esds::read(body)?;
    if stream.config.len() > MOST_CONFIG {
        return Err(Refusal::Large);
    }
    let filter = match stream.object {
        0x20 => Filter::StartCodes(Parts::MPEG4),
        0x60..=0x65 | 0x6a => Filter::StartCodes(Parts::Mpeg2),
        0x6c => Filter::Jpeg,
        _ => return Err(Refusal::Unsupported("pictures in a codec that is not read here")),
    };
    let mut config = Vec::new();
    if let Filter::StartCodes(parts) = filter {
        start_codes(parts, stream.config, &mut config, report);
    }
    esds::write(&esds::Stream { object: stream.object, kind: 4, config: &config }, out);
    Ok(filter)
}
