//! The boxes of the file itself: what kind of file it is, and where its tables are.

use super::{
    super::{Refusal, Removed, Report, source::Source},
    boxes::{self, Kind, Place},
};

/// Most boxes that stand side by side in the file.
const MOST_BOXES: usize = 65_536;

/// What the file has.
#[derive(Default)]
pub(super) struct File {
    /// The brand that it calls its own.
    pub(super) major: Kind,
    /// Its first box of tables for pictures.
    pub(super) meta: Option<Place>,
    /// What follows that: of tables of the short form, what its pictures are.
    pub(super) minor: Kind,
    /// Its first tables of the short form.
    pub(super) short: Option<Place>,
    /// Tables of tracks.
    pub(super) moov: bool,
    /// Media data, in the file's order.
    pub(super) mdat: Vec<(u64, u64)>,
    /// Kinds of what is left out.
    pub(super) dropped: Report,
}

/// Finds the boxes of the file.
pub(super) fn scan(source: &mut Source<'_>) -> Result<File, Refusal> {
    let mut file = File::default();
    let end = source.length();
    source.seek(0);
    for count in 0.. {
        let at = source.position();
        let Some(place) = boxes::next(source, end)? else {
            file.dropped.note_if(at < end, Removed::StrayBytes);
            break;
        };
        match &place.kind {
            b"ftyp" if count == 0 => {
                source.seek(place.start);
                if place.bytes() >= 8 {
                    (file.major, file.minor) = (source.array()?, source.array()?);
                }
                source.seek(place.end);
            }
            b"meta" if file.meta.is_none() && pictures(source, place)? => file.meta = Some(place),
            b"mdat" => file.mdat.push((place.start, place.end)),
            b"mini" if file.short.is_none() && file.meta.is_none() => file.short = Some(place),
            b"moov" | b"moof" | b"mpvd" => {
                file.moov |= place.kind == *b"moov";
                file.dropped.note(Removed::EmbeddedMedia);
            }
            b"free" | b"skip" | b"wide" => file.dropped.note(Removed::Padding),
            _ => file.dropped.note(Removed::UnknownParts),
        }
        if count == MOST_BOXES {
            return Err(Refusal::Large);
        }
    }
    Ok(file)
}

/// True for a box of tables whose handler is for pictures, and that says which of them it shows.
fn pictures(source: &mut Source<'_>, meta: Place) -> Result<bool, Refusal> {
    source.seek(meta.start.saturating_add(4));
    let (mut pictures, mut shows) = (false, false);
    while let Some(child) = boxes::next(source, meta.end)? {
        if child.kind == *b"hdlr" && child.bytes() >= 12 {
            source.seek(child.start + 8);
            pictures = source.array::<4>()? == *b"pict";
            source.seek(child.end);
        }
        shows |= child.kind == *b"pitm";
    }
    source.seek(meta.end);
    Ok(pictures && shows)
}
