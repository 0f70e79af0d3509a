//! FLAC (RFC 9639): the stream information, and frames that are read to their last bit. No other block is kept, and
//! nothing before, between or after frames. Seek points go as well: players find their way by the frames.

mod bits;
mod head;
mod information;
mod residual;
mod subframe;

use self::{
    bits::{Bits, Wrong},
    head::Head,
    information::Information,
};
use super::{Refusal, Removed, Report, ahead::Ahead, crc16::crc16, format::Format, sink::Sink, source::Source, tags};

/// Most metadata blocks.
const MOST_BLOCKS: u32 = 4096;
/// Most zeros before the start.
const LEAD: u64 = 64 * 1024;
/// Most bytes of one frame: a quarter above 65,535 samples of eight channels of 32 bits, kept as they are.
const MOST_FRAME: usize = 2_700_000;
/// Bytes of a frame that are looked at first.
const FIRST: usize = 64 * 1024;
/// Most places in one file that look like a frame and are none.
const MOST_FALSE: u32 = 1000;

/// True for a file that is one, tags before it aside.
pub(super) fn is(source: &mut Source<'_>) -> Result<bool, Refusal> {
    begins(&mut tags::between(source, &mut Report::default())?, &mut Report::default())
}

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let mut file = tags::between(source, report)?;
    if !begins(&mut file, report)? {
        return Err(Refusal::Unknown);
    }
    let information = blocks(&mut file, report)?;
    information.put(sink)?;
    // No sound at all is as good as any.
    let empty = file.left() == 0;
    let mut walk = Walk { information, first: None, next: 0, wrong: 0 };
    let mut found = false;
    while file.left() > 0 {
        if let Some(frame) = walk.frame(&mut file, report)? {
            sink.put(&frame.head)?;
            sink.put(file.there().get(frame.read..frame.last).unwrap_or_default())?;
            sink.put(&frame.end)?;
            file.skip(frame.bytes as u64);
            found = true;
        } else {
            report.note(Removed::StrayBytes);
            file.skip(1);
            file.find(0xff, u64::MAX)?;
        }
    }
    if found || empty { Ok(Format::Flac) } else { Err(Refusal::Malformed("no sound is in it")) }
}

/// Goes over zeros and the mark of a file; false where it does not come.
fn begins(file: &mut Ahead<'_, '_>, report: &mut Report) -> Result<bool, Refusal> {
    let from = file.at();
    let odd = file.find(b'f', LEAD)?;
    report.note_if(file.at() > from, Removed::StrayBytes);
    let begins = odd == 0 && file.array::<4>()? == Some(*b"fLaC");
    file.skip(4);
    Ok(begins)
}

/// Goes over the metadata blocks (RFC 9639, 8.1); what the first one says.
fn blocks(file: &mut Ahead<'_, '_>, report: &mut Report) -> Result<Information, Refusal> {
    let Some([0 | 0x80, 0, 0, 34]) = file.array::<4>()? else {
        return Err(Refusal::Malformed("what the sound is like is not told at its start"));
    };
    let mut last = file.peek(1)? == [0x80];
    file.skip(4);
    let information = Information::parse(&file.array()?.ok_or(Refusal::Short)?)?;
    file.skip(information::BYTES as u64);
    let after = file.at();
    for _ in 0..MOST_BLOCKS {
        if last {
            break;
        }
        let Some([kind, size @ ..]) = file.array::<4>()? else { break };
        note(kind & 0x7f, report);
        let [a, b, c] = size;
        file.skip(4 + u64::from(u32::from_be_bytes([0, a, b, c])));
        last = kind & 0x80 != 0;
    }
    if !last {
        report.note(Removed::UnknownParts);
    }
    // Some writers told a wrong size of a block. Frames can be told from anything else without it.
    if !last || file.left() > 0 && Head::parse(file.peek(head::MOST)?, &information).is_none() {
        file.seek(after);
    }
    Ok(information)
}

/// Notes a block by its type.
fn note(kind: u8, report: &mut Report) {
    match kind {
        // Seek points tell of nothing that the frames do not.
        3 => {}
        1 => report.note(Removed::Padding),
        4 => {
            report.note(Removed::Tags);
            report.note(Removed::Software);
        }
        5 => report.note(Removed::Chapters),
        6 => report.note(Removed::CoverArt),
        _ => report.note(Removed::UnknownParts),
    }
}

/// A frame as it is to be written.
struct Frame {
    /// Its head, rebuilt.
    head: Vec<u8>,
    /// Bytes of its head as it stands in the file.
    read: usize,
    /// Where the byte that ends its last subframe stands, or would stand.
    last: usize,
    /// That byte, if its end is padding, and the CRC.
    end: Vec<u8>,
    /// Bytes of the frame in the file.
    bytes: usize,
}

struct Walk {
    information: Information,
    /// The head of the first frame.
    first: Option<Head>,
    /// The number that the next frame is to have.
    next: u64,
    /// Places that looked like a frame and were none.
    wrong: u32,
}

impl Walk {
    /// The frame that begins here; `None` where none does.
    fn frame(&mut self, file: &mut Ahead<'_, '_>, report: &mut Report) -> Result<Option<Frame>, Refusal> {
        let Some((mut head, read)) = Head::parse(file.peek(head::MOST)?, &self.information) else { return Ok(None) };
        if self.first.as_ref().is_some_and(|first| first.variable != head.variable) {
            return Ok(None);
        }
        let mut want = FIRST.min(file.there().len());
        let (bits, padding) = loop {
            let mut bits = Bits::new(file.there(), read);
            match subframe::all(&mut bits, &head) {
                Ok(()) => break (bits.position(), bits.padding()),
                Err(Wrong::More) if want < MOST_FRAME && (want as u64) < file.left() => {
                    want = want.saturating_mul(2).clamp(FIRST, MOST_FRAME);
                    file.more(want)?;
                }
                Err(_) => {
                    self.wrong += 1;
                    return if self.wrong > MOST_FALSE { Err(Refusal::Large) } else { Ok(None) };
                }
            }
        };
        let (whole, ends) = (bits / 8, bits.div_ceil(8));
        if file.more(ends + 2)?.len() < ends + 2 {
            return Ok(None);
        }
        let there = file.there();
        let (body, crc) = there.split_at_checked(ends).unwrap_or((there, &[]));
        let right = crc.first_chunk().is_some_and(|crc| u16::from_be_bytes(*crc) == crc16(0, body));
        // A frame of a wrong CRC is kept only where the next one follows: decoders keep it too.
        if !right && !self.follows(there.get(ends + 2..).unwrap_or_default()) {
            self.wrong += 1;
            return if self.wrong > MOST_FALSE { Err(Refusal::Large) } else { Ok(None) };
        }
        report.note_if(padding != 0, Removed::CodecUserData);
        head.number = self.next;
        self.next += if head.variable { u64::from(head.samples) } else { 1 };
        let written = head.put();
        let mut end = Vec::with_capacity(3);
        if ends > whole {
            end.extend(body.last().map(|last| last & !padding));
        }
        let crc = crc16(crc16(crc16(0, &written), body.get(read..whole).unwrap_or_default()), &end);
        end.extend_from_slice(&crc.to_be_bytes());
        self.first.get_or_insert(head);
        Ok(Some(Frame { head: written, read, last: whole, end, bytes: ends + 2 }))
    }

    fn follows(&self, next: &[u8]) -> bool {
        Head::parse(next, &self.information).is_some()
    }
}
