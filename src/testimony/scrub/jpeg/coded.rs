//! Coded data without its stuffing (ITU-T T.81, annex B.1.1.5): every FF in it is followed by 00 in the file.

use zeroize::Zeroizing;

use super::{
    super::{Refusal, sink::Sink},
    decode::Decoder,
    reader::Reader,
};

/// Bytes that are held at once.
const CHUNK: usize = 256 * 1024;
/// Zero bytes after the last one, so that a block may be read past the end.
const PAD: usize = 1024;

/// Where coded data ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// At a marker, which was read.
    Marker(u8),
    /// At the end of what there is.
    End,
}

/// The data up to the next marker, a chunk at a time.
#[derive(Default)]
pub(super) struct Coded {
    bytes: Zeroizing<Vec<u8>>,
    ending: Option<Ending>,
}

impl Coded {
    /// Goes on behind a marker.
    pub(super) fn restart(&mut self) {
        self.bytes.clear();
        self.ending = None;
    }

    /// Where the data ends, once that is known.
    pub(super) fn ending(&self) -> Option<Ending> {
        self.ending
    }

    /// Lets `decoder` go past at most `mcus` MCUs of what is held: how many it was, and where the next bit is.
    pub(super) fn decode(&mut self, decoder: &mut Decoder, bit: usize, mcus: u64) -> (u64, usize) {
        let (length, last) = (self.bytes.len(), self.ending.is_some());
        if last {
            self.bytes.resize(length + PAD, 0);
        }
        let passed = decoder.run(&self.bytes, bit, length, last, mcus);
        self.bytes.truncate(length);
        passed
    }

    /// Reads until a chunk is held or a marker is met; how many bytes are held.
    pub(super) fn fill(&mut self, reader: &mut Reader<'_, '_>) -> Result<usize, Refusal> {
        while self.ending.is_none() && self.bytes.len() < CHUNK {
            let room = CHUNK - self.bytes.len();
            let window = reader.window()?;
            if window.is_empty() {
                self.ending = Some(Ending::End);
                break;
            }
            let window = window.get(..room).unwrap_or(window);
            let run = memchr::memchr(0xff, window).unwrap_or(window.len());
            self.bytes.extend_from_slice(&window[..run]);
            let stopped = run < window.len();
            reader.skip(run + usize::from(stopped));
            if stopped {
                self.escape(reader)?;
            }
        }
        Ok(self.bytes.len())
    }

    /// What follows an FF: the zero that makes it data, or the code of a marker; fill bytes may stand between.
    fn escape(&mut self, reader: &mut Reader<'_, '_>) -> Result<(), Refusal> {
        let mut code = reader.byte()?;
        while code == Some(0xff) {
            code = reader.byte()?;
        }
        match code {
            Some(0) => self.bytes.push(0xff),
            Some(marker) => self.ending = Some(Ending::Marker(marker)),
            None => self.ending = Some(Ending::End),
        }
        Ok(())
    }

    /// Writes the first `bytes` bytes, stuffed, and no longer holds them.
    pub(super) fn write(&mut self, bytes: usize, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        let bytes = bytes.min(self.bytes.len());
        let mut from = 0;
        for at in memchr::memchr_iter(0xff, &self.bytes[..bytes]) {
            sink.put(&self.bytes[from..=at])?;
            sink.put(&[0])?;
            from = at + 1;
        }
        sink.put(&self.bytes[from..bytes])?;
        self.bytes.drain(..bytes);
        Ok(())
    }

    /// Writes the first `bits` bits, the last byte filled up with ones, and skips to the next marker. True if whole
    /// bytes were skipped.
    pub(super) fn finish(
        &mut self,
        bits: usize,
        reader: &mut Reader<'_, '_>,
        sink: &mut Sink<'_>,
    ) -> Result<bool, Refusal> {
        let used = bits.div_ceil(8);
        if let Some(last) = self.bytes.get_mut(bits / 8)
            && !bits.is_multiple_of(8)
        {
            *last |= 0xff >> (bits % 8);
        }
        let mut skipped = self.bytes.len() > used;
        self.write(used, sink)?;
        while self.ending.is_none() {
            self.bytes.clear();
            skipped |= self.fill(reader)? > 0;
        }
        self.bytes.clear();
        Ok(skipped)
    }

    /// Writes everything up to the next marker.
    pub(super) fn copy(&mut self, reader: &mut Reader<'_, '_>, sink: &mut Sink<'_>) -> Result<(), Refusal> {
        loop {
            let held = self.fill(reader)?;
            self.write(held, sink)?;
            if self.ending.is_some() {
                return Ok(());
            }
        }
    }

    /// Skips everything up to the next marker; true if there was something.
    pub(super) fn skip(&mut self, reader: &mut Reader<'_, '_>) -> Result<bool, Refusal> {
        let mut skipped = false;
        loop {
            skipped |= self.fill(reader)? > 0;
            self.bytes.clear();
            if self.ending.is_some() {
                return Ok(skipped);
            }
        }
    }
}
