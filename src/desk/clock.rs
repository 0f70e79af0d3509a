//! The one place of the desk that asks for the time; all else is handed it.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::testimony::calendar::Timestamp;

/// Now, as this machine's clock has it.
#[must_use]
pub fn now() -> Timestamp {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that is passed in everywhere else")]
    let now = SystemTime::now();
    Timestamp(now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()))
}
