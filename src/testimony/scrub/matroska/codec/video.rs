//! Codecs of pictures.

use super::{Codec, Filter, Recode, Refusal, Report, legacy, xiph};
use crate::testimony::scrub::movie::{
    entry::{av1, avc, hevc},
    filter::{Family, Parts, start_codes},
};

/// Bytes of a box's head, around configurations as MP4 has them.
const BOX: usize = 8;
/// Longest configuration of FFV1, which is coded as a whole, in bytes.
const MOST_FFV1: usize = 4096;
/// Kinds of Apple `ProRes`.
const PRORES: [[u8; 4]; 6] = [*b"apch", *b"apcn", *b"apcs", *b"apco", *b"ap4h", *b"ap4x"];

/// Reads a codec of pictures.
pub(super) fn read(name: &[u8], given: &[u8], report: &mut Report) -> Result<Codec, Refusal> {
    let unboxed = |bytes: &[u8]| bytes.get(BOX..).map(<[u8]>::to_vec);
    let mut out = Vec::new();
    Ok(match name {
        // Browsers record units behind start codes, and then there is no configuration, or one of the same kind.
        b"V_MPEG4/ISO/AVC" if given.first() != Some(&1) => {
            Codec { id: "V_MPEG4/ISO/AVC", private: None, recode: Recode::StartCodes }
        }
        b"V_MPEG4/ISO/AVC" => {
            let filter = Filter::Units { length: avc::rebuild(given, &mut out)?, family: Family::Avc };
            Codec { id: "V_MPEG4/ISO/AVC", private: unboxed(&out), recode: Recode::Sample(filter) }
        }
        b"V_MPEGH/ISO/HEVC" => {
            let filter = Filter::Units { length: hevc::rebuild(given, &mut out)?, family: Family::Hevc };
            Codec { id: "V_MPEGH/ISO/HEVC", private: unboxed(&out), recode: Recode::Sample(filter) }
        }
        b"V_AV1" => {
            let private = if given.is_empty() {
                None
            } else {
                av1::rebuild(given, &mut out)?;
                unboxed(&out)
            };
            Codec { id: "V_AV1", private, recode: Recode::Sample(Filter::Obus) }
        }
        b"V_VP8" => Codec::plain("V_VP8"),
        b"V_VP9" => Codec { private: features(given), ..Codec::plain("V_VP9") },
        b"V_MPEG1" => parts("V_MPEG1", Parts::Mpeg2, given, report),
        b"V_MPEG2" => parts("V_MPEG2", Parts::Mpeg2, given, report),
        b"V_MPEG4/ISO/SP" => parts("V_MPEG4/ISO/SP", Parts::MPEG4, given, report),
        b"V_MPEG4/ISO/ASP" => parts("V_MPEG4/ISO/ASP", Parts::MPEG4, given, report),
        b"V_MPEG4/ISO/AP" => parts("V_MPEG4/ISO/AP", Parts::MPEG4, given, report),
        b"V_THEORA" => Codec { private: Some(xiph::theora(given)?), ..Codec::plain("V_THEORA") },
        b"V_MJPEG" => Codec { recode: Recode::Sample(Filter::Jpeg), ..Codec::plain("V_MJPEG") },
        b"V_FFV1" if given.len() <= MOST_FFV1 => {
            let private = if given.is_empty() { None } else { Some(given.to_vec()) };
            Codec { private, ..Codec::plain("V_FFV1") }
        }
        b"V_MPEG4/MS/V3" => Codec::plain("V_MPEG4/MS/V3"),
        b"V_PRORES" => {
            let kind = given.get(..4).filter(|kind| PRORES.iter().any(|known| *known == **kind));
            let kind = kind.ok_or(Refusal::Malformed("it does not say which kind of ProRes it is"))?;
            Codec { id: "V_PRORES", private: Some(kind.to_vec()), recode: Recode::ProRes }
        }
        b"V_UNCOMPRESSED" => Codec::plain("V_UNCOMPRESSED"),
        b"V_MS/VFW/FOURCC" => legacy::pictures(given, report)?,
        _ => return Err(Refusal::Unsupported("pictures in a codec that is not read here")),
    })
}

/// MPEG-1, -2 and -4, whose configuration is made of the same parts as the pictures.
fn parts(id: &'static str, parts: Parts, given: &[u8], report: &mut Report) -> Codec {
    let mut private = Vec::new();
    start_codes(parts, given, &mut private, report);
    let private = if private.is_empty() { None } else { Some(private) };
    Codec { id, private, recode: Recode::Sample(Filter::StartCodes(parts)) }
}

/// Profile, level, depth and sampling of VP9, each a number of one byte behind its kind and length.
fn features(given: &[u8]) -> Option<Vec<u8>> {
    let (features, _) = given.as_chunks::<3>();
    let kept: Vec<u8> = (1..=4)
        .filter_map(|kind| features.iter().find(|feature| feature[..2] == [kind, 1]))
        .flatten()
        .copied()
        .collect();
    if kept.is_empty() { None } else { Some(kept) }
}
