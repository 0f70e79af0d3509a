//! A page as it goes over the wire: compressed once, and padded, so that its size does not tell its language.

use std::ops::Range;

use flate2::{Compress, Compression, FlushCompress, Status};

/// Stands for one byte that is filled in later. No words of ours have it: it is no character of HTML.
pub(super) const HOLE: char = '\u{1}';

/// Header of a gzip file without name and time (RFC 1952, section 2.3): a time would tell when the page was made.
const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
/// Head of a stored block (RFC 1951, section 3.2.4) and trailer of a gzip file, in bytes.
const STORED: usize = 5;
const TRAILER: usize = 8;
/// Most bytes of one stored block.
const BLOCK: usize = 0xffff;
/// A page that is larger than its kind is padded to a multiple of this.
const STEP: usize = 4096;

/// How many bytes the pages of one kind have, plain and compressed.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(in crate::intake::web) struct Size {
    pub(super) plain: usize,
    pub(super) gzip: usize,
}

/// A page that was compressed, with places to fill in.
pub(super) struct Sheet {
    plain: Vec<u8>,
    pieces: Vec<Piece>,
}

enum Piece {
    /// What bytes of the page are compressed.
    Fixed(Vec<u8>),
    /// Bytes that are filled in, and go as they are.
    Hole(Range<usize>),
}

impl Sheet {
    /// Compresses a page in which nothing is filled in later. What somebody typed may have the character of a hole in it,
    /// and each hole costs memory: there it is a character as any other.
    pub(super) fn whole(html: String) -> Self {
        let plain = html.into_bytes();
        let deflated = deflated(&mut Compress::new(Compression::best(), false), &plain);
        Self { plain, pieces: vec![Piece::Fixed(deflated)] }
    }

    /// Compresses a page of our own words. What stands in a hole is never referred to by what comes after it, so filling it
    /// in needs no compression.
    pub(super) fn with_holes(html: String) -> Self {
        let plain = html.into_bytes();
        let hole = |byte: u8| byte == HOLE as u8;
        let mut deflate = Compress::new(Compression::best(), false);
        let mut pieces = Vec::new();
        let mut at = 0;
        while at < plain.len() {
            let is_hole = hole(plain[at]);
            let run = plain[at..].iter().position(|byte| hole(*byte) != is_hole);
            let range = at..run.map_or(plain.len(), |run| at + run);
            let deflated = deflated(&mut deflate, &plain[range.clone()]);
            at = range.end;
            pieces.push(if is_hole { Piece::Hole(range) } else { Piece::Fixed(deflated) });
        }
        Self { plain, pieces }
    }

    /// What it takes without padding.
    pub(super) fn size(&self) -> Size {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Fixed(deflated) => deflated.len(),
            Piece::Hole(range) => STORED + range.len(),
        });
        Size { plain: self.plain.len(), gzip: HEAD.len() + pieces.sum::<usize>() + STORED + TRAILER }
    }

    /// The page with its holes filled in and padded to `size`; each hole takes its length of `filling`, again and again.
    pub(super) fn fill(&self, filling: &[u8], gzip: bool, size: Size) -> Vec<u8> {
        let mut page = self.plain.clone();
        for piece in &self.pieces {
            if let Piece::Hole(range) = piece {
                for (byte, with) in page[range.clone()].iter_mut().zip(filling) {
                    *byte = *with;
                }
            }
        }
        let own = self.size();
        if gzip { self.gzip(page, room(own.gzip, size.gzip)) } else { padded(page, room(own.plain, size.plain)) }
    }

    fn gzip(&self, page: Vec<u8>, padding: usize) -> Vec<u8> {
        let mut body = Vec::with_capacity(self.size().gzip + padding + STORED * (padding / BLOCK + 1));
        body.extend(HEAD);
        for piece in &self.pieces {
            match piece {
                Piece::Fixed(deflated) => body.extend(deflated),
                Piece::Hole(range) => stored(&mut body, &page[range.clone()], false),
            }
        }
        // White space after the end of a page shows nowhere.
        let page = padded(page, padding);
        let mut left = &page[page.len() - padding..];
        while left.len() > BLOCK {
            stored(&mut body, &left[..BLOCK], false);
            left = &left[BLOCK..];
        }
        stored(&mut body, left, true);
        let mut crc = crc32fast::Hasher::new();
        crc.update(&page);
        body.extend(crc.finalize().to_le_bytes());
        // Modulo 2^32 (RFC 1952, section 2.3.1).
        body.extend(&page.len().to_le_bytes()[..4]);
        body
    }
}

