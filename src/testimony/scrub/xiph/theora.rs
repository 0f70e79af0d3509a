//! Theora's three header packets (Theora specification, section 6): the first checked, the second emptied, the third read to
//! its last bit.

use super::bits::{Bits, From, width};
use crate::testimony::scrub::Refusal;

/// A comment packet without a vendor and without comments.
pub(in crate::testimony::scrub) const COMMENT: &[u8] = b"\x81theora\0\0\0\0\0\0\0\0";
/// Bytes of the first packet.
const ID: usize = 42;
/// Huffman tables of the third packet.
const TABLES: usize = 80;
/// Most leaves of one of them.
const LEAVES: usize = 32;

/// The first packet, its reserved bits zero.
pub(in crate::testimony::scrub) fn id(packet: &[u8]) -> Result<Vec<u8>, Refusal> {
    match packet.split_first_chunk::<ID>() {
        Some((head @ [0x80, b't', b'h', b'e', b'o', b'r', b'a', 3, 2, ..], _)) => {
            let mut id = head.to_vec();
            id[ID - 1] &= 0xf8;
            Ok(id)
        }
        _ => Err(Refusal::Malformed("its film has no Theora header")),
    }
}

/// The third packet, without what follows its last table.
pub(in crate::testimony::scrub) fn setup(packet: &[u8]) -> Result<Vec<u8>, Refusal> {
    if !packet.starts_with(b"\x82theora") {
        return Err(Refusal::Malformed("its film has no Theora tables"));
    }
    let mut bits = Bits::new(packet, From::High);
    bits.skip(7 * 8)?;
    let limits = bits.number(3)?;
    bits.skip(u64::from(limits) * 64)?;
    for _ in 0..2 {
        let scales = bits.number(4)? + 1;
        bits.skip(u64::from(scales) * 64)?;
    }
    let matrices = bits.number(9)? + 1;
    bits.skip(u64::from(matrices) * 64 * 8)?;
    for set in 0..6 {
        ranges(&mut bits, set, width(matrices - 1))?;
    }
    for _ in 0..TABLES {
        tree(&mut bits)?;
    }
    Ok(bits.read())
}

fn ranges(bits: &mut Bits<'_>, set: u32, index: u32) -> Result<(), Refusal> {
    if set > 0 && !bits.bit()? {
        // The same as that of the type or plane before.
        return bits.skip(u64::from(set > 2));
    }
    bits.skip(u64::from(index))?;
    let mut at = 0;
    while at < 63 {
        at += bits.number(width(62 - at))? + 1;
        bits.skip(u64::from(index))?;
    }
    if at > 63 { Err(Refusal::Malformed("its Theora tables are wrong")) } else { Ok(()) }
}

fn tree(bits: &mut Bits<'_>) -> Result<(), Refusal> {
    let (mut open, mut leaves) = (1_usize, 0);
    while open > 0 {
        if bits.bit()? {
            bits.skip(5)?;
            leaves += 1;
            open -= 1;
        } else {
            open += 1;
        }
        if leaves + open > LEAVES {
            return Err(Refusal::Malformed("its Theora tables are wrong"));
        }
    }
    Ok(())
}
