//! What is to be written, found by a first walk over all clusters: how large each will be, and where key frames are.

use super::{
    Refusal, Removed, Report, Source,
    cluster::Clusters,
    codec::Media,
    id,
    mpeg::Mpeg,
    survey::{Segment, top},
};
use crate::testimony::scrub::{movie::filter::Out, mp3};

/// Most clusters: some 4 MB of sizes.
const MOST_CLUSTERS: usize = 1_000_000;
/// Most places to seek to: some 2 MB.
const MOST_CUES: usize = 100_000;
/// Least time between two of them, in nanoseconds.
const BETWEEN_CUES: u64 = 500_000_000;
/// A clock that begins later than this, in nanoseconds, tells a time of day or for how long a device was on.
const LATE: u64 = 60_000_000_000;

/// A key frame that can be sought.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    /// In ticks.
    pub time: u64,
    /// Place of its cluster among all of the source.
    pub cluster: u32,
}

/// What is to be written.
pub(super) struct Plan {
    /// Bytes of each cluster's blocks; 0 for a cluster that is left out.
    pub clusters: Vec<u32>,
    pub cues: Vec<Cue>,
    /// Ticks that are taken off every time.
    pub late: u64,
    /// Place of the track that is sought by.
    pub sought: usize,
    /// What is cleared in MPEG audio, for each track.
    pub mpeg: Vec<Option<mp3::Plan>>,
}

/// Walks over all clusters. Tracks that have no block in any of them are left out.
pub(super) fn make(source: &mut Source<'_>, segment: &mut Segment, report: &mut Report) -> Result<Plan, Refusal> {
    let (plan, filled) = walk(source, segment, report)?;
    let mut each = filled.iter();
    if filled.iter().all(|filled| *filled) {
        return finish(source, segment, plan, report);
    }
    report.note(Removed::UnknownParts);
    let seen = |segment: &Segment| segment.tracks.iter().any(|track| track.media == Media::Video);
    let pictures = seen(segment);
    segment.tracks.retain(|_| each.next() == Some(&true));
    if segment.torn && pictures && !seen(segment) {
        return Err(Refusal::Malformed("all of its pictures are missing; perhaps its end was cut off"));
    }
    let (plan, _) = walk(source, segment, report)?;
    finish(source, segment, plan, report)
}

/// What the clusters hold, and which of the tracks have a block.
fn walk(source: &mut Source<'_>, segment: &Segment, report: &mut Report) -> Result<(Plan, Vec<bool>), Refusal> {
    let sought = segment.tracks.iter().position(|track| track.media == Media::Video).unwrap_or(0);
    let mut plan = Plan { clusters: Vec::new(), cues: Vec::new(), late: u64::MAX, sought, mpeg: Vec::new() };
    let mut clusters = Clusters::new(&segment.tracks, sought, Mpeg::first(&segment.tracks));
    let apart = (BETWEEN_CUES / segment.info.tick).max(1);
    let mut at = segment.start;
    while let Some(part) = top(source, at, segment.end, report)? {
        if part.id != id::CLUSTER {
            note(part.id, report);
            at = part.end.unwrap_or(part.start);
            continue;
        }
        let ticks = Clusters::time(source, part, segment.end)?;
        let mut out = Out { sink: None, bytes: 0 };
        let counted = clusters.rebuild(source, (part, segment.end), &mut out, report)?;
        at = counted.next;
        if plan.clusters.len() == MOST_CLUSTERS {
            return Err(Refusal::Large);
        }
        if counted.blocks > 0 {
            plan.late = plan.late.min(ticks);
        }
        if let Some(key) = counted.key {
            let time = ticks.saturating_add_signed(i64::from(key));
            let far = plan.cues.last().is_none_or(|last| time >= last.time.saturating_add(apart));
            if far && plan.cues.len() < MOST_CUES {
                plan.cues.push(Cue { time, cluster: u32::try_from(plan.clusters.len()).unwrap_or(u32::MAX) });
            }
        }
        plan.clusters.push(u32::try_from(out.bytes).map_err(|_| Refusal::Large)?);
    }
    let Clusters { filled, mpeg, .. } = clusters;
    plan.mpeg = mpeg.plans();
    Ok((plan, filled))
}

fn finish(source: &Source<'_>, segment: &mut Segment, mut plan: Plan, report: &mut Report) -> Result<Plan, Refusal> {
    if plan.late == u64::MAX {
        return Err(Refusal::Malformed("it has neither pictures nor sound"));
    }
    report.note_if(segment.end < source.length(), Removed::StrayBytes);
    rewind(&mut plan, segment, report);
    Ok(plan)
}

/// Lets a late clock begin at 0.
fn rewind(plan: &mut Plan, segment: &mut Segment, report: &mut Report) {
    if plan.late.saturating_mul(segment.info.tick) <= LATE {
        plan.late = 0;
        return;
    }
    report.note(Removed::Times);
    for cue in &mut plan.cues {
        cue.time = cue.time.saturating_sub(plan.late);
    }
    #[expect(clippy::cast_precision_loss, reason = "a length that is told to 53 bits is told well enough")]
    let late = plan.late as f64;
    segment.info.duration = segment.info.duration.map(|ticks| if ticks > late { ticks - late } else { ticks });
}

/// Notes a part that is left out.
fn note(id: u32, report: &mut Report) {
    match id {
        id::TAGS => report.note(Removed::Tags),
        id::CHAPTERS => report.note(Removed::Chapters),
        id::ATTACHMENTS => report.note(Removed::Attachments),
        id::VOID => report.note(Removed::Padding),
        // Written anew, or made anew.
        id::INFO | id::TRACKS | id::CUES | id::SEEK_HEAD | id::CRC => {}
        _ => report.note(Removed::UnknownParts),
    }
}
