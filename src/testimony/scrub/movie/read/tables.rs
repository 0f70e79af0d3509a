//! A track's sample tables: ISO/IEC 14496-12, sections 8.6 and 8.7.

use super::{Budget, Place, Refusal, Removed, Report, Source, boxes, notes};
use crate::testimony::scrub::movie::{
    entry::Entry,
    samples::{Chunk, Runs, Samples, Sizes},
};

/// A table's entries, one after another.
struct Table<'a, 'b> {
    source: &'a mut Source<'b>,
    end: u64,
    left: u32,
}

impl<'a, 'b> Table<'a, 'b> {
    /// The table that a box is, after `skip` bytes of its body.
    fn open(source: &'a mut Source<'b>, place: Place, skip: u64) -> Result<Self, Refusal> {
        source.seek(place.start.saturating_add(skip));
        let left = source.u32()?;
        Ok(Self { source, end: place.end, left })
    }

    /// The next entry, read by `read`, of `bytes` bytes; `None` after the last one that is there.
    fn next<T>(
        &mut self,
        bytes: u64,
        budget: &mut Budget,
        read: impl FnOnce(&mut Source<'b>) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        if self.left == 0 || self.end.saturating_sub(self.source.position()) < bytes {
            return Ok(None);
        }
        self.left -= 1;
        budget.entries(1)?;
        read(self.source).map(Some)
    }
}

/// Reads a track's samples. Tables that no decoder needs are left out.
pub(super) fn samples(
    source: &mut Source<'_>,
    tables: &[Place],
    entries: &[Entry],
    budget: &mut Budget,
    report: &mut Report,
) -> Result<Samples, Refusal> {
    let mut samples = Samples::none();
    for place in tables {
        match &place.kind {
            b"stts" => samples.times = runs(source, *place, budget)?,
            b"ctts" => samples.shown = runs(source, *place, budget)?,
            b"stss" => samples.sync = Some(sync(source, *place, budget)?),
            b"stsz" => samples.sizes = sizes(source, *place, budget)?,
            b"stz2" => samples.sizes = small_sizes(source, *place, budget)?,
            b"stsd" | b"stsc" | b"stco" | b"co64"
            // What these say follows from the samples.
            | b"cslg" | b"sdtp" | b"stps" | b"sgpd" | b"sbgp" | b"stsh" => {}
            _ => notes::dropped(source, *place, report)?,
        }
    }
    if entries.iter().any(|entry| entry.filter.resizes())
        && let Sizes::Packets { count, .. } = samples.sizes
    {
        // Each of them will have a size of its own.
        budget.entries(count)?;
    }
    packets(&mut samples, entries);
    samples.chunks = chunks(source, tables, &mut samples.sizes, entries.len(), budget)?;
    report.note_if(samples.sizes.count() == 0 && samples.times.count() > 0, Removed::StrayBytes);
    Ok(samples)
}

fn runs(source: &mut Source<'_>, place: Place, budget: &mut Budget) -> Result<Runs, Refusal> {
    let mut table = Table::open(source, place, 4)?;
    let mut runs = Runs::default();
    while let Some((count, value)) = table.next(8, budget, |source| Ok((source.u32()?, source.u32()?)))? {
        runs.push(count, value);
    }
    Ok(runs)
}

fn sync(source: &mut Source<'_>, place: Place, budget: &mut Budget) -> Result<Vec<u32>, Refusal> {
    let mut table = Table::open(source, place, 4)?;
    let mut places = Vec::new();
    while let Some(number) = table.next(4, budget, Source::u32)? {
        places.extend(number.checked_sub(1));
    }
    places.sort_unstable();
    places.dedup();
    Ok(places)
}

fn sizes(source: &mut Source<'_>, place: Place, budget: &mut Budget) -> Result<Sizes, Refusal> {
    source.seek(place.start.saturating_add(4));
    let each = source.u32()?;
    let mut table = Table::open(source, place, 8)?;
    if each != 0 && table.left > 0 {
        return Ok(Sizes::Packets { samples: 1, bytes: each, count: table.left });
    }
    let mut sizes = Vec::new();
    while let Some(size) = table.next(4, budget, Source::u32)? {
        sizes.push(size);
    }
    Ok(Sizes::Each(sizes))
}

