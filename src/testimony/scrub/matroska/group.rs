//! A block with what is told about it: RFC 9559, section 5.1.3.5.

use super::{Refusal, Removed, Report, Source, element, id, part, write};

/// Most bytes of a number.
const MOST_NUMBER: usize = 8;
/// Longest duration in ticks, and longest padding in nanoseconds.
const LONGEST: u64 = 1 << 40;
/// Most blocks that a block is said to refer to.
const MOST_REFERENCES: usize = 2;

/// What is told about a block.
#[derive(Debug, Default)]
pub(super) struct Group {
    /// Where the block's body is.
    pub block: Option<(u64, u64)>,
    /// Where its alpha plane is.
    pub alpha: Option<(u64, u64)>,
    duration: Option<u64>,
    discard: Option<i64>,
    references: Vec<i16>,
}

impl Group {
    /// True for a block that can be decoded alone.
    pub(super) fn is_key(&self) -> bool {
        self.references.is_empty()
    }

    /// Reads the group at `start..end`.
    pub(super) fn read(source: &mut Source<'_>, start: u64, end: u64, report: &mut Report) -> Result<Self, Refusal> {
        let mut group = Self::default();
        source.seek(start);
        while let Some(part) = element::next(source, end)? {
            let Some(close) = part.end.filter(|close| *close <= end) else {
                report.note(Removed::StrayBytes);
                return Ok(group);
            };
            match part.id {
                id::BLOCK if group.block.is_none() => group.block = Some((part.start, close)),
                id::BLOCK_DURATION => {
                    let ticks = part::uint(&source.take(part.length(), MOST_NUMBER)?)?;
                    group.duration = Some(ticks).filter(|ticks| *ticks < LONGEST);
                }
                id::DISCARD_PADDING => {
                    let padding = part::sint(&source.take(part.length(), MOST_NUMBER)?)?;
                    group.discard = Some(padding).filter(|padding| padding.unsigned_abs() < LONGEST);
                }
                id::REFERENCE_BLOCK => {
                    let reference = part::sint(&source.take(part.length(), MOST_NUMBER)?)?;
                    // Decoders ask whether there is one, and not which.
                    if group.references.len() < MOST_REFERENCES {
                        group.references.push(i16::try_from(reference).unwrap_or(-1));
                    }
                }
                id::BLOCK_ADDITIONS => group.alpha = additions(source, part.start, close)?.or(group.alpha),
                id::VOID => report.note(Removed::Padding),
                id::REFERENCE_PRIORITY | id::CRC => {}
                _ => report.note(Removed::UnknownParts),
            }
            source.seek(close);
        }
        report.note_if(source.position() < end, Removed::StrayBytes);
        Ok(group)
    }

    /// Writes what follows the block. An alpha plane follows that.
    pub(super) fn tail(&self, out: &mut Vec<u8>) {
        if let Some(duration) = self.duration {
            write::uint(id::BLOCK_DURATION, duration, out);
        }
        for reference in &self.references {
            write::sint(id::REFERENCE_BLOCK, i64::from(*reference), out);
        }
        if let Some(padding) = self.discard {
            write::sint(id::DISCARD_PADDING, padding, out);
        }
    }
}

/// The addition whose number is 1.
fn additions(source: &mut Source<'_>, start: u64, end: u64) -> Result<Option<(u64, u64)>, Refusal> {
    source.seek(start);
    while let Some(more) = element::next(source, end)? {
        let Some(close) = more.end.filter(|close| *close <= end) else { return Ok(None) };
        if more.id == id::BLOCK_MORE {
            let (mut number, mut found) = (1, None);
            while let Some(part) = element::next(source, close)? {
                let Some(after) = part.end.filter(|after| *after <= close) else { break };
                match part.id {
                    id::BLOCK_ADD_ID => number = part::uint(&source.take(part.length(), MOST_NUMBER)?)?,
                    id::BLOCK_ADDITIONAL => found = Some((part.start, after)),
                    _ => {}
                }
                source.seek(after);
            }
            if number == 1 && found.is_some() {
                return Ok(found);
            }
        }
        source.seek(close);
    }
    Ok(None)
}
