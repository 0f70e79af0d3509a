//! Amanat takes in testimony over TLS, seals it to keys that exist only offline, and keeps nothing but ciphertext.
//!
//! ```text
//! witness ──HTTPS──▶ intake::web ──▶ testimony: Draft → Scrubbed → Envelope → Sealed ──▶ intake::store ──▶ Postgres
//!                                                                                              │
//! researcher ◀── desk: verify, open ◀── testimony: Bundle ◀──────── intake::commands::export ──┘
//! ```
//!
//! `testimony` is pure and always built. `intake` is online and can open nothing. `desk` is offline and holds the keys.
//! The two never meet: tests/zones.rs holds that.
#![forbid(unsafe_code)]

#[cfg(feature = "desk")]
pub mod desk;
#[cfg(feature = "intake")]
pub mod intake;
pub mod testimony;
