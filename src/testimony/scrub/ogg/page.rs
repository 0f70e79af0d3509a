//! Pages of an Ogg file (RFC 3533, section 6), one at a time.

use memchr::memmem::find;
use zeroize::Zeroizing;

use super::crc::crc;
use crate::testimony::scrub::{Refusal, Removed, Report, source::Source};

/// A page's first four bytes.
pub(super) const MARK: &[u8; 4] = b"OggS";
/// Bytes before the table of segments.
pub(super) const FIXED: usize = 27;
/// Granule position of a page on which no packet ends.
pub(super) const NOWHERE: u64 = u64::MAX;
/// Flag: begins with the rest of a packet.
pub(super) const CONTINUED: u8 = 1;
/// Flag: the first page of its stream.
pub(super) const FIRST: u8 = 2;
/// Flag: the last page of its stream.
pub(super) const LAST: u8 = 4;
/// Most bytes that are read for places that look like a page and are none, in the whole file: so many, and so many times
/// the file. Each such place may cost a checksum over a whole page.
const MOST_FALSE: (u64, u64) = (256 << 20, 8);

/// A page whose checksum is right.
pub(super) struct Page {
    /// Where it stands in the file.
    pub(super) at: u64,
    pub(super) flags: u8,
    pub(super) granule: u64,
    pub(super) serial: u32,
    /// Bytes of each segment; 255 goes on with the next one.
    pub(super) segments: Vec<u8>,
    pub(super) body: Zeroizing<Vec<u8>>,
}

/// Reads pages from where the source stands.
pub(super) struct Pages<'a, 'b> {
    source: &'a mut Source<'b>,
    pub(super) report: &'a mut Report,
    /// Bytes that were read for places that are no page.
    spent: u64,
}

impl<'a, 'b> Pages<'a, 'b> {
    pub(super) fn new(source: &'a mut Source<'b>, report: &'a mut Report, spent: u64) -> Self {
        Self { source, report, spent }
    }

    /// Where the next page is looked for.
    pub(super) fn position(&self) -> u64 {
        self.source.position()
    }

    /// Bytes that were read for places that are no page, those before included.
    pub(super) fn spent(&self) -> u64 {
        self.spent
    }

    /// The next page.
    pub(super) fn next(&mut self) -> Result<Option<Page>, Refusal> {
        while self.mark()? {
            let at = self.source.position();
            if let Some(page) = self.page()? {
                return Ok(Some(page));
            }
            self.report.note(Removed::StrayBytes);
            self.spent += self.source.position().saturating_sub(at);
            let (some, times) = MOST_FALSE;
            if self.spent > some.saturating_add(self.source.length().saturating_mul(times)) {
                return Err(Refusal::Large);
            }
            self.source.seek(at + 1);
        }
        Ok(None)
    }

    /// Goes to the next place that begins as a page does.
    fn mark(&mut self) -> Result<bool, Refusal> {
        loop {
            if self.source.peek::<4>()?.as_ref() == Some(MARK) {
                return Ok(true);
            }
            self.report.note_if(self.source.left() > 0, Removed::StrayBytes);
            let window = self.source.window()?;
            if window.is_empty() {
                return Ok(false);
            }
            // A mark may lie across the end of the window: its last three bytes are looked at again with what follows.
            let skip = find(window, MARK).unwrap_or_else(|| window.len().saturating_sub(3)).max(1);
            self.source.skip(skip as u64);
        }
    }

    fn page(&mut self) -> Result<Option<Page>, Refusal> {
        let at = self.source.position();
        let Some(fixed) = self.source.peek::<FIXED>()? else { return Ok(None) };
        let [
            _,
            _,
            _,
            _,
            version,
            flags,
            g0,
            g1,
            g2,
            g3,
            g4,
            g5,
            g6,
            g7,
            s0,
            s1,
            s2,
            s3,
            _,
            _,
            _,
            _,
            c0,
            c1,
            c2,
            c3,
            count,
        ] = fixed;
        self.source.skip(FIXED as u64);
        if version != 0 || self.source.left() < u64::from(count) {
            return Ok(None);
        }
        let segments = self.source.take(u64::from(count), 255)?.to_vec();
        let length = segments.iter().map(|segment| u64::from(*segment)).sum();
        if self.source.left() < length {
            return Ok(None);
        }
        let body = self.source.take(length, 255 * 255)?;
        let mut head = fixed;
        head[22..26].fill(0);
        if crc(crc(crc(0, &head), &segments), &body) != u32::from_le_bytes([c0, c1, c2, c3]) {
            return Ok(None);
        }
        let granule = u64::from_le_bytes([g0, g1, g2, g3, g4, g5, g6, g7]);
        let serial = u32::from_le_bytes([s0, s1, s2, s3]);
        Ok(Some(Page { at, flags, granule, serial, segments, body }))
    }
}
