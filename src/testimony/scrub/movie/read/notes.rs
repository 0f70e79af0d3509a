//! What is told of a box that is left out.

use super::{Place, Refusal, Removed, Report, Source, boxes};

/// Most entries of user data that are looked at for what they are.
const MOST_LOOKED_AT: usize = 256;
/// Extended type of an XMP packet: XMP Specification Part 3, section 1.2.7.
const XMP: [u8; 16] = [0xbe, 0x7a, 0xcf, 0xcb, 0x97, 0xa9, 0x42, 0xe8, 0x9c, 0x71, 0x99, 0x94, 0x91, 0xe3, 0xaf, 0xac];

/// Notes what a box is by its kind.
pub(super) fn dropped(source: &mut Source<'_>, place: Place, report: &mut Report) -> Result<(), Refusal> {
    report.note(match &place.kind {
        b"free" | b"skip" | b"wide" => Removed::Padding,
        b"udta" => return user_data(source, place, report),
        b"meta" | b"keys" | b"ilst" => Removed::Tags,
        b"prft" => Removed::Times,
        b"pnot" | b"PICT" => Removed::Thumbnail,
        b"uuid" => {
            source.seek(place.start);
            if source.peek()? == Some(XMP) { Removed::Xmp } else { Removed::UnknownParts }
        }
        _ => Removed::UnknownParts,
    });
    Ok(())
}

fn user_data(source: &mut Source<'_>, place: Place, report: &mut Report) -> Result<(), Refusal> {
    report.note(Removed::Tags);
    let mut here = place.start;
    for _ in 0..MOST_LOOKED_AT {
        let Some(entry) = boxes::at(source, here, place.end)? else { break };
        here = entry.end;
        match &entry.kind {
            b"\xa9xyz" | b"loci" => report.note(Removed::Location),
            b"\xa9mak" | b"\xa9mod" | b"manu" | b"modl" => report.note(Removed::Device),
            b"\xa9day" => report.note(Removed::Times),
            b"\xa9swr" | b"\xa9too" | b"\xa9enc" => report.note(Removed::Software),
            b"XMP_" => report.note(Removed::Xmp),
            b"chpl" => report.note(Removed::Chapters),
            _ => {}
        }
    }
    Ok(())
}
