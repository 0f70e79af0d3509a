//! Sound whose samples follow from the description: PCM, and the packets of old `QuickTime` codecs.

use super::{Cursor, Refusal, boxes};

/// Samples and bytes of a packet of a codec; `None` where packets are told one by one. `bits` and `channels` are those
/// of the description.
pub(super) fn packet(kind: [u8; 4], bits: u32, channels: u32) -> Option<(u32, u32)> {
    let per_channel = match &kind {
        b"sowt" | b"twos" | b"raw " | b"NONE" => bits.div_ceil(8).clamp(1, 4),
        b"ulaw" | b"alaw" => 1,
        b"in24" => 3,
        b"in32" | b"fl32" => 4,
        b"fl64" => 8,
        b"ima4" => return Some((64, channels.checked_mul(34)?)),
        b"MAC3" => return Some((6, channels.checked_mul(2)?)),
        b"MAC6" => return Some((6, channels)),
        b"agsm" => return Some((160, 33)),
        _ => return None,
    };
    Some((1, channels.checked_mul(per_channel)?))
}

/// Numbers of the least significant byte first are told by a box of their own in old files. The newer description says
/// it by itself: this one's kind, and the numbers that its version 2 adds.
pub(super) fn little_endian(kind: [u8; 4], rate: u32, channels: u16) -> Option<Vec<u8>> {
    let (bits, number): (u32, u32) = match &kind {
        b"in24" => (24, 4),
        b"in32" => (32, 4),
        b"fl32" => (32, 1),
        b"fl64" => (64, 1),
        _ => return None,
    };
    let packed = 8;
    let mut added = 72_u32.to_be_bytes().to_vec();
    added.extend((f64::from(rate) / 65536.0).to_be_bytes());
    let numbers = [u32::from(channels), 0x7f00_0000, bits, number | packed, bits / 8 * u32::from(channels), 1];
    added.extend(numbers.iter().flat_map(|number| number.to_be_bytes()));
    Some(added)
}

/// Channels by a layout of Apple's Core Audio: one that has a number. Bits and labels are left out, or become the number
/// that means the same.
pub(super) fn channels(body: &[u8], out: &mut Vec<u8>) -> Result<bool, Refusal> {
    let mut cursor = Cursor(body);
    cursor.u32()?;
    let [layout, present] = [cursor.u32()?, cursor.u32()?];
    let layout = match (layout, present) {
        (0x1_0000, 0x4) => 100 << 16 | 1,
        (0x1_0000, 0x3) => 101 << 16 | 2,
        (0x1_0000, 0x3f) => 121 << 16 | 6,
        (0..0x2_0000, _) => return Ok(false),
        (layout, _) => layout,
    };
    boxes::put_full(out, *b"chan", 0, |out| {
        out.extend(layout.to_be_bytes());
        out.extend([0; 8]);
    });
    Ok(true)
}
