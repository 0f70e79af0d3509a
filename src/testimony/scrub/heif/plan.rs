//! The picture as it will be written: for each item what its data and its properties are.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{Refusal, Removed, Report, format::Format, source::Source},
    av1,
    boxes::Kind,
    hevc,
    meta::Meta,
    places::Ground,
    spans::{self, Out, Run, Span},
    tree::Node,
    unci,
};

/// How an item's data is written.
pub(super) enum Data {
    /// A description, in memory.
    Written(Vec<u8>),
    /// HEVC, with lengths of this many bytes.
    Hevc(u8),
    Av1,
    /// As it is, up to this many bytes.
    Plain(u64),
}

/// Data that one or more items have.
pub(super) struct Piece {
    pub(super) data: Data,
    pub(super) spans: Vec<Span>,
    /// Bytes that will be written.
    pub(super) bytes: u64,
}

/// An item as it is written.
pub(super) struct Kept {
    pub(super) node: Node,
    /// Its data, as a place in the list of pieces.
    pub(super) piece: usize,
    /// Its properties: places in the list, from 1, and whether they are essential.
    pub(super) properties: Vec<(u16, bool)>,
}

/// A whole picture.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) items: Vec<Kept>,
    pub(super) pieces: Vec<Piece>,
    pub(super) properties: Vec<Vec<u8>>,
}

/// What a codec needs while pieces are measured.
#[derive(Default)]
struct Study {
    /// Which piece has these bytes of the file for a codec, with that property as its configuration.
    pieces: BTreeMap<(Kind, Option<u16>, Vec<Span>), usize>,
    /// Bytes of a unit's length, by the property that tells it.
    prefixes: BTreeMap<u16, u8>,
    /// What was learnt of each piece of AV1.
    av1: BTreeMap<usize, av1::Learnt>,
    /// Picture parameter sets in use, by the property that has them.
    sets: BTreeMap<u16, BTreeSet<u32>>,
    /// Bytes of the file that were planned.
    bytes: u64,
}

/// Plans the data, and then the properties, of each node.
pub(super) fn draw(
    source: &mut Source<'_>,
    meta: &Meta,
    ground: &Ground<'_>,
    nodes: Vec<Node>,
    report: &mut Report,
) -> Result<(Plan, Format), Refusal> {
    let (mut plan, mut study) = (Plan::default(), Study::default());
    let format = format(&nodes);
    for mut node in nodes {
        let piece = match node.description.take() {
            Some(written) => {
                let bytes = written.len() as u64;
                plan.pieces.push(Piece { data: Data::Written(written), spans: Vec::new(), bytes });
                plan.pieces.len() - 1
            }
            None => measure(source, meta, ground, &node, &mut plan.pieces, &mut study, report)?,
        };
        plan.items.push(Kept { node, piece, properties: Vec::new() });
    }
    super::assign::properties(meta, &mut plan, &study.av1, &study.sets, report)?;
    Ok((plan, format))
}

/// By the codec of what is shown, or of its first part.
fn format(nodes: &[Node]) -> Format {
    let mut at = nodes.first();
    // What is made of parts comes before them, and is not made of itself.
    while let Some(part) = at.and_then(|node| node.inputs.first()).and_then(|place| nodes.get(*place)) {
        at = Some(part);
    }
    match at.map(|node| node.kind).as_ref() {
        Some(b"hvc1" | b"hev1") => Format::Heic,
        Some(b"av01") => Format::Avif,
        _ => Format::Heif,
    }
}

fn measure(
    source: &mut Source<'_>,
    meta: &Meta,
    ground: &Ground<'_>,
    node: &Node,
    pieces: &mut Vec<Piece>,
    study: &mut Study,
    report: &mut Report,
) -> Result<usize, Refusal> {
    const LACKS: Refusal = Refusal::Malformed("a picture lacks its codec's configuration");
    let spans = ground.spans(node.id)?;
    let (mut data, mut sets) = (Data::Av1, None);
    match &node.kind {
        b"hvc1" | b"hev1" => {
            let (index, content) = codec(meta, node.id, *b"hvcC").ok_or(LACKS)?;
            // A grid may have thousands of tiles with one configuration.
            let prefix = match study.prefixes.get(&index) {
                Some(prefix) => *prefix,
                None => hevc::config(content)?.prefix,
            };
            study.prefixes.insert(index, prefix);
            data = Data::Hevc(prefix);
            sets = Some(index);
        }
        b"av01" => {}
        b"unci" => {
            let has = |kind| meta.properties.first(node.id, kind);
            if has(*b"cmpC").is_some() {
                return Err(Refusal::Unsupported("samples that are compressed by a general method"));
            }
            let size = has(*b"ispe").and_then(|content| content.get(4..12)).ok_or(LACKS)?;
            let number =
                |at: usize| size.get(at..at + 4).and_then(|side| side.try_into().ok()).map_or(0, u32::from_be_bytes);
            let defined = has(*b"cmpd").unwrap_or_default();
            data = Data::Plain(unci::bytes(has(*b"uncC").ok_or(LACKS)?, defined, [number(0), number(4)])?);
        }
        _ => return Err(Refusal::Unsupported("a picture in a codec that is rare in this format")),
    }
    // Writers let equal tiles share their data.
    let key = (node.kind, sets, spans);
    if let Some(piece) = study.pieces.get(&key) {
        return Ok(*piece);
    }
    let spans = key.2.clone();
    study.bytes = study.bytes.saturating_add(spans::total(&spans));
    if study.bytes > source.length() {
        return Err(Refusal::Large);
    }
    let mut piece = Piece { data, spans, bytes: 0 };
    let used = sets.map(|index| study.sets.entry(index).or_default());
    let (learnt, bytes) = piece.run(source, &mut Out::default(), used, report)?;
    piece.bytes = bytes;
    pieces.push(piece);
    study.pieces.insert(key, pieces.len() - 1);
    if let Some(learnt) = learnt {
        study.av1.insert(pieces.len() - 1, learnt);
    }
    Ok(pieces.len() - 1)
}

/// An item's first property of a type, and its place.
fn codec(meta: &Meta, item: u32, wanted: Kind) -> Option<(u16, &[u8])> {
    meta.properties.of(item).iter().find_map(|association| {
        let (kind, content) = meta.properties.get(association.index)?;
        (kind == wanted).then_some((association.index, content))
    })
}

impl Piece {
    /// Puts its data out; what was learnt of it, and its bytes.
    pub(super) fn run(
        &self,
        source: &mut Source<'_>,
        out: &mut Out<'_, '_>,
        used: Option<&mut BTreeSet<u32>>,
        report: &mut Report,
    ) -> Result<(Option<av1::Learnt>, u64), Refusal> {
        let mut run = Run::new(source, &self.spans);
        let mut learnt = None;
        match &self.data {
            Data::Written(bytes) => out.put(bytes)?,
            Data::Hevc(prefix) => hevc::picture(&mut run, *prefix, out, used.unwrap_or(&mut BTreeSet::new()), report)?,
            Data::Av1 => learnt = Some(av1::picture(&mut run, out, report)?),
            Data::Plain(bytes) => {
                report.note_if(run.length() > *bytes, Removed::StrayBytes);
                run.copy(*bytes, out)?;
            }
        }
        Ok((learnt, out.bytes))
    }
}
