//! Where a lossless stream ends (RFC 9649, 3). It has no length of its own, so all of its codes are read; its pixels are
//! not made.

use self::bits::{Bits, Stop};
use crate::testimony::scrub::{Refusal, source::Source};

mod bits;
mod image;
mod prefix;
mod values;

/// Bytes of the next `most` that the stream of a picture of this size takes, from after its header. `None` where it does
/// not end there, or is made as no encoder makes it.
pub(super) fn length(source: &mut Source<'_>, width: u32, height: u32, most: u64) -> Result<Option<u64>, Refusal> {
    let size = [width, height].map(|side| usize::try_from(side).unwrap_or(usize::MAX));
    let mut bits = Bits::new(source, most);
    match walk(&mut bits, size) {
        Ok(()) => Ok(Some(bits.bytes())),
        Err(Stop::Fault) => Ok(None),
        Err(Stop::Read(refusal)) => Err(refusal),
    }
}

fn walk(bits: &mut Bits<'_, '_>, [mut width, height]: [usize; 2]) -> Result<(), Stop> {
    let mut seen = [false; 4];
    while bits.flag()? {
        let kind = bits.read(2)?;
        // Each transform comes once at most.
        match seen.get_mut(kind) {
            Some(seen) if !*seen => *seen = true,
            Some(_) | None => return Err(Stop::Fault),
        }
        match kind {
            0 | 1 => {
                let side = u32::try_from(bits.read(3)?).unwrap_or_default() + 2;
                image::read(bits, width.div_ceil(1 << side), height.div_ceil(1 << side), false)?;
            }
            2 => {}
            _ => {
                let colours = bits.read(8)? + 1;
                image::read(bits, colours, 1, false)?;
                // Few colours: several indices share a pixel.
                let shared = match colours {
                    0..=2 => 3,
                    3..=4 => 2,
                    5..=16 => 1,
                    _ => 0,
                };
                width = width.div_ceil(1 << shared);
            }
        }
    }
    image::read(bits, width, height, true)
}
