//! Uncompressed pictures, ISO/IEC 23001-17: how their samples are laid out, and how many bytes those take.

use super::{super::Refusal, boxes::Writer, fields::Fields};

/// Most components of a picture.
const MOST_COMPONENTS: u32 = 64;

/// Writes a component definition anew. Components that are named by an address are not known to any reader.
pub(super) fn components(fields: &mut Fields<'_>, to: &mut Writer) -> Result<(), Refusal> {
    let count = fields.u32()?;
    if count > MOST_COMPONENTS {
        return Err(Refusal::Large);
    }
    let mut kinds = Vec::new();
    for _ in 0..count {
        let kind = fields.u16()?;
        if kind >= 0x8000 {
            return Err(Refusal::Unsupported("a picture of unknown components"));
        }
        kinds.push(kind);
    }
    to.boxed(*b"cmpd", |to| {
        to.u32(count);
        for kind in kinds {
            to.u16(kind);
        }
    });
    Ok(())
}

/// How samples of one component are laid out.
struct Component {
    /// Its place in the definition; once that is known, its type.
    which: u16,
    /// Bits of a sample, less 1.
    depth: u8,
    format: u8,
    /// Bytes that a sample is aligned to, or 0.
    align: u8,
}

/// How samples are laid out.
struct Layout {
    components: Vec<Component>,
    /// How chroma is sampled, how components are interleaved, bytes of a block, flags.
    shape: [u8; 4],
    /// Bytes of a pixel, and what rows and tiles are aligned to; 0 where they are not.
    sizes: [u32; 3],
    /// Tiles in a row, and rows of tiles.
    tiles: [u32; 2],
}

/// Writes a layout anew.
pub(super) fn config(fields: &mut Fields<'_>, to: &mut Writer) -> Result<(), Refusal> {
    let (version, _) = fields.version()?;
    let profile: [u8; 4] = fields.array()?;
    if version == 1 {
        to.full(*b"uncC", 1, 0, |to| to.put(&profile));
        return Ok(());
    }
    let layout = layout(fields)?;
    to.full(*b"uncC", 0, 0, |to| {
        to.put(&profile);
        to.u32(u32::try_from(layout.components.len()).unwrap_or(u32::MAX));
        for one in &layout.components {
            to.u16(one.which);
            to.put(&[one.depth, one.format, one.align]);
        }
        to.put(&layout.shape);
        for size in layout.sizes {
            to.u32(size);
        }
        for tiles in layout.tiles {
            to.u32(tiles - 1);
        }
    });
    Ok(())
}

fn layout(fields: &mut Fields<'_>) -> Result<Layout, Refusal> {
    let count = fields.u32()?;
    if count > MOST_COMPONENTS {
        return Err(Refusal::Large);
    }
    let component = |fields: &mut Fields<'_>| -> Result<Component, Refusal> {
        let which = fields.u16()?;
        let [depth, format, align] = fields.array()?;
        Ok(Component { which, depth, format, align })
    };
    let components = (0..count).map(|_| component(fields)).collect::<Result<_, _>>()?;
    let [sampling, interleave, block, flags] = fields.array()?;
    let sizes = [fields.u32()?, fields.u32()?, fields.u32()?];
    let tiles = [fields.u32()?.saturating_add(1), fields.u32()?.saturating_add(1)];
    Ok(Layout { components, shape: [sampling, interleave, block, flags & 0xf8], sizes, tiles })
}

const UNKNOWN: Refusal = Refusal::Unsupported("samples that are laid out in a rare way");

/// Bytes of the samples of a picture of `width` by `height`, by the contents of its layout and of its definition of
/// components.
pub(super) fn bytes(config: &[u8], defined: &[u8], [width, height]: [u32; 2]) -> Result<u64, Refusal> {
    let mut fields = Fields(config);
    let (version, _) = fields.version()?;
    let profile = fields.array()?;
    if version == 1 {
        let pixel = match &profile {
            b"rgb3" => 3,
            b"rgba" | b"abgr" => 4,
            _ => return Err(UNKNOWN),
        };
        return u64::from(width)
            .checked_mul(u64::from(height))
            .and_then(|pixels| pixels.checked_mul(pixel))
            .ok_or(UNKNOWN);
    }
    let mut layout = layout(&mut fields)?;
    // The definition has a count, then types of two bytes.
    for one in &mut layout.components {
        let at = usize::from(one.which) * 2 + 4;
        let kind = defined.get(at..at + 2).and_then(|kind| kind.try_into().ok());
        one.which = kind.map_or(0, u16::from_be_bytes);
    }
    let [columns, rows] = layout.tiles;
    if columns > width || rows > height || width % columns != 0 || height % rows != 0 {
        return Err(UNKNOWN);
    }
    let tile = layout.tile(u64::from(width / columns), u64::from(height / rows)).ok_or(UNKNOWN)?;
    tile.checked_mul(u64::from(columns)).and_then(|row| row.checked_mul(u64::from(rows))).ok_or(UNKNOWN)
}

