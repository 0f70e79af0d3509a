//! HEVC pictures: the NAL units that a decoder of the base layer needs, ISO/IEC 23008-2 section 7.3.1.

use std::collections::BTreeSet;

use super::{
    super::{
        Refusal, Removed, Report,
        headers::{
            MOST_SET,
            bits::Bits,
            hevc::{self, sets},
            unit::unescaped,
        },
    },
    spans::{Out, Run},
};

pub(super) use config::{read as config, rich};

mod config;
mod tail;

/// Bytes of a unit that are looked at for the start of its header.
const PEEK: u64 = 32;

/// Types of units.
const SUPPLEMENTAL: std::ops::RangeInclusive<u8> = 39..=40;
const FILLER: u8 = 38;

/// Copies what is kept of a picture whose units have lengths of `prefix` bytes. Adds the picture parameter sets that it
/// uses to `used`.
pub(super) fn picture(
    run: &mut Run<'_, '_>,
    prefix: u8,
    out: &mut Out<'_, '_>,
    used: &mut BTreeSet<u32>,
    report: &mut Report,
) -> Result<(), Refusal> {
    let mut slices = false;
    while run.left() > 0 {
        let Some(bytes) = length(run, prefix)? else {
            report.note(Removed::StrayBytes);
            break;
        };
        let start = run.position();
        match unit(run, bytes, slices, used)? {
            Unit::Slice => slices = true,
            Unit::Set(kind) => {
                run.seek(start);
                let most = usize::try_from(MOST_SET).unwrap_or(usize::MAX);
                let given = run.take(bytes, most)?;
                let set = hevc::cut(kind, &given)?;
                report.note_if(set != given, Removed::CodecUserData);
                out.put(&u32::try_from(set.len()).map_err(|_| Refusal::Large)?.to_be_bytes())?;
                out.put(&set)?;
                run.seek(start + bytes);
                continue;
            }
            Unit::Further => {
                report.note(Removed::FurtherPictures);
                break;
            }
            Unit::Other(removed) => {
                if let Some(removed) = removed {
                    report.note(removed);
                }
                run.seek(start + bytes);
                continue;
            }
        }
        run.seek(start);
        let kept = tail::trimmed(run, bytes)?;
        report.note_if(kept < bytes, Removed::Padding);
        let kept32 = u32::try_from(kept).map_err(|_| Refusal::Large)?;
        out.put(&kept32.to_be_bytes())?;
        run.copy(kept, out)?;
        run.seek(start + bytes);
    }
    if slices { Ok(()) } else { Err(Refusal::Malformed("a picture has no slice")) }
}

/// A unit's length; `None` where it is not whole.
fn length(run: &mut Run<'_, '_>, prefix: u8) -> Result<Option<u64>, Refusal> {
    let mut length = 0;
    if run.left() < u64::from(prefix) {
        return Ok(None);
    }
    for _ in 0..prefix {
        length = length << 8 | u64::from(run.array::<1>()?[0]);
    }
    Ok(Some(length).filter(|length| *length <= run.left()))
}

enum Unit {
    Slice,
    /// A parameter set of this type.
    Set(u8),
    /// The first slice of a second picture.
    Further,
    /// Not kept.
    Other(Option<Removed>),
}

fn unit(run: &mut Run<'_, '_>, bytes: u64, slices: bool, used: &mut BTreeSet<u32>) -> Result<Unit, Refusal> {
    if bytes < 3 {
        return Ok(Unit::Other(Some(Removed::Padding)));
    }
    let head = run.take(bytes.min(PEEK), usize::MAX)?;
    let [first, second, ..] = head[..] else { return Err(Refusal::Short) };
    let (kind, layer) = (first >> 1 & 63, (first & 1) << 5 | second >> 3);
    // The top bit is always 0, and the temporal layer counts from 1.
    if first & 0x80 != 0 || second.trailing_zeros() >= 3 {
        return Ok(Unit::Other(Some(Removed::CodecUserData)));
    }
    if layer != 0 {
        return Ok(Unit::Other(Some(Removed::FurtherPictures)));
    }
    match kind {
        0..=9 | 16..=21 => {
            let header = unescaped(&head);
            let mut bits = Bits::new(header.get(2..).unwrap_or_default());
            let opens = bits.flag()?;
            if opens && slices {
                return Ok(Unit::Further);
            }
            // Random access pictures have a flag before the number.
            if kind >= 16 {
                bits.flag()?;
            }
            used.insert(bits.golomb()?);
            Ok(Unit::Slice)
        }
        sets::VIDEO..=sets::PICTURE if !slices => Ok(Unit::Set(kind)),
        FILLER => Ok(Unit::Other(Some(Removed::Padding))),
        // Delimiters say nothing.
        35..=37 => Ok(Unit::Other(None)),
        kind if SUPPLEMENTAL.contains(&kind) => Ok(Unit::Other(Some(Removed::CodecUserData))),
        _ => Ok(Unit::Other(Some(Removed::UnknownParts))),
    }
}
