//! Deflate in zlib's wrapping (TIFF technical note 2; RFC 1950).

use flate2::{Decompress, FlushDecompress, Status};
use zeroize::Zeroizing;

use super::super::{Refusal, source::Source};

const CHUNK: usize = 64 * 1024;

/// What inflates: made once for a file.
pub(super) struct Inflate {
    state: Decompress,
    out: Zeroizing<Vec<u8>>,
}

impl Default for Inflate {
    fn default() -> Self {
        Self { state: Decompress::new(true), out: Zeroizing::new(vec![0; CHUNK]) }
    }
}

/// From here to `end`: the bytes of the stream, a mask for the last, and whether it ends by itself. It may have at most
/// `most` bytes once it is inflated, as all rows of a strip are in the last one of some files.
pub(super) fn end(
    end: u64,
    most: u64,
    tool: &mut Inflate,
    source: &mut Source<'_>,
) -> Result<(u64, u8, bool), Refusal> {
    let Inflate { state: inflate, out } = tool;
    inflate.reset(true);
    let from = source.position();
    loop {
        let left = usize::try_from(end.saturating_sub(source.position())).unwrap_or(usize::MAX);
        let window = source.window()?;
        let window = window.get(..left).unwrap_or(window);
        let (before, made, last) = (inflate.total_in(), inflate.total_out(), window.is_empty());
        let status = inflate.decompress(window, out, FlushDecompress::None);
        let status = status.map_err(|_| Refusal::Malformed("compressed data of a strip or tile is damaged"))?;
        source.skip(inflate.total_in() - before);
        if inflate.total_out() > most {
            return Err(Refusal::Malformed("a strip or tile has more rows than it shows"));
        }
        if status == Status::StreamEnd {
            return Ok((inflate.total_in(), 0xff, true));
        }
        if last && inflate.total_out() == made {
            return Ok((end.saturating_sub(from), 0xff, false));
        }
    }
}
