//! What sound is like: RFC 9559, section 5.1.4.1.29.

use super::{
    Refusal, Report,
    fields::{Field, rebuild as fields},
    id, write,
};

/// Rates before and after decoding, channels, bits of a sample.
const LIST: [(u32, Field); 4] =
    [(0xb5, Field::Float), (0x78b5, Field::Float), (0x9f, Field::Uint(255)), (0x6264, Field::Uint(64))];

/// Rebuilds the element.
pub(super) fn rebuild(body: Option<&[u8]>, out: &mut Vec<u8>, report: &mut Report) -> Result<(), Refusal> {
    let mut inner = Vec::new();
    fields(body.unwrap_or_default(), &LIST, &[], &mut inner, report)?;
    write::bytes_of(id::AUDIO, &inner, out);
    Ok(())
}
