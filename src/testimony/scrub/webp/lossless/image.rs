//! An image of a lossless stream: its codes read one by one, without making the pixels (RFC 9649, 3.5 to 3.7).

use super::{
    bits::{Bits, Stop},
    prefix::{Prefix, number},
    values::Values,
};

/// Most groups of codes in one image, and most tiles that choose among them; libwebp stays below both.
const MOST_GROUPS: usize = 2_600;
const MOST_TILES: usize = 1024 * 1024;

/// Symbols of the first code: greens, then lengths, then places in the cache of colours.
const GREENS: usize = 256;
const LENGTHS: usize = 24;
const DISTANCES: usize = 40;

/// The five codes of a group: green and all that stands in its place, red, blue, alpha, distances.
struct Group([Prefix; 5]);

impl Group {
    fn read(bits: &mut Bits<'_, '_>, cache: usize) -> Result<Self, Stop> {
        Ok(Self([
            Prefix::read(bits, GREENS + LENGTHS + cache)?,
            Prefix::read(bits, GREENS)?,
            Prefix::read(bits, GREENS)?,
            Prefix::read(bits, GREENS)?,
            Prefix::read(bits, DISTANCES)?,
        ]))
    }

    /// True if each pixel is the same colour, which takes no bits.
    fn is_plain(&self) -> bool {
        let Self([green, red, blue, alpha, _]) = self;
        green.only().is_some_and(|symbol| symbol < GREENS) && [red, blue, alpha].iter().all(|it| it.only().is_some())
    }
}

/// Which group is in use where.
struct Tiles {
    /// Side of a tile, as a power of two.
    side: u32,
    across: usize,
    groups: Vec<u16>,
}

/// Reads an image of so many pixels. Only the picture itself has `tiles`.
pub(super) fn read(bits: &mut Bits<'_, '_>, width: usize, height: usize, has_tiles: bool) -> Result<(), Stop> {
    let cache = cache(bits)?;
    let tiles = if has_tiles && bits.flag()? { Some(tiles(bits, width, height)?) } else { None };
    let count = tiles.as_ref().and_then(|tiles| tiles.groups.iter().max()).map_or(1, |most| usize::from(*most) + 1);
    if count > MOST_GROUPS {
        return Err(Stop::Fault);
    }
    let mut groups = Vec::with_capacity(count);
    for _ in 0..count {
        groups.push(Group::read(bits, cache.map_or(0, |bits| 1 << bits))?);
    }
    walk(bits, [width, height], &groups, tiles.as_ref(), &mut None)
}

/// Bits of the cache of colours.
fn cache(bits: &mut Bits<'_, '_>) -> Result<Option<u32>, Stop> {
    if !bits.flag()? {
        return Ok(None);
    }
    let size = u32::try_from(bits.read(4)?).unwrap_or_default();
    if (1..=11).contains(&size) { Ok(Some(size)) } else { Err(Stop::Fault) }
}

fn tiles(bits: &mut Bits<'_, '_>, width: usize, height: usize) -> Result<Tiles, Stop> {
    let side = u32::try_from(bits.read(3)?).unwrap_or_default() + 2;
    let (across, down) = (width.div_ceil(1 << side), height.div_ceil(1 << side));
    if across * down > MOST_TILES {
        return Err(Stop::Fault);
    }
    let cache = cache(bits)?;
    let group = [Group::read(bits, cache.map_or(0, |bits| 1 << bits))?];
    let mut values = Some(Values::new(across, across * down, cache));
    walk(bits, [across, down], &group, None, &mut values)?;
    let groups = values.map(Values::groups).unwrap_or_default();
    Ok(Tiles { side, across, groups })
}

fn walk(
    bits: &mut Bits<'_, '_>,
    [width, height]: [usize; 2],
    groups: &[Group],
    tiles: Option<&Tiles>,
    values: &mut Option<Values>,
) -> Result<(), Stop> {
    let plain: Vec<bool> = groups.iter().map(|group| values.is_none() && group.is_plain()).collect();
    if plain.iter().all(|plain| *plain) {
        return Ok(());
    }
    let (mut x, mut y) = (0, 0);
    while y < height {
        let place = tiles.and_then(|tiles| tiles.groups.get((y >> tiles.side) * tiles.across + (x >> tiles.side)));
        let place = place.copied().map_or(0, usize::from);
        if let Some(tiles) = tiles.filter(|_| plain.get(place) == Some(&true)) {
            // To the end of the tile's row at once.
            bits.step(1)?;
            x = ((x >> tiles.side) + 1) << tiles.side;
            if x >= width {
                (x, y) = (0, y + 1);
            }
            continue;
        }
        let Group([green, red, blue, alpha, distance]) = groups.get(place).ok_or(Stop::Fault)?;
        let used = bits.used();
        let symbol = green.next(bits)?;
        let mut length = 1;
        if symbol < GREENS {
            let (red, blue, alpha) = (red.next(bits)?, blue.next(bits)?, alpha.next(bits)?);
            if let Some(values) = values {
                values.colour([alpha, red, symbol, blue]);
            }
        } else if symbol < GREENS + LENGTHS {
            length = number(bits, symbol - GREENS)?;
            let code = distance.next(bits)?;
            let back = number(bits, code)?;
            if values.is_some() {
                bits.step(length)?;
            }
            if let Some(values) = values {
                values.copy(back, length).ok_or(Stop::Fault)?;
            }
        } else if let Some(values) = values {
            values.cached(symbol - GREENS - LENGTHS);
        }
        if bits.used() == used {
            bits.step(1)?;
        }
        x += length;
        if x >= width {
            y += x / width;
            x %= width;
        }
    }
    // A copy may not go past the last pixel.
    if y == height && x == 0 { Ok(()) } else { Err(Stop::Fault) }
}
