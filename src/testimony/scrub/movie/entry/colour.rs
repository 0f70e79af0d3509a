//! How pictures are shown: ISO/IEC 14496-12, sections 12.1.4 and 12.1.5, and the `QuickTime` File Format.

use super::{Cursor, Refusal, Removed, Report, boxes};

/// Rebuilds a box that says how pictures are shown, or leaves it out.
pub(super) fn rebuild(
    kind: [u8; 4],
    body: &[u8],
    size: (u16, u16),
    out: &mut Vec<u8>,
    report: &mut Report,
) -> Result<(), Refusal> {
    let length = match &kind {
        b"colr" => return colour(body, out, report),
        b"clap" if whole(body, size)? => return Ok(()),
        // Aperture, shape of a pixel, order of fields, gamma, light of HDR pictures (three ways).
        b"clap" => 32,
        b"pasp" | b"CoLL" => 8,
        b"fiel" => 2,
        b"gama" | b"clli" => 4,
        b"mdcv" => 24,
        b"SmDm" => 28,
        b"dvcC" | b"dvvC" | b"dvwC" | b"lhvC" | b"vexu" | b"hfov" => {
            report.note(Removed::FurtherPictures);
            return Ok(());
        }
        _ => {
            report.note(Removed::UnknownParts);
            return Ok(());
        }
    };
    let kept = Cursor(body).take(length)?;
    report.note_if(body.len() > length, Removed::StrayBytes);
    boxes::put(out, kind, |out| out.extend_from_slice(kept));
    Ok(())
}

fn colour(body: &[u8], out: &mut Vec<u8>, report: &mut Report) -> Result<(), Refusal> {
    let mut cursor = Cursor(body);
    let kind = cursor.array::<4>()?;
    if !matches!(&kind, b"nclx" | b"nclc") {
        report.note(Removed::ColourProfile);
        return Ok(());
    }
    let codes = cursor.array::<6>()?;
    let range = if kind == *b"nclx" { Some(cursor.u8().unwrap_or(0) & 0x80) } else { None };
    boxes::put(out, *b"colr", |out| {
        out.extend(kind);
        out.extend(codes);
        out.extend(range);
    });
    Ok(())
}

/// True for an aperture that is the whole picture, of this width and height: it says nothing.
fn whole(body: &[u8], (width, height): (u16, u16)) -> Result<bool, Refusal> {
    let mut cursor = Cursor(body);
    let mut numbers = [(0, 0); 4];
    for (number, under) in &mut numbers {
        (*number, *under) = (u64::from(cursor.u32()?), u64::from(cursor.u32()?));
    }
    let [across, down, right, below] = numbers;
    let is = |(number, under): (u64, u64), size: u16| number == under.saturating_mul(u64::from(size));
    Ok(is(across, width) && is(down, height) && right.0 == 0 && below.0 == 0)
}
