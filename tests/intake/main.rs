//! The intake through its public doors: the real server by HTTPS, the real commands, a real Postgres.
#![cfg(feature = "intake")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something unexpected happens")]

mod again;
mod browser;
mod canary;
mod cluster;
mod columns;
mod export;
mod form_page;
mod hostile;
mod house;
mod keys;
mod languages;
mod limits;
mod losses;
mod memory;
mod questions;
mod roles;
#[cfg(feature = "desk")]
mod rotation;
mod runbook;
#[cfg(feature = "desk")]
mod scrubbing;
mod shown;
#[path = "../sound/mod.rs"]
mod sound;
