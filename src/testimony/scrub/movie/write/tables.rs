//! A track's sample tables: ISO/IEC 14496-12, sections 8.6 and 8.7.

use super::{
    Track, boxes,
    order::{self, Piece},
};
use crate::testimony::scrub::movie::samples::{Runs, Sizes};

/// Most bytes of a chunk, but for one sample that is larger.
const CHUNK: u64 = 1 << 20;

/// A chunk of the rebuilt file.
pub(super) struct Chunk {
    pub first: u32,
    pub count: u32,
    pub entry: u16,
    /// Where it begins in the media.
    pub offset: u64,
}

/// Every track's chunks, in decoding order: pieces of one track that follow each other, cut at [`CHUNK`] bytes.
pub(super) fn chunks(tracks: &[Track], pieces: &[Piece]) -> Vec<Vec<Chunk>> {
    let mut all: Vec<Vec<Chunk>> = tracks.iter().map(|_| Vec::new()).collect();
    let mut offset = 0_u64;
    let mut size = 0_u64;
    let mut last: Option<&Piece> = None;
    for piece in pieces {
        let number = usize::from(piece.track);
        let (Some(track), Some(chunks)) = (tracks.get(number), all.get_mut(number)) else { continue };
        let mut open = last.is_some_and(|last| order::follows(last, piece));
        last = Some(piece);
        let mut put = |place: u32, count: u32, bytes: u64| {
            if !open || size.saturating_add(bytes) > CHUNK && size > 0 {
                chunks.push(Chunk { first: place, count: 0, entry: piece.entry, offset });
                size = 0;
                open = true;
            }
            if let Some(chunk) = chunks.last_mut() {
                chunk.count += count;
            }
            size += bytes;
            offset += bytes;
        };
        let samples = &track.samples;
        match (&samples.rebuilt, &samples.sizes) {
            (Some(sizes), _) | (None, Sizes::Each(sizes)) => {
                let from = (piece.first..).zip(sizes.get(piece.first as usize..).unwrap_or_default());
                for (place, size) in from.take(piece.count as usize) {
                    put(place, 1, u64::from(*size));
                }
            }
            (None, Sizes::Packets { bytes: 0, .. }) => put(piece.first, piece.count, 0),
            (None, Sizes::Packets { samples, bytes, .. }) => {
                // As many packets at a time as fill a chunk, counted from the first that is in it.
                let (mut place, end) = (piece.first, piece.first + piece.count);
                while place < end {
                    put(place, (*samples).min(end - place), u64::from(*bytes));
                    place = place.saturating_add(*samples);
                }
            }
        }
    }
    for chunks in &mut all {
        chunks.sort_by_key(|chunk| chunk.first);
    }
    all
}

fn put_u32(out: &mut Vec<u8>, number: u32) {
    out.extend(number.to_be_bytes());
}

fn length(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Writes the tables; `start` is where the media begins in the file.
pub(super) fn write(track: &Track, chunks: &[Chunk], start: u64, wide: bool, out: &mut Vec<u8>) {
    let samples = &track.samples;
    runs(*b"stts", 0, &samples.times, out);
    if !samples.shown.0.is_empty() {
        let negative = samples.shown.0.iter().any(|(_, later)| later.cast_signed() < 0);
        runs(*b"ctts", u8::from(negative), &samples.shown, out);
    }
    if let Some(sync) = &samples.sync {
        boxes::put_full(out, *b"stss", 0, |out| {
            put_u32(out, length(sync.len()));
            out.extend(sync.iter().flat_map(|place| place.saturating_add(1).to_be_bytes()));
        });
    }
    to_chunks(chunks, out);
    sizes(samples.rebuilt.as_deref(), &samples.sizes, out);
    boxes::put_full(out, if wide { *b"co64" } else { *b"stco" }, 0, |out| {
        put_u32(out, length(chunks.len()));
        for chunk in chunks {
            let offset = start.saturating_add(chunk.offset);
            match u32::try_from(offset) {
                Ok(offset) if !wide => put_u32(out, offset),
                _ => out.extend(offset.to_be_bytes()),
            }
        }
    });
}

fn runs(kind: [u8; 4], version: u8, runs: &Runs, out: &mut Vec<u8>) {
    boxes::put_full(out, kind, version, |out| {
        put_u32(out, length(runs.0.len()));
        for (count, value) in &runs.0 {
            put_u32(out, *count);
            put_u32(out, *value);
        }
    });
}

fn to_chunks(chunks: &[Chunk], out: &mut Vec<u8>) {
    let mut runs: Vec<(u32, u32, u16)> = Vec::new();
    for (number, chunk) in (1..).zip(chunks) {
        if runs.last().is_none_or(|(_, count, entry)| (*count, *entry) != (chunk.count, chunk.entry)) {
            runs.push((number, chunk.count, chunk.entry));
        }
    }
    boxes::put_full(out, *b"stsc", 0, |out| {
        put_u32(out, length(runs.len()));
        for (from, count, entry) in runs {
            put_u32(out, from);
            put_u32(out, count);
            put_u32(out, u32::from(entry) + 1);
        }
    });
}

fn sizes(rebuilt: Option<&[u32]>, sizes: &Sizes, out: &mut Vec<u8>) {
    boxes::put_full(out, *b"stsz", 0, |out| match (rebuilt, sizes) {
        (None, Sizes::Packets { samples, bytes, count }) => {
            // A sample of a packet has no size of its own: 1 is what such files say.
            let own = if *samples > 1 { 1 } else { *bytes };
            put_u32(out, if *count > 0 { own } else { 0 });
            put_u32(out, *count);
        }
        (Some(sizes), _) => each_size(sizes, out),
        (None, Sizes::Each(sizes)) => each_size(sizes, out),
    });
}

fn each_size(sizes: &[u32], out: &mut Vec<u8>) {
    let first = sizes.first().copied().unwrap_or(0);
    let same = first > 0 && sizes.iter().all(|size| *size == first);
    put_u32(out, if same { first } else { 0 });
    put_u32(out, length(sizes.len()));
    if !same {
        out.extend(sizes.iter().flat_map(|size| size.to_be_bytes()));
    }
}
