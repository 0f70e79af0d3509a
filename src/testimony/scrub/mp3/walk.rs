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
    /// Bytes of frames.
    pub(super) kept: u64,
    /// Bytes that are in no frame and no tag, zeros aside.
    pub(super) strange: u64,
}

impl<'s, 'c> Walk<'s, 'c> {
    pub(super) fn new(file: Ahead<'s, 'c>) -> Self {
        let start = file.at();
        Self { file, last: None, free: 0, tries: 0, start, kept: 0, strange: 0 }
    }

    /// Goes back to the first frame.
    pub(super) fn back(&mut self, to: u64) {
        self.file.seek(to);
        (self.kept, self.strange) = (0, 0);
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
                    self.last = Some(header);
                    follows = true;
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
            if left == 0 {
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
        if !row(header, there, left, free, alone) {
            return Ok(None);
        }
        self.free = free;
        Ok(Some(header))
    }
}

/// True where frames follow each other from here, three or up to the end.
fn row(first: Header, there: &[u8], left: u64, free: usize, alone: bool) -> bool {
    let (mut at, mut header) = (0_usize, first);
    for before in 1..=ROW {
        let Some(bytes) = header.bytes(free) else { return false };
        at += bytes;
        if before == ROW {
            return true;
        }
        if at as u64 >= left {
            return before > 1 || (alone && at as u64 == left);
        }
        match there.get(at..).and_then(Header::parse) {
            Some(next) if next.like(first) => header = next,
            // A last frame so torn that its header is not whole.
            None if left - (at as u64) < 4 => return before > 1,
            _ => return false,
        }
    }
    false
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
