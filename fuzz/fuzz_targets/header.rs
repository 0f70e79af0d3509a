//! Any bytes as an age header: refused, or of no key that did not make it.
#![no_main]

use age_core::format::FileKey;
use amanat::testimony::header::Header;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(header) = Header::parse(bytes) {
        assert!(!header.stanzas().is_empty());
        assert!(!header.is_of(&FileKey::new(Box::new([7; 16]))));
    }
});
