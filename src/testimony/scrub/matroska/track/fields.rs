//! Numbers of a track that are kept, by lists of what each may be.

use super::{
    super::part::{Parts, first, float, uint},
    Refusal, Removed, Report, id, write,
};

/// What an element may hold.
#[derive(Clone, Copy)]
pub(super) enum Field {
    /// A whole number up to this.
    Uint(u64),
    /// A finite number.
    Float,
}

/// Writes the elements of `list` that are in `body` and are what they may be, in the order of the list. `others` are
/// known elements that are left out without a word or are read elsewhere.
pub(super) fn rebuild(
    body: &[u8],
    list: &[(u32, Field)],
    others: &[u32],
    out: &mut Vec<u8>,
    report: &mut Report,
) -> Result<(), Refusal> {
    for (id, field) in list {
        let Some(body) = first(body, *id) else { continue };
        match field {
            Field::Uint(most) => {
                let number = uint(body)?;
                if number <= *most {
                    write::uint(*id, number, out);
                } else {
                    report.note(Removed::UnknownParts);
                }
            }
            Field::Float => {
                let number = float(body)?;
                if number.is_finite() {
                    write::float(*id, number, out);
                } else {
                    report.note(Removed::UnknownParts);
                }
            }
        }
    }
    for (id, _) in Parts(body) {
        let known = list.iter().any(|field| field.0 == id) || others.contains(&id);
        report.note_if(id == id::VOID, Removed::Padding);
        report.note_if(!known && id != id::VOID && id != id::CRC, Removed::UnknownParts);
    }
    Ok(())
}
