//! Writes a page: its directory, the values that do not fit into it, and its pieces.

use super::{
    super::{
        Refusal, Removed, Report,
        jpeg::{self, Needs},
        sink::Sink,
        source::Source,
    },
    budget::Budget,
    colours,
    field::{self, Field, Kind},
    order::Order,
    page::Page,
    piece::Measured,
    pixels::Used,
};

/// Writes a page where the sink stands, which is at an even position.
pub(super) fn page(
    order: Order,
    page: &Page,
    more: bool,
    budget: &mut Budget,
    source: &mut Source<'_>,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> Result<(), Refusal> {
    let shared = page.shared.clone().unwrap_or_default();
    let (mut needs, mut measured) = (Needs::default(), Vec::with_capacity(page.pieces.len()));
    let mut used = if page.grid.tells_colours() { vec![false; 1 << page.grid.bits[0]] } else { Used::new() };
    for (place, piece) in (0..).zip(&page.pieces) {
        let shared = (&shared, &mut needs);
        measured.push(piece.measure((&page.grid, place), shared, &mut used, budget, source, report)?);
    }
    let mut fields = page.fields.clone();
    if let Some(colours) = fields.iter_mut().find(|field| field.tag == field::COLOUR_MAP && !used.is_empty()) {
        report.note_if(colours::clear_unused(&mut colours.numbers, &used), Removed::Padding);
    }
    let tables = jpeg::write_shared(&shared, needs)?;
    if !tables.is_empty() {
        let numbers = tables.into_iter().map(u64::from).collect();
        fields.push(Field { tag: field::JPEG_TABLES, kind: Kind::Undefined, numbers });
    }
    directory(order, fields, page, &measured, more, budget, sink)?;
    for (place, (piece, measured)) in (0..).zip(page.pieces.iter().zip(&measured)) {
        piece.write((&page.grid, place), (*measured, &shared), budget, source, sink, report)?;
    }
    if more && sink.position() % 2 == 1 {
        sink.put(&[0])?;
    }
    Ok(())
}

fn directory(
    order: Order,
    mut fields: Vec<Field>,
    page: &Page,
    measured: &[Measured],
    more: bool,
    budget: &mut Budget,
    sink: &mut Sink<'_>,
) -> Result<(), Refusal> {
    let kind = if order.wide { Kind::Long8 } else { Kind::Long };
    let (width, height) = page.grid.piece;
    let (offsets, bytes) = if page.grid.tiled {
        fields.push(Field { tag: field::TILE_WIDTH, kind: Kind::Long, numbers: vec![width] });
        fields.push(Field { tag: field::TILE_HEIGHT, kind: Kind::Long, numbers: vec![height] });
        (field::TILE_OFFSETS, field::TILE_BYTES)
    } else {
        fields.push(Field { tag: field::ROWS, kind: Kind::Long, numbers: vec![height] });
        (field::STRIP_OFFSETS, field::STRIP_BYTES)
    };
    let lengths: Vec<u64> = measured.iter().map(|measured| measured.bytes()).collect();
    fields.push(Field { tag: offsets, kind, numbers: lengths.clone() });
    fields.push(Field { tag: bytes, kind, numbers: lengths });
    fields.sort_by_key(|field| field.tag);

    let room = order.offset();
    let head = if order.wide { 8 + 20 * fields.len() + 8 } else { 2 + 12 * fields.len() + 4 };
    let beyond = fields.iter().map(|field| stored(field, room)).sum::<usize>();
    budget.directory((head + beyond) as u64)?;
    let data = sink.position() + (head + beyond) as u64;
    let mut end = data;
    for field in &mut fields {
        if field.tag == offsets {
            for number in &mut field.numbers {
                let at = if *number == 0 { 0 } else { end };
                end = end.checked_add(*number).ok_or(Refusal::Large)?;
                *number = at;
            }
        }
    }
    end = end.next_multiple_of(2);
    if !order.wide && end > u64::from(u32::MAX) {
        return Err(Refusal::Large);
    }
    entries(order, &fields, sink.position() + head as u64, if more { end } else { 0 }, sink)
}

/// Bytes of a field's values beyond its entry.
fn stored(field: &Field, room: usize) -> usize {
    let bytes = field.numbers.len() * field.kind.bytes();
    if bytes > room { bytes.next_multiple_of(2) } else { 0 }
}

fn entries(order: Order, fields: &[Field], mut beyond: u64, next: u64, sink: &mut Sink<'_>) -> Result<(), Refusal> {
    let room = order.offset();
    sink.put(&order.of(fields.len() as u64, if order.wide { 8 } else { 2 }))?;
    for field in fields {
        sink.put(&order.of(u64::from(field.tag), 2))?;
        sink.put(&order.of(field.kind as u64, 2))?;
        let count = field.numbers.len() / if field.kind == Kind::Rational { 2 } else { 1 };
        sink.put(&order.of(count as u64, room))?;
        if stored(field, room) == 0 {
            let mut value = values(order, field);
            value.resize(room, 0);
            sink.put(&value)?;
        } else {
            sink.put(&order.of(beyond, room))?;
            beyond += stored(field, room) as u64;
        }
    }
    sink.put(&order.of(next, room))?;
    for field in fields.iter().filter(|field| stored(field, room) > 0) {
        let mut value = values(order, field);
        value.resize(value.len().next_multiple_of(2), 0);
        sink.put(&value)?;
    }
    Ok(())
}

fn values(order: Order, field: &Field) -> Vec<u8> {
    field.numbers.iter().flat_map(|number| order.of(*number, field.kind.bytes())).collect()
}
