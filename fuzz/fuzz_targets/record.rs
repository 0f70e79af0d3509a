//! Any JSON where testimony.json belongs: refused, or the same when it is written again. And the page that is made of it.
#![no_main]

use amanat::{desk::open::page, testimony::record::Record};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|json: &[u8]| {
    let Ok(record) = serde_json::from_slice::<Record>(json) else { return };
    let once = serde_json::to_value(&record).expect("it was read");
    let again: Record = serde_json::from_value(once.clone()).expect("it was written");
    assert_eq!(serde_json::to_value(&again).expect("it was read"), once);
    let page = page::render(&record).expect("a page can be made of any record");
    assert!(!page.contains("<script"));
});
