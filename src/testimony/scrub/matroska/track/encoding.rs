//! How frames were packed: RFC 9559, section 5.1.4.1.31. Bytes that were left off every frame are put back; anything
//! else is not read here.

use super::{
    super::part::{Parts, first, uint},
    Refusal, id,
};

/// Longest beginning that is put back, in bytes. Known software leaves four off at most.
const MOST_STRIPPED: usize = 8;
/// The way of packing that leaves bytes off.
const STRIPPING: u64 = 3;

/// The bytes that every frame begins with.
pub(super) fn read(body: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut encodings = Parts(body).filter(|part| part.0 == id::CONTENT_ENCODING).map(|part| part.1);
    let Some(encoding) = encodings.next() else { return Ok(Vec::new()) };
    let value = |body, id, or| first(body, id).map_or(Ok(or), uint);
    if encodings.next().is_some() || value(encoding, id::CONTENT_ENCODING_TYPE, 0)? != 0 {
        return Err(Refusal::Unsupported("pictures or sound that are locked by a rights system, or packed twice"));
    }
    let scope = value(encoding, id::CONTENT_ENCODING_SCOPE, 1)?;
    let compression = first(encoding, id::CONTENT_COMPRESSION).unwrap_or_default();
    if value(compression, id::CONTENT_COMP_ALGO, 0)? != STRIPPING || scope != 1 {
        return Err(Refusal::Unsupported("pictures or sound that are packed a second time"));
    }
    let stripped = first(compression, id::CONTENT_COMP_SETTINGS).unwrap_or_default();
    if stripped.len() > MOST_STRIPPED {
        return Err(Refusal::Large);
    }
    Ok(stripped.to_vec())
}
