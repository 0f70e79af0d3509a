//! The manifest of a bundle, line by line.

use std::io::{self, Read, Seek};

use super::{
    finding::Finding,
    lines::Lines,
    manifest::{Entry, Head, TAIL},
};
use crate::testimony::id::TestimonyId;

/// The lines of `manifest.json`. Ids that are given out rise.
pub struct Listing<R> {
    lines: Lines<R>,
    announced: Option<u64>,
    listed: u64,
    last: Option<TestimonyId>,
    /// The line before was damaged too: it was reported.
    in_damage: bool,
    over: bool,
}

impl<R: Read + Seek> Listing<R> {
    /// Reads the first line of the `size` bytes at `offset`.
    pub fn at(input: R, offset: u64, size: u64) -> io::Result<Self> {
        let mut lines = Lines::at(input, offset, size)?;
        let announced = lines.pull()?.flatten().and_then(|line| Head::parse(line).ok()).map(|head| head.count);
        Ok(Self { lines, announced, listed: 0, last: None, in_damage: false, over: false })
    }

    /// How many testimonies the first line announces; `None` if it is not of the known form.
    #[must_use]
    pub fn announced(&self) -> Option<u64> {
        self.announced
    }

    /// The next testimony, or what is wrong with the next line.
    pub fn pull(&mut self) -> io::Result<Option<Result<Entry, Finding>>> {
        while !self.over {
            let number = self.lines.number() + 1;
            let Some(line) = self.lines.pull()? else {
                self.over = true;
                return Ok(self.miscounted().map(Err));
            };
            if line == Some(TAIL) {
                continue;
            }
            let Some(entry) = line.and_then(|line| Entry::parse(line, number).ok()) else {
                if std::mem::replace(&mut self.in_damage, true) {
                    continue;
                }
                return Ok(Some(Err(Finding::Line { line: number })));
            };
            self.in_damage = false;
            self.listed += 1;
            if self.last.is_some_and(|last| last >= entry.id) {
                return Ok(Some(Err(Finding::ListedOutOfOrder { id: entry.id })));
            }
            self.last = Some(entry.id);
            return Ok(Some(Ok(entry)));
        }
        Ok(None)
    }

    fn miscounted(&self) -> Option<Finding> {
        let (announced, listed) = (self.announced?, self.listed);
        (announced != listed).then_some(Finding::Count { announced, listed })
    }
}
