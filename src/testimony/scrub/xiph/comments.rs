//! What a Vorbis comment block (Vorbis I, section 5) held: its kinds, never its words.

use crate::testimony::scrub::{Removed, Report};

/// Notes what is in a block that begins so: only its start need be there.
pub(in crate::testimony::scrub) fn note(block: &[u8], report: &mut Report) {
    let Some((vendor, rest)) = block.split_first_chunk().map(|(n, rest)| (u32::from_le_bytes(*n), rest)) else {
        return;
    };
    report.note_if(vendor > 0, Removed::Software);
    let rest = usize::try_from(vendor).ok().and_then(|vendor| rest.get(vendor..)).unwrap_or_default();
    let Some((count, rest)) = rest.split_first_chunk().map(|(n, rest)| (u32::from_le_bytes(*n), rest)) else {
        return;
    };
    report.note_if(count > 0, Removed::Tags);
    let has = |name: &[u8]| memchr::memmem::find(&rest.to_ascii_uppercase(), name).is_some();
    if count > 0 {
        report.note_if(has(b"METADATA_BLOCK_PICTURE=") || has(b"COVERART="), Removed::CoverArt);
        report.note_if(has(b"ENCODER="), Removed::Software);
        report.note_if(has(b"DATE=") || has(b"TIME="), Removed::Times);
        report.note_if(has(b"LOCATION=") || has(b"GEO"), Removed::Location);
        report.note_if(has(b"COMMENT=") || has(b"DESCRIPTION="), Removed::Comments);
    }
}
