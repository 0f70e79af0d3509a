//! Samples that an edit list never shows: what was trimmed on a phone is still in the file, and goes. ISO/IEC 14496-12,
//! sections 8.6.2 and 8.6.6.
//!
//! Only one part shown at its own speed is cut to, perhaps later than the film begins. What is shown, and all that
//! comes before it from the sample on from which it can be decoded, stays.

use super::{
    MOST_ENTRIES, Media, Removed, Report, Track,
    entry::Entry,
    filter::Filter,
    samples::{Edit, Runs, Samples, Sizes},
};

/// The speed of an edit that shows what is there.
const AS_IT_IS: u32 = 1 << 16;
/// No film shows a sample so many units before or after it is decoded.
const MOST_LATER: i32 = 1 << 28;

/// Leaves the samples that are shown, and those that they need.
pub(super) fn cut_away(track: &mut Track, timescale: u32, report: &mut Report) {
    let Some(edit) = only(&track.edits) else { return };
    let Ok(from) = u64::try_from(edit.from) else { return };
    let length = u128::from(edit.duration) * u128::from(track.timescale);
    let Ok(length) = u64::try_from(length.div_ceil(u128::from(timescale.max(1)))) else { return };
    let shown = from..from.saturating_add(length);
    let Some(needed) = needed(track, &shown) else { return };
    let all = track.samples.sizes.count();
    if needed.first >= needed.end || needed.first == 0 && needed.end >= all {
        return;
    }
    let Some(edit) = track.edits.last_mut() else { return };
    edit.from = edit.from.saturating_sub_unsigned(needed.before);
    track.samples.keep(needed.first, needed.end.min(all));
    report.note(Removed::CutAway);
}

/// The one edit that shows something.
fn only(edits: &[Edit]) -> Option<Edit> {
    let (last, empty) = edits.split_last()?;
    let simple = last.from >= 0 && last.rate == AS_IT_IS && last.duration > 0;
    (simple && empty.iter().all(|edit| edit.from < 0)).then_some(*last)
}

/// Places of the samples that are needed.
struct Needed {
    first: u32,
    /// What those before the first last.
    before: u64,
    end: u32,
}

/// True for sound each of whose samples is decoded from itself alone.
fn alone(track: &Track) -> bool {
    let kept = |entry: &Entry| matches!(entry.bytes.get(4..8), Some(b"alac" | b"fLaC"));
    track.samples.sync.is_none() && track.samples.shown.0.is_empty() && track.entries.iter().all(kept)
}

/// The sample that is decoded first: the last that can be decoded alone and is not shown after the edit begins, or the
/// one before it where pictures that come later are shown earlier, since they may lean on what stands before.
#[derive(Default)]
struct Entrance {
    last: (u32, u64),
    time: i128,
    before: (u32, u64),
    leaning: bool,
}

fn needed(track: &Track, shown: &std::ops::Range<u64>) -> Option<Needed> {
    let samples = &track.samples;
    // Players do not agree where sound in packets ends, or of single samples.
    let single = samples.times.0.iter().any(|(_, duration)| *duration < 2);
    match samples.sizes {
        Sizes::Each(_) => {}
        Sizes::Packets { samples: 1, count, .. } if !single && count <= MOST_ENTRIES => {}
        Sizes::Packets { .. } => return None,
    }
    let later = |number: &u32| number.cast_signed();
    if samples.shown.0.iter().any(|(_, number)| !(-MOST_LATER..MOST_LATER).contains(&later(number))) {
        return None;
    }
    // Stock players begin to decode sound so long before what is heard of it; what comes out depends on that.
    let lead = if track.media == Media::Sound && !alone(track) { u64::from(track.timescale) } else { 0 };
    let intra = match track.media {
        Media::Video => track.entries.iter().all(|entry| matches!(entry.filter, Filter::Jpeg | Filter::ProRes)),
        Media::Sound => samples.sync.is_none() && samples.shown.0.is_empty(),
    };
    // Players go on showing AV1 up to the next picture that can be decoded alone.
    let groups = track.entries.iter().any(|entry| entry.filter == Filter::Obus);
    let mut groups_end = None;
    let mut sync = samples.sync.as_ref().map(|sync| sync.iter().copied().peekable());
    let (mut entrance, mut end, mut decoded, mut highest) = (Entrance::default(), 0, 0_u64, -1_i128);
    let entry = shown.start.saturating_sub(lead);
    let delays = samples.shown.each().chain(std::iter::repeat(0));
    for ((place, duration), delay) in (0_u32..).zip(samples.times.each()).zip(delays) {
        let time = i128::from(decoded) + i128::from(delay.cast_signed());
        let alone = match &mut sync {
            Some(sync) => sync.next_if_eq(&place).is_some(),
            None => intra,
        };
        if time < i128::from(shown.end) {
            end = place + 1;
        } else if groups && alone && groups_end.is_none() {
            groups_end = Some(place + 1);
        }
        // Nothing that was decoded before may be shown after it.
        if alone && time <= i128::from(entry) && highest < time && decoded <= entry {
            entrance = Entrance { last: (place, decoded), time, before: entrance.last, leaning: false };
        }
        entrance.leaning |= time < entrance.time;
        highest = highest.max(time);
        decoded = decoded.saturating_add(u64::from(duration));
    }
    let (first, before) = if entrance.leaning { entrance.before } else { entrance.last };
    let end = if groups { groups_end.unwrap_or(u32::MAX) } else { end };
    Some(Needed { first, before, end })
}

impl Samples {
    /// Leaves the samples from place `first` to before place `end`.
    fn keep(&mut self, first: u32, end: u32) {
        for chunk in &mut self.chunks {
            let last = chunk.first.saturating_add(chunk.count).min(end);
            let begin = chunk.first.max(first);
            chunk.count = last.saturating_sub(begin);
            if chunk.count > 0 {
                chunk.offset = chunk.offset.saturating_add(self.sizes.bytes(chunk.first, begin - chunk.first));
            }
            chunk.first = begin.saturating_sub(first);
        }
        self.chunks.retain(|chunk| chunk.count > 0);
        self.sizes.cut(end);
        match &mut self.sizes {
            Sizes::Packets { count, .. } => *count = count.saturating_sub(first),
            Sizes::Each(sizes) => drop(sizes.drain(..(first as usize).min(sizes.len()))),
        }
        for runs in [&mut self.times, &mut self.shown] {
            runs.leave_out(first);
        }
        if let Some(sync) = &mut self.sync {
            sync.retain(|place| *place >= first);
            for place in sync.iter_mut() {
                *place -= first;
            }
        }
        self.fit();
    }
}

impl Runs {
    /// Each sample's number.
    fn each(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().flat_map(|(count, value)| std::iter::repeat_n(*value, *count as usize))
    }

    /// Drops the first `count` samples' numbers.
    fn leave_out(&mut self, mut count: u32) {
        self.0.retain_mut(|(run, _)| {
            let out = count.min(*run);
            *run -= out;
            count -= out;
            *run > 0
        });
    }
}
