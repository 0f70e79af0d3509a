//! MPEG audio in blocks: the first walk over all clusters finds which bits no frame has, the second clears them.

use super::{Refusal, Report, Source, codec::Recode, frame::Frame, track::Track};
use crate::testimony::scrub::{
    movie::filter::Filter,
    mp3::{MOST_SAMPLE, Plan, Survey},
};

/// A walk over the frames of all tracks.
pub(super) struct Mpeg<'t> {
    surveys: Vec<Option<Survey>>,
    plans: &'t [Option<Plan>],
    /// Frames of each track so far.
    counted: Vec<u32>,
}

impl<'t> Mpeg<'t> {
    /// The first walk.
    pub(super) fn first(tracks: &[Track]) -> Self {
        let surveys = tracks.iter().map(|track| is(track).then(Survey::default)).collect();
        Self { surveys, plans: &[], counted: vec![0; tracks.len()] }
    }

    /// The second walk.
    pub(super) fn second(plans: &'t [Option<Plan>]) -> Self {
        Self { surveys: Vec::new(), plans, counted: vec![0; plans.len()] }
    }

    /// What the first walk found.
    pub(super) fn plans(self) -> Vec<Option<Plan>> {
        self.surveys.into_iter().map(|survey| survey.map(Survey::plan)).collect()
    }

    /// Goes over a frame in the first walk.
    pub(super) fn survey(
        &mut self,
        source: &mut Source<'_>,
        (place, track): (usize, &Track),
        frame: Frame,
    ) -> Result<(), Refusal> {
        let Some(Some(survey)) = self.surveys.get_mut(place) else { return Ok(()) };
        let Some(counted) = self.counted.get_mut(place) else { return Ok(()) };
        if frame.size <= MOST_SAMPLE {
            survey.sample(*counted, &frame.whole(source, track)?)?;
        } else {
            survey.sample(*counted, &[])?;
        }
        *counted = counted.checked_add(1).ok_or(Refusal::Large)?;
        Ok(())
    }

    /// The next frame as it is written; `None` for one of another codec, or that is not looked into.
    pub(super) fn clean(
        &mut self,
        source: &mut Source<'_>,
        (place, track): (usize, &Track),
        frame: Frame,
        report: &mut Report,
    ) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(Some(plan)) = self.plans.get(place) else { return Ok(None) };
        let Some(counted) = self.counted.get_mut(place) else { return Ok(None) };
        let number = *counted;
        *counted = counted.checked_add(1).ok_or(Refusal::Large)?;
        if frame.size > MOST_SAMPLE {
            return Ok(None);
        }
        let mut whole = frame.whole(source, track)?;
        plan.clear(number, &mut whole, report);
        Ok(Some(whole))
    }
}

fn is(track: &Track) -> bool {
    track.recode() == Recode::Sample(Filter::Mpeg)
}
