//! `receipt.txt`: which new headers were opened by somebody who says so with a signature.
//!
//! ```text
//! {"format":"amanat-receipt-1","epoch":2,"manifest":"…"}
//! <id> <SHA-256 of the old header> <SHA-256 of the new header>
//! ```

use std::io::{self, Read, Seek};

use super::head::{BadHead, Head, Kind, Target};
use crate::testimony::{bundle::lines::Lines, digest::Sha256, id::TestimonyId};

/// One header that was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proven {
    /// Whose.
    pub id: TestimonyId,
    /// Of the header that it replaces.
    pub old: Sha256,
    /// Of the new one.
    pub new: Sha256,
}

/// Why a receipt cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptError {
    /// The disk failed.
    #[error("it could not be read")]
    Io(#[from] io::Error),
    /// Its first line.
    #[error(transparent)]
    Head(#[from] BadHead),
    /// A line that is none, or out of order.
    #[error("line {0} is not of a receipt's form, or out of order; copy it again")]
    Line(u64),
}

impl Proven {
    /// Bytes of the line, with its line feed.
    pub const LINE: usize = TestimonyId::TEXT_LEN + 1 + 64 + 1 + 64 + 1;

    /// The line.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{} {} {}\n", self.id, self.old, self.new)
    }

    /// Reads a line back.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        let mut parts = line.strip_suffix('\n')?.split(' ');
        let mut next = || parts.next();
        let proven = Self { id: next()?.parse().ok()?, old: next()?.parse().ok()?, new: next()?.parse().ok()? };
        parts.next().is_none().then_some(proven)
    }
}

/// The first line of a receipt for `target`.
#[must_use]
pub fn first_line(target: Target) -> String {
    Head { kind: Kind::Receipt, target, count: None }.line()
}

/// A receipt's lines. Memory stays at one line.
pub struct Receipt<R> {
    lines: Lines<R>,
    target: Target,
    last: Option<TestimonyId>,
}

impl<R: Read + Seek> Receipt<R> {
    /// Begins with the first line. Whether anybody signed it is another question.
    pub fn begin(mut input: R) -> Result<Self, ReceiptError> {
        let size = input.seek(io::SeekFrom::End(0))?;
        let mut lines = Lines::at(input, 0, size)?;
        let line = lines.pull()?.flatten().unwrap_or_default();
        let target = Head::parse(line.as_bytes(), Kind::Receipt)?.target;
        Ok(Self { lines, target, last: None })
    }

    /// What it is for.
    #[must_use]
    pub fn target(&self) -> Target {
        self.target
    }

    /// The next line.
    pub fn pull(&mut self) -> Result<Option<Proven>, ReceiptError> {
        let number = self.lines.number() + 1;
        let Some(line) = self.lines.pull()? else { return Ok(None) };
        let proven = line.and_then(Proven::parse).ok_or(ReceiptError::Line(number))?;
        if self.last.replace(proven.id).is_some_and(|last| last >= proven.id) {
            return Err(ReceiptError::Line(number));
        }
        Ok(Some(proven))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use proptest::prelude::*;

    use super::*;

    const TARGET: Target = Target { epoch: 2, manifest: Sha256([9; 32]) };

    fn read(text: &[u8]) -> Result<Vec<Proven>, ReceiptError> {
        let mut receipt = Receipt::begin(Cursor::new(text))?;
        std::iter::from_fn(|| receipt.pull().transpose()).collect()
    }

    proptest! {
        #[test]
        fn lines_by_rising_id_read_back_and_no_others(ids in proptest::collection::btree_set(any::<[u8; 16]>(), 0..5),
                                                       sha: [u8; 32], twice: bool) {
            let proven = |id| Proven { id: TestimonyId::from_random(id), old: Sha256(sha), new: Sha256(sha) };
            let mut all: Vec<_> = ids.into_iter().map(proven).collect();
            all.sort_by_key(|proven| proven.id);
            all.dedup_by_key(|proven| proven.id);
            let text = |all: &[Proven]| all.iter().fold(first_line(TARGET), |text, proven| text + &proven.line());
            prop_assert_eq!(text(&all).len() - first_line(TARGET).len(), all.len() * Proven::LINE);
            prop_assert_eq!(&read(text(&all).as_bytes()).unwrap(), &all);
            if let Some(first) = all.first().copied() {
                all.insert(if twice { 1 } else { all.len() }, first);
                prop_assert!(matches!(read(text(&all).as_bytes()), Err(ReceiptError::Line(_))));
            }
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes);
            let _ = read(&[first_line(TARGET).as_bytes(), &bytes].concat());
        }
    }
}
