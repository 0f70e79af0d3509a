//! Any TOML where a questionnaire belongs: refused, or one with a text and a strictest choice for every list.
#![no_main]

use amanat::testimony::questionnaire::{Kind, Questionnaire};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(read) = Questionnaire::parse(text) else { return };
    for field in &read.fields {
        if let Kind::OneOf { items, silence } = &field.kind {
            assert!(items.iter().any(|item| item.id == *silence));
        }
        assert_eq!(read.field(&field.id).map(|found| &found.id), Some(&field.id));
    }
});
