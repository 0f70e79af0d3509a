//! Three header packets in one configuration: draft-ietf-cellar-codec, "Xiph lacing" of Vorbis and Theora.

use super::Refusal;
use crate::testimony::scrub::xiph::{theora, vorbis};

/// The answer to a configuration whose packets cannot be told apart.
const WRONG: Refusal = Refusal::Malformed("the headers of a codec are not what the format allows");

/// Vorbis' headers, the comments emptied.
pub(super) fn vorbis(given: &[u8]) -> Result<Vec<u8>, Refusal> {
    let [id, _, setup] = split(given)?;
    let (id, channels) = vorbis::id(id)?;
    Ok(join(&[&id, vorbis::COMMENT, &vorbis::setup(setup, channels)?]))
}

/// Theora's headers, the comments emptied.
pub(super) fn theora(given: &[u8]) -> Result<Vec<u8>, Refusal> {
    let [id, _, setup] = split(given)?;
    Ok(join(&[&theora::id(id)?, theora::COMMENT, &theora::setup(setup)?]))
}

fn split(given: &[u8]) -> Result<[&[u8]; 3], Refusal> {
    let mut rest = given.strip_prefix(&[2]).ok_or(WRONG)?;
    let mut lengths = [0_usize; 2];
    for length in &mut lengths {
        loop {
            let (byte, after) = rest.split_first().ok_or(WRONG)?;
            rest = after;
            *length += usize::from(*byte);
            if *byte != 255 {
                break;
            }
        }
    }
    let (first, rest) = rest.split_at_checked(lengths[0]).ok_or(WRONG)?;
    let (second, third) = rest.split_at_checked(lengths[1]).ok_or(WRONG)?;
    Ok([first, second, third])
}

fn join(packets: &[&[u8]; 3]) -> Vec<u8> {
    let mut out = vec![2];
    for packet in &packets[..2] {
        out.extend(std::iter::repeat_n(255, packet.len() / 255));
        // Less than 255.
        out.extend((packet.len() % 255).to_le_bytes().first());
    }
    out.extend(packets.concat());
    out
}
