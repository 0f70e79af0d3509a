//! FLAC's header, as Ogg (RFC 9639, section 10.1) and Matroska (RFC 9559, section 27) carry it: the stream's numbers alone.

use crate::testimony::scrub::Refusal;

/// Bytes of a metadata block's head.
pub(in crate::testimony::scrub) const BLOCK: usize = 4;
/// Bytes of STREAMINFO.
const STREAMINFO: usize = 34;
/// As far as nothing but numbers stands in it: a digest follows of the recording that it was, even where it was cut.
const UNNAMED: usize = 18;
/// An empty `VORBIS_COMMENT`, the last block.
pub(in crate::testimony::scrub) const COMMENT: &[u8] = b"\x84\0\0\x08\0\0\0\0\0\0\0\0";

/// Ogg's first packet: one more header packet follows.
pub(in crate::testimony::scrub) fn id(packet: &[u8]) -> Result<Vec<u8>, Refusal> {
    let info = packet.strip_prefix(b"\x7fFLAC\x01").and_then(|rest| rest.get(3..)).unwrap_or_default();
    let info = native(info)?;
    let mut id = b"\x7fFLAC\x01\0\0\x01fLaC\0".to_vec();
    // Another block follows, so the flag of the last one is off.
    id.extend_from_slice(info.get(5..).unwrap_or_default());
    Ok(id)
}

/// The marker and STREAMINFO as the only block.
pub(in crate::testimony::scrub) fn native(header: &[u8]) -> Result<Vec<u8>, Refusal> {
    let info = match header.strip_prefix(b"fLaC") {
        Some([0 | 0x80, 0, 0, 34, rest @ ..]) => rest.get(..STREAMINFO),
        _ => None,
    };
    let info = info.ok_or(Refusal::Malformed("its sound has no FLAC header"))?;
    let mut written = b"fLaC\x80\0\0\x22".to_vec();
    written.extend_from_slice(info.get(..UNNAMED).unwrap_or_default());
    written.extend([0; STREAMINFO - UNNAMED]);
    Ok(written)
}
