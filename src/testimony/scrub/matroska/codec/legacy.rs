//! Codecs by their Windows names: `BITMAPINFOHEADER` and `WAVEFORMATEX`, written anew.

use super::{Codec, Filter, Recode, Refusal, Report};
use crate::testimony::scrub::{
    movie::{
        entry::asc,
        filter::{Parts, start_codes},
    },
    xiph::speex,
};

/// Bytes of `BITMAPINFOHEADER`, and of `WAVEFORMATEX` with its last number.
const BITMAP: usize = 40;
const WAVE: usize = 18;
/// Longest configuration of Windows Media in bytes.
const MOST_OPAQUE: usize = 256;
/// What every long name ends with.
const LONG_NAME: [u8; 14] = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];

/// Pictures.
pub(super) fn pictures(given: &[u8], report: &mut Report) -> Result<Codec, Refusal> {
    let wrong = Refusal::Malformed("a configuration of its pictures is too short");
    let Some((head, more)) = given.split_first_chunk::<BITMAP>() else { return Err(wrong) };
    let kind = [head[16], head[17], head[18], head[19]];
    let mut extra = Vec::new();
    let filter = match &kind.map(|byte| byte.to_ascii_uppercase()) {
        b"XVID" | b"DIVX" | b"DX50" | b"FMP4" | b"MP4V" => {
            start_codes(Parts::MPEG4, more, &mut extra, report);
            Filter::StartCodes(Parts::MPEG4)
        }
        b"MPG1" | b"MPG2" | b"MPEG" => {
            start_codes(Parts::Mpeg2, more, &mut extra, report);
            Filter::StartCodes(Parts::Mpeg2)
        }
        b"MJPG" => Filter::Jpeg,
        b"MP42" | b"MP43" | b"DIV3" | b"WMV1" | b"H263" | b"FLV1" | b"FFV1" if more.is_empty() => Filter::Plain,
        b"WMV2" | b"WMV3" | b"WVC1" | b"HFYU" | b"FFVH" | b"FFV1" if more.len() <= MOST_OPAQUE => {
            extra.extend_from_slice(more);
            Filter::Plain
        }
        _ => return Err(Refusal::Unsupported("pictures in a codec that is not read here")),
    };
    let mut private = Vec::new();
    let size = u32::try_from(BITMAP + extra.len()).map_err(|_| Refusal::Large)?;
    private.extend(size.to_le_bytes());
    // Width, height, planes and depth; the name; no size and no resolution.
    private.extend_from_slice(&head[4..16]);
    private.extend(kind);
    private.extend([0; 20]);
    private.extend_from_slice(&extra);
    Ok(Codec { id: "V_MS/VFW/FOURCC", private: Some(private), recode: Recode::Sample(filter) })
}

/// Sound.
pub(super) fn sound(given: &[u8]) -> Result<Codec, Refusal> {
    let wrong = Refusal::Malformed("a configuration of its sound is too short");
    let Some((head, rest)) = given.split_first_chunk::<16>() else { return Err(wrong) };
    let more = rest.get(2..).unwrap_or_default();
    let kind = u16::from_le_bytes([head[0], head[1]]);
    let (extra, filter) = match kind {
        // PCM, floating point, A-law, mu-law, GSM, AC-3, DTS; layers I to III.
        1 | 3 | 6 | 7 | 0x31 | 0x2000 | 0x2001 => (Vec::new(), Filter::Plain),
        0x50 | 0x55 => (Vec::new(), Filter::Mpeg),
        // Adaptive PCM and Windows Media, with tables.
        2 | 0x11 | 0x160..=0x162 if more.len() <= MOST_OPAQUE => (more.to_vec(), Filter::Plain),
        // Speex, with its first header packet.
        0xa109 => (speex::id(more)?.0, Filter::Plain),
        // The same under long names.
        0xfffe if more.get(8..22) == Some(&LONG_NAME) => (more.iter().take(22).copied().collect(), Filter::Plain),
        // AAC.
        0xff if !more.is_empty() => {
            let (config, grammar) = asc::rebuild(more)?;
            (config, grammar.map_or(Filter::Plain, Filter::Aac))
        }
        _ => return Err(Refusal::Unsupported("sound in a codec that is not read here")),
    };
    let mut private = Vec::with_capacity(WAVE + extra.len());
    private.extend_from_slice(head);
    private.extend(u16::try_from(extra.len()).map_err(|_| Refusal::Large)?.to_le_bytes());
    private.extend_from_slice(&extra);
    Ok(Codec { id: "A_MS/ACM", private: Some(private), recode: Recode::Sample(filter) })
}
