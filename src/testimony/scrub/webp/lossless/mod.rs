//! Where a lossless stream ends (RFC 9649, 3). It has no length of its own, so all of its codes are read; its pixels are
//! not made.

use self::bits::{Bits, Stop};
use crate::testimony::scrub::{Refusal, source::Source};

mod bits;
mod image;
mod prefix;
mod values;

/// Most steps through all pictures of a file that read no bit: a picture of the largest size takes no more.
pub(super) const MOST_STEPS: u64 = 1 << 28;

/// Bytes of the next `most` that the stream of a picture of this size takes, from after its header: all where it is cut
/// off. `steps` is what is left of [`MOST_STEPS`].
pub(super) fn length(
    source: &mut Source<'_>,
    [width, height]: [u32; 2],
    most: u64,
    steps: &mut u64,
) -> Result<u64, Refusal> {
    let size = [width, height].map(|side| usize::try_from(side).unwrap_or(usize::MAX));
    let mut bits = Bits::new(source, most, *steps);
    let walked = walk(&mut bits, size);
    *steps = bits.steps;
    match walked {
        Ok(()) => Ok(bits.bytes()),
        Err(Stop::Torn) => Ok(most),
        Err(Stop::Fault) => Err(Refusal::Malformed("the codes of a lossless picture are not valid")),
        Err(Stop::Refused(refusal)) => Err(refusal),
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
