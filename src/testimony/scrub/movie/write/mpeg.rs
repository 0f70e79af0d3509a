//! MPEG audio in samples: which bits no frame has is known once later frames were seen.

use super::{Film, Filter, Out, Piece, Refusal, Report, Source, order::Extent};
use crate::testimony::scrub::mp3::{MOST_SAMPLE, Plan, Survey};

/// Goes over the samples of MPEG audio in the order in which they are decoded, track by track.
pub(super) fn survey(source: &mut Source<'_>, film: &Film, pieces: &[Piece]) -> Result<Vec<Option<Plan>>, Refusal> {
    let mut plans = Vec::with_capacity(film.tracks.len());
    for (number, track) in (0_u16..).zip(&film.tracks) {
        if !track.entries.iter().any(|entry| entry.filter == Filter::Mpeg) {
            plans.push(None);
            continue;
        }
        let mut own: Vec<&Piece> = pieces.iter().filter(|piece| piece.track == number).collect();
        own.sort_unstable_by_key(|piece| piece.first);
        let mut survey = Survey::default();
        for piece in own {
            let known = track.entries.get(usize::from(piece.entry)).is_some_and(|entry| entry.filter == Filter::Mpeg);
            for extent in piece.samples(&track.samples.sizes) {
                if known && extent.size <= MOST_SAMPLE {
                    source.seek(extent.offset);
                    survey.sample(extent.place, &source.take(u64::from(extent.size), MOST_SAMPLE as usize)?)?;
                } else {
                    survey.sample(extent.place, &[])?;
                }
            }
        }
        plans.push(Some(survey.plan()));
    }
    Ok(plans)
}

/// Writes a sample.
pub(super) fn sample(
    source: &mut Source<'_>,
    extent: &Extent,
    plan: Option<&Plan>,
    out: &mut Out<'_, '_>,
    report: &mut Report,
) -> Result<(), Refusal> {
    source.seek(extent.offset);
    match plan {
        Some(plan) if extent.size <= MOST_SAMPLE => {
            let mut sample = source.take(u64::from(extent.size), MOST_SAMPLE as usize)?;
            plan.clear(extent.place, &mut sample, report);
            out.put(&sample)
        }
        _ => out.copy(source, u64::from(extent.size)),
    }
}
