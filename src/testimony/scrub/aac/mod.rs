//! AAC in ADTS: ISO/IEC 13818-7, 6.2, and ISO/IEC 14496-3, 1.A. Frames that follow each other, with heads made anew and
//! without the copyright identifier that runs through them. ADIF and LATM are refused: neither tells where a frame ends.

mod bands;
mod bits;
mod block;
mod books;
mod channel;
mod elements;
mod header;

pub(super) use self::block::clear;
use self::header::{HEAD, Header};
use super::{Refusal, Removed, Report, ahead::Ahead, format::Format, sink::Sink, source::Source, tags};

/// What the grammar of raw data blocks depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Grammar {
    /// The object type: 1 for the main profile, 2 for low complexity, 4 for long-term prediction.
    object: u8,
    /// Samples a second, by their index.
    rate: u8,
}

impl Grammar {
    /// The index of a rate whose bands are not known.
    pub(super) const NO_RATE: u32 = 15;
    /// Nothing is told.
    pub(super) const UNTOLD: Self = Self { object: 0, rate: 15 };

    pub(super) fn new(object: u32, rate: u32) -> Self {
        Self { object: u8::try_from(object).unwrap_or(0), rate: u8::try_from(rate).unwrap_or(15) }
    }
}

/// Frames in a row that show that frames begin here.
const ROW: usize = 3;
/// Most bytes before the first frame, tags aside.
const LEAD: u64 = 8 * 1024;
/// Bytes that hold a row.
const REACH: usize = 32 * 1024;

/// True for a file that is one, tags before it aside.
pub(super) fn is(source: &mut Source<'_>) -> Result<bool, Refusal> {
    let mut report = Report::default();
    let mut file = tags::between(source, &mut report)?;
    Ok(unframed(&mut file)? || Walk::new(file).next(&mut report)?.is_some())
}

/// Rebuilds a file.
pub(super) fn rebuild(source: &mut Source<'_>, sink: &mut Sink<'_>, report: &mut Report) -> Result<Format, Refusal> {
    let mut file = tags::between(source, report)?;
    if unframed(&mut file)? {
        return Err(Refusal::Unsupported("AAC sound that does not tell where its frames end"));
    }
    let mut walk = Walk::new(file);
    let mut made = Vec::with_capacity(REACH);
    while let Some(header) = walk.next(report)? {
        let frame = walk.file.peek(header.bytes)?;
        made.clear();
        header.put(frame, &mut made, report)?;
        if let Some(block) = made.get_mut(HEAD..) {
            clear(block, header.grammar(), usize::from(header.more) + 1, report);
        }
        sink.put(&made)?;
        walk.done(&header);
    }
    match walk.kept {
        0 => Err(Refusal::Malformed("no sound is in it")),
        kept if walk.strange > kept => Err(Refusal::Malformed("most of it is not sound")),
        _ => Ok(Format::Aac),
    }
}

/// True for ADIF, and for LOAS (ISO/IEC 14496-3, 1.7.2).
fn unframed(file: &mut Ahead<'_, '_>) -> Result<bool, Refusal> {
    let there = file.peek(REACH)?;
    if there.starts_with(b"ADIF") {
        return Ok(true);
    }
    let (mut at, mut frames) = (0, 0);
    while frames < ROW
        && let Some([0x56, high @ 0xe0..=0xff, low]) = there.get(at..at + 3)
    {
        at += 3 + usize::from(u16::from_be_bytes([high & 0x1f, *low]));
        frames += 1;
    }
    Ok(frames == ROW)
}

/// A walk from frame to frame.
struct Walk<'s, 'c> {
    file: Ahead<'s, 'c>,
    last: Option<Header>,
    start: u64,
    /// The end was met in the row that shows that frames begin.
    ending: bool,
    /// Bytes of frames.
    kept: u64,
    /// Bytes in no frame and no tag, zeros aside.
    strange: u64,
}

impl<'s, 'c> Walk<'s, 'c> {
    fn new(file: Ahead<'s, 'c>) -> Self {
        let start = file.at();
        Self { file, last: None, start, ending: false, kept: 0, strange: 0 }
    }

    /// The head of the next whole frame; what is before it is noted.
    fn next(&mut self, report: &mut Report) -> Result<Option<Header>, Refusal> {
        let mut follows = self.last.is_some();
        loop {
            let left = self.file.left();
            if let Some(header) = Header::parse(self.file.peek(HEAD)?) {
                let like = follows && self.last.as_ref().is_some_and(|last| last.like(&header));
                if header.bytes as u64 <= left && (like || self.row(&header)?) {
                    return Ok(Some(header));
                }
            }
            let torn = follows && self.ending;
            report.note_if(torn && left > 0, Removed::StrayBytes);
            if left == 0 || torn {
                return Ok(None);
            }
            follows = false;
            if !tags::skip(&mut self.file, report)? {
                report.note(Removed::StrayBytes);
                self.strange += u64::from(self.file.peek(1)? != [0]);
                self.file.skip(1);
                self.strange += self.file.find(0xff, REACH as u64)?;
            }
            if self.last.is_none() && self.strange > LEAD {
                return Ok(None);
            }
        }
    }

    fn done(&mut self, header: &Header) {
        self.kept = self.kept.saturating_add(header.bytes as u64);
        self.file.skip(header.bytes as u64);
        self.last = Some(*header);
    }

    /// Whether frames follow each other from here: three, or fewer up to the end, where one that is not whole may stand.
    /// What was written has none of that one, so nothing may come of what is in it.
    fn row(&mut self, first: &Header) -> Result<bool, Refusal> {
        let alone = self.last.is_none() && self.file.at() == self.start;
        let left = self.file.left();
        let there = self.file.peek(REACH)?;
        let (mut at, mut whole) = (0, 0);
        while whole < ROW {
            let here = left.saturating_sub(at as u64);
            match there.get(at..).and_then(Header::parse) {
                Some(next) if next.like(first) && next.bytes as u64 <= here => at += next.bytes,
                Some(next) if next.like(first) => break,
                None if here < HEAD as u64 => break,
                _ => return Ok(false),
            }
            whole += 1;
        }
        let shown = whole > 1 || alone && whole > 0;
        self.ending = shown && whole < ROW;
        Ok(shown)
    }
}
