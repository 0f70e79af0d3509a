//! What a testimony is, and every format it takes on its way. Pure: bytes in, bytes out.
//!
//! No async, network, database, environment, clock or logging here; time and randomness are parameters.
//!
//! ```text
//! Draft ──scrub──▶ Scrubbed ──pack + pad──▶ Envelope ──seal──▶ Sealed ──▶ (store) ──▶ Bundle ──▶ (desk)
//! ```
//!
//! Each stage is a type that only the stage before it can make.

pub mod answers;
pub mod bundle;
pub mod calendar;
pub mod digest;
pub mod draft;
pub mod envelope;
pub mod header;
pub mod id;
pub mod keys;
pub mod padme;
pub mod questionnaire;
pub mod recipients;
pub mod record;
pub mod rotation;
pub mod scrub;
pub mod seal;
pub mod ustar;
