//! Which items are kept: the picture that is shown, what it is made of, and the alpha channels of those.

use std::collections::{BTreeMap, VecDeque};

use super::{
    super::{Refusal, Removed, Report, source::Source},
    boxes::Kind,
    derived,
    items::Item,
    meta::Meta,
    places::Ground,
    property,
    spans::{self, Run},
};

/// Most items that one picture is made of: more than the tiles of any camera's.
const MOST_KEPT: usize = 16_384;

/// Most references from pictures to what they are made of.
const MOST_INPUTS: usize = 65_536;

/// An item that is kept. Its place in the list is its new number, less 1.
pub(super) struct Node {
    /// Its number in the file.
    pub(super) id: u32,
    pub(super) kind: Kind,
    /// True for an alpha channel and what one is made of.
    pub(super) alpha: bool,
    /// True for what another picture is made of.
    pub(super) hidden: bool,
    /// What it is made of, as places in the list.
    pub(super) inputs: Vec<usize>,
    /// The place of its alpha channel.
    pub(super) channel: Option<usize>,
    /// True if its colours are multiplied by its alpha.
    pub(super) premultiplied: bool,
    /// How it is made of its inputs, written anew.
    pub(super) description: Option<Vec<u8>>,
}

/// Finds the items; those before others are nearer to the picture that is shown.
pub(super) fn grow(
    source: &mut Source<'_>,
    meta: &Meta,
    ground: &Ground<'_>,
    report: &mut Report,
) -> Result<Vec<Node>, Refusal> {
    let channels = channels(meta);
    let mut nodes: Vec<Node> = Vec::new();
    let mut places = BTreeMap::new();
    let mut queue = VecDeque::from([plant(meta, report)?]);
    places.insert(queue[0], 0);
    nodes.push(node(meta, queue[0], false, false)?);
    let mut edges = 0_usize;
    while let Some(id) = queue.pop_front() {
        let place = places.get(&id).copied().unwrap_or_default();
        let Some(kind) = nodes.get(place).map(|node| node.kind) else { break };
        let alpha = nodes.get(place).is_some_and(|node| node.alpha);
        let mut place_of = |id, alpha, hidden, nodes: &mut Vec<Node>| -> Result<usize, Refusal> {
            if let Some(place) = places.get(&id) {
                return Ok(*place);
            }
            if nodes.len() == MOST_KEPT {
                return Err(Refusal::Large);
            }
            nodes.push(node(meta, id, alpha, hidden)?);
            places.insert(id, nodes.len() - 1);
            queue.push_back(id);
            Ok(nodes.len() - 1)
        };
        let (mut inputs, mut description) = (Vec::new(), None);
        if derived::is(kind) {
            let targets = meta.links.targets(*b"dimg", id);
            edges = edges.saturating_add(targets.len());
            if edges > MOST_INPUTS {
                return Err(Refusal::Large);
            }
            let data = ground.spans(id)?;
            let data = Run::new(source, &data).take(spans::total(&data), derived::LONGEST)?;
            let (written, used) = derived::rebuild(kind, &data, targets.len(), report)?;
            for target in targets.iter().take(used) {
                inputs.push(place_of(*target, alpha, true, &mut nodes)?);
            }
            description = Some(written);
        }
        let mut channel = None;
        if let Some(id) = channels.get(&id).filter(|_| !alpha) {
            channel = Some(place_of(*id, true, false, &mut nodes)?)
                .filter(|place| nodes.get(*place).is_some_and(|node| node.alpha));
        }
        if let Some(node) = nodes.get_mut(place) {
            node.premultiplied = channel.is_some()
                && channels.get(&id).is_some_and(|channel| meta.links.targets(*b"prem", id).contains(channel));
            (node.inputs, node.description, node.channel) = (inputs, description, channel);
        }
    }
    finite(&nodes)?;
    Ok(nodes)
}

/// The item that is shown. Of one that is a picture with a map to a brighter one it is the picture; of one that says of
/// itself that it is a thumbnail it is what that is a thumbnail of, which is what readers show.
fn plant(meta: &Meta, report: &mut Report) -> Result<u32, Refusal> {
    let mut shown = meta.primary;
    if let Some(master) = meta.links.targets(*b"thmb", shown).first()
        && meta.items.get(master).is_some_and(Item::is_picture)
    {
        shown = *master;
    }
    if meta.items.get(&shown).is_none_or(|item| item.kind != *b"tmap") {
        return Ok(shown);
    }
    report.note(Removed::FurtherPictures);
    let base = meta.links.targets(*b"dimg", shown).first();
    base.copied().ok_or(Refusal::Malformed("a picture lacks the parts that it is made of"))
}

fn node(meta: &Meta, id: u32, alpha: bool, hidden: bool) -> Result<Node, Refusal> {
    let item = meta.items.get(&id).ok_or(Refusal::Malformed("a picture lacks the parts that it is made of"))?;
    if item.protected {
        return Err(Refusal::Unsupported("a picture that is locked"));
    }
    let (inputs, channel, premultiplied, description) = (Vec::new(), None, false, None);
    Ok(Node { id, kind: item.kind, alpha, hidden, inputs, channel, premultiplied, description })
}

/// Each item's alpha channel; the first where there are several.
fn channels(meta: &Meta) -> BTreeMap<u32, u32> {
    let mut channels = BTreeMap::new();
    for id in meta.links.sources(*b"auxl") {
        if meta.properties.first(id, *b"auxC").is_some_and(property::is_alpha) {
            for master in meta.links.targets(*b"auxl", id) {
                channels.entry(*master).or_insert(id);
            }
        }
    }
    channels
}

/// Refuses a picture that is made of itself.
fn finite(nodes: &[Node]) -> Result<(), Refusal> {
    let targets = |node: &Node| node.inputs.iter().chain(&node.channel).copied().collect::<Vec<_>>();
    let mut uses = vec![0_usize; nodes.len()];
    for target in nodes.iter().flat_map(targets) {
        if let Some(uses) = uses.get_mut(target) {
            *uses += 1;
        }
    }
    let mut free: Vec<usize> = (0..nodes.len()).filter(|place| uses.get(*place) == Some(&0)).collect();
    let mut seen = 0;
    while let Some(node) = free.pop().and_then(|place| nodes.get(place)) {
        seen += 1;
        for target in targets(node) {
            if let Some(uses) = uses.get_mut(target) {
                *uses -= 1;
                if *uses == 0 {
                    free.push(target);
                }
            }
        }
    }
    if seen == nodes.len() { Ok(()) } else { Err(Refusal::Malformed("a picture is made of itself")) }
}
