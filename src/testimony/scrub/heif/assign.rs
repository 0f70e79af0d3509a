//! Which properties each item keeps, each written once.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{Refusal, Removed, Report},
    av1,
    boxes::{Kind, Writer},
    hevc,
    meta::Meta,
    plan::{Kept, Plan},
    property,
};

/// Most turns and cuts of one picture.
const MOST_TRANSFORMS: usize = 8;

/// What was written for a property of the file.
type Rebuilt = BTreeMap<u16, Option<Vec<u8>>>;

/// Gives each item of the plan its properties.
pub(super) fn properties(
    meta: &Meta,
    plan: &mut Plan,
    learnt: &BTreeMap<usize, av1::Learnt>,
    sets: &BTreeMap<u16, BTreeSet<u32>>,
    report: &mut Report,
) -> Result<(), Refusal> {
    let (mut rebuilt, mut places) = (Rebuilt::new(), BTreeMap::<Vec<u8>, u16>::new());
    let mut list = Vec::new();
    for item in &mut plan.items {
        for (kind, written) in of(meta, item, learnt.get(&item.piece), sets, &mut rebuilt, report)? {
            let next = u16::try_from(places.len() + 1).ok().filter(|place| *place < 0x8000).ok_or(Refusal::Large)?;
            let place = *places.entry(written).or_insert_with_key(|written| {
                list.push(written.clone());
                next
            });
            item.properties.push((place, property::essential(kind)));
        }
        if item.properties.len() > usize::from(u8::MAX) {
            return Err(Refusal::Large);
        }
    }
    plan.properties = list;
    Ok(())
}

/// The properties of one item, in its order.
fn of(
    meta: &Meta,
    item: &Kept,
    learnt: Option<&av1::Learnt>,
    sets: &BTreeMap<u16, BTreeSet<u32>>,
    rebuilt: &mut Rebuilt,
    report: &mut Report,
) -> Result<Vec<(Kind, Vec<u8>)>, Refusal> {
    let mut kept: Vec<(Kind, Vec<u8>)> = Vec::new();
    let mut seen = BTreeSet::new();
    for association in meta.properties.of(item.node.id) {
        // Place 0 is no property.
        let Some((kind, content)) = meta.properties.get(association.index) else { continue };
        let written = if !fits(kind, item) {
            report.note(Removed::UnknownParts);
            None
        } else if kind == *b"a1lx" {
            learnt.and_then(|learnt| layers(content, learnt))
        } else if let Some(written) = rebuilt.get(&association.index) {
            written.clone()
        } else {
            let written = match (&kind, learnt) {
                (b"hvcC", _) => Some(hevc_config(content, sets.get(&association.index), report)?),
                (b"av1C", Some(learnt)) => Some(av1_config(content, learnt, report)),
                _ => property::rebuild(kind, content, report)?,
            };
            rebuilt.insert(association.index, written.clone());
            written
        };
        let Some(written) = written else {
            if association.essential && !property::describes(kind) {
                return Err(Refusal::Unsupported("a picture that is shown in a way that is not known"));
            }
            continue;
        };
        if property::transforms(kind)
            || seen.insert((kind, written.get(8..12).filter(|_| kind == *b"colr").map(<[u8]>::to_vec)))
        {
            kept.push((kind, written));
        } else {
            report.note(Removed::UnknownParts);
        }
    }
    if kept.iter().filter(|(kind, _)| property::transforms(*kind)).count() > MOST_TRANSFORMS {
        return Err(Refusal::Large);
    }
    if item.node.kind == *b"av01"
        && !seen.iter().any(|(kind, _)| kind == b"av1C")
        && let Some(learnt) = learnt
    {
        kept.push((*b"av1C", av1_config(&[], learnt, &mut Report::default())));
    }
    Ok(kept)
}

/// True unless a property is of another codec than the item, or says that it is an alpha channel where it is none.
fn fits(kind: Kind, item: &Kept) -> bool {
    match &kind {
        b"hvcC" => matches!(&item.node.kind, b"hvc1" | b"hev1"),
        b"av1C" | b"a1op" | b"a1lx" | b"lsel" => item.node.kind == *b"av01",
        b"uncC" | b"cmpd" => item.node.kind == *b"unci",
        b"auxC" => item.node.alpha && !item.node.hidden,
        _ => true,
    }
}

fn hevc_config(content: &[u8], used: Option<&BTreeSet<u32>>, report: &mut Report) -> Result<Vec<u8>, Refusal> {
    let config = hevc::config(content)?;
    let written = config.rebuild(used.unwrap_or(&BTreeSet::new()), report)?;
    let mut to = Writer::default();
    to.boxed(*b"hvcC", |to| to.put(&written));
    Ok(to.0)
}

/// Written from the picture's own header; units of its own repeat that one, or say what no decoder needs.
fn av1_config(content: &[u8], learnt: &av1::Learnt, report: &mut Report) -> Vec<u8> {
    report.note_if(content.len() > learnt.config.len(), Removed::CodecUserData);
    let mut to = Writer::default();
    to.boxed(*b"av1C", |to| to.put(&learnt.config));
    to.0
}

/// Sizes of layers, AV1-AVIF section 2.3.2.3, of what is kept of each; `None` where one does not end with a unit.
fn layers(content: &[u8], learnt: &av1::Learnt) -> Option<Vec<u8>> {
    let mut fields = super::fields::Fields(content);
    let wide = fields.u8().ok()? & 1 == 1;
    let (mut before, mut written, mut sizes) = (0_u64, 0_u64, Vec::new());
    for _ in 0..3 {
        let size = u64::from(fields.number(wide).ok()?);
        if size > 0 {
            before = before.checked_add(size)?;
            let (_, end) = learnt.ends.iter().find(|(end, _)| *end == before)?;
            sizes.push(u32::try_from(end.checked_sub(written)?).ok()?);
            written = *end;
        } else {
            sizes.push(0);
        }
    }
    let wide = sizes.iter().any(|size| *size > u32::from(u16::MAX));
    let mut to = Writer::default();
    to.boxed(*b"a1lx", |to| {
        to.u8(u8::from(wide));
        for size in sizes {
            if wide { to.u32(size) } else { to.u16((size & 0xffff) as u16) }
        }
    });
    Some(to.0)
}
