//! From frame to frame.

use super::{header::Header, xing};
use crate::testimony::scrub::{Refusal, Removed, Report, ahead::Ahead, tags};

/// Frames in a row that show that frames begin here.
const ROW: usize = 3;
/// Most bytes before the first frame, tags aside.
const LEAD: u64 = 64 * 1024;
/// Bytes that hold a row.
const REACH: usize = 32 * 1024;
/// Most bytes of a frame in free format.
const MOST_FREE: usize = 8 * 1024;
/// Most places that are looked at as a start of free format: each costs a search.
const MOST_TRIES: u32 = 64;

/// A frame that begins where the walk stands.
pub(super) struct Frame {
    pub(super) header: Header,
    /// Bytes that are there: fewer than the header promises only at the end.
    pub(super) bytes: usize,
}

/// A walk over the frames of a part of a file.
pub(super) struct Walk<'s, 'c> {
    pub(super) file: Ahead<'s, 'c>,
    /// The last frame's header.
    last: Option<Header>,
    /// Size of frames in free format.
    free: usize,
    tries: u32,
    start: u64,
    /// The end was met in the row that shows that frames begin: in the first one, and in the last.
    endings: [bool; 2],
    /// Bytes of frames.
    pub(super) kept: u64,
    /// Bytes that are in no frame and no tag, zeros aside.
    pub(super) strange: u64,
}

impl<'s, 'c> Walk<'s, 'c> {
    pub(super) fn new(file: Ahead<'s, 'c>) -> Self {
        let start = file.at();
        Self { file, last: None, free: 0, tries: 0, start, endings: [false; 2], kept: 0, strange: 0 }
    }

    /// Goes back to the first frame.
    pub(super) fn back(&mut self, to: u64) {
        self.file.seek(to);
        (self.kept, self.strange, self.endings[1]) = (0, 0, self.endings[0]);
    }

    /// Goes over a frame.
    pub(super) fn done(&mut self, frame: &Frame) {
        self.kept = self.kept.saturating_add(frame.bytes as u64);
        self.last = Some(frame.header);
        self.file.skip(frame.bytes as u64);
    }

    /// The next frame; what is before it is noted.
    pub(super) fn next(&mut self, report: &mut Report) -> Result<Option<Frame>, Refusal> {
        let mut follows = self.last.is_some();
        loop {
            let left = usize::try_from(self.file.left()).unwrap_or(usize::MAX);
            if let Some(header) = self.header(follows)? {
                let bytes = header.bytes(self.free).unwrap_or(usize::MAX);
                let after = !follows && self.last.is_some();
                if bytes <= left && after && xing::is(header, self.file.peek(bytes)?) {
                    // Two files in a row: the second's first frame is no sound.
                    report.note(Removed::Software);
                    self.file.skip(bytes as u64);
                    follows = self.last.is_some_and(|last| last.like(header));
                    continue;
                }
                if bytes <= left {
                    return Ok(Some(Frame { header, bytes }));
                }
                if header.layer() == 3 && left > header.head() {
                    // Decoders play what is there of the last frame.
                    return Ok(Some(Frame { header, bytes: left }));
                }
            }
            let torn = follows && self.endings[1];
            report.note_if(torn && left > 0, Removed::StrayBytes);
            if left == 0 || torn {
                return Ok(None);
            }
            follows = false;
            if !tags::skip(&mut self.file, report)? {
                report.note(Removed::StrayBytes);
                self.strange += u64::from(self.file.peek(1)? != [0]);
                self.file.skip(1);
                self.strange += self.file.find(0xff, LEAD)?;
            }
            if self.last.is_none() && self.strange > LEAD {
                return Ok(None);
            }
        }
    }

    /// The header here, if a frame begins with it.
    fn header(&mut self, follows: bool) -> Result<Option<Header>, Refusal> {
        let Some(header) = Header::parse(self.file.peek(4)?) else { return Ok(None) };
        if follows && self.last.is_some_and(|last| last.like(header)) && header.bytes(self.free).is_some() {
            return Ok(Some(header));
        }
        let alone = self.last.is_none() && self.file.at() == self.start;
        let left = self.file.left();
        let there = self.file.peek(REACH)?;
        let mut free = self.free;
        // One size for the whole file: it is told nowhere, so another could not be told from damage.
        if header.free() && free == 0 {
            self.tries += 1;
            free = if self.tries > MOST_TRIES { 0 } else { measure(header, there, left).unwrap_or(0) };
        }
        let Some(ending) = row(header, there, left, free, alone) else { return Ok(None) };
        let first = if self.last.is_none() { ending } else { self.endings[0] };
        (self.free, self.endings) = (free, [first, ending]);
        Ok(Some(header))
    }
}

/// Whether frames follow each other from here: three, or fewer up to the end; true if it is those. The last may be torn,
/// and counts where it is kept. Where it is not, nothing else may come of what is in it.
fn row(first: Header, there: &[u8], left: u64, free: usize, alone: bool) -> Option<bool> {
    let (mut at, mut kept, mut torn) = (0_usize, 0, false);
    while kept < ROW && !torn {
        let here = left.saturating_sub(at as u64);
        match there.get(at..).and_then(Header::parse) {
            Some(next) if next.like(first) => {
                let bytes = next.bytes(free)?;
                at += bytes;
                torn = bytes as u64 > here;
                kept += usize::from(!torn || kept > 0 && next.layer() == 3 && here > next.head() as u64);
            }
            // A last frame so torn that its header is not whole.
            None if here < 4 => break,
            _ => return None,
        }
    }
    let one = alone && kept == 1 && at as u64 >= left;
    (kept > 1 || one).then_some(kept < ROW || torn)
}

/// The size without padding of frames in free format that begin here.
fn measure(first: Header, there: &[u8], left: u64) -> Option<usize> {
    let within = there.get(..MOST_FREE.min(there.len()))?;
    memchr::memchr_iter(0xff, within).filter(|at| *at > first.head()).find_map(|at| {
        let size = at.checked_sub(first.padding())?;
        let second = Header::parse(there.get(at..)?).filter(|second| second.like(first))?;
        let third = at + second.bytes(size)?;
        match there.get(third..).and_then(Header::parse) {
            Some(third) if third.like(first) => Some(size),
            None if third as u64 == left => Some(size),
            _ => None,
        }
    })
}
