//! A form's address that this server did not sign is never taken.
#![no_main]

use amanat::{intake::web::token::FormTokens, testimony::calendar::Timestamp};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|sent: (&str, u64)| {
    let (token, now) = sent;
    assert!(FormTokens::new(24).check(token, Timestamp(now)).is_err());
});
