//! Tags after the sound, found from the end of the file towards its start.

use super::{APE, ID3V1, MOST, ape, id3};
use crate::testimony::scrub::{Refusal, Removed, Report, ahead::Ahead};

/// Bytes of the extension that stands before an `ID3v1` tag.
pub(super) const ID3V1_MORE: u64 = 227;
/// Most bytes of zeros between tags.
const ZEROS: u64 = 64 * 1024;
/// Most bytes of `Lyrics3` v1, its two words included.
const LYRICS: u64 = 5100 + 20;
/// Bytes of the size and the word that end `Lyrics3` v2.
const LYRICS_V2: usize = 15;

/// Where the sound ends that begins at `start`.
pub(super) fn end(file: &mut Ahead<'_, '_>, start: u64, report: &mut Report) -> Result<u64, Refusal> {
    let mut end = file.end();
    for _ in 0..MOST {
        if let Some(shorter) = before(file, start, end)? {
            report.note(Removed::Tags);
            end = shorter;
            continue;
        }
        // Zeros may stand between tags; they may as well be sound, so they go only with a tag before them.
        let filled = past_zeros(file, start, end)?;
        match before(file, start, filled)? {
            Some(shorter) if filled < end => {
                report.note(Removed::Tags);
                end = shorter;
            }
            _ => break,
        }
    }
    Ok(end)
}

/// Where a tag begins that ends at `end`.
fn before(file: &mut Ahead<'_, '_>, start: u64, end: u64) -> Result<Option<u64>, Refusal> {
    let back = |bytes: u64| end.checked_sub(bytes).filter(|at| *at >= start);
    if let Some(at) = back(ID3V1)
        && starts(file, at, b"TAG")?
    {
        let more = at.checked_sub(ID3V1_MORE).filter(|at| *at >= start);
        return Ok(match more {
            Some(more) if starts(file, more, b"TAG+")? => Some(more),
            _ => Some(at),
        });
    }
    if let Some(at) = back(APE as u64) {
        file.seek(at);
        if let Some(foot) = file.array::<APE>()?
            && let Some(bytes) = ape(&foot)
        {
            // The top bit of the flags tells of a head, which the size leaves out.
            let head = if foot[23] & 0x80 == 0 { 0 } else { APE as u64 };
            return Ok(back(bytes.max(APE as u64).saturating_add(head)));
        }
    }
    if let Some(at) = back(id3::HEAD as u64) {
        file.seek(at);
        if let Some([b'3', b'D', b'I', _, _, _, size @ ..]) = file.array::<{ id3::HEAD }>()? {
            let bytes = id3::synchsafe(size).unwrap_or(u64::MAX);
            return Ok(back(bytes.saturating_add(2 * id3::HEAD as u64)));
        }
    }
    lyrics(file, start, end)
}

fn lyrics(file: &mut Ahead<'_, '_>, start: u64, end: u64) -> Result<Option<u64>, Refusal> {
    let Some(at) = end.checked_sub(LYRICS_V2 as u64).filter(|at| *at >= start) else { return Ok(None) };
    file.seek(at);
    let Some(foot) = file.array::<LYRICS_V2>()? else { return Ok(None) };
    if foot.ends_with(b"LYRICS200") {
        let size = foot
            .iter()
            .take(6)
            .try_fold(0_u64, |size, digit| digit.is_ascii_digit().then(|| size * 10 + u64::from(digit - b'0')));
        return Ok(size.and_then(|size| at.checked_sub(size)).filter(|at| *at >= start));
    }
    if !foot.ends_with(b"LYRICSEND") {
        return Ok(None);
    }
    let from = end.saturating_sub(LYRICS).max(start);
    file.seek(from);
    let text = file.peek(usize::try_from(end - from).unwrap_or(0))?;
    Ok(memchr::memmem::rfind(text, b"LYRICSBEGIN").map(|found| from + found as u64))
}

/// The position before `end` after which only zeros come.
fn past_zeros(file: &mut Ahead<'_, '_>, start: u64, end: u64) -> Result<u64, Refusal> {
    let from = end.saturating_sub(ZEROS).max(start);
    file.seek(from);
    let bytes = file.peek(usize::try_from(end - from).unwrap_or(0))?;
    Ok(bytes.iter().rposition(|byte| *byte != 0).map_or(from, |last| from + last as u64 + 1))
}

fn starts(file: &mut Ahead<'_, '_>, at: u64, word: &[u8]) -> Result<bool, Refusal> {
    file.seek(at);
    Ok(file.peek(word.len())? == word)
}
