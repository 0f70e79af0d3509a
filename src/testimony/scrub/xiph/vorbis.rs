//! Vorbis' three header packets (Vorbis I, section 4.2): the first checked, the second emptied, the third read to its last bit.

use super::{
    bits::{Bits, From, width},
    codebook,
};
use crate::testimony::scrub::Refusal;

/// A comment packet without a vendor and without comments.
pub(in crate::testimony::scrub) const COMMENT: &[u8] = b"\x03vorbis\0\0\0\0\0\0\0\0\x01";
/// Bytes of the first packet.
const ID: usize = 30;

/// The first packet, and how many channels it names.
pub(in crate::testimony::scrub) fn id(packet: &[u8]) -> Result<(Vec<u8>, u8), Refusal> {
    let Some((head @ [1, b'v', b'o', b'r', b'b', b'i', b's', 0, 0, 0, 0, channels, ..], _)) =
        packet.split_first_chunk::<ID>()
    else {
        return Err(Refusal::Malformed("its sound has no Vorbis header"));
    };
    if *channels == 0 || head[12..16] == [0; 4] {
        return Err(Refusal::Malformed("its Vorbis header is out of bounds"));
    }
    let mut id = head.to_vec();
    id[ID - 1] = 1;
    Ok((id, *channels))
}

/// The third packet, without what follows its framing bit.
pub(in crate::testimony::scrub) fn setup(packet: &[u8], channels: u8) -> Result<Vec<u8>, Refusal> {
    Ok(read(packet, channels)?.0)
}

/// Of each mode of a third packet, whether its blocks are the long ones.
pub(in crate::testimony::scrub) fn modes(packet: &[u8], channels: u8) -> Result<Vec<bool>, Refusal> {
    Ok(read(packet, channels)?.1)
}

fn read(packet: &[u8], channels: u8) -> Result<(Vec<u8>, Vec<bool>), Refusal> {
    if !packet.starts_with(b"\x05vorbis") {
        return Err(Refusal::Malformed("its sound has no Vorbis tables"));
    }
    let mut bits = Bits::new(packet, From::Low);
    bits.skip(7 * 8)?;
    for _ in 0..=bits.number(8)? {
        codebook::read(&mut bits)?;
    }
    let times = bits.number(6)? + 1;
    bits.skip(u64::from(times) * 16)?;
    for _ in 0..=bits.number(6)? {
        floor(&mut bits)?;
    }
    for _ in 0..=bits.number(6)? {
        residue(&mut bits)?;
    }
    for _ in 0..=bits.number(6)? {
        mapping(&mut bits, channels)?;
    }
    let mut long = Vec::new();
    for _ in 0..=bits.number(6)? {
        long.push(bits.bit()?);
        bits.skip(16 + 16 + 8)?;
    }
    if bits.bit()? {
        Ok((bits.read(), long))
    } else {
        Err(Refusal::Malformed("its Vorbis tables do not end as they must"))
    }
}

fn floor(bits: &mut Bits<'_>) -> Result<(), Refusal> {
    match bits.number(16)? {
        0 => {
            bits.skip(8 + 16 + 16 + 6 + 8)?;
            let books = bits.number(4)? + 1;
            bits.skip(u64::from(books) * 8)
        }
        1 => {
            let count = bits.number(5)?;
            let mut classes = Vec::with_capacity(32);
            for _ in 0..count {
                classes.push(bits.number(4)?);
            }
            let mut dimensions = [0; 16];
            let defined = classes.iter().max().map_or(0, |most| *most as usize + 1);
            for dimension in dimensions.iter_mut().take(defined) {
                *dimension = bits.number(3)? + 1;
                let subclasses = bits.number(2)?;
                let master = u64::from(subclasses > 0) * 8;
                bits.skip(master + (8 << subclasses))?;
            }
            bits.skip(2)?;
            let range = bits.number(4)?;
            let points: u32 = classes.iter().filter_map(|class| dimensions.get(*class as usize)).sum();
            bits.skip(u64::from(points) * u64::from(range))
        }
        _ => Err(Refusal::Malformed("its Vorbis tables are of no known kind")),
    }
}

fn residue(bits: &mut Bits<'_>) -> Result<(), Refusal> {
    if bits.number(16)? > 2 {
        return Err(Refusal::Malformed("its Vorbis tables are of no known kind"));
    }
    bits.skip(24 + 24 + 24)?;
    let classes = bits.number(6)? + 1;
    bits.skip(8)?;
    let mut books = 0;
    for _ in 0..classes {
        let low = bits.number(3)?;
        let high = if bits.bit()? { bits.number(5)? } else { 0 };
        books += low.count_ones() + high.count_ones();
    }
    bits.skip(u64::from(books) * 8)
}

fn mapping(bits: &mut Bits<'_>, channels: u8) -> Result<(), Refusal> {
    if bits.number(16)? != 0 {
        return Err(Refusal::Malformed("its Vorbis tables are of no known kind"));
    }
    let submaps = if bits.bit()? { bits.number(4)? + 1 } else { 1 };
    if bits.bit()? {
        let steps = bits.number(8)? + 1;
        bits.skip(u64::from(steps) * 2 * u64::from(width(u32::from(channels) - 1)))?;
    }
    if bits.number(2)? != 0 {
        return Err(Refusal::Malformed("its Vorbis tables are of no known kind"));
    }
    if submaps > 1 {
        bits.skip(u64::from(channels) * 4)?;
    }
    bits.skip(u64::from(submaps) * (8 + 8 + 8))
}
