//! One stream of a link: its headers, and which part of each page is its data.

use std::ops::Range;

use zeroize::Zeroizing;

use super::{
    clock::Clock,
    codec::{Codec, Headers},
    page::{CONTINUED, FIRST, Page},
};
use crate::testimony::scrub::{Refusal, Removed, Report, xiph::opus};

/// Bytes of a header packet that are held: pictures in comments are longer, tables are not.
const MOST_HEADER: usize = 1 << 20;
/// Bytes of an Opus packet that lies on several pages.
const MOST_OPUS: usize = 1 << 18;

/// What a stream is waiting for.
enum State {
    Headers(Option<Headers>),
    Data(Headers),
    /// It is left out.
    Dropped,
}

/// A stream while its pages go by.
pub(super) struct Stream {
    state: State,
    /// The start of a header packet that goes on.
    header: Zeroizing<Vec<u8>>,
    /// The last page ended within a packet that is kept.
    open: bool,
    /// An Opus packet that lies on several pages, so far.
    span: Zeroizing<Vec<u8>>,
}

/// The part of a page that is data.
pub(super) struct Part {
    /// Of the segments.
    pub(super) segments: Range<usize>,
    /// Of the body.
    pub(super) bytes: Range<usize>,
    /// It begins with the rest of a packet.
    pub(super) continued: bool,
    /// The page before ended within a packet that does not go on here.
    pub(super) torn: bool,
    /// It ends within a packet.
    pub(super) open: bool,
}

impl Stream {
    pub(super) fn new() -> Self {
        let empty = || Zeroizing::new(Vec::new());
        Self { state: State::Headers(None), header: empty(), open: false, span: empty() }
    }

    pub(super) fn codec(&self) -> Option<Codec> {
        match &self.state {
            State::Headers(Some(headers)) | State::Data(headers) => Some(headers.codec),
            State::Headers(None) | State::Dropped => None,
        }
    }

    /// Its clock, once its headers are read.
    pub(super) fn clock(&self) -> Option<Clock> {
        match &self.state {
            State::Data(headers) => Clock::new(&headers.packets, headers.channels),
            State::Headers(_) | State::Dropped => None,
        }
    }

    /// Its header packets; `None` for a stream that is left out.
    pub(super) fn headers(self) -> Result<Option<Vec<Vec<u8>>>, Refusal> {
        match self.state {
            State::Headers(Some(headers)) | State::Data(headers) => headers.complete().map(Some),
            State::Dropped => Ok(None),
            State::Headers(None) => Err(Refusal::Short),
        }
    }

    /// Goes on with a page; `None` where nothing of it is data.
    pub(super) fn page(&mut self, page: &mut Page, report: &mut Report) -> Result<Part, Refusal> {
        let (mut segment, mut byte) = (0, 0);
        let continued = page.flags & CONTINUED != 0;
        let torn = self.open && !continued;
        if !continued {
            self.header.clear();
        } else if !self.open && self.header.is_empty() {
            (segment, byte) = packet(&page.segments, 0, 0).0;
            report.note_if(segment > 0, Removed::StrayBytes);
        }
        while segment < page.segments.len() && !matches!(self.state, State::Data(_)) {
            let ((next, end), whole) = packet(&page.segments, segment, byte);
            if !self.header(&page.body[byte..end], whole, page.flags, report)? {
                break;
            }
            (segment, byte) = (next, end);
        }
        let open = matches!(self.state, State::Data(_))
            && page.segments.get(segment..).unwrap_or_default().last() == Some(&255);
        let continued = continued && self.open && segment == 0;
        let part = Part { segments: segment..page.segments.len(), bytes: byte..page.body.len(), continued, torn, open };
        if let State::Data(Headers { codec: Codec::Opus, channels, .. }) = self.state {
            self.opus(page, &part, channels, report)?;
        }
        self.open = open;
        Ok(part)
    }

    /// Takes a piece of a header packet; false where it turns out to be data.
    fn header(&mut self, piece: &[u8], whole: bool, flags: u8, report: &mut Report) -> Result<bool, Refusal> {
        let State::Headers(headers) = &mut self.state else { return Ok(true) };
        if self.header.is_empty() && headers.as_ref().is_some_and(|headers| headers.done(piece)) {
            if let Some(headers) = headers.take() {
                self.state = State::Data(headers);
            }
            return Ok(false);
        }
        let room = MOST_HEADER - self.header.len();
        self.header.extend_from_slice(&piece[..piece.len().min(room)]);
        if !whole {
            return Ok(true);
        }
        let packet = std::mem::take(&mut self.header);
        match headers {
            Some(headers) => headers.take(&packet, packet.len() < MOST_HEADER, report)?,
            None if flags & FIRST == 0 => return Err(Refusal::Malformed("a stream does not begin at its start")),
            None => match Headers::begin(&packet, report)? {
                Some(begun) => *headers = Some(begun),
                None => self.state = State::Dropped,
            },
        }
        Ok(true)
    }

    /// Zeroes the padding of Opus packets.
    fn opus(&mut self, page: &mut Page, part: &Part, streams: u8, report: &mut Report) -> Result<(), Refusal> {
        let (mut segment, mut byte) = (part.segments.start, part.bytes.start);
        if !part.continued {
            self.span.clear();
        }
        while segment < page.segments.len() {
            let ((next, end), whole) = packet(&page.segments, segment, byte);
            let piece = &mut page.body[byte..end];
            let within = self.span.is_empty() && !(part.continued && segment == part.segments.start);
            if whole && within {
                report.note_if(opus::quiet(piece, streams), Removed::CodecUserData);
            } else if self.span.len() + piece.len() > MOST_OPUS {
                return Err(Refusal::Large);
            } else {
                self.span.extend_from_slice(piece);
            }
            // Padding may be of any length, so where it lies on an earlier page that page would have to wait.
            if whole && !within && opus::quiet(&mut std::mem::take(&mut self.span), streams) {
                return Err(Refusal::Unsupported("a long packet of sound with something hidden in its padding"));
            }
            (segment, byte) = (next, end);
        }
        Ok(())
    }
}

/// The segment and byte after the packet that begins at `segment` and `byte`, and whether it ends on this page.
pub(super) fn packet(segments: &[u8], segment: usize, byte: usize) -> ((usize, usize), bool) {
    let rest = segments.get(segment..).unwrap_or_default();
    let ends = rest.iter().position(|size| *size < 255);
    let count = ends.map_or(rest.len(), |last| last + 1);
    let bytes: usize = rest.iter().take(count).map(|size| usize::from(*size)).sum();
    ((segment + count, byte + bytes), ends.is_some())
}
