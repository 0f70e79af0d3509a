//! Facsimile data ends with its last row, and the marks right behind it (ITU-T T.4, 4.1.4; T.6, 2.4.1.1). Where rows cannot
//! be followed, it ends with the marks: no data of a row has eleven zeros and a one.

mod codes;
mod rows;

use super::super::{Refusal, source::Source};

/// Zeros before the one that ends them, at least.
const ZEROS: u32 = 11;

/// How a page is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Rows without marks.
    Plain,
    /// Each row after a mark; six marks end it. In two dimensions a bit follows each.
    Group3 { tagged: bool },
    /// Two marks end it.
    Group4,
}

/// From here to `end`: the bytes up to the last of so many rows, or to the marks that end the data, and a mask for the last
/// byte. All where neither is found.
pub(super) fn end(
    end: u64,
    (kind, turned): (Kind, bool),
    size: (u64, u64),
    source: &mut Source<'_>,
) -> Result<(u64, u8), Refusal> {
    let from = source.position();
    let mut bits = rows::Bits::new(source, end, turned);
    if rows::pass(&mut bits, kind, size)? {
        let mask = match bits.taken % 8 {
            0 => 0xff,
            used => !(0xff_u8 >> used),
        };
        return Ok((bits.taken.div_ceil(8), if turned { mask.reverse_bits() } else { mask }));
    }
    source.seek(from);
    marks(end, kind, turned, source)
}

fn marks(end: u64, kind: Kind, turned: bool, source: &mut Source<'_>) -> Result<(u64, u8), Refusal> {
    let from = source.position();
    let (marks, tagged) = match kind {
        Kind::Plain => return Ok((end - from, 0xff)),
        Kind::Group3 { tagged } => (6, tagged),
        Kind::Group4 => (2, false),
    };
    let (mut zeros, mut found, mut tag) = (0_u32, 0, false);
    let mut bytes = 0_u64;
    while from + bytes < end {
        let window = source.window()?;
        let left = usize::try_from(end - from - bytes).unwrap_or(usize::MAX);
        let window = window.get(..left).unwrap_or(window);
        for byte in window {
            let byte = if turned { byte.reverse_bits() } else { *byte };
            bytes += 1;
            for bit in 0..8_u32 {
                let one = byte << bit & 0x80 > 0;
                let is_tag = std::mem::take(&mut tag);
                if is_tag {
                    zeros = 0;
                } else if !one {
                    zeros += 1;
                } else {
                    found = if zeros >= ZEROS { found + 1 } else { 0 };
                    (zeros, tag) = (0, tagged && found > 0);
                }
                if found == marks && !tag {
                    let mask = !(0x7f_u8 >> bit);
                    return Ok((bytes, if turned { mask.reverse_bits() } else { mask }));
                }
            }
        }
        if window.is_empty() {
            break;
        }
        let n = window.len() as u64;
        source.skip(n);
    }
    Ok((end - from, 0xff))
}
