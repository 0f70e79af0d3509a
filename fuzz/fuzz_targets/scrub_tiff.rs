#![no_main]

use amanat::testimony::scrub::Format;
use libfuzzer_sys::{Corpus, fuzz_target};

mod scrub;

fuzz_target!(|bytes: &[u8]| -> Corpus { scrub::scrubs(bytes, &[Format::Tiff]) });
