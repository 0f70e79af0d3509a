//! The file's kind and the movie's header: ISO/IEC 14496-12, sections 4.3 and 8.2.2.

use super::{Film, Format, Orientation, boxes, tables::Chunk, track};

/// Writes `ftyp`.
pub(super) fn kind(format: Format, out: &mut Vec<u8>) {
    let brands: &[&[u8; 4]] = match format {
        Format::Mov => &[b"qt  "],
        Format::ThreeGp => &[b"3gp6", b"isom"],
        Format::M4a => &[b"M4A ", b"isom", b"mp42"],
        _ => &[b"isom", b"iso2", b"mp41"],
    };
    boxes::put(out, *b"ftyp", |out| {
        out.extend(brands.first().copied().unwrap_or(b"isom"));
        out.extend([0; 4]);
        out.extend(brands.iter().flat_map(|brand| **brand));
    });
}

/// Writes `moov`; `start` is where the media begins in the file.
pub(super) fn movie(film: &Film, chunks: &[Vec<Chunk>], start: u64, wide: bool, out: &mut Vec<u8>) {
    let duration = film.tracks.iter().map(|own| track::duration(own, film.timescale)).max().unwrap_or(0);
    boxes::put(out, *b"moov", |out| {
        let version = u8::from(duration >= u64::from(u32::MAX));
        boxes::put_full(out, *b"mvhd", version, |out| {
            times(version, out);
            out.extend(film.timescale.to_be_bytes());
            time(version, duration, out);
            // Speed and volume as they are.
            out.extend([0, 1, 0, 0, 1, 0]);
            out.extend([0; 10]);
            Orientation::PLAIN.write((0, 0), out);
            out.extend([0; 24]);
            let next = u32::try_from(film.tracks.len() + 1).unwrap_or(u32::MAX);
            out.extend(next.to_be_bytes());
        });
        for ((number, own), chunks) in (1..).zip(&film.tracks).zip(chunks) {
            track::write(film, number, own, |out| super::tables::write(own, chunks, start, wide, out), out);
        }
    });
}

/// Writes that nothing is said about when something was made and changed.
pub(super) fn times(version: u8, out: &mut Vec<u8>) {
    time(version, 0, out);
    time(version, 0, out);
}

/// Writes a time in as many bytes as a box of this version has for it.
pub(super) fn time(version: u8, time: u64, out: &mut Vec<u8>) {
    match u32::try_from(time) {
        Ok(time) if version == 0 => out.extend(time.to_be_bytes()),
        _ => out.extend(time.to_be_bytes()),
    }
}
