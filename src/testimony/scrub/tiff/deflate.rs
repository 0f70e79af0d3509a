//! Deflate in zlib's wrapping (TIFF technical note 2; RFC 1950).

use flate2::{Decompress, FlushDecompress, Status};
use zeroize::Zeroizing;

use super::{
    super::{Refusal, source::Source, stuffing},
    pixels::Take,
};

const CHUNK: usize = 64 * 1024;
const HEAD: u64 = 2;
const CHECKSUM: u64 = 4;

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
/// `most` bytes once it is inflated, as all rows of a strip are in the last one of some files. What is inflated goes to
/// `take`, if somebody wants it.
pub(super) fn end(
    end: u64,
    most: u64,
    (tool, mut take): (&mut Inflate, Option<&mut Take<'_>>),
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
        if let Some(take) = &mut take {
            let fresh = usize::try_from(inflate.total_out() - made).unwrap_or(usize::MAX);
            take(out.get(..fresh).unwrap_or_default())?;
        }
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

/// True if a stream of so many bytes from here on, with its head and its checksum, has nothing in it that its rows do not need.
pub(super) fn is_plain(bytes: u64, source: &mut Source<'_>) -> Result<bool, Refusal> {
    source.skip(HEAD);
    let mut left = bytes.saturating_sub(HEAD + CHECKSUM);
    stuffing::is_plain(&mut |held| {
        let window = source.window()?;
        let now = window.get(..usize::try_from(left).unwrap_or(usize::MAX)).unwrap_or(window);
        held.extend_from_slice(now);
        let taken = now.len() as u64;
        source.skip(taken);
        left -= taken;
        Ok(())
    })
}
