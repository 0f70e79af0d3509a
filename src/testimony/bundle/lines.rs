//! The lines of a bundle's text entries, of which none may be longer than a bound.

use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Take};

use super::manifest::LONGEST_LINE;

/// Reads lines one by one. Memory stays at one line whatever the input.
pub struct Lines<R> {
    input: Take<BufReader<R>>,
    number: u64,
    line: Vec<u8>,
}

impl<R: Read + Seek> Lines<R> {
    /// The lines of `size` bytes at `offset`.
    pub fn at(mut input: R, offset: u64, size: u64) -> io::Result<Self> {
        input.seek(SeekFrom::Start(offset))?;
        Ok(Self { input: BufReader::with_capacity(64 * 1024, input).take(size), number: 0, line: Vec::new() })
    }

    /// The number of the last line, counted from 1.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The next line with its line feed; `Some(None)` for one that is too long or not UTF-8.
    pub fn pull(&mut self) -> io::Result<Option<Option<&str>>> {
        self.line.clear();
        let most = LONGEST_LINE as u64;
        if self.input.by_ref().take(most).read_until(b'\n', &mut self.line)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        if self.line.len() == LONGEST_LINE && !self.line.ends_with(b"\n") {
            self.input.skip_until(b'\n')?;
            return Ok(Some(None));
        }
        Ok(Some(std::str::from_utf8(&self.line).ok()))
    }
}
