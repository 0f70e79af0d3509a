//! Tags that stand before and after sound: `ID3v1` and its extension, `ID3v2` (id3.org, 2.2 to 2.4), `APEv1` and `APEv2`,
//! `Lyrics3` v1 and v2. All of them are dropped; what is left between them is the span of the sound.

mod id3;
mod trailing;

use super::{Refusal, Removed, Report, ahead::Ahead, source::Source};

/// Most tags on each side of the sound.
const MOST: usize = 64;
/// Bytes of the head and of the foot of an APE tag.
const APE: usize = 32;
/// Bytes of an `ID3v1` tag.
const ID3V1: u64 = 128;

/// The sound between the tags of a file.
pub(super) fn between<'s, 'c>(source: &'s mut Source<'c>, report: &mut Report) -> Result<Ahead<'s, 'c>, Refusal> {
    Ok(known(source, report)?.0)
}

/// The same, and whether decoders find its start too: they know `ID3v2` there, and no other tag.
pub(super) fn known<'s, 'c>(source: &'s mut Source<'c>, report: &mut Report) -> Result<(Ahead<'s, 'c>, bool), Refusal> {
    let length = source.length();
    let mut file = Ahead::new(source, 0, length);
    let mut known = true;
    for _ in 0..MOST {
        let id3 = id3::skip(&mut file, report)?;
        if !id3 && !skip(&mut file, report)? {
            break;
        }
        known &= id3;
    }
    let start = file.at();
    let end = trailing::end(&mut file, start, report)?;
    drop(file);
    Ok((Ahead::new(source, start, end), known))
}

/// Goes over one tag that begins here; false where none does.
pub(super) fn skip(file: &mut Ahead<'_, '_>, report: &mut Report) -> Result<bool, Refusal> {
    if id3::skip(file, report)? {
        return Ok(true);
    }
    let head = file.array::<APE>()?;
    let bytes = match head {
        Some(head) if head.starts_with(b"APETAGEX") => ape(&head).map(|bytes| bytes.saturating_add(APE as u64)),
        Some([b'T', b'A', b'G', fourth, ..]) => {
            let extended = if fourth == b'+' { trailing::ID3V1_MORE } else { 0 };
            Some(ID3V1.saturating_add(extended))
        }
        _ => None,
    };
    let Some(bytes) = bytes.filter(|bytes| *bytes <= file.left()) else { return Ok(false) };
    report.note(Removed::Tags);
    file.skip(bytes);
    Ok(true)
}

/// Bytes of an APE tag without its head, by its head or its foot.
fn ape(head: &[u8; APE]) -> Option<u64> {
    let [b'A', b'P', b'E', b'T', b'A', b'G', b'E', b'X', v0, v1, v2, v3, s0, s1, s2, s3, ..] = *head else {
        return None;
    };
    matches!(u32::from_le_bytes([v0, v1, v2, v3]), 1000 | 2000).then(|| u64::from(u32::from_le_bytes([s0, s1, s2, s3])))
}

/// Where what begins at `start` ends, without the tags at the end of the file.
pub(super) fn end_after(source: &mut Source<'_>, start: u64, report: &mut Report) -> Result<u64, Refusal> {
    let length = source.length();
    trailing::end(&mut Ahead::new(source, 0, length), start, report)
}