impl Layout {
    /// Bytes of a tile; `None` for a layout that is not known.
    fn tile(&self, width: u64, height: u64) -> Option<u64> {
        let [sampling, interleave, block, _] = self.shape;
        let [pixel, row, tile] = self.sizes.map(u64::from);
        let rows = |bits: u64, width: u64, height: u64| -> Option<u64> {
            aligned(bits.checked_mul(width)?.div_ceil(8), row)?.checked_mul(height)
        };
        let block = u64::from(block) * 8;
        let whole: u64 = match interleave {
            // Pixel after pixel.
            1 if sampling == 0 && block == 0 && pixel == 0 => self.row(width, row)?.checked_mul(height)?,
            1 if sampling == 0 => {
                let bits = self.components.iter().try_fold(0_u64, |sum, one| sum.checked_add(bits(one)?))?;
                let bits = if block == 0 { bits } else { aligned(bits, block)? };
                let bits = if pixel == 0 { bits } else { pixel.checked_mul(8).filter(|size| *size >= bits)? };
                rows(bits, width, height)?
            }
            // Component after component in a picture, a row, or a set of tiles: it takes the same bytes.
            0 | 3 | 4 if block == 0 || self.components.iter().all(|one| u64::from(one.depth) + 1 == block) => {
                let mut sum = 0_u64;
                for one in &self.components {
                    let (across, down) = match (sampling, one.which) {
                        (1, 2 | 3) => (2, 1),
                        (2, 2 | 3) => (2, 2),
                        (0..=2, _) => (1, 1),
                        _ => return None,
                    };
                    let plane = rows(bits(one)?, width / across, height / down)?;
                    sum = sum.checked_add(if interleave == 4 { aligned(plane, tile)? } else { plane })?;
                }
                sum
            }
            // Luma, then both chroma components sample by sample.
            2 if block == 0 && matches!(sampling, 1 | 2) => {
                let luma = rows(bits(self.components.first()?)?, width, height)?;
                let both = bits(self.components.get(1)?)?.checked_add(bits(self.components.get(2)?)?)?;
                luma.checked_add(rows(both, width / 2, height / u64::from(sampling))?)?
            }
            _ => return None,
        };
        aligned(whole, tile)
    }
}

impl Layout {
    /// Bytes of a row of pixels without blocks. A component that is aligned begins at a byte, wherever the last one ended.
    fn row(&self, width: u64, to: u64) -> Option<u64> {
        // From the first such component to the last, and what is before and after them.
        let (mut before, mut between, mut after) = (0_u64, None::<u64>, 0_u64);
        for one in &self.components {
            let bits = bits(one)?;
            if one.align > 0 {
                between = Some(aligned(between.unwrap_or(0).checked_add(after)?, 8)?.checked_add(bits)?);
                after = 0;
            } else if between.is_some() {
                after = after.checked_add(bits)?;
            } else {
                before = before.checked_add(bits)?;
            }
        }
        let bits = match between {
            None => before.checked_mul(width)?,
            Some(between) => {
                let further = aligned(after.checked_add(before)?, 8)?.checked_mul(width.checked_sub(1)?)?;
                let all = aligned(before, 8)?.checked_add(further)?.checked_add(between.checked_mul(width)?)?;
                all.checked_add(after)?
            }
        };
        aligned(bits.div_ceil(8), to)
    }
}

/// Bits that a sample of a component takes.
fn bits(one: &Component) -> Option<u64> {
    let (depth, aligned) = (u64::from(one.depth) + 1, u64::from(one.align) * 8);
    if aligned == 0 { Some(depth) } else { Some(aligned).filter(|bits| *bits >= depth) }
}

/// The next multiple of `to`; 0 aligns to nothing.
fn aligned(size: u64, to: u64) -> Option<u64> {
    if to == 0 { Some(size) } else { size.checked_next_multiple_of(to) }
}
