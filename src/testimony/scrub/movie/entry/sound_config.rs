//! Configuration boxes of sound codecs, each with the fields that its decoder reads.

use super::{Cursor, Refusal, Removed, Report, bits::Bits, boxes};
use crate::testimony::scrub::xiph::opus;

/// Bytes of an ALAC configuration.
const ALAC: usize = 24;
/// Bytes of FLAC's stream information: RFC 9639, section 8.2.
const FLAC: usize = 34;
/// As far as nothing but numbers stands in it: a digest follows of the recording that it was, even where it was cut.
const UNNAMED: usize = 18;

/// True for a box that the decoder of this sound reads: those of other codecs would hold anything.
pub(super) fn is_of(kind: [u8; 4], sound: [u8; 4]) -> bool {
    match &kind {
        b"alac" => sound == *b"alac",
        b"dfLa" => sound == *b"fLaC",
        b"dac3" => sound == *b"ac-3",
        b"dec3" => sound == *b"ec-3",
        b"damr" => matches!(&sound, b"samr" | b"sawb"),
        b"dqcp" => sound == *b"sqcp",
        b"devc" => sound == *b"sevc",
        b"pcmC" => matches!(&sound, b"ipcm" | b"fpcm"),
        kind => kind == b"chan",
    }
}

/// Rebuilds a configuration box; false where it is none that is known.
pub(super) fn rebuild(kind: [u8; 4], body: &[u8], out: &mut Vec<u8>, report: &mut Report) -> Result<bool, Refusal> {
    let mut cursor = Cursor(body);
    match &kind {
        b"alac" => {
            cursor.u32()?;
            let config = cursor.take(ALAC)?;
            boxes::put_full(out, kind, 0, |out| out.extend_from_slice(config));
        }
        b"dfLa" => {
            let [_, _, _, _, block, ..] = cursor.array::<8>()?;
            if block & 0x7f != 0 {
                return Err(Refusal::Malformed("a configuration of FLAC does not begin with its stream"));
            }
            let info = cursor.take(FLAC)?;
            report.note_if(!cursor.0.is_empty(), Removed::Tags);
            boxes::put_full(out, kind, 0, |out| {
                out.extend([0x80, 0, 0, 34]);
                out.extend_from_slice(info.get(..UNNAMED).unwrap_or_default());
                out.extend([0; FLAC - UNNAMED]);
            });
        }
        b"dac3" => {
            let config = cursor.array::<3>()?;
            boxes::put(out, kind, |out| out.extend([config[0], config[1], config[2] & 0xe0]));
        }
        b"dec3" => enhanced(body, out)?,
        b"damr" => {
            let [vendor @ .., modes_high, modes_low, period, frames] = cursor.array::<9>()?;
            report.note_if(vendor != [0; 5], Removed::Software);
            boxes::put(out, kind, |out| out.extend([0, 0, 0, 0, 0, modes_high, modes_low, period, frames]));
        }
        b"dqcp" | b"devc" => {
            let [vendor @ .., frames] = cursor.array::<6>()?;
            report.note_if(vendor != [0; 5], Removed::Software);
            boxes::put(out, kind, |out| out.extend([0, 0, 0, 0, 0, frames]));
        }
        b"pcmC" => {
            let [_, _, _, _, flags, bits] = cursor.array()?;
            boxes::put_full(out, kind, 0, |out| out.extend([flags & 1, bits]));
        }
        b"chan" => return super::pcm::channels(body, out),
        _ => return Ok(false),
    }
    Ok(true)
}

/// `dOps`, and how many streams are in each packet: Encapsulation of Opus in ISO base media files, section 4.3.2.
pub(super) fn opus(body: &[u8], out: &mut Vec<u8>) -> Result<u8, Refusal> {
    let mut cursor = Cursor(body);
    let [version, channels, skip_high, skip_low] = cursor.array()?;
    let rate = opus::rate(cursor.u32()?);
    let [gain_high, gain_low, family] = cursor.array()?;
    let mapping = if family == 0 { &[] } else { cursor.take(2 + usize::from(channels))? };
    boxes::put(out, *b"dOps", |out| {
        out.extend([version, channels, skip_high, skip_low]);
        out.extend(rate.to_be_bytes());
        out.extend([gain_high, gain_low, family]);
        out.extend_from_slice(mapping);
    });
    Ok(mapping.first().copied().unwrap_or(1))
}

/// ETSI TS 102 366, section F.6.
fn enhanced(body: &[u8], out: &mut Vec<u8>) -> Result<(), Refusal> {
    let mut bits = Bits::new(body);
    bits.copy(13)?;
    for _ in 0..=bits.copy(3)? {
        bits.copy(7)?;
        bits.read(1)?;
        bits.write(0, 1);
        bits.copy(8)?;
        bits.read(3)?;
        bits.write(0, 3);
        if bits.copy(4)? > 0 {
            bits.copy(9)?;
        } else {
            bits.read(1)?;
            bits.write(0, 1);
        }
    }
    let config = bits.finish();
    boxes::put(out, *b"dec3", |out| out.extend_from_slice(&config));
    Ok(())
}
