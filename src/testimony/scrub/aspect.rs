//! The shape of a pixel where it is no square: `pHYs` of PNG, `pasp` of HEIF, the resolution of TIFF. How many of them are in
//! a metre tells of a screen or a program, and nothing of the picture, so it is not kept (PNG 3rd edition, 11.3.4.3).

/// Highest number that a ratio may have in lowest terms; others are too exact to be a shape.
const MOST: u32 = 255;

/// The ratio of a pixel's sides in lowest terms. `None` where they are equal.
pub(super) fn parse(data: &[u8]) -> Option<[u32; 2]> {
    let (_, ratio) = data.split_last()?;
    let (words, []) = ratio.as_chunks() else { return None };
    let &[x, y] = words else { return None };
    lowest(u64::from(u32::from_be_bytes(x)), u64::from(u32::from_be_bytes(y)))
}

/// A ratio in lowest terms. `None` where its numbers are equal, or too large.
pub(super) fn lowest(x: u64, y: u64) -> Option<[u32; 2]> {
    let (mut divisor, mut rest) = (x, y);
    while rest > 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    let x = u32::try_from(x.checked_div(divisor)?).ok()?;
    let y = u32::try_from(y.checked_div(divisor)?).ok()?;
    (x != y && (1..=MOST).contains(&x) && (1..=MOST).contains(&y)).then_some([x, y])
}

/// The chunk's data for this ratio, of no unit.
pub(super) fn bytes(ratio: [u32; 2]) -> Vec<u8> {
    [ratio.map(u32::to_be_bytes).as_flattened(), &[0]].concat()
}
