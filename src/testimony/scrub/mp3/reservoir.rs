//! Main data of layer III: it runs through the frames as one stream, in which each frame says where its own begins and how
//! long it is (ISO/IEC 11172-3, 2.4.3.4). Bits that belong to no frame are ancillary data; encoders write their name
//! there, and anything may be hidden there. They become zeros.

use std::collections::VecDeque;

use crate::testimony::scrub::{Refusal, Removed, Report, sink::Sink};

/// Most bytes before a frame's own at which its main data can begin.
const BACK: u64 = 511;
/// Bytes that are written at once.
const BATCH: usize = 32 * 1024;

/// Main data of one frame that is held.
struct Piece {
    /// Where it begins in `held`.
    at: usize,
    bytes: usize,
    /// Where it begins in the stream.
    stream: u64,
}

/// Frames that later ones may point back into.
#[derive(Default)]
pub(super) struct Reservoir {
    held: Vec<u8>,
    pieces: VecDeque<Piece>,
    /// Bytes of main data of all frames so far.
    stream: u64,
    /// Bits of them that are settled: of a frame, or zeros.
    settled: u64,
}

impl Reservoir {
    /// Holds a frame whose bytes from `head` on are main data; its own begins `back` bytes before and has `bits` bits.
    pub(super) fn frame(&mut self, frame: &[u8], head: usize, back: u64, bits: u64, report: &mut Report) {
        let bytes = frame.len().saturating_sub(head);
        // What points to before the stream's start is cut there, but ends where it would.
        self.clear(self.stream.saturating_sub(back) * 8, report);
        let end = (self.stream * 8).saturating_add(bits).saturating_sub(back * 8);
        self.pieces.push_back(Piece { at: self.held.len().saturating_add(head), bytes, stream: self.stream });
        self.stream += bytes as u64;
        self.settled = self.settled.max(end.min(self.stream * 8));
        self.held.extend_from_slice(frame);
    }

    /// Writes what no later frame can point to.
    pub(super) fn release(&mut self, sink: &mut Sink<'_>, report: &mut Report) -> Result<(), Refusal> {
        if self.held.len() < BATCH {
            return Ok(());
        }
        self.write(self.stream.saturating_sub(BACK), sink, report)
    }

    /// Writes all.
    pub(super) fn finish(&mut self, sink: &mut Sink<'_>, report: &mut Report) -> Result<(), Refusal> {
        self.write(self.stream, sink, report)
    }

    /// Writes the frames whose main data ends at `until` or before.
    fn write(&mut self, until: u64, sink: &mut Sink<'_>, report: &mut Report) -> Result<(), Refusal> {
        let gone = self.pieces.partition_point(|piece| piece.stream + piece.bytes as u64 <= until);
        let Some(last) = gone.checked_sub(1).and_then(|last| self.pieces.get(last)) else { return Ok(()) };
        let (bytes, end) = (last.at + last.bytes, (last.stream + last.bytes as u64) * 8);
        self.clear(end, report);
        sink.put(self.held.get(..bytes).unwrap_or_default())?;
        self.held.drain(..bytes.min(self.held.len()));
        self.pieces.drain(..gone);
        for piece in &mut self.pieces {
            piece.at -= bytes;
        }
        Ok(())
    }

    /// Sets the bits up to `until` that are not settled to 0.
    fn clear(&mut self, until: u64, report: &mut Report) {
        if until <= self.settled {
            return;
        }
        let from = self.pieces.partition_point(|piece| (piece.stream + piece.bytes as u64) * 8 <= self.settled);
        let mut any = false;
        for piece in self.pieces.range(from..) {
            let start = piece.stream * 8;
            if start >= until {
                break;
            }
            let Some(bytes) = self.held.get_mut(piece.at..piece.at + piece.bytes) else { break };
            any |= zero(bytes, self.settled.saturating_sub(start), until - start);
        }
        self.settled = until;
        report.note_if(any, Removed::CodecUserData);
    }
}

/// Sets the bits `from..until` to 0; true if one was not.
fn zero(bytes: &mut [u8], from: u64, until: u64) -> bool {
    let length = bytes.len() as u64 * 8;
    let (from, until) = (from.min(length), until.min(length));
    let mut any = false;
    for (start, byte) in (0_u64..).step_by(8).zip(bytes).skip(usize::try_from(from / 8).unwrap_or(0)) {
        if start >= until {
            break;
        }
        let first = 0xff_u8.checked_shr(u32::try_from(from.saturating_sub(start)).unwrap_or(8)).unwrap_or(0);
        let rest = 0xff_u8.checked_shr(u32::try_from(until - start).unwrap_or(8)).unwrap_or(0);
        let mask = first & !rest;
        any |= *byte & mask != 0;
        *byte &= !mask;
    }
    any
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
