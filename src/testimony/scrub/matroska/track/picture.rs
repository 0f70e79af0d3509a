//! What pictures are like: RFC 9559, section 5.1.4.1.28.

use super::{
    super::part::{first, uint},
    Codec, Refusal, Removed, Report,
    fields::{Field, rebuild as fields},
    id, write,
};

/// Most pixels of a side, and of what is cut off it.
const SIDE: Field = Field::Uint(1 << 20);
/// A code of a few values.
const CODE: Field = Field::Uint(255);

/// Interlacing, two eyes, sizes, what is cut off, and what the shown size counts.
const LIST: [(u32, Field); 12] = [
    (0x9a, Field::Uint(2)),
    (0x9d, Field::Uint(14)),
    (0x53b8, Field::Uint(14)),
    (0xb0, SIDE),
    (0xba, SIDE),
    (0x54aa, SIDE),
    (0x54bb, SIDE),
    (0x54cc, SIDE),
    (0x54dd, SIDE),
    (0x54b0, SIDE),
    (0x54ba, SIDE),
    (0x54b2, Field::Uint(4)),
];
/// Matrix, depth, sampling, siting, range, transfer, primaries, light levels.
const COLOUR: [(u32, Field); 13] = [
    (0x55b1, CODE),
    (0x55b2, CODE),
    (0x55b3, CODE),
    (0x55b4, CODE),
    (0x55b5, CODE),
    (0x55b6, CODE),
    (0x55b7, CODE),
    (0x55b8, CODE),
    (0x55b9, CODE),
    (0x55ba, CODE),
    (0x55bb, CODE),
    (0x55bc, Field::Uint(65_535)),
    (0x55bd, Field::Uint(65_535)),
];
/// Primaries, white and light of the screen that the film was made on.
const MASTERING: [(u32, Field); 10] = [
    (0x55d1, Field::Float),
    (0x55d2, Field::Float),
    (0x55d3, Field::Float),
    (0x55d4, Field::Float),
    (0x55d5, Field::Float),
    (0x55d6, Field::Float),
    (0x55d7, Field::Float),
    (0x55d8, Field::Float),
    (0x55d9, Field::Float),
    (0x55da, Field::Float),
];
/// Where a film of all round is looked at first: yaw, pitch and roll, which also turn a flat film.
const PROJECTION: [(u32, Field); 4] =
    [(id::PROJECTION_TYPE, Field::Uint(2)), (0x7673, Field::Float), (0x7674, Field::Float), (0x7675, Field::Float)];
/// The way in which raw pictures lie in memory.
const RAW_LAYOUT: u32 = 0x2e_b524;
/// Rates and gamma that no decoder needs.
const UNUSED: [u32; 3] = [0x23_83e3, 0x2f_b523, 0x54b3];

/// Rebuilds the element; true where the pictures have an alpha plane beside them.
pub(super) fn rebuild(
    body: Option<&[u8]>,
    codec: &Codec,
    out: &mut Vec<u8>,
    report: &mut Report,
) -> Result<bool, Refusal> {
    let body = body.ok_or(Refusal::Malformed("a track of pictures does not say how large they are"))?;
    let mut inner = Vec::new();
    let others = [&[id::COLOUR, id::PROJECTION, id::ALPHA_MODE, RAW_LAYOUT][..], &UNUSED].concat();
    fields(body, &LIST, &others, &mut inner, report)?;
    let alpha = codec.may_have_alpha() && first(body, id::ALPHA_MODE).map(uint).transpose()? == Some(1);
    if alpha {
        write::uint(id::ALPHA_MODE, 1, &mut inner);
    }
    if codec.is_raw() {
        let layout = first(body, RAW_LAYOUT).filter(|layout| layout.len() == 4);
        let layout = layout.ok_or(Refusal::Malformed("raw pictures do not say how they lie"))?;
        write::bytes_of(RAW_LAYOUT, layout, &mut inner);
    }
    if let Some(body) = first(body, id::COLOUR) {
        colour(body, &mut inner, report)?;
    }
    if let Some(body) = first(body, id::PROJECTION) {
        projection(body, &mut inner, report)?;
    }
    write::bytes_of(id::VIDEO, &inner, out);
    Ok(alpha)
}

fn colour(body: &[u8], out: &mut Vec<u8>, report: &mut Report) -> Result<(), Refusal> {
    let mut inner = Vec::new();
    fields(body, &COLOUR, &[id::MASTERING], &mut inner, report)?;
    if let Some(body) = first(body, id::MASTERING) {
        let mut screen = Vec::new();
        fields(body, &MASTERING, &[], &mut screen, report)?;
        write::bytes_of(id::MASTERING, &screen, &mut inner);
    }
    write::bytes_of(id::COLOUR, &inner, out);
    Ok(())
}

fn projection(body: &[u8], out: &mut Vec<u8>, report: &mut Report) -> Result<(), Refusal> {
    let mut inner = Vec::new();
    fields(body, &PROJECTION, &[id::PROJECTION_PRIVATE], &mut inner, report)?;
    let kind = first(body, id::PROJECTION_TYPE).map(uint).transpose()?.unwrap_or(0);
    // Four bounds of an equirectangular film; layout and padding of a cube; nothing for a flat one.
    let length = match kind {
        1 => 20,
        2 => 12,
        _ => 0,
    };
    match first(body, id::PROJECTION_PRIVATE) {
        // A version and flags of 0, then numbers.
        Some(bounds) if bounds.len() == length && bounds.starts_with(&[0; 4]) => {
            write::bytes_of(id::PROJECTION_PRIVATE, bounds, &mut inner);
        }
        Some(bounds) => report.note_if(!bounds.is_empty(), Removed::UnknownParts),
        None => {}
    }
    write::bytes_of(id::PROJECTION, &inner, out);
    Ok(())
}
