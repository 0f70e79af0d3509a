//! Any line of a manifest: refused, or read back from what it prints.
#![no_main]

use amanat::testimony::bundle::manifest::{Entry, Head};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|line: &str| {
    if let Ok(head) = Head::parse(line) {
        assert_eq!(Head::parse(&head.line()).ok(), Some(head));
    }
    if let Ok(entry) = Entry::parse(line, 2) {
        let again = entry.line(false);
        assert_eq!(Entry::parse(&again, 2).ok(), Some(entry));
    }
});
