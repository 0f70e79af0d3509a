//! `avcC`: ISO/IEC 14496-15, section 5.3.3. Parameter sets only, each cut at its end. Those of alpha planes go with the
//! planes.

use super::{Cursor, Refusal, boxes};
use crate::testimony::scrub::headers::avc::{self, Sets};

/// Rebuilds the configuration; also the bytes of a unit's length.
pub(in crate::testimony::scrub) fn rebuild(body: &[u8], out: &mut Vec<u8>) -> Result<u8, Refusal> {
    let mut cursor = Cursor(body);
    let [version, profile, compatible, level, length] = cursor.array()?;
    if version != 1 || length & 3 == 2 {
        return Err(Refusal::Malformed("a configuration of H.264 is not what the format allows"));
    }
    let mut known = Sets::default();
    let sequence = sets(&mut cursor, 0x1f, avc::SEQUENCE, &mut known)?;
    let picture = sets(&mut cursor, 0xff, avc::PICTURE, &mut known)?;
    // What is said twice is taken from the first sequence's set.
    let told = match sequence.first().map(Vec::as_slice) {
        Some([_, profile, compatible, level, ..]) => [*profile, *compatible, *level],
        _ => [profile, compatible & 0xfc, level],
    };
    let extended = matches!(told[0], 100 | 110 | 122 | 144 | 244);
    let fidelity = if extended { cursor.array::<3>().ok() } else { None };
    boxes::put(out, *b"avcC", |out| {
        out.push(1);
        out.extend(told);
        out.push(0xfc | length);
        put_sets(&sequence, 0xe0, out);
        put_sets(&picture, 0, out);
        if let Some([chroma, luma_depth, chroma_depth]) = fidelity {
            out.extend([0xfc | chroma, 0xf8 | luma_depth, 0xf8 | chroma_depth]);
            out.push(0);
        }
    });
    Ok((length & 3) + 1)
}

fn sets(cursor: &mut Cursor<'_>, mask: u8, kind: u8, known: &mut Sets) -> Result<Vec<Vec<u8>>, Refusal> {
    let count = cursor.u8()? & mask;
    let mut sets = Vec::new();
    for _ in 0..count {
        let length = cursor.u16()?;
        let set = cursor.take(usize::from(length))?;
        if set.first().is_some_and(|head| head & 0x9f == kind) {
            sets.push(known.cut(set)?);
        }
    }
    Ok(sets)
}

fn put_sets(sets: &[Vec<u8>], reserved: u8, out: &mut Vec<u8>) {
    // Never more than were read by one byte, and none longer than two bytes can tell.
    out.push(reserved | u8::try_from(sets.len()).unwrap_or(u8::MAX));
    for set in sets {
        out.extend(u16::try_from(set.len()).unwrap_or(u16::MAX).to_be_bytes());
        out.extend_from_slice(set);
    }
}
