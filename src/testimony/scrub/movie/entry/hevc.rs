//! `hvcC`: ISO/IEC 14496-15, section 8.3.3. Parameter sets of the base layer only, each cut at its end.

use super::{Cursor, Refusal, boxes};
use crate::testimony::scrub::headers::hevc::{self, sets};

/// Most sets of parameters.
const MOST_SETS: usize = 1024;

/// Rebuilds the configuration; also the bytes of a unit's length.
pub(in crate::testimony::scrub) fn rebuild(body: &[u8], out: &mut Vec<u8>) -> Result<u8, Refusal> {
    let mut cursor = Cursor(body);
    let [_, mut profile @ ..] = cursor.array::<13>()?;
    cursor.take(3)?;
    let [mut chroma, mut luma_depth, mut chroma_depth] = cursor.array()?;
    cursor.u16()?;
    let temporal = cursor.u8()?;
    if temporal & 3 == 2 {
        return Err(Refusal::Malformed("a configuration of H.265 is not what the format allows"));
    }
    let arrays = cursor.u8()?;
    let mut kept: Vec<(u8, Vec<Vec<u8>>)> = Vec::new();
    let mut count = 0;
    for _ in 0..arrays {
        let head = cursor.u8()?;
        let units = cursor.u16()?;
        let mut own = Vec::new();
        for _ in 0..units {
            let length = cursor.u16()?;
            let set = cursor.take(usize::from(length))?;
            count += 1;
            if count > MOST_SETS {
                return Err(Refusal::Large);
            }
            // The kind in the array's head must be the kind of its units, and their layer the first.
            let kind = head & 0x3f;
            let same = set.first().is_some_and(|first| first >> 1 == kind);
            if same && (sets::VIDEO..=sets::PICTURE).contains(&kind) && set.len() > 2 && layer(set) == 0 {
                own.push(hevc::cut(kind, set)?);
            }
        }
        if !own.is_empty() {
            kept.push((head & 0xbf, own));
        }
    }
    // What is said twice is taken from the sequence's set.
    let sequence = kept.iter().find(|(head, _)| head & 0x3f == sets::SEQUENCE).and_then(|(_, sets)| sets.first());
    if let Some(read) = sequence.and_then(|set| sets::sequence(set).ok()) {
        (profile, chroma, [luma_depth, chroma_depth]) = (read.profile, read.chroma, read.depth);
    }
    boxes::put(out, *b"hvcC", |out| {
        out.push(1);
        out.extend_from_slice(&profile);
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
