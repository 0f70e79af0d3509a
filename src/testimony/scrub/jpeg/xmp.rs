//! The orientation in an XMP packet (XMP specification part 2, the TIFF schema). Nothing else is looked for.

const NAME: &[u8] = b"tiff:Orientation";

/// The first orientation, 1 to 8, that a packet gives as an attribute or as an element.
pub(super) fn orientation(packet: &[u8]) -> Option<u16> {
    memchr::memmem::find_iter(packet, NAME).find_map(|at| match packet.get(at + NAME.len()..)? {
        [b'=', b'"', digit @ b'0'..=b'9', ..] | [b'>', digit @ b'0'..=b'9', ..] => Some(u16::from(digit - b'0')),
        _ => None,
    })
}
