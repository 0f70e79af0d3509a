//! The online zone: it takes testimony in, seals it and stores it. It holds public keys only and can open nothing.
//!
//! `commands → web → store`: the web knows no SQL, the store knows no HTTP. `locales` has the words of every page.

pub mod clock;
pub mod cluster;
pub mod commands;
pub mod config;
pub mod keyring;
pub mod locales;
pub mod spool;
pub mod store;
pub mod web;
