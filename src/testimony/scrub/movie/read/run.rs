//! One run of a fragment's samples: ISO/IEC 14496-12, section 8.8.8.

use super::{
    Budget, Place, Refusal, Source,
    fragment::{Defaults, Progress},
};
use crate::testimony::scrub::movie::{
    Track,
    samples::{Chunk, Sizes},
};

/// A sample's flag that it cannot be decoded alone.
const NOT_ALONE: u32 = 0x1_0000;
/// Most samples of a run that takes no byte to tell.
const MOST_UNTOLD: u32 = 65_536;

/// Puts samples behind those that a track has.
pub(super) struct Appender<'a> {
    pub track: &'a mut Track,
    pub progress: &'a mut Progress,
    pub budget: &'a mut Budget,
}

impl Appender<'_> {
    /// The next sample is decoded at `time`: if that is later than the last one ends, the last one lasts longer.
    pub(super) fn begin(&mut self, time: u64) {
        let start = *self.progress.start.get_or_insert(time.saturating_sub(self.progress.decoded));
        let missing = time.saturating_sub(start).saturating_sub(self.progress.decoded);
        let times = &mut self.track.samples.times;
        let last = times.0.last().copied();
        if let (Some((count, last)), Ok(missing @ 1..)) = (last, u32::try_from(missing)) {
            times.0.pop();
            times.push(count - 1, last);
            times.push(1, last.saturating_add(missing));
            self.progress.decoded = self.progress.decoded.saturating_add(u64::from(missing));
        }
    }

    fn sample(&mut self, duration: u32, size: u32, alone: bool, later: u32) -> Result<(), Refusal> {
        self.budget.entries(1)?;
        let samples = &mut self.track.samples;
        let Sizes::Each(sizes) = &mut samples.sizes else { return Err(MIXED) };
        let place = u32::try_from(sizes.len()).map_err(|_| Refusal::Large)?;
        match &mut samples.sync {
            Some(sync) if alone => sync.push(place),
            None if !alone => samples.sync = Some((0..place).collect()),
            _ => {}
        }
        sizes.push(size);
        samples.times.push(1, duration);
        samples.shown.push(1, later);
        self.progress.decoded = self.progress.decoded.saturating_add(u64::from(duration));
        Ok(())
    }
}

const MIXED: Refusal = Refusal::Unsupported("sound in fragments behind sound in packets");

/// Reads a run, and says where its bytes end. Without `to`, they are passed over.
pub(super) fn run(
    source: &mut Source<'_>,
    place: Place,
    base: u64,
    data: u64,
    own: Defaults,
    mut to: Option<&mut Appender<'_>>,
) -> Result<u64, Refusal> {
    source.seek(place.start);
    let [version, flags @ ..] = source.array::<4>()?;
    let flags = u32::from_be_bytes([0, flags[0], flags[1], flags[2]]);
    let has = |bit: u32| flags & bit != 0;
    let count = source.u32()?;
    let offset = if has(1) { base.checked_add_signed(i64::from(source.u32()?.cast_signed())) } else { Some(data) };
    let offset = offset.ok_or(Refusal::Malformed("a fragment lies outside the file"))?;
    let mut first_flags = if has(4) { Some(source.u32()?) } else { None };
    let each = [0x100, 0x200, 0x400, 0x800].iter().filter(|bit| has(**bit)).count() as u64 * 4;
    let told = place
        .end
        .saturating_sub(source.position())
        .checked_div(each)
        .map_or(MOST_UNTOLD, |told| u32::try_from(told).unwrap_or(u32::MAX));
    if each == 0 && count > MOST_UNTOLD {
        return Err(Refusal::Large);
    }
    let count = count.min(told);
    let mut end = offset;
    if each == 0 && to.is_none() {
        return Ok(end.saturating_add(u64::from(count).saturating_mul(u64::from(own.size))));
    }
    let first = to.as_ref().map_or(0, |to| to.track.samples.sizes.count());
    for _ in 0..count {
        let duration = if has(0x100) { source.u32()? } else { own.duration };
        let size = if has(0x200) { source.u32()? } else { own.size };
        let sample_flags = if has(0x400) { source.u32()? } else { own.flags };
        let sample_flags = first_flags.take().unwrap_or(sample_flags);
        let later = if has(0x800) { source.u32()? } else { 0 };
        // Version 0 should not have negative numbers; where software writes them all the same, they are meant.
        let _ = version;
        end = end.saturating_add(u64::from(size));
        if let Some(to) = &mut to {
            to.sample(duration, size, sample_flags & NOT_ALONE == 0, later)?;
        }
    }
    if let (Some(to), 1..) = (to, count) {
        to.budget.chunks(1)?;
        let entries = to.track.entries.len();
        let entry = own.entry.checked_sub(1).filter(|entry| (*entry as usize) < entries).unwrap_or(0);
        let entry = u16::try_from(entry).unwrap_or(0);
        to.track.samples.chunks.push(Chunk { offset, first, count, entry });
    }
    Ok(end)
}
