//! From the file to the model.

mod fragment;
mod gapless;
mod header;
mod notes;
mod run;
mod select;
mod tables;
mod timeline;
mod torn;
mod track;

pub(super) use header::UNDETERMINED;

use super::{
    Film, Format, MOST_TRACKS, Media, Orientation, Refusal, Removed, Report, Source, boxes,
    boxes::{Cursor, Place},
    samples::Budget,
};
use fragment::Defaults;

/// Bytes of a movie header, a track header and the like.
const MOST_HEADER: usize = 1024;
/// Bytes of a list of brands.
const MOST_BRANDS: usize = 4096;

/// What stands at the top of a file.
struct Top {
    brand: Option<[u8; 4]>,
    movie: Place,
    /// Bytes in all its `mdat`.
    media: u64,
    /// True where fragments follow.
    fragments: bool,
}

/// Reads a file's model.
pub(super) fn film(source: &mut Source<'_>, report: &mut Report) -> Result<Film, Refusal> {
    let top = top(source, report)?;
    let (parts, stray) = boxes::children(source, top.movie)?;
    report.note_if(stray, Removed::StrayBytes);
    let header = boxes::first(&parts, *b"mvhd").ok_or(Refusal::Malformed("the header of the film is missing"))?;
    let (mut timescale, orientation) = header::movie(source, header, report)?;
    let mut budget = Budget::new();
    let (mut tracks, mut chapters, mut all) = (Vec::new(), Vec::new(), 0);
    for (place, part) in parts.iter().filter(|part| part.kind == *b"trak").enumerate() {
        if place == MOST_TRACKS {
            return Err(Refusal::Large);
        }
        let read = track::track(source, *part, timescale, &mut chapters, &mut budget, report)?;
        tracks.extend(read);
        all += 1;
    }
    let mut priming = None;
    for part in &parts {
        if part.kind == *b"udta" && priming.is_none() {
            priming = gapless::priming(source, *part)?;
        }
        match &part.kind {
            b"mvhd" | b"trak" | b"mvex" => {}
            b"cmov" => return Err(Refusal::Unsupported("a compressed index of the film")),
            _ => notes::dropped(source, *part, report)?,
        }
    }
    select::select(&mut tracks, &chapters, report)?;
    for track in &mut tracks {
        track.orientation = track.orientation.then(orientation);
    }
    if top.fragments {
        let mut defaults = Vec::new();
        if let Some(extends) = boxes::first(&parts, *b"mvex") {
            defaults = Defaults::read(source, extends)?;
        }
        for track in &mut tracks {
            track.samples.fit();
        }
        fragment::append(source, &mut tracks, &defaults, timescale, &mut budget, report)?;
    }
    let whole = tracks.len() == all;
    torn::leave_out(&mut tracks, source.length(), top.movie, report)?;
    if let Some(priming) = priming {
        gapless::apply(&mut tracks, priming, &mut timescale);
    }
    let edited = tracks.iter().any(|track| !track.edits.is_empty());
    let format = format(top.brand, tracks.iter().any(|track| track.media == Media::Video));
    // Without edits, nothing but durations is told in the movie's time scale.
    Ok(Film {
        format,
        timescale: if edited { timescale } else { header::TIMESCALE },
        media: whole.then_some(top.media),
        tracks,
    })
}

/// What a file is, by its first brand and by what it carries.
fn format(brand: Option<[u8; 4]>, pictures: bool) -> Format {
    match brand {
        None | Some([b'q', b't', ..]) => Format::Mov,
        Some([b'3', b'g', ..]) => Format::ThreeGp,
        Some(_) if pictures => Format::Mp4,
        Some(_) => Format::M4a,
    }
}

fn top(source: &mut Source<'_>, report: &mut Report) -> Result<Top, Refusal> {
    let (mut here, end) = (0, source.length());
    let (mut brand, mut movie, mut media, mut fragments) = (None, None, 0_u64, false);
    while let Some(place) = boxes::at(source, here, end)? {
        here = place.end;
        match &place.kind {
            b"ftyp" if brand.is_none() => {
                let body = place.body(source, MOST_BRANDS)?;
                brand = Some(Cursor(&body).array()?);
            }
            b"moov" if movie.is_none() => movie = Some(place),
            b"mdat" => media = media.saturating_add(place.length()),
            b"moof" => fragments = true,
            // Indexes of fragments, and types of segments.
            b"styp" | b"sidx" | b"ssix" | b"mfra" => {}
            _ => notes::dropped(source, place, report)?,
        }
    }
    report.note_if(here < end, Removed::StrayBytes);
    let movie = movie.ok_or(Refusal::Malformed("the index of the film is missing; perhaps its end was cut off"))?;
    Ok(Top { brand, movie, media, fragments })
}
