//! A frame as it is to be written.

use super::{
    header::Header,
    reservoir::Reservoir,
    side::{self, Side},
    walk::Frame,
};
use crate::testimony::scrub::{Refusal, Removed, Report, crc16::crc16, sink::Sink};

/// Writes frames.
pub(super) struct Writer {
    reservoir: Reservoir,
    /// The first frame's, and so every frame's.
    emphasis: u8,
    scratch: Vec<u8>,
}

impl Writer {
    /// Frames with this emphasis.
    pub(super) fn new(emphasis: u8) -> Self {
        Self { reservoir: Reservoir::default(), emphasis, scratch: Vec::new() }
    }

    /// Takes the frame whose bytes these are.
    pub(super) fn frame(
        &mut self,
        frame: &Frame,
        bytes: &[u8],
        sink: &mut Sink<'_>,
        report: &mut Report,
    ) -> Result<(), Refusal> {
        let header = frame.header;
        self.scratch.clear();
        self.scratch.extend_from_slice(bytes);
        let told = clean(header, self.emphasis, &mut self.scratch, report);
        if header.layer() != 3 {
            self.reservoir.finish(sink, report)?;
            return sink.put(&self.scratch);
        }
        let Some(told) = told else { return Ok(()) };
        self.reservoir.frame(&self.scratch, header.head(), told.back, told.bits, report);
        self.reservoir.release(sink, report)
    }

    /// Writes what is held.
    pub(super) fn finish(mut self, sink: &mut Sink<'_>, report: &mut Report) -> Result<(), Refusal> {
        self.reservoir.finish(sink, report)
    }
}

/// Clears what no decoder needs before the main data of a frame; what its side information tells, in layer III.
pub(super) fn clean(header: Header, emphasis: u8, frame: &mut [u8], report: &mut Report) -> Option<Side> {
    // In layers I and II a checksum is of the header too, and how far it reaches would have to be decoded: both stay.
    let stays = header.layer() != 3 && header.guarded();
    report.note_if(!stays && header.0[2] & 1 != 0, Removed::CodecUserData);
    let Header(plain) = header.plain(emphasis);
    if header.layer() != 3 {
        if let (false, Some(start)) = (stays, frame.first_chunk_mut()) {
            *start = plain;
        }
        return None;
    }
    let start = header.head() - header.side();
    *frame.first_chunk_mut()? = plain;
    let side = frame.get_mut(start..header.head())?;
    let told = side::read(header, side);
    report.note_if(told.private, Removed::CodecUserData);
    if header.guarded() {
        let crc = crc16(crc16(0xffff, &plain[2..]), side);
        frame.get_mut(4..6)?.copy_from_slice(&crc.to_be_bytes());
    }
    Some(told)
}
