//! Reads an archive of headers as a stream: one header is in memory.

use std::io::{self, Read, Seek};

use super::{
    HEAD, SUFFIX,
    finding::Finding,
    head::{self, BadHead, Head, Kind},
    proof,
};
use crate::testimony::{
    bundle::walk::{Found, Walk, WalkError},
    header,
    id::TestimonyId,
};

/// No entry is longer, in bytes.
pub const LONGEST: usize = proof::LINE + header::LONGEST;

/// One header, with the line that proves if the archive has such lines. Neither is known to be sound.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// As the entry is named.
    pub id: TestimonyId,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What the reader comes to.
#[derive(Debug)]
pub enum Step {
    /// A header. Their ids rise.
    Entry(Entry),
    /// Something is wrong.
    Finding(Finding),
}

/// Why an archive cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum BeginError {
    /// The disk failed.
    #[error("it could not be read")]
    Io(#[from] io::Error),
    /// Another file.
    #[error(
        "it does not begin with {HEAD}: it is no archive of headers, or was damaged; give the one that `{0}` wrote"
    )]
    NoHead(&'static str),
    /// Its first line.
    #[error(transparent)]
    Head(#[from] BadHead),
}

/// The reader.
pub struct Entries<R> {
    walk: Walk<R>,
    head: Head,
    last: Option<TestimonyId>,
    place: u64,
    found: u64,
    /// The archive's end was reached, whole or not.
    over: bool,
}

impl<R: Read + Seek> Entries<R> {
    /// Begins with the first line, which must be of `kind`.
    pub fn begin(input: R, kind: Kind) -> Result<Self, BeginError> {
        let none = || BeginError::NoHead(kind.writer());
        let mut walk = Walk::begin(input)?;
        let found = match walk.next() {
            Some(Ok(found)) => found,
            Some(Err(WalkError::Io(error))) => return Err(error.into()),
            Some(Err(_)) | None => return Err(none()),
        };
        if found.name != HEAD || !found.whole || found.size > head::LONGEST as u64 {
            return Err(none());
        }
        let head = Head::parse(&walk.content(&found)?, kind)?;
        Ok(Self { walk, head, last: None, place: 1, found: 0, over: false })
    }

    /// The first line.
    #[must_use]
    pub fn head(&self) -> &Head {
        &self.head
    }

    fn step(&mut self) -> io::Result<Option<Step>> {
        let found = match self.walk.next() {
            Some(Ok(found)) => found,
            Some(Err(error)) => return told(error).map(|finding| Some(Step::Finding(finding))),
            None => {
                self.over = true;
                let found = self.found;
                let wrong = self.head.count.filter(|announced| *announced != found);
                return Ok(wrong.map(|announced| Step::Finding(Finding::Count { announced, found })));
            }
        };
        self.place += 1;
        let Some(id) = found.name.strip_suffix(SUFFIX).and_then(|id| id.parse::<TestimonyId>().ok()) else {
            return Ok(Some(Step::Finding(Finding::Foreign { place: self.place })));
        };
        self.found += 1;
        Ok(Some(match self.fault(id, &found) {
            Some(fault) => Step::Finding(fault),
            None => Step::Entry(Entry { id, bytes: self.walk.content(&found)? }),
        }))
    }

    fn fault(&mut self, id: TestimonyId, found: &Found) -> Option<Finding> {
        if found.size > LONGEST as u64 {
            // Such a length may hide other headers.
            self.walk.search_from(found.offset);
            return Some(Finding::TooLong { id });
        }
        if !found.whole {
            return Some(Finding::Cut { id });
        }
        if self.last.is_some_and(|last| last >= id) {
            return Some(Finding::OutOfOrder { id });
        }
        self.last = Some(id);
        None
    }
}

fn told(error: WalkError) -> io::Result<Finding> {
    Ok(match error {
        WalkError::Io(error) => return Err(error),
        WalkError::Truncated { .. } => Finding::Truncated,
        WalkError::Header { at, why } => Finding::Tar { at, why },
        WalkError::Padding { .. } | WalkError::Trailing => Finding::Stray,
    })
}

impl<R: Read + Seek> Iterator for Entries<R> {
    type Item = io::Result<Step>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let step = self.step();
        self.over |= step.is_err();
        step.transpose()
    }
}

#[cfg(test)]
mod tests;
