//! Proves that a compressed stream is the picture and nothing else (RFC 1950, PNG 3rd edition, clause 10).
//!
//! What the stream inflates to is thrown away: only its length, its filters and where it ends are of interest.

use fdeflate::Decompressor;

use super::{data::Data, rows::Rows};
use crate::testimony::scrub::{Refusal, source::Source};

/// How far back a stream may refer.
const WINDOW: usize = 32 * 1024;
/// Bytes that are inflated into.
const SPACE: usize = 5 * WINDOW;
/// Bytes at the end that are fed one by one. The decoder reads up to seven bytes ahead of what it uses.
const HELD: usize = 16;

struct Inflater<'r, 'u> {
    inflate: Decompressor,
    out: Vec<u8>,
    at: usize,
    rows: &'r mut Rows<'u>,
}

impl Inflater<'_, '_> {
    /// Goes on with `bytes`; false where they are not the picture's.
    fn feed(&mut self, mut bytes: &[u8]) -> bool {
        loop {
            if self.at > SPACE - WINDOW {
                self.out.copy_within(self.at - WINDOW..self.at, 0);
                self.at = WINDOW;
            }
            let Ok((used, made)) = self.inflate.read(bytes, &mut self.out, self.at, false) else { return false };
            let end = self.at.saturating_add(made);
            let fresh = self.out.get(self.at..end).unwrap_or_default();
            if self.rows.take(fresh) != made {
                return false;
            }
            (self.at, bytes) = (end, bytes.get(used..).unwrap_or_default());
            if self.inflate.is_done() || (bytes.is_empty() && end < SPACE) || (used == 0 && made == 0) {
                return bytes.is_empty();
            }
        }
    }
}

/// The length of the stream in bytes, if it inflates to exactly the rows that the picture has, has the right checksum,
/// ends with the last byte of its data, and is not swollen with blocks of nothing.
pub(super) fn length(source: &mut Source<'_>, mut data: Data, rows: &mut Rows<'_>) -> Result<Option<u64>, Refusal> {
    let most = rows.demanded().saturating_add(rows.demanded() / 8).saturating_add(1024);
    let mut inflater = Inflater { inflate: Decompressor::new(), out: vec![0; SPACE], at: 0, rows };
    let (mut held, mut length) = (Vec::with_capacity(HELD * 2), 0_u64);
    loop {
        let window = data.window(source)?;
        let n = window.len();
        if n == 0 {
            break;
        }
        length = length.saturating_add(n as u64);
        // The last bytes so far stay behind: what was held before goes first.
        let (now, later) = window.split_at(n.saturating_sub(HELD));
        let release = (held.len() + later.len()).saturating_sub(HELD).min(held.len());
        let release = if now.is_empty() { release } else { held.len() };
        let goes_on = inflater.feed(held.get(..release).unwrap_or_default()) && inflater.feed(now);
        held.drain(..release);
        held.extend_from_slice(later);
        if !goes_on || inflater.inflate.is_done() || length > most {
            return Ok(None);
        }
        data.used(source, n);
    }
    for byte in held {
        if inflater.inflate.is_done() || !inflater.feed(&[byte]) {
            return Ok(None);
        }
    }
    let exact = inflater.inflate.is_done() && inflater.rows.missing() == 0;
    Ok(exact.then_some(length))
}
