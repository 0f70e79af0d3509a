//! Speex' header packets (Speex manual, section 7.3), as they stand in Ogg.

use crate::testimony::scrub::Refusal;

/// A comment packet without a vendor and without comments.
pub(in crate::testimony::scrub) const COMMENT: &[u8] = &[0; 8];
/// Bytes of the first packet.
const ID: usize = 80;
/// Where the version of the library stands, as text of 20 bytes.
const VERSION: usize = 8;
/// Where numbers stand: version 1, the packet's length, then twelve more.
const NUMBERS: usize = 28;
/// Where the count of further header packets and two reserved numbers stand.
const EXTRA: usize = 68;

/// The first packet, and how many further header packets follow the comments.
pub(in crate::testimony::scrub) fn id(packet: &[u8]) -> Result<(Vec<u8>, u32), Refusal> {
    let Some((head, _)) = packet.split_first_chunk::<ID>().filter(|(head, _)| head.starts_with(b"Speex   ")) else {
        return Err(Refusal::Malformed("its sound has no Speex header"));
    };
    let extra = head[EXTRA..].first_chunk().map_or(0, |extra| u32::from_le_bytes(*extra));
    let mut id = head.to_vec();
    id[VERSION..NUMBERS].fill(0);
    id[VERSION..VERSION + 3].copy_from_slice(b"1.2");
    id[NUMBERS..NUMBERS + 8].copy_from_slice(&[1, 0, 0, 0, 80, 0, 0, 0]);
    id[EXTRA..].fill(0);
    Ok((id, extra))
}
