//! The desk as a researcher meets it: the real binary, on bundles as an export writes them.
//! Debian's `age` and `tar` are part of these tests: stock tools must be enough.
#![cfg(feature = "desk")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../bundles/mod.rs"]
mod bundles;
mod custody;
mod damage;
mod desk;
mod disk;
mod hostile;
mod hybrid;
mod keygen;
mod manifest;
mod open;
mod prove;
mod resume;
mod rotate;
mod rotation;
mod scrub;
#[path = "../sound/mod.rs"]
mod sound;
mod vectors;
mod verify;
