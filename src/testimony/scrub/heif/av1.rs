//! AV1 pictures: the open bitstream units that a decoder needs, AV1 section 5.3, each with a short header of its own.

use super::{
    super::{
        Refusal, Removed, Report,
        headers::av1::{self as header, Sequence},
    },
    spans::{Out, Run},
};

const SEQUENCE: u8 = 1;
const TEMPORAL_DELIMITER: u8 = 2;
const FRAME_HEADER: u8 = 3;
const TILE_GROUP: u8 = 4;
const FRAME: u8 = 6;
const PADDING: u8 = 15;

/// What was learnt of a picture while it was copied.
#[derive(Default)]
pub(super) struct Learnt {
    /// The configuration that says the same as the picture's own header.
    pub(super) config: [u8; 4],
    /// Where each unit ended before, and where it ends now.
    pub(super) ends: Vec<(u64, u64)>,
}

/// Most units of a picture whose ends are remembered.
const MOST_UNITS: usize = 65_536;

/// Copies what is kept of a picture.
pub(super) fn picture(run: &mut Run<'_, '_>, out: &mut Out<'_, '_>, report: &mut Report) -> Result<Learnt, Refusal> {
    let mut learnt = Learnt::default();
    let (mut sequence, mut shown, mut frames) = (None::<Sequence>, false, false);
    while run.left() > 0 {
        let Some(unit) = next(run)? else {
            report.note(Removed::StrayBytes);
            break;
        };
        let end = run.position().saturating_add(unit.bytes);
        match unit.kind {
            SEQUENCE if sequence.is_none() => {
                let header = run.take(unit.bytes, header::LONGEST)?;
                let read = header::read(&header)?;
                learnt.config = read.config();
                let cut = header::cut(&header, &read);
                report.note_if(cut != header, Removed::CodecUserData);
                sequence = Some(read);
                Unit { bytes: cut.len() as u64, ..unit }.put(out)?;
                out.put(&cut)?;
            }
            FRAME | FRAME_HEADER | TILE_GROUP => {
                let Some(sequence) = &sequence else {
                    return Err(Refusal::Malformed("a picture lacks its codec's header"));
                };
                if unit.kind != TILE_GROUP {
                    if shown && !sequence.layered {
                        // A further picture in the same place: not what is shown.
                        report.note(Removed::FurtherPictures);
                        break;
                    }
                    let first = if unit.bytes > 0 { run.array::<1>()? } else { [0] };
                    run.seek(end - unit.bytes);
                    shown = sequence.shows(first[0]);
                }
                frames = true;
                unit.put(out)?;
                run.copy(unit.bytes, out)?;
            }
            TEMPORAL_DELIMITER | SEQUENCE => {}
            PADDING => report.note(Removed::Padding),
            _ => report.note(Removed::CodecUserData),
        }
        run.seek(end);
        if learnt.ends.len() < MOST_UNITS {
            learnt.ends.push((end, out.bytes));
        }
    }
    if frames { Ok(learnt) } else { Err(Refusal::Malformed("a picture has no frame")) }
}

/// A unit's header.
struct Unit {
    kind: u8,
    /// Its layer, where it says so.
    layer: Option<u8>,
    /// Bytes after the header.
    bytes: u64,
}

/// The header at the run's position, and goes past it; `None` where what follows is not a whole unit.
fn next(run: &mut Run<'_, '_>) -> Result<Option<Unit>, Refusal> {
    let [first] = run.array()?;
    if first & 0x80 != 0 {
        return Ok(None);
    }
    let kind = first >> 3 & 15;
    let layer = match first & 4 != 0 {
        true if run.left() == 0 => return Ok(None),
        // Three bits for the temporal layer, two for the spatial one.
        true => Some(run.array::<1>()?[0] & 0xf8),
        false => None,
    };
    let bytes = if first & 2 != 0 { size(run)? } else { Some(run.left()) };
    Ok(bytes.filter(|bytes| *bytes <= run.left()).map(|bytes| Unit { kind, layer, bytes }))
}

/// A number of seven bits a byte, the lowest first.
fn size(run: &mut Run<'_, '_>) -> Result<Option<u64>, Refusal> {
    let mut size = 0_u64;
    for place in 0..8 {
        if run.left() == 0 {
            return Ok(None);
        }
        let [byte] = run.array()?;
        size |= u64::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Ok(Some(size).filter(|size| u32::try_from(*size).is_ok()));
        }
    }
    Ok(None)
}

impl Unit {
    /// Writes a header with a size of as few bytes as it takes.
    fn put(&self, out: &mut Out<'_, '_>) -> Result<(), Refusal> {
        out.put(&[self.kind << 3 | u8::from(self.layer.is_some()) << 2 | 2])?;
        if let Some(layer) = self.layer {
            out.put(&[layer])?;
        }
        let mut rest = self.bytes;
        loop {
            let low = (rest & 0x7f) as u8;
            rest >>= 7;
            out.put(&[low | u8::from(rest > 0) << 7])?;
            if rest == 0 {
                return Ok(());
            }
        }
    }
}
