//! A cluster: RFC 9559, section 5.1.3. Its time, and the blocks of the tracks that are kept.

use super::{
    Refusal, Removed, Report, Source,
    block::Block,
    codec::Recode,
    element::{self, Element},
    group::Group,
    id,
    mpeg::Mpeg,
    part,
    survey::is_top,
    track::Track,
    write,
};
use crate::testimony::scrub::movie::filter::Out;

/// Most bytes of a number.
const MOST_NUMBER: usize = 8;

/// Rebuilds clusters; the same code counts and writes.
pub(super) struct Clusters<'t> {
    pub tracks: &'t [Track],
    /// Place of the track whose key frames are sought.
    pub sought: usize,
    /// How each track's frames are rebuilt, from its first frame on.
    recodes: Vec<Recode>,
    /// Which of them had a block.
    pub filled: Vec<bool>,
    block: Block,
    sizes: Vec<u32>,
    head: Vec<u8>,
    pub mpeg: Mpeg<'t>,
}

/// What a cluster held.
#[derive(Debug, Default)]
pub(super) struct Counted {
    /// Blocks that were kept.
    pub blocks: u64,
    /// Time of the first key frame of the track that is sought by, from the cluster's time on.
    pub key: Option<i16>,
    /// Where the next element is.
    pub next: u64,
}

impl<'t> Clusters<'t> {
    pub(super) fn new(tracks: &'t [Track], sought: usize, mpeg: Mpeg<'t>) -> Self {
        let recodes = tracks.iter().map(Track::recode).collect();
        let filled = vec![false; tracks.len()];
        Self { tracks, sought, recodes, filled, block: Block::default(), sizes: Vec::new(), head: Vec::new(), mpeg }
    }

    /// The time of a cluster, in ticks; 0 where it is not told.
    pub(super) fn time(source: &mut Source<'_>, cluster: Element, limit: u64) -> Result<u64, Refusal> {
        let mut ticks = 0;
        walk(source, cluster, limit, |source, part, _| {
            if part.id != id::TIMESTAMP {
                return Ok(true);
            }
            ticks = part::uint(&source.take(part.length(), MOST_NUMBER)?)?;
            Ok(false)
        })?;
        Ok(ticks)
    }

    /// Rebuilds what follows the time in a cluster.
    pub(super) fn rebuild(
        &mut self,
        source: &mut Source<'_>,
        (cluster, limit): (Element, u64),
        out: &mut Out<'_, '_>,
        report: &mut Report,
    ) -> Result<Counted, Refusal> {
        let mut counted = Counted::default();
        let (next, torn) = walk(source, cluster, limit, |source, part, close| {
            let key = match part.id {
                id::SIMPLE_BLOCK => self.simple(source, (part.start, close), out, report)?,
                id::BLOCK_GROUP => self.group(source, (part.start, close), out, report)?,
                id::VOID => {
                    report.note(Removed::Padding);
                    return Ok(true);
                }
                id::TIMESTAMP | id::POSITION | id::PREVIOUS_SIZE | id::SILENT_TRACKS | id::CRC => return Ok(true),
                _ => {
                    report.note(Removed::UnknownParts);
                    return Ok(true);
                }
            };
            let Some(key) = key else { return Ok(true) };
            counted.blocks += 1;
            if key && counted.key.is_none() {
                counted.key = Some(self.block.time);
            }
            Ok(true)
        })?;
        let short = cluster.end.is_some_and(|end| end > source.length());
        report.note_if(short, Removed::TornOff);
        report.note_if(torn && !short, Removed::StrayBytes);
        counted.next = next;
        Ok(counted)
    }

    /// Rebuilds a simple block: `None` where it is left out, else whether it is a key frame that is sought by.
    fn simple(
        &mut self,
        source: &mut Source<'_>,
        place: (u64, u64),
        out: &mut Out<'_, '_>,
        report: &mut Report,
    ) -> Result<Option<bool>, Refusal> {
        let Some(track) = self.read(source, place, report)? else { return Ok(None) };
        let body = self.measure(source, track, true, report)?;
        let mut outer = Vec::with_capacity(12);
        write::head(id::SIMPLE_BLOCK, body, &mut outer);
        out.put(&outer)?;
        self.frames(source, track, out, report)?;
        Ok(Some(track == self.sought && self.block.is_key()))
    }

