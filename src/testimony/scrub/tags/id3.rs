//! `ID3v2`: <https://id3.org/id3v2.4.0-structure>, and 2.3 and 2.2.

use crate::testimony::scrub::{Refusal, Removed, Report, ahead::Ahead};

/// Bytes of the head, and of a foot.
pub(super) const HEAD: usize = 10;
/// Most frames of one tag that are looked at for the report.
const FRAMES: usize = 1024;

/// Goes over a tag that begins here; false where none does.
pub(super) fn skip(file: &mut Ahead<'_, '_>, report: &mut Report) -> Result<bool, Refusal> {
    let Some([b'I', b'D', b'3', version @ 2..=4, revision, flags, size @ ..]) = file.array::<HEAD>()? else {
        return Ok(false);
    };
    if revision == 0xff {
        return Ok(false);
    }
    let foot = if version == 4 && flags & 0x10 != 0 { HEAD } else { 0 };
    // Some writers give the size in eight bits a byte.
    let bytes = synchsafe(size).unwrap_or_else(|| u64::from(u32::from_be_bytes(size)));
    let end = file.at().saturating_add(HEAD as u64).saturating_add(bytes);
    if end > file.end() {
        // A tag that promises more than there is: its head alone is certain.
        return Ok(false);
    }
    report.note(Removed::Tags);
    file.skip(HEAD as u64);
    name(file, version, end, report)?;
    file.seek(end);
    let footed = file.array::<3>()?.is_some_and(|word| &word == b"3DI");
    if foot > 0 || footed {
        file.skip(HEAD as u64);
    }
    Ok(true)
}

/// Notes what the frames of a tag are, as far as they can be told apart.
fn name(file: &mut Ahead<'_, '_>, version: u8, end: u64, report: &mut Report) -> Result<(), Refusal> {
    for _ in 0..FRAMES {
        let Some([a, b, c, d, size @ .., _, _]) = file.array::<HEAD>()? else { break };
        let (bytes, head) = match version {
            2 => (u64::from(u32::from_be_bytes([0, d, size[0], size[1]])), 6),
            3 => (u64::from(u32::from_be_bytes(size)), HEAD as u64),
            _ => (synchsafe(size).unwrap_or_else(|| u64::from(u32::from_be_bytes(size))), HEAD as u64),
        };
        match &[a, b, c] {
            b"API" | b"PIC" => report.note(Removed::CoverArt),
            b"COM" => report.note(Removed::Comments),
            b"TSS" | b"TEN" => report.note(Removed::Software),
            [b'A'..=b'Z', b'A'..=b'Z' | b'0'..=b'9', _] => {}
            _ => break,
        }
        let next = file.at().saturating_add(head).saturating_add(bytes);
        // Going far and back for a size that cannot be right would read the file again for each tag.
        if next >= end {
            break;
        }
        file.seek(next);
    }
    Ok(())
}

/// A number of seven bits a byte.
pub(super) fn synchsafe(bytes: [u8; 4]) -> Option<u64> {
    bytes.iter().try_fold(0, |number, byte| (*byte < 0x80).then(|| (number << 7) | u64::from(*byte)))
}
