//! Any TOML where a questionnaire belongs: refused, or one with a text and a strictest choice for every list.
#![no_main]

use amanat::testimony::questionnaire::{Kind, Questionnaire, codebook, schema};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(read) = Questionnaire::parse(text) else { return };
    for field in read.fields() {
        if let Kind::OneOf(choosing) | Kind::ManyOf(choosing) = &field.kind {
            assert!(read.list(choosing).offers(&choosing.silence, 2026));
        }
        assert_eq!(read.field(&field.id).map(|found| &found.id), Some(&field.id));
    }
    let _ = (codebook::markdown(&read), codebook::csv(&read), schema::json_schema(&read));
});
