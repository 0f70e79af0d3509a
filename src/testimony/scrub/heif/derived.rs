//! Pictures made of other pictures: ISO/IEC 23008-12 section 6.6.2.

use super::{
    super::{Refusal, Removed, Report},
    boxes::{Kind, Writer},
    fields::Fields,
};

/// Bytes of the longest description that is read: an overlay has 8 for each of its 65,535 pictures.
pub(super) const LONGEST: usize = 1 << 20;

/// True for the kinds whose data is a description, and whose pixels are other items'.
pub(super) fn is(kind: Kind) -> bool {
    matches!(&kind, b"grid" | b"iovl" | b"iden")
}

/// The description written anew, and how many of its pictures it uses.
pub(super) fn rebuild(
    kind: Kind,
    data: &[u8],
    inputs: usize,
    report: &mut Report,
) -> Result<(Vec<u8>, usize), Refusal> {
    let mut fields = Fields(data);
    let (mut to, used) = (Writer::default(), inputs);
    let used = match &kind {
        b"grid" => grid(&mut fields, &mut to)?,
        b"iovl" => {
            overlay(&mut fields, &mut to, inputs)?;
            used
        }
        _ => 1,
    };
    if used > inputs || used == 0 {
        return Err(Refusal::Malformed("a picture lacks the parts that it is made of"));
    }
    report.note_if(!fields.0.is_empty(), Removed::StrayBytes);
    report.note_if(used < inputs, Removed::FurtherPictures);
    Ok((to.0, used))
}

fn version(fields: &mut Fields<'_>) -> Result<bool, Refusal> {
    let [version, flags] = fields.array()?;
    if version == 0 {
        Ok(flags & 1 == 1)
    } else {
        Err(Refusal::Unsupported("a picture made in a way that is not known"))
    }
}

fn grid(fields: &mut Fields<'_>, to: &mut Writer) -> Result<usize, Refusal> {
    let wide = version(fields)?;
    let [rows, columns] = fields.array()?;
    let (width, height) = (fields.number(wide)?, fields.number(wide)?);
    let wide = width.max(height) > u32::from(u16::MAX);
    to.put(&[0, u8::from(wide), rows, columns]);
    number(to, wide, width);
    number(to, wide, height);
    Ok((usize::from(rows) + 1) * (usize::from(columns) + 1))
}

fn overlay(fields: &mut Fields<'_>, to: &mut Writer, inputs: usize) -> Result<(), Refusal> {
    let wide = version(fields)?;
    let background = fields.array::<8>()?;
    let size = [fields.number(wide)?, fields.number(wide)?];
    let mut offsets = Vec::with_capacity(inputs.saturating_mul(2).min(LONGEST));
    for _ in 0..inputs.saturating_mul(2) {
        // Offsets have a sign.
        offsets.push(if wide { fields.u32()?.cast_signed() } else { i32::from(fields.u16()?.cast_signed()) });
    }
    let far = offsets.iter().any(|offset| i16::try_from(*offset).is_err());
    let wide = far || size.iter().any(|size| *size > u32::from(u16::MAX));
    to.put(&[0, u8::from(wide)]);
    to.put(&background);
    for size in size {
        number(to, wide, size);
    }
    for offset in offsets {
        number(to, wide, offset.cast_unsigned());
    }
    Ok(())
}

/// All bytes of a number, or the lower two, which are enough for it.
fn number(to: &mut Writer, wide: bool, number: u32) {
    let [_, _, low @ ..] = number.to_be_bytes();
    if wide { to.u32(number) } else { to.put(&low) }
}
