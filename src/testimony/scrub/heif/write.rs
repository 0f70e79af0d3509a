//! Writes a plan: the fixed kind of file, one box of tables, one of data.

use super::{
    super::{Refusal, Report, format::Format, sink::Sink, source::Source},
    boxes::Writer,
    hevc,
    plan::{Kept, Plan},
    spans::Out,
};

/// Writes a picture.
pub(super) fn write(plan: &Plan, format: Format, source: &mut Source<'_>, sink: &mut Sink<'_>) -> Result<(), Refusal> {
    let mut head = Writer::default();
    let configs = plan.properties.iter().filter_map(|property| property.get(4..)?.strip_prefix(b"hvcC"));
    let rich = configs.into_iter().any(hevc::rich);
    head.boxed(*b"ftyp", |to| brands(format, rich, to));
    let data = plan.pieces.iter().fold(0_u64, |sum, piece| sum.saturating_add(piece.bytes));
    // Tables are as long with any offsets of the same size, so one try tells where the data will be.
    let narrow = meta(plan, 0, false).0.len() as u64;
    let wide = data.saturating_add(head.0.len() as u64).saturating_add(narrow).saturating_add(16) > u64::from(u32::MAX);
    let (table, header) = if wide { (meta(plan, 0, true).0.len() as u64, 16) } else { (narrow, 8) };
    let start = head.0.len() as u64 + table + header;
    sink.put(&head.0)?;
    sink.put(&meta(plan, start, wide).0)?;
    if wide {
        sink.put(&[0, 0, 0, 1])?;
        sink.put(b"mdat")?;
        sink.put(&data.saturating_add(header).to_be_bytes())?;
    } else {
        sink.put(&u32::try_from(data + header).map_err(|_| Refusal::Large)?.to_be_bytes())?;
        sink.put(b"mdat")?;
    }
    for piece in &plan.pieces {
        let mut out = Out { sink: Some(&mut *sink), bytes: 0 };
        piece.run(source, &mut out, None, &mut Report::default())?;
    }
    Ok(())
}

fn brands(format: Format, rich: bool, to: &mut Writer) {
    let own: &[u8; 4] = match format {
        Format::Heic if rich => b"heix",
        Format::Heic => b"heic",
        Format::Avif => b"avif",
        _ => b"mif1",
    };
    to.put(own);
    to.u32(0);
    if own != b"mif1" {
        to.put(own);
    }
    to.put(b"mif1");
    if format == Format::Avif {
        to.put(b"miaf");
    }
}

/// All tables, with data that starts at `start`.
fn meta(plan: &Plan, start: u64, wide: bool) -> Writer {
    let count = u16::try_from(plan.items.len()).unwrap_or(u16::MAX);
    let mut to = Writer::default();
    to.full(*b"meta", 0, 0, |to| {
        to.full(*b"hdlr", 0, 0, |to| {
            to.u32(0);
            to.put(b"pict");
            to.put(&[0; 13]);
        });
        to.full(*b"pitm", 0, 0, |to| to.u16(1));
        to.full(*b"iloc", 0, 0, |to| {
            to.put(if wide { &[0x88, 0] } else { &[0x44, 0] });
            to.u16(count);
            locations(plan, start, wide, to);
        });
        to.full(*b"iinf", 0, 0, |to| {
            to.u16(count);
            for (id, item) in (1..).zip(&plan.items) {
                to.full(*b"infe", 2, u8::from(item.node.hidden), |to| {
                    to.u16(id);
                    to.u16(0);
                    to.put(&item.node.kind);
                    to.u8(0);
                });
            }
        });
        references(plan, to);
        to.boxed(*b"iprp", |to| {
            to.boxed(*b"ipco", |to| to.put(&plan.properties.concat()));
            associations(plan, to);
        });
    });
    to
}

/// One piece for each item; items of the same data have the same piece.
fn locations(plan: &Plan, start: u64, wide: bool, to: &mut Writer) {
    let mut at = start;
    let starts = plan.pieces.iter().map(|piece| {
        let start = at;
        at = at.saturating_add(piece.bytes);
        start
    });
    let starts: Vec<u64> = starts.collect();
    for (id, item) in (1..).zip(&plan.items) {
        let bytes = plan.pieces.get(item.piece).map_or(0, |piece| piece.bytes);
        let start = starts.get(item.piece).copied().unwrap_or_default();
        to.u16(id);
        to.u16(0);
        to.u16(u16::from(bytes > 0));
        if bytes > 0 {
            for number in [start, bytes] {
                if wide { to.put(&number.to_be_bytes()) } else { to.u32(u32::try_from(number).unwrap_or(u32::MAX)) }
            }
        }
    }
}

/// What items are made of, which are alpha channels of others, and whose colours are multiplied by it.
fn references(plan: &Plan, to: &mut Writer) {
    let number = |place: usize| u16::try_from(place + 1).unwrap_or(u16::MAX);
    let link = |to: &mut Writer, kind: &[u8; 4], from: usize, targets: &[usize]| {
        if !targets.is_empty() {
            to.boxed(*kind, |to| {
                to.u16(number(from));
                to.count(targets.len());
                for target in targets {
                    to.u16(number(*target));
                }
            });
        }
    };
    let mut masters = vec![Vec::new(); plan.items.len()];
    for (place, item) in plan.items.iter().enumerate() {
        if let Some(masters) = item.node.channel.and_then(|channel| masters.get_mut(channel)) {
            masters.push(place);
        }
    }
    if !plan.items.iter().any(|item: &Kept| !item.node.inputs.is_empty() || item.node.channel.is_some()) {
        return;
    }
    to.full(*b"iref", 0, 0, |to| {
        for (place, (item, masters)) in plan.items.iter().zip(masters).enumerate() {
            link(to, b"dimg", place, &item.node.inputs);
            link(to, b"auxl", place, &masters);
            if let Some(channel) = item.node.channel.filter(|_| item.node.premultiplied) {
                link(to, b"prem", place, &[channel]);
            }
        }
    });
}

fn associations(plan: &Plan, to: &mut Writer) {
    let wide = plan.properties.len() > 127;
    let with: Vec<_> = (1_u16..).zip(&plan.items).filter(|(_, item)| !item.properties.is_empty()).collect();
    to.full(*b"ipma", 0, u8::from(wide), |to| {
        to.u32(u32::try_from(with.len()).unwrap_or(u32::MAX));
        for (id, item) in with {
            to.u16(id);
            to.u8(u8::try_from(item.properties.len()).unwrap_or(u8::MAX));
            for (place, essential) in &item.properties {
                let top = u16::from(*essential);
                if wide { to.u16(top << 15 | place) } else { to.put(&(top << 7 | place).to_be_bytes()[1..]) }
            }
        }
    });
}
