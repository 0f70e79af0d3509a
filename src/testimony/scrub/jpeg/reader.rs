//! Markers and segments, up to a bound: a JPEG may be a file or a strip of one (ITU-T T.81, annex B.1).

use super::super::{Refusal, Removed, Report, source::Source};

/// A source up to a position.
pub(in super::super) struct Reader<'s, 'a> {
    source: &'s mut Source<'a>,
    end: u64,
}

impl<'s, 'a> Reader<'s, 'a> {
    /// From where `source` stands to `end`.
    pub(in super::super) fn new(source: &'s mut Source<'a>, end: u64) -> Self {
        let end = end.min(source.length());
        Self { source, end }
    }

    /// Counts work that the source does not see.
    pub(super) fn work(&mut self, steps: u64) -> Result<(), Refusal> {
        self.source.work(steps)
    }

    /// Where the next byte is read from.
    pub(super) fn position(&self) -> u64 {
        self.source.position()
    }

    /// Bytes left.
    pub(super) fn left(&self) -> u64 {
        self.end.saturating_sub(self.source.position())
    }

    /// What is buffered from here on; empty at the bound.
    pub(super) fn window(&mut self) -> Result<&[u8], Refusal> {
        let left = usize::try_from(self.left()).unwrap_or(usize::MAX);
        if left == 0 {
            return Ok(&[]);
        }
        let window = self.source.window()?;
        Ok(window.get(..left).unwrap_or(window))
    }

    /// Goes on by `bytes`.
    pub(super) fn skip(&mut self, bytes: usize) {
        self.source.skip(bytes as u64);
    }

    /// Goes to a position.
    pub(super) fn seek(&mut self, to: u64) {
        self.source.seek(to);
    }

    /// Goes back before a marker.
    pub(super) fn back(&mut self) {
        self.source.seek(self.source.position().saturating_sub(2));
    }

    /// The next byte; `None` at the bound.
    pub(super) fn byte(&mut self) -> Result<Option<u8>, Refusal> {
        let byte = self.window()?.first().copied();
        self.source.skip(u64::from(byte.is_some()));
        Ok(byte)
    }

    /// The next bytes, without going on; as many as are there.
    pub(super) fn ahead<const N: usize>(&mut self) -> Result<[u8; N], Refusal> {
        let mut bytes = [0; N];
        let there = usize::try_from(self.left()).unwrap_or(N).min(N);
        let here = self.source.position();
        self.source.read(&mut bytes[..there])?;
        self.source.seek(here);
        Ok(bytes)
    }

    /// The next marker's code, past whatever stands before it; `None` at the bound.
    pub(super) fn marker(&mut self, report: &mut Report) -> Result<Option<u8>, Refusal> {
        loop {
            let window = self.window()?;
            if window.is_empty() {
                return Ok(None);
            }
            let stray = memchr::memchr(0xff, window).unwrap_or(window.len());
            report.note_if(stray > 0, Removed::StrayBytes);
            self.skip(stray);
            if self.byte()?.is_none() {
                continue;
            }
            let mut code = self.byte()?;
            while code == Some(0xff) {
                report.note(Removed::Padding);
                code = self.byte()?;
            }
            match code {
                Some(0) => report.note(Removed::StrayBytes),
                code => return Ok(code),
            }
        }
    }

    /// The body of a segment, at most 65,533 bytes.
    pub(super) fn segment(&mut self) -> Result<zeroize::Zeroizing<Vec<u8>>, Refusal> {
        if self.left() < 2 {
            return Err(Refusal::Short);
        }
        let length = u64::from(self.source.u16()?);
        let body = length.checked_sub(2).ok_or(Refusal::Malformed("a segment is shorter than its length"))?;
        if body > self.left() {
            return Err(Refusal::Short);
        }
        self.source.take(body, usize::from(u16::MAX))
    }
}
