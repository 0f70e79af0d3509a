//! Any bytes to the scrubber: refused, or a file that is scrubbed already. What it writes it must read alike.

use std::io::{Cursor, Read as _};

use amanat::testimony::scrub::{Format, Refusal, clean};
use libfuzzer_sys::Corpus;

/// Bytes that an output may have beyond its input: heads and tables that are written anew.
const MORE: u64 = 64 * 1024;

/// Keeps those inputs that one of `formats` parses, or refuses.
pub fn scrubs(bytes: &[u8], formats: &[Format]) -> Corpus {
    let once = |bytes: &[u8]| clean(&mut Cursor::new(bytes.to_vec()), bytes.len() as u64, Box::new(Vec::new()));
    match once(bytes) {
        Ok(mut done) => {
            if !formats.contains(&done.format) {
                return Corpus::Reject;
            }
            assert!(done.bytes <= 4 * bytes.len() as u64 + MORE, "{} bytes became {}", bytes.len(), done.bytes);
            let mut kept = Vec::new();
            done.content.read_to_end(&mut kept).expect("memory can be read");
            let again = once(&kept).expect("what was written is read");
            assert!(again.sha256 == done.sha256 && again.removed.is_empty());
            Corpus::Keep
        }
        Err(Refusal::Unknown) => Corpus::Reject,
        Err(Refusal::Unstable) => panic!("what was written is not read alike"),
        Err(Refusal::Read(error) | Refusal::Write(error)) => panic!("memory cannot fail: {error}"),
        Err(_) => Corpus::Keep,
    }
}
