//! Exif: the orientation is read from it, and what else there was is told by kind (CIPA DC-008, 4.6).

use super::super::{Removed, Report};

pub(super) const START: &[u8] = b"Exif\0\0";

/// Most entries of a directory that are looked at.
const MOST_ENTRIES: usize = 512;

/// A block with the orientation alone; 36 bytes with its marker and length.
pub(in super::super) fn block(orientation: u16) -> Vec<u8> {
    let [high, low] = orientation.to_be_bytes();
    let ifd = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, high, low, 0, 0, 0, 0, 0, 0];
    [START, b"MM\0\x2a\0\0\0\x08", &ifd].concat()
}

/// The orientation of the first directory. `tiff` begins with the byte order.
pub(super) fn read(tiff: &[u8], report: &mut Report) -> Option<u16> {
    let view = View { tiff, big: tiff.starts_with(b"MM") };
    let first = view.u32(4)?;
    let (entries, next) = view.directory(first)?;
    let mut orientation = None;
    for entry in entries.chunks_exact(12) {
        let tag = view.number(entry, 0)?;
        match tag {
            0x0112 => orientation = orientation.or_else(|| view.orientation(entry)),
            0x8769 => view.note_all(view.value(entry), report),
            _ => {}
        }
        note(tag, report);
    }
    report.note_if(next.is_some_and(|next| next != 0), Removed::Thumbnail);
    orientation
}

/// Notes what a tag of TIFF or Exif tells; false for one that is not known.
pub(in super::super) fn note(tag: u16, report: &mut Report) -> bool {
    report.note(match tag {
        0x8825 => Removed::Location,
        0x0132 | 0x9003 | 0x9004 | 0x9010..=0x9012 | 0x9290..=0x9292 | 0x882a => Removed::Times,
        0x010f | 0x0110 | 0x927c | 0xa430..=0xa435 | 0xc62f | 0x013c => Removed::Device,
        0x0131 | 0x000b => Removed::Software,
        0x010e | 0x9286 | 0x9c9c | 0x010d => Removed::Comments,
        0x013b | 0x8298 | 0x9c9b | 0x9c9d..=0x9c9f => Removed::Tags,
        0xa420 => Removed::Identifiers,
        0x02bc => Removed::Xmp,
        0x83bb | 0x8649 => Removed::Iptc,
        0x8773 => Removed::ColourProfile,
        0x8769 => Removed::Exif,
        _ => return false,
    });
    true
}

struct View<'a> {
    tiff: &'a [u8],
    big: bool,
}

impl<'a> View<'a> {
    fn number(&self, bytes: &[u8], at: usize) -> Option<u16> {
        let two = *bytes.get(at..)?.first_chunk()?;
        Some(if self.big { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) })
    }

    fn u32(&self, at: usize) -> Option<usize> {
        let four = *self.tiff.get(at..)?.first_chunk()?;
        usize::try_from(if self.big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }).ok()
    }

    /// The entries of a directory, and where the next one is.
    fn directory(&self, at: usize) -> Option<(&'a [u8], Option<usize>)> {
        let count = usize::from(self.number(self.tiff, at)?).min(MOST_ENTRIES);
        let start = at.checked_add(2)?;
        let rest = self.tiff.get(start..)?;
        Some((&rest[..rest.len().min(count * 12)], self.u32(start + count * 12)))
    }

    fn value(&self, entry: &[u8]) -> Option<usize> {
        let four = *entry.get(8..)?.first_chunk()?;
        usize::try_from(if self.big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }).ok()
    }

    fn orientation(&self, entry: &[u8]) -> Option<u16> {
        match self.number(entry, 2)? {
            1 => entry.get(8).copied().map(u16::from),
            3 => self.number(entry, 8),
            4 => u16::try_from(self.value(entry)?).ok(),
            _ => None,
        }
    }

    fn note_all(&self, at: Option<usize>, report: &mut Report) {
        let entries = at.and_then(|at| self.directory(at)).map_or(&[][..], |(entries, _)| entries);
        for entry in entries.chunks_exact(12) {
            if let Some(tag) = self.number(entry, 0) {
                note(tag, report);
            }
        }
    }
}
