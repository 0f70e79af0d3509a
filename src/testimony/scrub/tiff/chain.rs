//! The chain of directories: which of them are pages.

use super::{
    super::{Refusal, Removed, Report, jpeg, source::Source},
    directory::Directory,
    field,
    order::Order,
    raw,
};

/// Most directories of a file.
const MOST_DIRECTORIES: usize = 4_096;
/// Most entries of all directories together, those below pages included.
const MOST_ENTRIES: usize = 1 << 18;
/// The bit of the subfile type that marks a preview, and the number that did so before.
const REDUCED: u64 = 1;
const OLD_REDUCED: u64 = 2;

/// Where the directories of the pages are.
pub(super) struct Chain {
    pub(super) pages: Vec<u64>,
}

impl Chain {
    pub(super) fn read(
        order: Order,
        first: u64,
        source: &mut Source<'_>,
        report: &mut Report,
    ) -> Result<Self, Refusal> {
        let mut left = MOST_ENTRIES;
        let (mut at, mut pages, mut seen) = (first, Vec::new(), std::collections::BTreeSet::new());
        // Offsets that lead back, and what lies beyond a torn end, end the chain.
        while at != 0 && seen.insert(at) {
            if seen.len() > MOST_DIRECTORIES {
                return Err(Refusal::Large);
            }
            let directory = match Directory::read(order, at, source) {
                Err(Refusal::Short) if !pages.is_empty() => break,
                other => other?,
            };
            raw::check(order, &directory, &mut left, source)?;
            note(&directory, report);
            // The first is what programs show, whatever it is marked as.
            if pages.is_empty() || !reduced(&directory, source)? {
                pages.push(at);
            } else {
                report.note(Removed::Thumbnail);
            }
            at = directory.next;
        }
        if pages.is_empty() {
            return Err(Refusal::Malformed("there is no page in it"));
        }
        Ok(Self { pages })
    }
}

/// True if a directory is a preview of another.
pub(super) fn reduced(directory: &Directory, source: &mut Source<'_>) -> Result<bool, Refusal> {
    let kind = directory.number(field::SUBFILE, source)?.unwrap_or(0);
    Ok(kind & REDUCED > 0 || directory.number(field::OLD_SUBFILE, source)? == Some(OLD_REDUCED))
}

fn note(directory: &Directory, report: &mut Report) {
    for tag in directory.tags().filter(|tag| !field::READ.contains(tag)) {
        if tag == field::SUB_DIRECTORIES {
            report.note(Removed::FurtherPictures);
        } else if !jpeg::note_tag(tag, report) {
            report.note(Removed::UnknownParts);
        }
    }
}