fn small_sizes(source: &mut Source<'_>, place: Place, budget: &mut Budget) -> Result<Sizes, Refusal> {
    source.seek(place.start.saturating_add(7));
    let bits = source.byte()?;
    let mut table = Table::open(source, place, 8)?;
    let mut sizes = Vec::new();
    match bits {
        4 => {
            let count = table.left;
            while let Some(two) = table.next(1, budget, Source::byte)? {
                sizes.extend([u32::from(two >> 4), u32::from(two & 15)]);
            }
            sizes.truncate(count as usize);
        }
        8 => {
            while let Some(size) = table.next(1, budget, Source::byte)? {
                sizes.push(u32::from(size));
            }
        }
        16 => {
            while let Some(size) = table.next(2, budget, Source::u16)? {
                sizes.push(u32::from(size));
            }
        }
        _ => return Err(Refusal::Malformed("a table of sizes is not what the format allows")),
    }
    Ok(Sizes::Each(sizes))
}

/// Sound whose every sample lasts one unit is told in packets: the description, not the table, says how large they are.
fn packets(samples: &mut Samples, entries: &[Entry]) {
    let Sizes::Packets { samples: each, bytes, .. } = &mut samples.sizes else { return };
    let single = matches!(samples.times.0.as_slice(), [(_, 1)]);
    if let (true, [Entry { packet: Some((in_packet, in_bytes)), .. }]) = (single, entries) {
        (*each, *bytes) = (*in_packet, *in_bytes);
    }
}

fn chunks(
    source: &mut Source<'_>,
    tables: &[Place],
    sizes: &mut Sizes,
    entries: usize,
    budget: &mut Budget,
) -> Result<Vec<Chunk>, Refusal> {
    let mut runs: Vec<(u32, u32, u16)> = Vec::new();
    if let Some(place) = boxes::first(tables, *b"stsc") {
        let mut table = Table::open(source, place, 4)?;
        let read = |source: &mut Source<'_>| Ok((source.u32()?, source.u32()?, source.u32()?));
        while let Some((from, count, entry)) = table.next(12, budget, read)? {
            // A description that is not there: the first one.
            let entry = entry.checked_sub(1).filter(|entry| (*entry as usize) < entries).unwrap_or(0);
            runs.push((from, count, u16::try_from(entry).unwrap_or(0)));
        }
    }
    let (place, wide) = match (boxes::first(tables, *b"stco"), boxes::first(tables, *b"co64")) {
        (Some(place), _) => (place, false),
        (None, Some(place)) => (place, true),
        (None, None) => return Ok(Vec::new()),
    };
    let all = sizes.count();
    let (mut chunks, mut first, mut number, mut run) = (Vec::new(), 0_u32, 0_u32, 0);
    let mut table = Table::open(source, place, 4)?;
    let bytes = if wide { 8 } else { 4 };
    let read = |source: &mut Source<'_>| if wide { source.u64() } else { source.u32().map(u64::from) };
    while let Some(offset) = table.next(bytes, budget, read)? {
        number += 1;
        while runs.get(run + 1).is_some_and(|(from, ..)| *from <= number) {
            run += 1;
        }
        let Some((_, count, entry)) = runs.get(run) else { break };
        let (count, entry) = ((*count).min(all - first), *entry);
        if let Sizes::Packets { samples, .. } = sizes
            && count % (*samples).max(1) != 0
        {
            let whole = count - count % (*samples).max(1);
            if first + count < all {
                return Err(Refusal::Malformed("a part of the sound ends in the middle of a packet"));
            }
            sizes.cut(first + whole);
            if whole > 0 {
                chunks.push(Chunk { offset, first, count: whole, entry });
            }
            break;
        }
        if count > 0 {
            budget.chunks(1)?;
            chunks.push(Chunk { offset, first, count, entry });
            first += count;
        }
        if first == all {
            break;
        }
    }
    Ok(chunks)
}
