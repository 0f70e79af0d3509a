//! An item's data: it may be spread over the file in pieces.

use super::super::{Refusal, sink::Sink, source::Source};

/// A piece of the file: where it starts, and where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    pub(super) start: u64,
    pub(super) end: u64,
}

impl Span {
    /// Its bytes.
    pub(super) fn bytes(self) -> u64 {
        self.end.saturating_sub(self.start)
    }
}

/// Bytes of all the pieces.
pub(super) fn total(spans: &[Span]) -> u64 {
    spans.iter().fold(0, |sum, span| sum.saturating_add(span.bytes()))
}

/// Pieces read as if they were one.
pub(super) struct Run<'a, 's> {
    source: &'a mut Source<'s>,
    spans: &'a [Span],
    /// Where each piece ends in the whole.
    ends: Vec<u64>,
    /// Where the next byte is read, in the whole.
    at: u64,
}

impl<'a, 's> Run<'a, 's> {
    pub(super) fn new(source: &'a mut Source<'s>, spans: &'a [Span]) -> Self {
        let mut sum = 0_u64;
        let ends = spans.iter().map(|span| {
            sum = sum.saturating_add(span.bytes());
            sum
        });
        let ends = ends.collect();
        Self { source, spans, ends, at: 0 }
    }

    /// Bytes of the whole.
    pub(super) fn length(&self) -> u64 {
        self.ends.last().copied().unwrap_or(0)
    }

    /// Bytes from here to the end.
    pub(super) fn left(&self) -> u64 {
        self.length().saturating_sub(self.at)
    }

    /// Where the next byte is read.
    pub(super) fn position(&self) -> u64 {
        self.at
    }

    pub(super) fn seek(&mut self, to: u64) {
        self.at = to;
    }

    /// Goes to the piece that has the next byte; how many bytes follow in it.
    fn settle(&mut self) -> Result<u64, Refusal> {
        let index = self.ends.partition_point(|end| *end <= self.at);
        let (span, end) = self.spans.get(index).zip(self.ends.get(index)).ok_or(Refusal::Short)?;
        let left = end - self.at;
        self.source.seek(span.end - left);
        Ok(left)
    }

    /// Fills `to`.
    pub(super) fn read(&mut self, mut to: &mut [u8]) -> Result<(), Refusal> {
        while !to.is_empty() {
            let here = usize::try_from(self.settle()?).unwrap_or(usize::MAX).min(to.len());
            let (now, later) = to.split_at_mut(here);
            self.source.read(now)?;
            self.at += here as u64;
            to = later;
        }
        Ok(())
    }

    /// The next `N` bytes.
    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Refusal> {
        let mut bytes = [0; N];
        self.read(&mut bytes)?;
        Ok(bytes)
    }

    /// The next `bytes` bytes in memory; [`Refusal::Large`] where that is more than `most`.
    pub(super) fn take(&mut self, bytes: u64, most: usize) -> Result<Vec<u8>, Refusal> {
        let wanted = usize::try_from(bytes).ok().filter(|bytes| *bytes <= most).ok_or(Refusal::Large)?;
        if bytes > self.left() {
            return Err(Refusal::Short);
        }
        let mut taken = vec![0; wanted];
        self.read(&mut taken)?;
        Ok(taken)
    }

    /// Puts the next `bytes` bytes out as they are.
    pub(super) fn copy(&mut self, bytes: u64, out: &mut Out<'_, '_>) -> Result<(), Refusal> {
        let mut left = bytes;
        while left > 0 {
            let here = self.settle()?.min(left);
            if let Some(sink) = &mut out.sink {
                self.source.copy(here, sink)?;
            }
            out.bytes = out.bytes.saturating_add(here);
            self.at += here;
            left -= here;
        }
        Ok(())
    }
}

/// Where an item's rebuilt data goes: it is measured first, and written when the tables before it are.
#[derive(Default)]
pub(super) struct Out<'a, 'b> {
    pub(super) sink: Option<&'a mut Sink<'b>>,
    pub(super) bytes: u64,
}

impl Out<'_, '_> {
    pub(super) fn put(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        self.bytes = self.bytes.saturating_add(bytes.len() as u64);
        self.sink.as_mut().map_or(Ok(()), |sink| sink.put(bytes))
    }
}
