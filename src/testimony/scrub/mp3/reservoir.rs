//! Frames of layer III whose main data later frames may point back into. Encoders write their name into bits of no frame,
//! and anything may be hidden there: they become zeros.

use super::ledger::{BACK, Free, Ledger, zero};
use crate::testimony::scrub::{Refusal, Removed, Report, sink::Sink};

/// Bytes that are written at once.
const BATCH: usize = 32 * 1024;

/// Frames that later ones may point back into.
#[derive(Default)]
pub(super) struct Reservoir {
    held: Vec<u8>,
    /// Bytes that were written before `held`.
    gone: u64,
    ledger: Ledger,
}

impl Reservoir {
    /// Holds a frame whose bytes from `head` on are main data; its own begins `back` bytes before and has `bits` bits.
    pub(super) fn frame(&mut self, frame: &[u8], head: usize, back: u64, bits: u64, report: &mut Report) {
        let bytes = frame.len().saturating_sub(head) as u64;
        let at = self.gone + self.held.len().saturating_add(head) as u64;
        let (buffer, gone) = (&mut self.held, self.gone);
        self.ledger.frame(at, bytes, (back, bits), &mut |part| clear(buffer, gone, part, report));
        self.held.extend_from_slice(frame);
    }

    /// Writes what no later frame can point to.
    pub(super) fn release(&mut self, sink: &mut Sink<'_>, report: &mut Report) -> Result<(), Refusal> {
        if self.held.len() < BATCH {
            return Ok(());
        }
        self.write(self.ledger.stream().saturating_sub(BACK), sink, report)
    }

    /// Writes all.
    pub(super) fn finish(&mut self, sink: &mut Sink<'_>, report: &mut Report) -> Result<(), Refusal> {
        self.write(self.ledger.stream(), sink, report)
    }

    /// Writes the frames whose main data ends at `until` or before.
    fn write(&mut self, until: u64, sink: &mut Sink<'_>, report: &mut Report) -> Result<(), Refusal> {
        let (buffer, gone) = (&mut self.held, self.gone);
        let Some(end) = self.ledger.settle(until, &mut |part| clear(buffer, gone, part, report)) else { return Ok(()) };
        let bytes = usize::try_from(end - self.gone).unwrap_or(usize::MAX).min(self.held.len());
        sink.put(self.held.get(..bytes).unwrap_or_default())?;
        self.held.drain(..bytes);
        self.gone += bytes as u64;
        Ok(())
    }
}

fn clear(held: &mut [u8], gone: u64, free: Free, report: &mut Report) {
    let start = usize::try_from(free.at - gone).unwrap_or(usize::MAX);
    let end = start.saturating_add(usize::try_from(free.bytes).unwrap_or(usize::MAX));
    if let Some(bytes) = held.get_mut(start..end) {
        report.note_if(zero(bytes, free.from, free.until), Removed::CodecUserData);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_of_no_frame_are_zeros_and_no_others() {
        let mut bytes = [0xff; 4];
        assert!(zero(&mut bytes, 3, 18));
        assert_eq!(bytes, [0xe0, 0, 0x3f, 0xff]);
        assert!(!zero(&mut bytes, 3, 18));
        let mut all = [0xff; 2];
        assert!(zero(&mut all, 0, 99));
        assert_eq!(all, [0, 0]);

        let (mut out, mut report) = (Vec::new(), Report::default());
        let mut sink = Sink::new(&mut out);
        let mut reservoir = Reservoir::default();
        // Ten bytes each after a head of two. The second's main data begins four bytes before its own.
        reservoir.frame(&[0xff; 12], 2, 0, 44, &mut report);
        assert!(report.is_empty());
        reservoir.frame(&[0xff; 12], 2, 4, 36, &mut report);
        reservoir.finish(&mut sink, &mut report).unwrap();
        sink.finish().unwrap();
        let mut expected = [0xff; 24];
        expected[7] = 0xf0;
        expected[14] = 0xf0;
        expected[15..].fill(0);
        assert_eq!(out, expected);
        assert!(!report.is_empty());
    }
}
