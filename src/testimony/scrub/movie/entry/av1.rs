//! `av1C` and `vpcC`: the bindings of AV1 and of VP8 and VP9 to ISO base media files.

use super::{Cursor, Refusal, boxes};
use crate::testimony::scrub::headers::av1 as header;

/// Rebuilds `av1C` with the sequence header alone, cut at its end.
pub(in crate::testimony::scrub) fn rebuild(body: &[u8], out: &mut Vec<u8>) -> Result<(), Refusal> {
    let mut cursor = Cursor(body);
    let [version, profile, depth, delay] = cursor.array()?;
    if version != 0x81 {
        return Err(Refusal::Malformed("a configuration of AV1 is not what the format allows"));
    }
    let mut header = None;
    while let Ok(head) = cursor.u8() {
        let extension = if head & 4 != 0 { Some(cursor.u8()?) } else { None };
        let size = if head & 2 != 0 { leb128(&mut cursor)? } else { cursor.0.len() };
        let unit = cursor.take(size.min(cursor.0.len()))?;
        if head & 0x80 == 0 && head >> 3 & 15 == 1 && header.is_none() && unit.len() <= header::LONGEST {
            header = Some((head, extension, header::cut(unit, &header::read(unit)?)));
        }
    }
    boxes::put(out, *b"av1C", |out| {
        // The delay is told with a flag of its own.
        let delay = if delay & 0x10 == 0 { 0 } else { delay & 0x1f };
        out.extend([0x81, profile, depth, delay]);
        if let Some((head, extension, unit)) = header {
            out.push(head & 0x7c | 2);
            out.extend(extension.map(|layers| layers & LAYERS));
            put_leb128(unit.len() as u64, out);
            out.extend_from_slice(&unit);
        }
    });
    Ok(())
}

/// Bits of a unit's second byte that say something.
pub(in super::super) const LAYERS: u8 = 0xf8;

/// A number in up to eight bytes of seven bits each.
fn leb128(cursor: &mut Cursor<'_>) -> Result<usize, Refusal> {
    let mut number = 0_u64;
    for place in 0..8 {
        let byte = cursor.u8()?;
        number |= u64::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            break;
        }
    }
    usize::try_from(number).map_err(|_| Refusal::Large)
}

/// Writes a number in as few bytes as it takes.
pub(in super::super) fn put_leb128(mut number: u64, out: &mut Vec<u8>) {
    loop {
        let seven = number.to_le_bytes()[0] & 0x7f;
        number >>= 7;
        out.push(if number > 0 { seven | 0x80 } else { seven });
        if number == 0 {
            return;
        }
    }
}

/// Rebuilds `vpcC`; one of a version that is no more is left out.
pub(super) fn rebuild_vp(body: &[u8], out: &mut Vec<u8>) -> Result<(), Refusal> {
    let mut cursor = Cursor(body);
    let [version, ..] = cursor.array::<4>()?;
    let fields = cursor.array::<6>()?;
    if version == 1 {
        boxes::put_full(out, *b"vpcC", 1, |out| {
            out.extend(fields);
            out.extend([0, 0]);
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_configuration_the_header_stays_up_to_its_end() {
        let fixed = [0x81, 0, 0x0c, 0];
        let header = [0, 0, 0, 3, 0x2d, 0xff, 0xcd, 0xaf, 0x90, 4];
        let clean = [&fixed[..], &[0x0a, 10], &header].concat();
        let sung = [&fixed[..], &[0x0e, 7, 14], &header, b"text", &[0x2a, 4], b"text"].concat();
        for (given, layers) in [(&clean, &[][..]), (&sung, &[0][..])] {
            let mut out = Vec::new();
            rebuild(given, &mut out).unwrap();
            let head = if layers.is_empty() { 0x0a } else { 0x0e };
            assert_eq!(out[8..], [&fixed[..], &[head], layers, &[10], &header].concat());
        }
    }
}
