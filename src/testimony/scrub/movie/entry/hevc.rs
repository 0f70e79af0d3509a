//! `hvcC`: ISO/IEC 14496-15, section 8.3.3. Parameter sets of the base layer only.

use super::{Cursor, Refusal, boxes};

/// Most sets of parameters.
const MOST_SETS: usize = 1024;

/// Rebuilds the configuration; also the bytes of a unit's length.
pub(in crate::testimony::scrub) fn rebuild(body: &[u8], out: &mut Vec<u8>) -> Result<u8, Refusal> {
    let mut cursor = Cursor(body);
    let profile = cursor.array::<13>()?;
    cursor.take(3)?;
    let [chroma, luma_depth, chroma_depth] = cursor.array()?;
    cursor.u16()?;
    let temporal = cursor.u8()?;
    if temporal & 3 == 2 {
        return Err(Refusal::Malformed("a configuration of H.265 is not what the format allows"));
    }
    let arrays = cursor.u8()?;
    let mut kept: Vec<(u8, Vec<&[u8]>)> = Vec::new();
    let mut count = 0;
    for _ in 0..arrays {
        let head = cursor.u8()?;
        let units = cursor.u16()?;
        let mut sets = Vec::new();
        for _ in 0..units {
            let length = cursor.u16()?;
            let set = cursor.take(usize::from(length))?;
            count += 1;
            if count > MOST_SETS {
                return Err(Refusal::Large);
            }
            // The kind in the array's head must be the kind of its units, and their layer the first.
            let kind = |head: &u8| head >> 1 & 0x3f;
            if set.first().map(kind) == Some(kind(&(head << 1))) && set.len() > 2 && layer(set) == 0 {
                sets.push(set);
            }
        }
        if matches!(head & 0x3f, 32..=34) && !sets.is_empty() {
            kept.push((head & 0xbf, sets));
        }
    }
    boxes::put(out, *b"hvcC", |out| {
        out.push(1);
        out.extend_from_slice(&profile[1..]);
        // No segmentation, no parallelism and no frame rate are told: decoders find them in the parameter sets.
        out.extend([0xf0, 0, 0xfc, 0xfc | chroma, 0xf8 | luma_depth, 0xf8 | chroma_depth, 0, 0, temporal & 0x3f]);
        out.push(u8::try_from(kept.len()).unwrap_or(u8::MAX));
        for (head, sets) in &kept {
            out.push(*head);
            out.extend(u16::try_from(sets.len()).unwrap_or(u16::MAX).to_be_bytes());
            for set in sets {
                out.extend(u16::try_from(set.len()).unwrap_or(u16::MAX).to_be_bytes());
                out.extend_from_slice(set);
            }
        }
    });
    Ok((temporal & 3) + 1)
}

/// `nuh_layer_id` of a unit.
fn layer(unit: &[u8]) -> u8 {
    match unit {
        [high, low, ..] => high << 5 & 0x20 | low >> 3,
        _ => 0,
    }
}
