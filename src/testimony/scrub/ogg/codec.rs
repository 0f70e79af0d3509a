//! Which codec a stream has, by its first packet, and its header packets as they are written.

use crate::testimony::scrub::{
    Refusal, Removed, Report,
    xiph::{comments, flac, opus, speex, theora, vorbis},
};

/// Further header packets of Speex; none is known to exist.
const MOST_EXTRA: u32 = 64;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Codec {
    Vorbis,
    Theora,
    Opus,
    Flac,
    Speex,
}

/// A stream's header packets.
pub(super) struct Headers {
    pub(super) codec: Codec,
    /// As they are to be written.
    pub(super) packets: Vec<Vec<u8>>,
    /// Sound channels of Vorbis, streams in each packet of Opus.
    pub(super) channels: u8,
    /// Header packets that are still to come, as far as is known.
    left: u32,
}

impl Headers {
    /// From a stream's first packet; `None` for a stream that is left out.
    pub(super) fn begin(packet: &[u8], report: &mut Report) -> Result<Option<Self>, Refusal> {
        let (codec, id, channels, left) = match packet {
            [1, b'v', b'o', b'r', b'b', b'i', b's', ..] => {
                let (id, channels) = vorbis::id(packet)?;
                (Codec::Vorbis, id, channels, 2)
            }
            [0x80, b't', b'h', b'e', b'o', b'r', b'a', ..] => (Codec::Theora, theora::id(packet)?, 0, 2),
            [b'O', b'p', b'u', b's', b'H', ..] => {
                let (id, streams) = opus::id(packet)?;
                (Codec::Opus, id, streams, 1)
            }
            [0x7f, b'F', b'L', b'A', b'C', ..] => (Codec::Flac, flac::id(packet)?, 0, 1),
            [b'S', b'p', b'e', b'e', b'x', b' ', ..] => {
                let (id, extra) = speex::id(packet)?;
                (Codec::Speex, id, 0, 1 + extra.min(MOST_EXTRA))
            }
            [b'f', b'i', b's', b'h', b'e', b'a', b'd', 0, ..] => {
                report.note(Removed::UnknownParts);
                return Ok(None);
            }
            [0x80, b'k', b'a', b't', b'e', 0, ..]
            | [b'C', b'M', b'M', b'L', ..]
            | [1, b't', b'e', b'x', b't', 0, ..] => {
                report.note(Removed::TextTracks);
                return Ok(None);
            }
            _ => {
                return Err(Refusal::Unsupported("a stream of another kind than Vorbis, Opus, FLAC, Speex and Theora"));
            }
        };
        report.note_if(id != packet, Removed::Padding);
        Ok(Some(Self { codec, packets: vec![id], channels, left }))
    }

    /// True if this packet is not a header any more.
    pub(super) fn done(&self, next: &[u8]) -> bool {
        // FLAC says how many there are, or does not; a frame of sound tells itself.
        if self.codec == Codec::Flac { self.left == 0 || next.first() == Some(&0xff) } else { self.left == 0 }
    }

    /// Takes the next header packet; `whole` is false where only its start is here.
    pub(super) fn take(&mut self, packet: &[u8], whole: bool, report: &mut Report) -> Result<(), Refusal> {
        let second = self.packets.len() == 1;
        self.left = self.left.saturating_sub(1);
        let (comment, lead, known) = match self.codec {
            Codec::Vorbis => (vorbis::COMMENT, 7, packet.starts_with(b"\x03vorbis")),
            Codec::Theora => (theora::COMMENT, 7, packet.starts_with(b"\x81theora")),
            Codec::Opus => (opus::COMMENT, 8, packet.starts_with(b"OpusTags")),
            Codec::Speex => (speex::COMMENT, 0, true),
            Codec::Flac => {
                self.flac(packet, report);
                return Ok(());
            }
        };
        if second && !known {
            return Err(Refusal::Malformed("its comments are not where they must be"));
        }
        if second {
            note(packet, comment, lead, report);
            self.packets.push(comment.to_vec());
            return Ok(());
        }
        let setup = match self.codec {
            _ if !whole => return Err(Refusal::Large),
            Codec::Vorbis => vorbis::setup(packet, self.channels)?,
            Codec::Theora => theora::setup(packet)?,
            _ => {
                report.note(Removed::UnknownParts);
                return Ok(());
            }
        };
        report.note_if(setup != packet, Removed::Padding);
        self.packets.push(setup);
        Ok(())
    }

    fn flac(&mut self, packet: &[u8], report: &mut Report) {
        let kind = packet.first().copied().unwrap_or(0x80);
        self.left = u32::from(kind & 0x80 == 0);
        match kind & 0x7f {
            4 => note(packet, flac::COMMENT, flac::BLOCK, report),
            6 => report.note(Removed::CoverArt),
            1 => report.note(Removed::Padding),
            _ => report.note(Removed::UnknownParts),
        }
        if self.packets.len() == 1 {
            self.packets.push(flac::COMMENT.to_vec());
        }
    }

    /// Every header packet. A FLAC stream without comments is given empty ones.
    pub(super) fn complete(mut self) -> Result<Vec<Vec<u8>>, Refusal> {
        let wanted = if matches!(self.codec, Codec::Vorbis | Codec::Theora) { 3 } else { 2 };
        if self.codec == Codec::Flac && self.packets.len() == 1 {
            self.packets.push(flac::COMMENT.to_vec());
        }
        if self.packets.len() == wanted { Ok(self.packets) } else { Err(Refusal::Short) }
    }
}

fn note(packet: &[u8], empty: &[u8], lead: usize, report: &mut Report) {
    if packet != empty {
        let mut held = Report::default();
        comments::note(packet.get(lead..).unwrap_or_default(), &mut held);
        report.note_if(held.is_empty(), Removed::Padding);
        held.kinds().for_each(|kind| report.note(kind));
    }
}
