//! Subframes: RFC 9639, 9.2. Nothing is decoded; each is gone over to find where it ends.

use super::{
    bits::{Bits, Wrong},
    head::Head,
    residual,
};

/// Goes over all subframes of a frame.
pub(super) fn all(bits: &mut Bits<'_>, head: &Head) -> Result<(), Wrong> {
    head.depths.iter().try_for_each(|depth| one(bits, head.samples, *depth))
}

fn one(bits: &mut Bits<'_>, samples: u32, depth: u32) -> Result<(), Wrong> {
    if bits.number(1)? != 0 {
        return Err(Wrong::Never);
    }
    let kind = bits.number(6)?;
    let wasted = if bits.number(1)? == 0 { 0 } else { bits.unary()?.saturating_add(1) };
    let depth = depth.checked_sub(wasted).filter(|depth| *depth > 0).ok_or(Wrong::Never)?;
    let many = |count: u32, depth: u32| u64::from(count) * u64::from(depth);
    match kind {
        0 => bits.skip(depth.into()),
        1 => bits.skip(many(samples, depth)),
        8..=12 => {
            bits.skip(many(kind - 8, depth))?;
            residual::all(bits, samples, kind - 8)
        }
        32..=63 => {
            let order = kind - 31;
            bits.skip(many(order, depth))?;
            let precision = bits.number(4)? + 1;
            let negative = bits.number(5)? & 0x10 != 0;
            if precision == 16 || negative {
                return Err(Wrong::Never);
            }
            bits.skip(many(order, precision))?;
            residual::all(bits, samples, order)
        }
        _ => Err(Wrong::Never),
    }
}
