//! Which bits of main data belong to a frame. In layer III it runs through the frames as one stream, in which each frame
//! says where its own begins and how long it is (ISO/IEC 11172-3, 2.4.3.4). Bits of no frame are ancillary data.

use std::collections::VecDeque;

/// Most bytes before a frame's own at which its main data can begin.
pub(super) const BACK: u64 = 511;

/// Main data that stands in one frame.
struct Piece {
    /// Where it begins, in a count of the caller's own.
    at: u64,
    bytes: u64,
    /// Where it begins in the stream.
    stream: u64,
}

/// Bits of a piece that belong to no frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Free {
    /// Where the piece begins.
    pub(super) at: u64,
    /// Bytes of the piece.
    pub(super) bytes: u64,
    /// The bits, counted from the start of the piece.
    pub(super) from: u64,
    pub(super) until: u64,
}

/// Goes over frames, and tells of bits of none.
#[derive(Default)]
pub(super) struct Ledger {
    pieces: VecDeque<Piece>,
    /// Bytes of main data of all frames so far.
    stream: u64,
    /// Bits of them that are settled: of a frame, or told of.
    settled: u64,
}

impl Ledger {
    /// Bytes of main data so far.
    pub(super) fn stream(&self) -> u64 {
        self.stream
    }

    /// Takes a frame with `bytes` bytes of main data at `at`; its own begins `back` bytes before and has `bits` bits.
    pub(super) fn frame(&mut self, at: u64, bytes: u64, (back, bits): (u64, u64), free: &mut impl FnMut(Free)) {
        // What points to before the stream's start is cut there, but ends where it would.
        self.clear(self.stream.saturating_sub(back) * 8, free);
        let end = (self.stream * 8).saturating_add(bits).saturating_sub(back * 8);
        self.pieces.push_back(Piece { at, bytes, stream: self.stream });
        self.stream += bytes;
        self.settled = self.settled.max(end.min(self.stream * 8));
    }

    /// Lets go of the pieces that end at `until` or before, to which no frame can point any more; where the last of them
    /// ends.
    pub(super) fn settle(&mut self, until: u64, free: &mut impl FnMut(Free)) -> Option<u64> {
        let gone = self.pieces.partition_point(|piece| piece.stream + piece.bytes <= until);
        let last = self.pieces.get(gone.checked_sub(1)?)?;
        let (end, bits) = (last.at + last.bytes, (last.stream + last.bytes) * 8);
        self.clear(bits, free);
        self.pieces.drain(..gone);
        Some(end)
    }

    /// Tells of the bits up to `until` that are not settled.
    fn clear(&mut self, until: u64, free: &mut impl FnMut(Free)) {
        if until <= self.settled {
            return;
        }
        let from = self.pieces.partition_point(|piece| (piece.stream + piece.bytes) * 8 <= self.settled);
        for piece in self.pieces.range(from..) {
            let start = piece.stream * 8;
            if start >= until {
                break;
            }
            let (from, until) = (self.settled.saturating_sub(start), (until - start).min(piece.bytes * 8));
            free(Free { at: piece.at, bytes: piece.bytes, from, until });
        }
        self.settled = until;
    }
}

/// Sets the bits `from..until` to 0; true if one was not.
pub(super) fn zero(bytes: &mut [u8], from: u64, until: u64) -> bool {
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
