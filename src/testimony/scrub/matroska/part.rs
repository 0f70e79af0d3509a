//! Elements in memory, and the values in their bodies: RFC 8794, section 7.

use super::{Refusal, element};

/// The elements in a body that is in memory, one after the other; ends where no element is.
pub(super) struct Parts<'a>(pub &'a [u8]);

impl<'a> Iterator for Parts<'a> {
    type Item = (u32, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (id, size, head) = element::head(self.0)?;
        let rest = self.0.get(head..)?;
        // What goes on past its parent ends with it.
        let size = size.and_then(|size| usize::try_from(size).ok()).unwrap_or(usize::MAX).min(rest.len());
        let (body, rest) = rest.split_at(size);
        self.0 = rest;
        Some((id, body))
    }
}

/// The first element of a kind.
pub(super) fn first(body: &[u8], id: u32) -> Option<&[u8]> {
    Parts(body).find(|part| part.0 == id).map(|part| part.1)
}

/// An unsigned number of up to eight bytes.
pub(super) fn uint(body: &[u8]) -> Result<u64, Refusal> {
    if body.len() > 8 {
        return Err(Refusal::Malformed("a number is longer than numbers are"));
    }
    Ok(body.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

/// A signed number of up to eight bytes.
pub(super) fn sint(body: &[u8]) -> Result<i64, Refusal> {
    let negative = body.first().is_some_and(|first| first & 0x80 != 0);
    let unsigned = uint(body)?;
    let above = if body.len() == 8 { 0 } else { u64::MAX << (8 * body.len()) };
    Ok((if negative { unsigned | above } else { unsigned }).cast_signed())
}

/// A number with a fraction, of no, four or eight bytes.
pub(super) fn float(body: &[u8]) -> Result<f64, Refusal> {
    if body.is_empty() {
        return Ok(0.0);
    }
    let short = body.try_into().map(|bytes| f64::from(f32::from_be_bytes(bytes)));
    short
        .or_else(|_| body.try_into().map(f64::from_be_bytes))
        .map_err(|_| Refusal::Malformed("a number is longer than numbers are"))
}

/// Text, up to the zero that may end it.
pub(super) fn text(body: &[u8]) -> &[u8] {
    body.split(|byte| *byte == 0).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_signs() {
        assert_eq!(uint(&[1, 0]).unwrap(), 256);
        assert!(uint(&[0; 9]).is_err());
        assert_eq!(
            [sint(&[0xff]).unwrap(), sint(&[0x7f]).unwrap(), sint(&[0xff, 0]).unwrap(), sint(&[]).unwrap()],
            [-1, 127, -256, 0]
        );
        assert_eq!(sint(&[0xff; 8]).unwrap(), -1);
        assert_eq!(text(b"V_VP8\0xyz"), b"V_VP8");
    }
}
