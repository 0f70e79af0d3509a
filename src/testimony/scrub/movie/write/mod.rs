//! From the model to the file.

mod header;
mod mpeg;
mod order;
mod tables;
mod track;

use super::{
    Film, Format, Media, Orientation, Refusal, Removed, Report, Sink, Source, Track, boxes,
    filter::{Filter, Out},
};
use order::Piece;
pub(super) use order::order;

/// Most bytes that a rebuilt file may have more than its source.
const MOST_MORE: u64 = 1 << 20;

/// Sums up the sizes of the samples whose codec may carry user data.
pub(super) fn measure(
    source: &mut Source<'_>,
    tracks: &mut [Track],
    pieces: &[Piece],
    report: &mut Report,
) -> Result<(), Refusal> {
    for track in &mut *tracks {
        if track.entries.iter().any(|entry| entry.filter.resizes()) {
            track.samples.rebuilt = Some(vec![0; track.samples.sizes.count() as usize]);
        }
    }
    for piece in pieces {
        let Some(track) = tracks.get_mut(usize::from(piece.track)) else { continue };
        let Some(rebuilt) = &mut track.samples.rebuilt else { continue };
        let filter = track.entries.get(usize::from(piece.entry)).map_or(Filter::Plain, |entry| entry.filter);
        for extent in piece.samples(&track.samples.sizes) {
            let mut out = Out { sink: None, bytes: 0 };
            filter.sample(source, (extent.offset, extent.size), &mut out, report)?;
            if let Some(size) = rebuilt.get_mut(extent.place as usize) {
                *size = u32::try_from(out.bytes).map_err(|_| Refusal::Large)?;
            }
        }
    }
    Ok(())
}

/// Writes a film, its samples in the order of `pieces`.
pub(super) fn film(
    source: &mut Source<'_>,
    film: &Film,
    pieces: Vec<Piece>,
    sink: &mut Sink<'_>,
    report: &mut Report,
) -> Result<(), Refusal> {
    let mut kind = Vec::new();
    header::kind(film.format, &mut kind);
    let bytes: u64 = pieces.iter().map(|piece| piece.rebuilt(&film.tracks)).sum();
    let chunks = tables::chunks(&film.tracks, &pieces);
    // The index has the same size wherever it says that the media is, but for the width of places.
    let wide = bytes > u64::from(u32::MAX) / 2;
    let mut index = Vec::new();
    header::movie(film, &chunks, 0, wide, &mut index);
    let head = if wide { 16 } else { 8 };
    let start = (kind.len() + index.len()) as u64 + head;
    if start.saturating_add(bytes) > source.length().saturating_add(MOST_MORE) {
        return Err(Refusal::Large);
    }
    index.clear();
    header::movie(film, &chunks, start, wide, &mut index);
    drop(chunks);
    sink.put(&kind)?;
    sink.put(&index)?;
    drop(index);
    let size = bytes.saturating_add(head);
    match u32::try_from(size) {
        Ok(size) if !wide => sink.put(&size.to_be_bytes())?,
        _ => sink.put(&1_u32.to_be_bytes())?,
    }
    sink.put(b"mdat")?;
    if wide {
        sink.put(&size.to_be_bytes())?;
    }
    let plans = mpeg::survey(source, film, &pieces)?;
    for piece in pieces {
        let Some(track) = film.tracks.get(usize::from(piece.track)) else { continue };
        let filter = track.entries.get(usize::from(piece.entry)).map_or(Filter::Plain, |entry| entry.filter);
        let mut out = Out { sink: Some(&mut *sink), bytes: 0 };
        if filter == Filter::Plain {
            source.seek(piece.offset);
            out.copy(source, piece.bytes)?;
            continue;
        }
        for extent in piece.samples(&track.samples.sizes) {
            if filter == Filter::Mpeg {
                let plan = plans.get(usize::from(piece.track)).and_then(Option::as_ref);
                mpeg::sample(source, &extent, plan, &mut out, report)?;
            } else {
                filter.sample(source, (extent.offset, extent.size), &mut out, report)?;
            }
        }
    }
    Ok(())
}
