//! Matroska and `WebM`: RFC 8794 and RFC 9559.
//!
//! The rebuilt file is the header, and a segment of a told size with the clock, the tracks, places to seek to, and the
//! clusters one for one. The source is walked over twice: once to find how large everything will be, once to write it.

mod block;
mod cluster;
mod codec;
mod cues;
mod element;
mod frame;
mod group;
mod header;
mod id;
mod info;
mod mpeg;
mod part;
mod plan;
mod start_code;
mod survey;
mod track;
mod write;

use super::{Refusal, Report, format::Format, report::Removed, sink::Sink, source::Source};
use crate::testimony::scrub::movie::filter::Out;
use codec::Media;
use header::DocType;
use mpeg::Mpeg;
use plan::Plan;
use survey::Segment;

/// Bytes of a cluster's time: always eight, so that a clock that is set back changes no sizes.
const TIME: u64 = 10;

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let doc_type = header::read(source, report)?;
    let mut segment = survey::read(source, report)?;
    let plan = plan::make(source, &mut segment, report)?;
    head(doc_type, &segment, &plan, sink)?;
    clusters(source, &segment, &plan, sink, report)?;
    let seen = segment.tracks.iter().any(|track| track.media == Media::Video);
    Ok(match doc_type {
        DocType::Webm => Format::Webm,
        DocType::Matroska if seen => Format::Matroska,
        DocType::Matroska => Format::Mka,
    })
}

/// Bytes of a cluster with so many bytes of blocks.
fn cluster_bytes(blocks: u32) -> u64 {
    let body = TIME + u64::from(blocks);
    if blocks == 0 { 0 } else { write::head_bytes(id::CLUSTER, body) + body }
}

/// Writes all that stands before the clusters.
fn head(doc_type: DocType, segment: &Segment, plan: &Plan, sink: &mut Sink<'_>) -> Result<(), Refusal> {
    let mut parts = Vec::new();
    info::write(&segment.info, &mut parts);
    track::write(&segment.tracks, &mut parts);
    let sizes = || plan.clusters.iter().map(|blocks| cluster_bytes(*blocks));
    let before = parts.len() as u64 + cues::bytes(plan.cues.len());
    let places = sizes().scan(before, |place, size| {
        let here = *place;
        *place += size;
        Some(here)
    });
    cues::write(&plan.cues, plan.sought, places, &mut parts);
    let mut head = Vec::new();
    header::write(doc_type, &mut head);
    write::head(id::SEGMENT, before + sizes().sum::<u64>(), &mut head);
    sink.put(&head)?;
    sink.put(&parts)
}

/// Writes the clusters.
fn clusters(
    source: &mut Source<'_>,
    segment: &Segment,
    plan: &Plan,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> Result<(), Refusal> {
    let mut rebuilt = cluster::Clusters::new(&segment.tracks, plan.sought, Mpeg::second(&plan.mpeg));
    let mut planned = plan.clusters.iter().copied();
    let mut at = segment.start;
    while let Some(part) = survey::top(source, at, segment.end, report)? {
        if part.id != id::CLUSTER {
            at = part.end.unwrap_or(part.start);
            continue;
        }
        let blocks = planned.next().unwrap_or(0);
        let mut out = Out { sink: None, bytes: 0 };
        if blocks > 0 {
            let ticks = cluster::Clusters::time(source, part, segment.end)?.saturating_sub(plan.late);
            let mut head = Vec::new();
            write::head(id::CLUSTER, TIME + u64::from(blocks), &mut head);
            write::bytes_of(id::TIMESTAMP, &ticks.to_be_bytes(), &mut head);
            sink.put(&head)?;
            out.sink = Some(&mut *sink);
        }
        at = rebuilt.rebuild(source, (part, segment.end), &mut out, report)?.next;
        if out.bytes != u64::from(blocks) {
            return Err(Refusal::Unstable);
        }
    }
    Ok(())
}
