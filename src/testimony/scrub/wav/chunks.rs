//! The chunks of a file.

use zeroize::Zeroizing;

use crate::testimony::scrub::{Refusal, Removed, Report, source::Source, tags};

/// Most chunks.
const MOST: u32 = 100_000;
/// Most bytes of a format.
const MOST_FORMAT: usize = 1024;
/// A size that is told elsewhere, or not at all.
const UNTOLD: u32 = u32::MAX;

/// What is kept of a file.
pub(super) struct Found {
    /// The format.
    pub(super) coding: Zeroizing<Vec<u8>>,
    /// Where the sound begins.
    pub(super) data: u64,
    /// Its bytes.
    pub(super) bytes: u64,
    /// Samples of a channel, as far as the file tells.
    pub(super) samples: Option<u64>,
}

/// Goes over all chunks.
pub(super) fn all(source: &mut Source<'_>, report: &mut Report) -> Result<Found, Refusal> {
    let long = source.array::<4>()? != *b"RIFF";
    let size = source.u32_le()?;
    if source.array()? != *b"WAVE" {
        return Err(Refusal::Unknown);
    }
    let riff = if long || size == UNTOLD { u64::MAX } else { u64::from(size).saturating_add(8) };
    let (mut coding, mut data, mut samples, mut sizes) = (None, None, None, None);
    let mut told = true;
    for _ in 0..MOST {
        let Some([a, b, c, d, size @ ..]) = source.peek::<8>()? else { break };
        let size = u32::from_le_bytes(size);
        // Zeros are no chunk, but some files end with them.
        if !told || data.is_some() && (source.position() >= riff || [a, b, c, d] == [0; 4]) {
            break;
        }
        source.skip(8);
        let here = source.position();
        let mut bytes = u64::from(size);
        match &[a, b, c, d] {
            b"fmt " if coding.is_none() => coding = Some(source.take(bytes.min(source.left()), MOST_FORMAT)?),
            b"ds64" if sizes.is_none() && long && size >= 24 => {
                let [_, data, count] = [source.array()?, source.array()?, source.array()?].map(u64::from_le_bytes);
                sizes = Some((data, count));
            }
            b"fact" if samples.is_none() && size >= 4 => samples = Some(u64::from(source.u32_le()?)),
            b"data" if data.is_none() => {
                bytes = match (size, sizes) {
                    (UNTOLD, Some((size @ 1.., count))) => {
                        samples = Some(count);
                        size
                    }
                    (UNTOLD, _) => {
                        told = false;
                        streamed(source, here, report)?
                    }
                    (0, _) if !chunk(source)? => {
                        told = false;
                        streamed(source, here, report)?
                    }
                    _ => bytes,
                };
                bytes = bytes.min(source.length().saturating_sub(here));
                data = Some((here, bytes));
            }
            kind => note(*kind, report),
        }
        source.seek(here.saturating_add(bytes).saturating_add(bytes & 1));
    }
    let (Some(coding), Some((data, bytes))) = (coding, data) else {
        return Err(Refusal::Malformed("no sound is in it"));
    };
    report.note_if(told && source.left() > 0, Removed::StrayBytes);
    Ok(Found { coding, data, bytes, samples })
}

/// Bytes of sound of a recorder that never told its size: up to the end, tags aside.
fn streamed(source: &mut Source<'_>, from: u64, report: &mut Report) -> Result<u64, Refusal> {
    let end = tags::end_after(source, from, report)?;
    source.seek(from);
    Ok(end.saturating_sub(from))
}

/// True if a chunk begins here, or nothing.
fn chunk(source: &mut Source<'_>) -> Result<bool, Refusal> {
    let Some([name @ .., a, b, c, d]) = source.peek::<8>()? else { return Ok(true) };
    let fits = u64::from(u32::from_le_bytes([a, b, c, d])).saturating_add(8) <= source.left();
    Ok(fits && name.iter().all(|letter| (b' '..=b'~').contains(letter)))
}

fn note(kind: [u8; 4], report: &mut Report) {
    match &kind {
        b"fmt " | b"fact" | b"ds64" | b"PEAK" => {}
        b"LIST" | b"id3 " | b"ID3 " | b"DISP" | b"IDIT" | b"CSET" => report.note(Removed::Tags),
        b"bext" | b"cart" => {
            for kind in [Removed::Tags, Removed::Times, Removed::Software, Removed::Identifiers] {
                report.note(kind);
            }
        }
        b"_PMX" | b"iXML" | b"axml" => report.note(Removed::Xmp),
        b"cue " | b"plst" | b"labl" | b"note" => report.note(Removed::Chapters),
        b"JUNK" | b"junk" | b"PAD " | b"FLLR" | b"filr" => report.note(Removed::Padding),
        _ => report.note(Removed::UnknownParts),
    }
}
