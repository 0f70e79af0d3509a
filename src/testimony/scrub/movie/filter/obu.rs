//! Open bitstream units of AV1: AV1 Bitstream & Decoding Process Specification, section 5.3.

use super::{Out, Refusal, Removed, Report, Source};
use crate::testimony::scrub::{
    headers::av1 as header,
    movie::entry::{LAYERS, put_leb128},
};

/// A temporal delimiter, for a sample of which nothing else is left.
const DELIMITER: [u8; 2] = [0x12, 0];
/// Kinds of units.
const SEQUENCE: u8 = 1;
const DELIMITERS: u8 = 2;
const METADATA: u8 = 5;
/// Headers, tiles, and both. Headers that are told again say nothing new.
const FRAMES: [u8; 3] = [3, 4, 6];

/// Rebuilds the sample of `size` bytes from here on.
pub(super) fn sample(
    source: &mut Source<'_>,
    size: u32,
    out: &mut Out<'_, '_>,
    report: &mut Report,
) -> Result<(), Refusal> {
    let end = source.position().saturating_add(u64::from(size));
    let before = out.bytes;
    while source.position() < end {
        let head = source.byte()?;
        let extension = if head & 4 != 0 { Some(source.byte()?) } else { None };
        let sized = head & 2 != 0;
        let unit = if sized { leb128(source)? } else { end.saturating_sub(source.position()) };
        let here = source.position();
        let next = here.saturating_add(unit);
        let kind = head >> 3 & 15;
        if next > end || head & 0x80 != 0 {
            report.note(Removed::CodecUserData);
            break;
        }
        let mut first = vec![head & 0x7c | 2];
        first.extend(extension.map(|layers| layers & LAYERS));
        let anew = match kind {
            SEQUENCE => {
                let given = source.take(unit, header::LONGEST)?;
                let cut = header::cut(&given, &header::read(&given)?);
                report.note_if(cut != **given, Removed::CodecUserData);
                Some(cut)
            }
            // Light of HDR pictures, in their own lengths.
            METADATA if matches!(unit, 6 | 26) => light(&source.take(unit, 26)?, report),
            _ => None,
        };
        if let Some(anew) = anew {
            put_leb128(anew.len() as u64, &mut first);
            out.put(&first)?;
            out.put(&anew)?;
        } else if FRAMES.contains(&kind) {
            put_leb128(unit, &mut first);
            out.put(&first)?;
            out.copy(source, unit)?;
        } else {
            report.note_if(kind != DELIMITERS, Removed::CodecUserData);
        }
        source.seek(next);
    }
    if out.bytes == before && size > 0 {
        out.put(&DELIMITER)?;
    }
    Ok(())
}

/// How bright HDR pictures are, or the screen that they were made on, closed as the standard has it: section 5.8.
fn light(unit: &[u8], report: &mut Report) -> Option<Vec<u8>> {
    let (close, told) = unit.split_last()?;
    if !matches!((told.first(), unit.len()), (Some(1), 6) | (Some(2), 26)) {
        return None;
    }
    report.note_if(*close != 0x80, Removed::CodecUserData);
    Some([told, &[0x80]].concat())
}

fn leb128(source: &mut Source<'_>) -> Result<u64, Refusal> {
    let mut number = 0;
    for place in 0..8 {
        let byte = source.byte()?;
        number |= u64::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testimony::scrub::sink::Sink;

    fn written(given: &[u8]) -> (Vec<u8>, Report) {
        let (mut content, mut bytes) = (std::io::Cursor::new(given.to_vec()), Vec::new());
        let (mut report, mut sink) = (Report::default(), Sink::new(&mut bytes));
        let mut out = Out { sink: Some(&mut sink), bytes: 0 };
        let mut source = Source::new(&mut content, given.len() as u64);
        sample(&mut source, u32::try_from(given.len()).unwrap(), &mut out, &mut report).unwrap();
        sink.finish().unwrap();
        (bytes, report)
    }

    #[test]
    fn nothing_stands_behind_a_sequence_header() {
        let header = [0, 0, 0, 3, 0x2d, 0xff, 0xcd, 0xaf, 0x90, 4];
        let frame = [0x32, 2, 0x10, 0x80];
        let sung = [&[0x0a, 14][..], &header, b"text", &frame].concat();
        let clean = [&[0x0a, 10][..], &header, &frame].concat();
        assert_eq!(written(&sung).0, clean);
        assert!(!written(&sung).1.is_empty() && written(&clean).1.is_empty());
    }

    #[test]
    fn units_that_are_no_pictures_go() {
        let frame = [0x32, 2, 0x10, 0x80];
        // Light of a picture, with a byte that should close it.
        let light = |close: u8| vec![0x2a, 6, 1, 3, 0xe8, 0, 100, close];
        assert_eq!(written(&[light(b't'), frame.to_vec()].concat()).0, [light(0x80), frame.to_vec()].concat());
        for kind in [0, 5, 7, 8, 9, 14, 15] {
            let song = [&[kind << 3 | 2, 4][..], b"text"].concat();
            let (bytes, report) = written(&[&song[..], &frame, &song].concat());
            assert_eq!(bytes, frame, "{kind}");
            assert!(!report.is_empty());
        }
        // Three bits behind a unit's layers, and one before its kind.
        assert_eq!(written(&[0x37, 0x2f, 2, 0x10, 0x80]).0, [0x36, 0x28, 2, 0x10, 0x80]);
        assert!(written(&frame).1.is_empty());
    }
}
