//! Reads a bundle as a stream: the manifest's lines and the age files go side by side, both by rising id.
//!
//! What is wrong with one testimony is a [`Finding`], and the reader goes on: all others must still be opened.

use std::{
    collections::VecDeque,
    io::{self, Read, Seek},
};

use super::{
    EARLIER, MANIFEST, SUMS,
    finding::Finding,
    listing::Listing,
    manifest::Entry,
    walk::{Found, Walk, WalkError},
};
use crate::testimony::id::TestimonyId;

/// An entry that a bundle may hold, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// `manifest.json`
    Manifest,
    /// `earlier.txt`
    Earlier,
    /// `<id>.age`
    Testimony(TestimonyId),
    /// `SHA256SUMS`
    Sums,
}

/// What the reader comes to.
#[derive(Debug)]
pub enum Step {
    /// A testimony whose file is there.
    Job(Job),
    /// `manifest.json`, `earlier.txt` or `SHA256SUMS`, whole, for whoever wants to check it.
    Part(Name, Found),
    /// Something is wrong.
    Finding(Finding),
}

/// One testimony to open or to check.
#[derive(Clone, Debug)]
pub struct Job {
    /// As the file is named.
    pub id: TestimonyId,
    /// Its line in the manifest; without one, a finding came before.
    pub entry: Option<Entry>,
    /// Where the age file begins, in bytes from the bundle's start.
    pub offset: u64,
    /// Its length in bytes.
    pub size: u64,
}

/// The reader.
pub struct Reader<R> {
    input: R,
    walk: Walk<R>,
    manifest: Option<Listing<R>>,
    /// Read ahead by one on each side.
    entry: Option<Entry>,
    file: Option<(TestimonyId, Found)>,
    last_file: Option<TestimonyId>,
    place: u64,
    seen_sums: bool,
    over: bool,
    ready: VecDeque<Step>,
}

impl Name {
    /// Reads an entry's name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            MANIFEST => Some(Self::Manifest),
            EARLIER => Some(Self::Earlier),
            SUMS => Some(Self::Sums),
            _ => text.strip_suffix(".age")?.parse().ok().map(Self::Testimony),
        }
    }
}

impl<R: Read + Seek + Clone> Reader<R> {
    /// Reads from the start. Each clone of `input` must have a position of its own.
    pub fn begin(input: R) -> io::Result<Self> {
        Ok(Self {
            walk: Walk::begin(input.clone())?,
            input,
            manifest: None,
            entry: None,
            file: None,
            last_file: None,
            place: 0,
            seen_sums: false,
            over: false,
            ready: VecDeque::new(),
        })
    }

    /// How many testimonies the manifest announces, once its first line was read.
    #[must_use]
    pub fn announced(&self) -> Option<u64> {
        self.manifest.as_ref()?.announced()
    }

    fn report(&mut self, finding: Finding) {
        self.ready.push_back(Step::Finding(finding));
    }

    /// Reads ahead by one file, if none is held.
    fn fill_file(&mut self) -> io::Result<bool> {
        if self.file.is_some() {
            return Ok(true);
        }
        let found = match self.walk.next() {
            None => return Ok(false),
            Some(Err(WalkError::Io(error))) => return Err(error),
            // The end of this reader reports it.
            Some(Err(WalkError::Truncated { .. })) if !self.seen_sums => return Ok(true),
            Some(Err(error)) => {
                self.report(Finding::Tar(error));
                return Ok(true);
            }
            Some(Ok(found)) => found,
        };
        self.place += 1;
        let name = Name::parse(&found.name);
        if self.place == 1 {
            if name == Some(Name::Manifest) {
                return self.begin_manifest(found).map(|()| true);
            }
            self.report(Finding::NoManifest);
        }
        match name {
            Some(Name::Testimony(id)) => self.file = Some((id, found)),
            // Cut short: the walk says no more, and the end of this reader reports it.
            Some(Name::Sums) if !found.whole => {}
            Some(Name::Sums) => {
                self.seen_sums = true;
                self.ready.push_back(Step::Part(Name::Sums, found));
            }
            Some(Name::Earlier) if self.place == 2 => self.ready.push_back(Step::Part(Name::Earlier, found)),
            _ => self.report(Finding::Foreign { place: self.place }),
        }
        Ok(true)
    }

