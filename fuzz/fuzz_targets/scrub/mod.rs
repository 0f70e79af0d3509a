//! Any bytes to the scrubber: refused, or a file that is scrubbed already. What it writes it must read alike.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io::{self, Cursor, Read as _, Write},
};

use amanat::testimony::{
    draft::{Content, Shelf},
    scrub::{Clean, Format, Refusal, clean},
};
use libfuzzer_sys::Corpus;

/// Bytes that an output may have beyond its input: heads and tables that are written anew, and the zeros of rows that a
/// torn picture lacks, of which a thousand are a byte.
const MORE: u64 = 512 * 1024;

/// Keeps those inputs that one of `formats` parses, or refuses.
pub fn scrubs(bytes: &[u8], formats: &[Format]) -> Corpus {
    match onto(bytes, Box::new(Vec::new())) {
        Ok(mut done) => {
            if !formats.contains(&done.format) {
                return Corpus::Reject;
            }
            assert!(done.bytes <= 4 * bytes.len() as u64 + MORE, "{} bytes became {}", bytes.len(), done.bytes);
            let mut kept = Vec::new();
            done.content.read_to_end(&mut kept).expect("memory can be read");
            assert_eq!(kept.len() as u64, done.bytes);
            // Here nothing is taken over from a pass before: all of what was written is followed and decoded.
            let again = onto(&kept, Box::new(Vec::new())).expect("what was written is read");
            let removed: Vec<_> = again.removed.kinds().collect();
            assert!(removed.is_empty(), "what was scrubbed has yet: {removed:?}");
            assert!((again.format, again.sha256) == (done.format, done.sha256), "scrubbed twice is not scrubbed once");
            if matches!(done.format, Format::Jpeg | Format::Png) {
                takes_over_no_more_than_it_would_find(bytes, &kept, &done);
            }
            Corpus::Keep
        }
        Err(Refusal::Unknown) => Corpus::Reject,
        Err(Refusal::Unstable) => panic!("what was written is not read alike"),
        Err(Refusal::Read(error) | Refusal::Write(error)) => panic!("memory cannot fail: {error}"),
        Err(_) => Corpus::Keep,
    }
}

/// Changes a bit between the passes. Where the second, which takes over what the first one followed, finds nothing wrong
/// with it, neither does one that follows everything.
fn takes_over_no_more_than_it_would_find(bytes: &[u8], kept: &[u8], done: &Clean) {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let chosen = hasher.finish();
    let at = usize::try_from(chosen >> 3).expect("of 64 bits") % kept.len();
    let faulty = |bytes| Faulty { bytes, at, bit: 1 << (chosen & 7) };
    if onto(bytes, Box::new(faulty(Vec::new()))).is_ok() {
        let changed = faulty(kept.to_vec()).changed();
        let all = onto(&changed, Box::new(Vec::new())).expect("what was taken over can be followed");
        let same = all.sha256 == done.sha256 && all.removed.is_empty();
        assert!(same, "what was taken over at {at} is not what is followed");
    }
}

fn onto(bytes: &[u8], shelf: Box<dyn Shelf>) -> Result<Clean, Refusal> {
    clean(&mut Cursor::new(bytes.to_vec()), bytes.len() as u64, shelf)
}

/// A shelf on which one bit changes.
struct Faulty {
    bytes: Vec<u8>,
    at: usize,
    bit: u8,
}

impl Faulty {
    fn changed(mut self) -> Vec<u8> {
        self.bytes[self.at] ^= self.bit;
        self.bytes
    }
}

impl Write for Faulty {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.bytes.write(buf)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Shelf for Faulty {
    fn back(self: Box<Self>) -> io::Result<Box<dyn Content>> {
        Ok(Box::new(Cursor::new(self.changed())))
    }
}
