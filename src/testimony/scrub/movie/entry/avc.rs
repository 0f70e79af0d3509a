//! `avcC`: ISO/IEC 14496-15, section 5.3.3. Parameter sets only.

use super::{Cursor, Refusal, boxes};

/// Rebuilds the configuration; also the bytes of a unit's length.
pub(in crate::testimony::scrub) fn rebuild(body: &[u8], out: &mut Vec<u8>) -> Result<u8, Refusal> {
    let mut cursor = Cursor(body);
    let [version, profile, compatible, level, length] = cursor.array()?;
    if version != 1 || length & 3 == 2 {
        return Err(Refusal::Malformed("a configuration of H.264 is not what the format allows"));
    }
    let sequence = sets(&mut cursor, 0x1f, 7)?;
    let picture = sets(&mut cursor, 0xff, 8)?;
    let extended = matches!(profile, 100 | 110 | 122 | 144 | 244);
    let fidelity = if extended { cursor.array::<3>().ok() } else { None };
    let extensions = if fidelity.is_some() { sets(&mut cursor, 0xff, 13).unwrap_or_default() } else { Vec::new() };
    boxes::put(out, *b"avcC", |out| {
        out.extend([1, profile, compatible, level, 0xfc | length]);
        put_sets(&sequence, 0xe0, out);
        put_sets(&picture, 0, out);
        if let Some([chroma, luma_depth, chroma_depth]) = fidelity {
            out.extend([0xfc | chroma, 0xf8 | luma_depth, 0xf8 | chroma_depth]);
            put_sets(&extensions, 0, out);
        }
    });
    Ok((length & 3) + 1)
}

fn sets<'a>(cursor: &mut Cursor<'a>, mask: u8, kind: u8) -> Result<Vec<&'a [u8]>, Refusal> {
    let count = cursor.u8()? & mask;
    let mut sets = Vec::new();
    for _ in 0..count {
        let length = cursor.u16()?;
        let set = cursor.take(usize::from(length))?;
        if set.first().is_some_and(|head| head & 0x1f == kind) {
            sets.push(set);
        }
    }
    Ok(sets)
}

fn put_sets(sets: &[&[u8]], reserved: u8, out: &mut Vec<u8>) {
    // Never more than were read by one byte, and none longer than two bytes can tell.
    out.push(reserved | u8::try_from(sets.len()).unwrap_or(u8::MAX));
    for set in sets {
        out.extend(u16::try_from(set.len()).unwrap_or(u16::MAX).to_be_bytes());
        out.extend_from_slice(set);
    }
}