    fn begin_manifest(&mut self, found: Found) -> io::Result<()> {
        let listing = Listing::at(self.input.clone(), found.offset, found.size)?;
        if listing.announced().is_none() {
            self.report(Finding::Head);
        }
        self.manifest = Some(listing);
        self.ready.push_back(Step::Part(Name::Manifest, found));
        Ok(())
    }

    /// Reads ahead by one line, if none is held.
    fn fill_entry(&mut self) -> io::Result<()> {
        if self.entry.is_some() {
            return Ok(());
        }
        match self.manifest.as_mut().map(Listing::pull).transpose()?.flatten() {
            Some(Ok(entry)) => self.entry = Some(entry),
            Some(Err(finding)) => self.report(finding),
            None => {}
        }
        Ok(())
    }

    /// Puts at least one step on `ready`, or ends.
    fn advance(&mut self) -> io::Result<()> {
        let more_files = self.fill_file()?;
        if !self.ready.is_empty() {
            return Ok(());
        }
        // The first entry is looked at before the manifest's lines are.
        self.fill_entry()?;
        if !self.ready.is_empty() {
            return Ok(());
        }
        match (self.entry.take(), self.file.take()) {
            (Some(entry), Some((id, found))) if entry.id == id => self.matched(entry, &found),
            (Some(entry), Some((id, found))) if entry.id > id => {
                self.entry = Some(entry);
                self.unlisted(id, &found);
            }
            (None, Some((id, found))) => self.unlisted(id, &found),
            (Some(entry), file) if file.is_some() || !more_files => {
                self.file = file;
                self.report(Finding::Missing { id: entry.id });
            }
            (entry, _) => self.entry = entry,
        }
        if !more_files && self.entry.is_none() && self.file.is_none() && self.ready.is_empty() {
            self.over = true;
            if self.place == 0 {
                self.report(Finding::NoManifest);
            }
            if !self.seen_sums {
                self.report(Finding::Truncated);
            }
        }
        Ok(())
    }

    fn matched(&mut self, entry: Entry, found: &Found) {
        let id = entry.id;
        self.in_order(id);
        if entry.file_bytes() != found.size {
            self.walk.search_from(found.offset);
            self.report(Finding::Size { id });
        } else if found.whole {
            self.ready.push_back(Step::Job(Job { id, entry: Some(entry), offset: found.offset, size: found.size }));
        } else {
            self.report(Finding::Cut { id });
        }
    }

    fn unlisted(&mut self, id: TestimonyId, found: &Found) {
        if self.in_order(id) && self.manifest.is_some() {
            self.report(Finding::Unlisted { id });
        }
        if found.whole {
            self.ready.push_back(Step::Job(Job { id, entry: None, offset: found.offset, size: found.size }));
        } else {
            self.report(Finding::Cut { id });
        }
    }

    fn in_order(&mut self, id: TestimonyId) -> bool {
        let rises = self.last_file.is_none_or(|last| last < id) && !self.seen_sums;
        if rises {
            self.last_file = Some(id);
        } else {
            self.report(Finding::OutOfOrder { id });
        }
        rises
    }
}

impl<R: Read + Seek + Clone> Iterator for Reader<R> {
    type Item = io::Result<Step>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(step) = self.ready.pop_front() {
                return Some(Ok(step));
            }
            if self.over {
                return None;
            }
            if let Err(error) = self.advance() {
                self.over = true;
                return Some(Err(error));
            }
        }
    }
}

#[cfg(test)]
mod tests;
