//! A track around its sample tables: ISO/IEC 14496-12, sections 8.3 and 8.4.

use super::{
    Film, Format, Media, Track, boxes,
    header::{time, times},
};
use crate::testimony::scrub::movie::{read, samples::Edit};

/// How long a track is, in the movie's time scale.
pub(super) fn duration(track: &Track, timescale: u32) -> u64 {
    if !track.edits.is_empty() {
        return track.edits.iter().map(|edit| edit.duration).fold(0, u64::saturating_add);
    }
    let units = u128::from(track.samples.times.sum()) * u128::from(timescale);
    u64::try_from(units / u128::from(track.timescale.max(1))).unwrap_or(u64::MAX)
}

fn version(time: u64) -> u8 {
    u8::from(time >= u64::from(u32::MAX))
}

/// Writes a track with this number.
pub(super) fn write(film: &Film, number: u32, track: &Track, tables: impl FnOnce(&mut Vec<u8>), out: &mut Vec<u8>) {
    boxes::put(out, *b"trak", |out| {
        let length = duration(track, film.timescale);
        let own = version(length);
        boxes::put(out, *b"tkhd", |out| {
            // In the movie, and enabled or not.
            out.extend([own, 0, 0, 2 | u8::from(track.enabled)]);
            times(own, out);
            out.extend(number.to_be_bytes());
            out.extend([0; 4]);
            time(own, length, out);
            out.extend([0; 10]);
            out.extend(track.group.to_be_bytes());
            out.extend([u8::from(track.media == Media::Sound), 0, 0, 0]);
            let (width, height) = track.size;
            track.orientation.write((width, height), out);
            out.extend([width, height].iter().flat_map(|number| number.to_be_bytes()));
        });
        if !track.edits.is_empty() {
            boxes::put(out, *b"edts", |out| edits(&track.edits, out));
        }
        boxes::put(out, *b"mdia", |out| {
            let length = track.samples.times.sum();
            let own = version(length);
            boxes::put_full(out, *b"mdhd", own, |out| {
                times(own, out);
                out.extend(track.timescale.to_be_bytes());
                time(own, length, out);
                out.extend(read::UNDETERMINED.to_be_bytes());
                out.extend([0; 2]);
            });
            let kind = if track.media == Media::Video { *b"vide" } else { *b"soun" };
            let quicktime = film.format == Format::Mov;
            handler(if quicktime { *b"mhlr" } else { [0; 4] }, kind, out);
            boxes::put(out, *b"minf", |out| {
                match track.media {
                    Media::Video => boxes::put(out, *b"vmhd", |out| out.extend([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])),
                    Media::Sound => boxes::put(out, *b"smhd", |out| out.extend([0; 8])),
                }
                if quicktime {
                    handler(*b"dhlr", *b"url ", out);
                }
                boxes::put(out, *b"dinf", |out| {
                    boxes::put_full(out, *b"dref", 0, |out| {
                        out.extend([0, 0, 0, 1]);
                        boxes::put(out, *b"url ", |out| out.extend([0, 0, 0, 1]));
                    });
                });
                boxes::put(out, *b"stbl", |out| {
                    boxes::put_full(out, *b"stsd", 0, |out| {
                        out.extend(u32::try_from(track.entries.len()).unwrap_or(u32::MAX).to_be_bytes());
                        track.entries.iter().for_each(|entry| out.extend_from_slice(&entry.bytes));
                    });
                    tables(out);
                });
            });
        });
    });
}

fn handler(class: [u8; 4], kind: [u8; 4], out: &mut Vec<u8>) {
    boxes::put_full(out, *b"hdlr", 0, |out| {
        out.extend(class);
        out.extend(kind);
        // No maker, no flags, no name.
        out.extend([0; 13]);
    });
}

fn edits(edits: &[Edit], out: &mut Vec<u8>) {
    let narrow = |edit: &Edit| version(edit.duration) == 0 && i32::try_from(edit.from).is_ok();
    let version = u8::from(!edits.iter().all(narrow));
    boxes::put_full(out, *b"elst", version, |out| {
        out.extend(u32::try_from(edits.len()).unwrap_or(u32::MAX).to_be_bytes());
        for edit in edits {
            time(version, edit.duration, out);
            match i32::try_from(edit.from) {
                Ok(from) if version == 0 => out.extend(from.to_be_bytes()),
                _ => out.extend(edit.from.to_be_bytes()),
            }
            out.extend(edit.rate.to_be_bytes());
        }
    });
}
