//! Codecs of sound.

use super::{Codec, Filter, Recode, Refusal, legacy, xiph};
use crate::testimony::scrub::{
    aac::Grammar,
    movie::entry::asc,
    xiph::{flac, opus},
};

/// Bytes of the configuration of ALAC.
const ALAC: usize = 24;

/// Codecs without a configuration.
const PLAIN: [&str; 13] = [
    "A_AC3",
    "A_AC3/BSID9",
    "A_AC3/BSID10",
    "A_EAC3",
    "A_DTS",
    "A_DTS/EXPRESS",
    "A_DTS/LOSSLESS",
    "A_TRUEHD",
    "A_MLP",
    "A_PCM/INT/LIT",
    "A_PCM/INT/BIG",
    "A_PCM/FLOAT/IEEE",
    "A_TTA1",
];
/// The layers of MPEG audio.
const MPEG: [&str; 3] = ["A_MPEG/L1", "A_MPEG/L2", "A_MPEG/L3"];
/// Names of AAC that tell its profile, from the time before its configuration stood in the file.
const OLD_AAC: [&str; 10] = [
    "A_AAC/MPEG2/MAIN",
    "A_AAC/MPEG2/LC",
    "A_AAC/MPEG2/LC/SBR",
    "A_AAC/MPEG2/SSR",
    "A_AAC/MPEG4/MAIN",
    "A_AAC/MPEG4/LC",
    "A_AAC/MPEG4/LC/SBR",
    "A_AAC/MPEG4/SSR",
    "A_AAC/MPEG4/LTP",
    "A_AAC",
];

/// Reads a codec of sound.
pub(super) fn read(name: &[u8], given: &[u8]) -> Result<Codec, Refusal> {
    if let Some(plain) = PLAIN.into_iter().find(|plain| plain.as_bytes() == name) {
        return Ok(Codec::plain(plain));
    }
    if let Some(layer) = MPEG.into_iter().find(|layer| layer.as_bytes() == name) {
        return Ok(Codec { recode: Recode::Sample(Filter::Mpeg), ..Codec::plain(layer) });
    }
    if let Some(id) = OLD_AAC.into_iter().find(|id| id.as_bytes() == name) {
        return aac(id, given);
    }
    Ok(match name {
        b"A_OPUS" | b"A_OPUS/EXPERIMENTAL" => {
            let (private, streams) = opus::id(given)?;
            Codec { id: "A_OPUS", private: Some(private), recode: Recode::Opus(streams) }
        }
        b"A_VORBIS" => Codec { private: Some(xiph::vorbis(given)?), ..Codec::plain("A_VORBIS") },
        b"A_FLAC" => Codec { private: Some(flac::native(given)?), ..Codec::plain("A_FLAC") },
        b"A_ALAC" => {
            let private = given.get(..ALAC).ok_or(Refusal::Malformed("a configuration of ALAC is too short"))?;
            Codec { private: Some(private.to_vec()), ..Codec::plain("A_ALAC") }
        }
        b"A_WAVPACK4" => Codec { private: given.get(..2).map(<[u8]>::to_vec), ..Codec::plain("A_WAVPACK4") },
        b"A_MS/ACM" => legacy::sound(given)?,
        _ => return Err(Refusal::Unsupported("sound in a codec that is not read here")),
    })
}

fn aac(id: &'static str, given: &[u8]) -> Result<Codec, Refusal> {
    if given.is_empty() {
        return Ok(Codec { recode: Recode::Sample(Filter::Aac(Grammar::UNTOLD)), ..Codec::plain(id) });
    }
    let (private, grammar) = asc::rebuild(given)?;
    let filter = grammar.map_or(Filter::Plain, Filter::Aac);
    Ok(Codec { id, private: Some(private), recode: Recode::Sample(filter) })
}
