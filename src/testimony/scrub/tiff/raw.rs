//! Marks of cameras' raw files, most of which are TIFFs whose pages are previews.

use super::{
    super::{Refusal, source::Source},
    chain::reduced,
    directory::Directory,
    field,
    order::Order,
};

/// Most directories below a page that are looked at.
const MOST_BELOW: usize = 64;
/// Colour filter array, and linear raw.
const RAW_PHOTOMETRIC: [u64; 2] = [32_803, 34_892];
/// Compressions of Sony, Samsung, Kodak, Nikon and Pentax.
const RAW_COMPRESSION: [u64; 7] = [32_767, 32_769, 32_770, 32_867, 34_713, 65_000, 65_535];

/// Refuses a raw file. `left` is how many entries may still be looked at.
pub(super) fn check(
    order: Order,
    directory: &Directory,
    left: &mut usize,
    source: &mut Source<'_>,
) -> Result<(), Refusal> {
    let refusal = Refusal::Unsupported("it is a camera's raw file; send a picture made from it");
    *left = left.checked_sub(directory.count).ok_or(Refusal::Large)?;
    if marked(directory, source)? || is_cr2(source)? {
        return Err(refusal);
    }
    let below = match directory.numbers(field::SUB_DIRECTORIES, MOST_BELOW, source) {
        Err(Refusal::Short) => None,
        other => other?,
    };
    // A page that is a preview has its picture below it.
    if below.is_some() && reduced(directory, source)? {
        return Err(refusal);
    }
    for at in below.unwrap_or_default() {
        match Directory::read(order, at, source) {
            Ok(below) => {
                *left = left.checked_sub(below.count).ok_or(Refusal::Large)?;
                if marked(&below, source)? {
                    return Err(refusal);
                }
            }
            // What cannot be read is no picture, and is left out.
            Err(Refusal::Short | Refusal::Large) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn marked(directory: &Directory, source: &mut Source<'_>) -> Result<bool, Refusal> {
    let photometric = directory.number(field::PHOTOMETRIC, source)?;
    let compression = directory.number(field::COMPRESSION, source)?;
    Ok(directory.has(field::DNG_VERSION)
        || photometric.is_some_and(|it| RAW_PHOTOMETRIC.contains(&it))
        || compression.is_some_and(|it| RAW_COMPRESSION.contains(&it)))
}

fn is_cr2(source: &mut Source<'_>) -> Result<bool, Refusal> {
    source.seek(8);
    Ok(source.peek::<2>()? == Some(*b"CR"))
}