    /// The same for a block in a group.
    fn group(
        &mut self,
        source: &mut Source<'_>,
        (start, end): (u64, u64),
        out: &mut Out<'_, '_>,
        report: &mut Report,
    ) -> Result<Option<bool>, Refusal> {
        let group = Group::read(source, start, end, report)?;
        let Some(place) = group.block else {
            report.note(Removed::StrayBytes);
            return Ok(None);
        };
        let Some(track) = self.read(source, place, report)? else { return Ok(None) };
        let body = self.measure(source, track, false, report)?;
        let mut tail = Vec::new();
        group.tail(&mut tail);
        let alpha = group.alpha.filter(|_| self.tracks.get(track).is_some_and(|track| track.alpha));
        report.note_if(alpha.is_none() && group.alpha.is_some(), Removed::UnknownParts);
        let behind = alpha.map_or(0, |(start, end)| end.saturating_sub(start));
        if alpha.is_some() {
            alpha_head(behind, &mut tail);
        }
        let whole = write::head_bytes(id::BLOCK, body) + body + tail.len() as u64 + behind;
        let mut outer = Vec::with_capacity(24);
        write::head(id::BLOCK_GROUP, whole, &mut outer);
        write::head(id::BLOCK, body, &mut outer);
        out.put(&outer)?;
        self.frames(source, track, out, report)?;
        out.put(&tail)?;
        if let Some((start, _)) = alpha {
            source.seek(start);
            out.copy(source, behind)?;
        }
        Ok(Some(track == self.sought && group.is_key()))
    }

    /// Reads a block: the place of its track, if that is kept.
    fn read(
        &mut self,
        source: &mut Source<'_>,
        place: (u64, u64),
        report: &mut Report,
    ) -> Result<Option<usize>, Refusal> {
        let tracks = self.tracks;
        let mut found = None;
        let whole = self.block.read(source, place, |number| {
            found = tracks.iter().position(|track| track.source == number);
            found.is_some()
        })?;
        report.note_if(!whole, Removed::StrayBytes);
        Ok(found.filter(|_| whole))
    }

    /// Prepares the block's head; bytes of its body.
    fn measure(
        &mut self,
        source: &mut Source<'_>,
        place: usize,
        simple: bool,
        report: &mut Report,
    ) -> Result<u64, Refusal> {
        self.sizes.clear();
        self.head.clear();
        let Some((track, how)) = self.tracks.get(place).zip(self.recodes.get_mut(place)) else { return Ok(0) };
        let mut sum = 0;
        for frame in &self.block.frames {
            if let Recode::Sample(filter) = how
                && filter.waits()
            {
                *filter = filter.begun(source, &track.stripped, (frame.start, frame.size), report)?;
            }
            let size = frame.measure(source, (track, *how), report)?;
            sum += u64::from(size);
            self.sizes.push(size);
        }
        if let Some(filled) = self.filled.get_mut(place) {
            *filled = true;
        }
        self.block.head(place as u64 + 1, simple, &self.sizes, &mut self.head);
        Ok(self.head.len() as u64 + sum)
    }

    fn frames(
        &mut self,
        source: &mut Source<'_>,
        place: usize,
        out: &mut Out<'_, '_>,
        report: &mut Report,
    ) -> Result<(), Refusal> {
        out.put(&self.head)?;
        let Some(track) = self.tracks.get(place) else { return Ok(()) };
        if out.sink.is_none() {
            out.bytes += self.sizes.iter().map(|size| u64::from(*size)).sum::<u64>();
            return self.block.frames.iter().try_for_each(|frame| self.mpeg.survey(source, (place, track), *frame));
        }
        let Some(how) = self.recodes.get(place).copied() else { return Ok(()) };
        for frame in &self.block.frames {
            match self.mpeg.clean(source, (place, track), *frame, report)? {
                Some(whole) => out.put(&whole)?,
                None => frame.write(source, (track, how), out, report)?,
            }
        }
        Ok(())
    }
}

/// Writes the heads around an alpha plane of so many bytes.
fn alpha_head(plane: u64, out: &mut Vec<u8>) {
    let mut number = Vec::new();
    write::uint(id::BLOCK_ADD_ID, 1, &mut number);
    let more = number.len() as u64 + write::head_bytes(id::BLOCK_ADDITIONAL, plane) + plane;
    write::head(id::BLOCK_ADDITIONS, write::head_bytes(id::BLOCK_MORE, more) + more, out);
    write::head(id::BLOCK_MORE, more, out);
    out.extend_from_slice(&number);
    write::head(id::BLOCK_ADDITIONAL, plane, out);
}

/// Shows each whole element of a cluster, until `show` has seen enough: where the walk ended, and whether bytes were
/// passed over that are no whole element.
fn walk(
    source: &mut Source<'_>,
    cluster: Element,
    limit: u64,
    mut show: impl FnMut(&mut Source<'_>, Element, u64) -> Result<bool, Refusal>,
) -> Result<(u64, bool), Refusal> {
    let end = cluster.end.unwrap_or(limit).min(limit);
    source.seek(cluster.start);
    while let Some(part) = element::next(source, end)? {
        if cluster.end.is_none() && is_top(part.id) {
            return Ok((part.head, false));
        }
        let Some(close) = part.end.filter(|close| *close <= end) else {
            let next = if cluster.end.is_some() { end } else { part.start };
            return Ok((next, true));
        };
        if !show(source, part, close)? {
            return Ok((close, false));
        }
        source.seek(close);
    }
    let here = source.position();
    // A cluster without a size goes on where the search for the next one finds something.
    Ok((if cluster.end.is_some() { end } else { here }, here < end))
}
