//! Open bitstream units of AV1: AV1 Bitstream & Decoding Process Specification, section 5.3.

use super::{Out, Refusal, Removed, Report, Source};
use crate::testimony::scrub::movie::entry::put_leb128;

/// A temporal delimiter, for a sample of which nothing else is left.
const DELIMITER: [u8; 2] = [0x12, 0];
/// Kinds of units.
const DELIMITERS: u8 = 2;
const METADATA: u8 = 5;

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
        let kept = match kind {
            // Sequence, frames and tiles.
            1 | 3 | 4 | 6..=8 => true,
            // Light of HDR pictures, in their own lengths.
            METADATA => unit > 0 && matches!((source.byte()?, unit), (1, 6) | (2, 26)),
            _ => false,
        };
        if kept {
            let mut bytes = vec![head & 0x7c | 2];
            bytes.extend(extension);
            put_leb128(unit, &mut bytes);
            out.put(&bytes)?;
            source.seek(here);
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
