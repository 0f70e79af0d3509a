//! Movie fragments, which become a part of the one index: ISO/IEC 14496-12, section 8.8.

use super::{Budget, Cursor, MOST_HEADER, MOST_TRACKS, Place, Refusal, Report, Source, boxes, notes, run, timeline};
use crate::testimony::scrub::movie::Track;
use run::Appender;

/// What a track's samples have where a fragment does not say it.
#[derive(Clone, Copy, Default)]
pub(super) struct Defaults {
    pub track: u32,
    pub entry: u32,
    pub duration: u32,
    pub size: u32,
    pub flags: u32,
}

impl Defaults {
    /// Every track's.
    pub(super) fn read(source: &mut Source<'_>, place: Place) -> Result<Vec<Self>, Refusal> {
        let (parts, _) = boxes::children(source, place)?;
        let mut all = Vec::new();
        for part in parts.iter().filter(|part| part.kind == *b"trex").take(MOST_TRACKS) {
            let body = part.body(source, MOST_HEADER)?;
            let mut cursor = Cursor(&body);
            cursor.u32()?;
            let (track, entry, duration) = (cursor.u32()?, cursor.u32()?, cursor.u32()?);
            all.push(Self { track, entry, duration, size: cursor.u32()?, flags: cursor.u32()? });
        }
        Ok(all)
    }
}

/// How far the fragments of one track have come, in its time scale.
#[derive(Clone, Copy, Default)]
pub(super) struct Progress {
    /// When its first sample is decoded, by the first fragment.
    pub start: Option<u64>,
    /// What all its samples so far last.
    pub decoded: u64,
    /// What those last that stood before the fragments.
    pub before: u64,
}

/// All that a fragment is read in the light of.
struct Fragments<'a> {
    tracks: &'a mut [Track],
    progress: Vec<Progress>,
    defaults: &'a [Defaults],
    budget: &'a mut Budget,
    report: &'a mut Report,
}

/// Puts the samples of all fragments behind those of the tracks.
pub(super) fn append(
    source: &mut Source<'_>,
    tracks: &mut [Track],
    defaults: &[Defaults],
    timescale: u32,
    budget: &mut Budget,
    report: &mut Report,
) -> Result<(), Refusal> {
    let begin = |track: &Track| {
        let before = track.samples.times.sum();
        Progress { start: None, decoded: before, before }
    };
    let progress = tracks.iter().map(begin).collect();
    let mut fragments = Fragments { tracks, progress, defaults, budget, report };
    let mut here = 0;
    while let Some(place) = boxes::at(source, here, source.length())? {
        if place.kind == *b"moof" {
            fragments.fragment(source, place, here)?;
        }
        here = place.end;
    }
    let Fragments { tracks, progress, .. } = fragments;
    timeline::line_up(tracks, &progress, timescale);
    Ok(())
}

impl Fragments<'_> {
    /// Reads the fragment whose box begins at `start`.
    fn fragment(&mut self, source: &mut Source<'_>, place: Place, start: u64) -> Result<(), Refusal> {
        let (parts, _) = boxes::children(source, place)?;
        let mut data = start;
        for part in parts {
            match &part.kind {
                b"traf" => data = self.track(source, part, start, data)?,
                b"mfhd" => {}
                _ => notes::dropped(source, part, self.report)?,
            }
        }
        Ok(())
    }

    /// Reads one track's part of a fragment; `data` is where the part before it ends, and this one's end is returned.
    fn track(&mut self, source: &mut Source<'_>, place: Place, start: u64, data: u64) -> Result<u64, Refusal> {
        let (parts, _) = boxes::children(source, place)?;
        let Some(head) = boxes::first(&parts, *b"tfhd") else { return Ok(data) };
        let body = head.body(source, MOST_HEADER)?;
        let mut cursor = Cursor(&body);
        let flags = cursor.u32()?;
        let id = cursor.u32()?;
        let mut own = self.defaults.iter().copied().find(|own| own.track == id).unwrap_or_default();
        let base = if flags & 1 != 0 {
            cursor.u64()?
        } else if flags & 0x2_0000 != 0 {
            start
        } else {
            data
        };
        for (bit, value) in [(2, &mut own.entry), (8, &mut own.duration), (16, &mut own.size), (32, &mut own.flags)] {
            if flags & bit != 0 {
                *value = cursor.u32()?;
            }
        }
        let found = self.tracks.iter_mut().zip(&mut self.progress).find(|(track, _)| track.id == id);
        let mut to = found.map(|(track, progress)| Appender { track, progress, budget: self.budget });
        if let (Some(decoded), Some(to)) = (boxes::first(&parts, *b"tfdt"), &mut to) {
            let body = decoded.body(source, MOST_HEADER)?;
            let mut cursor = Cursor(&body);
            let [version, ..] = cursor.array::<4>()?;
            to.begin(cursor.wide(version)?);
        }
        let mut data = base;
        for part in parts {
            match &part.kind {
                b"tfhd" | b"tfdt" | b"sdtp" | b"sgpd" | b"sbgp" | b"subs" => {}
                b"trun" => data = run::run(source, part, base, data, own, to.as_mut())?,
                b"senc" | b"saiz" | b"saio" if to.is_some() => return Err(Refusal::Unsupported(LOCKED)),
                _ => notes::dropped(source, part, self.report)?,
            }
        }
        Ok(data)
    }
}

/// Why encrypted media is not read.
const LOCKED: &str = "pictures or sound that are locked by a rights system";
