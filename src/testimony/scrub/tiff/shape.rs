//! The shape of a pixel where it is no square: all that is kept of the resolution (TIFF 6.0, section 8). Facsimiles have three
//! such shapes, which programs know by these numbers (ITU-T T.4, 2.2; RFC 2301, 2.2.2). Other ratios are written without a unit.

use super::{
    super::{Refusal, aspect},
    field::{self, Field, Kind},
    reading::Reading,
};

/// Dots to an inch, across and down.
const FACSIMILE: [(u64, u64); 3] = [(204, 98), (204, 196), (204, 391)];
/// How near a ratio has to be to one of them: one part of so many.
const NEAR: u64 = 50;
const NO_UNIT: u64 = 1;
const INCH: u64 = 2;

/// Keeps the ratio of the two resolutions. `facsimile` tells that the page is compressed as those are.
pub(super) fn keep(reading: &mut Reading<'_, '_, '_>, facsimile: bool) -> Result<(), Refusal> {
    let (Some((x, of_x)), Some((y, of_y))) = (one(reading, field::X_RESOLUTION)?, one(reading, field::Y_RESOLUTION)?)
    else {
        return Ok(());
    };
    let (Some(x), Some(y)) = (x.checked_mul(of_y), y.checked_mul(of_x)) else { return Ok(()) };
    let near = |(across, down): &(u64, u64)| {
        let (x, y) = (u128::from(x) * u128::from(*down), u128::from(y) * u128::from(*across));
        x > 0 && x.abs_diff(y).saturating_mul(u128::from(NEAR)) <= y
    };
    let known = FACSIMILE.into_iter().filter(|_| facsimile).find(near);
    let ratio = known.or_else(|| aspect::lowest(x, y).map(|[x, y]| (x.into(), y.into())));
    let Some((x, y)) = ratio else { return Ok(()) };
    for (tag, number) in [(field::X_RESOLUTION, x), (field::Y_RESOLUTION, y)] {
        reading.fields.push(Field { tag, kind: Kind::Rational, numbers: vec![number, 1] });
    }
    reading.write(field::RESOLUTION_UNIT, if known.is_some() { INCH } else { NO_UNIT }, INCH, Kind::Short);
    Ok(())
}

/// A resolution as numerator and denominator.
fn one(reading: &mut Reading<'_, '_, '_>, tag: u16) -> Result<Option<(u64, u64)>, Refusal> {
    Ok(match reading.some(tag, 2)?.as_deref() {
        Some(&[number]) => Some((number, 1)),
        Some(&[number, of]) => Some((number, of)),
        _ => None,
    })
}