fn padded(mut page: Vec<u8>, padding: usize) -> Vec<u8> {
    page.resize(page.len() + padding, b'\n');
    page
}

/// How much is missing to the size of its kind, or to the next step where it is larger.
fn room(own: usize, size: usize) -> usize {
    if own <= size { size - own } else { (own - size).next_multiple_of(STEP) - (own - size) }
}

fn stored(to: &mut Vec<u8>, bytes: &[u8], last: bool) {
    let length = u16::try_from(bytes.len()).unwrap_or(u16::MAX);
    to.push(u8::from(last));
    to.extend(length.to_le_bytes());
    to.extend((!length).to_le_bytes());
    to.extend(bytes);
}

/// Compresses up to a byte's boundary, after which a stored block can stand (RFC 1951, section 3.2.4).
fn deflated(deflate: &mut Compress, bytes: &[u8]) -> Vec<u8> {
    let mut to = Vec::with_capacity(bytes.len() / 2 + 1024);
    let begun = deflate.total_in();
    loop {
        let done = usize::try_from(deflate.total_in() - begun).unwrap_or(usize::MAX).min(bytes.len());
        to.reserve(4096);
        let status = deflate.compress_vec(&bytes[done..], &mut to, FlushCompress::Sync);
        let all = deflate.total_in() - begun == bytes.len() as u64;
        if !matches!(status, Ok(Status::Ok | Status::BufError)) || (all && to.len() < to.capacity()) {
            return to;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn inflated(body: &[u8]) -> String {
        let mut text = String::new();
        flate2::read::GzDecoder::new(body).read_to_string(&mut text).unwrap();
        text
    }

    fn page(words: &str) -> String {
        let hole = HOLE.to_string().repeat(8);
        let many = (0..2000).map(|n| format!("<p>{words} {}</p>", n * 7919 % 1013)).collect::<Vec<_>>().concat();
        format!("<form action=\"{hole}\">{many}</form><a href=\"{hole}\">{many}</a>")
    }

    #[test]
    fn a_sheet_is_filled_in_and_any_inflater_reads_it() {
        let html = page("ئامانەت");
        let sheet = Sheet::with_holes(html.clone());
        for gzip in [false, true] {
            let body = sheet.fill(b"TOKEN+12", gzip, Size { plain: 200_000, gzip: 150_000 });
            let text = if gzip { inflated(&body) } else { String::from_utf8(body).unwrap() };
            let wanted = html.replace(&HOLE.to_string().repeat(8), "TOKEN+12");
            assert_eq!(text.trim_end_matches('\n'), wanted);
        }
    }

    #[test]
    fn what_was_typed_has_no_holes() {
        let html = format!("<textarea>{}</textarea>", "\u{1}a".repeat(100_000));
        let sheet = Sheet::whole(html.clone());
        assert_eq!(sheet.pieces.len(), 1);
        let size = Size { plain: 1000, gzip: 1000 };
        let (plain, gzip) = (sheet.fill(b"TOKEN", false, size), sheet.fill(b"TOKEN", true, size));
        assert_eq!(String::from_utf8(plain).unwrap().trim_end_matches('\n'), html);
        assert_eq!(inflated(&gzip).trim_end_matches('\n'), html);
        assert!(gzip.len() < 2 * STEP, "{}", gzip.len());
    }

    #[test]
    fn pages_of_one_kind_have_one_size_and_larger_ones_go_in_steps() {
        let sheets = [Sheet::with_holes(page("a")), Sheet::with_holes(page("བོད་ཡིག"))];
        let size = Size {
            plain: sheets.iter().map(|sheet| sheet.size().plain).max().unwrap(),
            gzip: sheets.iter().map(|sheet| sheet.size().gzip).max().unwrap(),
        };
        for gzip in [false, true] {
            let sizes = sheets.iter().map(|sheet| sheet.fill(b"12345678", gzip, size).len());
            let wanted = if gzip { size.gzip } else { size.plain };
            assert!(sizes.into_iter().all(|size| size == wanted));
            let small = Size { plain: 1000, gzip: 1000 };
            let larger = sheets[1].fill(b"12345678", gzip, small).len();
            assert_eq!((larger - 1000) % STEP, 0);
        }
    }
}
