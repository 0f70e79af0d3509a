//! In which order samples are written: that of their bytes in the source, which is then read from its start to its end.

use super::{Refusal, Removed, Report, Source, Track};
use crate::testimony::scrub::movie::samples::{Chunk, Sizes};

/// Samples of one track whose bytes follow each other in the source.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Piece {
    pub track: u16,
    pub entry: u16,
    pub first: u32,
    pub count: u32,
    pub offset: u64,
    /// Their bytes in the source.
    pub bytes: u64,
}

/// One sample, by its place in the track and its bytes in the source.
pub(super) struct Extent {
    pub place: u32,
    pub offset: u64,
    pub size: u32,
}

impl Piece {
    /// Its samples one by one, where each has a size of its own.
    pub(super) fn samples<'a>(&self, sizes: &'a Sizes) -> impl Iterator<Item = Extent> + use<'a> {
        let mut offset = self.offset;
        (self.first..self.first.saturating_add(self.count)).map(move |place| {
            let size = match sizes {
                Sizes::Packets { bytes, .. } => *bytes,
                Sizes::Each(sizes) => sizes.get(place as usize).copied().unwrap_or(0),
            };
            let extent = Extent { place, offset, size };
            offset = offset.saturating_add(u64::from(size));
            extent
        })
    }

    /// Its bytes in the rebuilt file.
    pub(super) fn rebuilt(&self, tracks: &[Track]) -> u64 {
        let rebuilt = tracks.get(usize::from(self.track)).and_then(|track| track.samples.rebuilt.as_deref());
        let Some(sizes) = rebuilt else { return self.bytes };
        let from = sizes.get(self.first as usize..).unwrap_or_default();
        from.iter().take(self.count as usize).map(|size| u64::from(*size)).sum()
    }
}

/// Orders all samples; descriptions that none of them has are left out. `media` is how many bytes all `mdat` have,
/// where no track was dropped.
pub(in super::super) fn order(
    source: &mut Source<'_>,
    tracks: &mut [Track],
    media: Option<u64>,
    report: &mut Report,
) -> Result<Vec<Piece>, Refusal> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (number, track) in (0_u16..).zip(&mut *tracks) {
        descriptions(track, report);
        for Chunk { offset, first, count, entry } in std::mem::take(&mut track.samples.chunks) {
            let bytes = track.samples.sizes.bytes(first, count);
            match pieces.last_mut().filter(|last| last.track == number) {
                // Samples without bytes stand where those before them end, or with those behind them.
                Some(last) if bytes == 0 => last.count += count,
                Some(last) if last.bytes == 0 => {
                    *last = Piece { offset, bytes, entry, count: last.count + count, ..*last };
                }
                _ => pieces.push(Piece { track: number, entry, first, count, offset, bytes }),
            }
        }
    }
    // Samples that share bytes are in no file that is not made to grow.
    let bytes = pieces.iter().map(|piece| piece.bytes).fold(0, u64::saturating_add);
    if bytes > source.length() {
        return Err(Refusal::Malformed("its pictures or sounds stand in the same place"));
    }
    pieces.sort_unstable_by_key(|piece| (piece.offset, piece.bytes > 0, piece.track, piece.first));
    let touch = |one: &Piece, next: &Piece| one.offset.checked_add(one.bytes) == Some(next.offset);
    let apart = pieces.iter().zip(pieces.iter().skip(1)).any(|(one, next)| one.bytes > 0 && !touch(one, next));
    report.note_if(media.is_some_and(|media| media != bytes || apart), Removed::StrayBytes);
    pieces.dedup_by(|next, last| {
        let same = touch(last, next) && follows(last, next);
        if same {
            last.count += next.count;
            last.bytes += next.bytes;
        }
        same
    });
    Ok(pieces)
}

/// True where a piece goes on with its track's next sample and the same description.
pub(super) fn follows(one: &Piece, next: &Piece) -> bool {
    next.track == one.track && next.entry == one.entry && Some(next.first) == one.first.checked_add(one.count)
}

/// Leaves the descriptions that samples have, or the first of a track without samples.
fn descriptions(track: &mut Track, report: &mut Report) {
    let mut used = vec![None; track.entries.len()];
    for chunk in &track.samples.chunks {
        if let Some(used) = used.get_mut(usize::from(chunk.entry)) {
            *used = Some(0);
        }
    }
    if track.samples.chunks.is_empty()
        && let Some(first) = used.first_mut()
    {
        *first = Some(0);
    }
    let mut next = 0_u16;
    for place in used.iter_mut().flatten() {
        *place = next;
        next += 1;
    }
    report.note_if(usize::from(next) < used.len(), Removed::UnknownParts);
    for chunk in &mut track.samples.chunks {
        chunk.entry = used.get(usize::from(chunk.entry)).copied().flatten().unwrap_or(0);
    }
    let mut kept = used.iter();
    track.entries.retain(|_| kept.next().is_some_and(Option::is_some));
}
