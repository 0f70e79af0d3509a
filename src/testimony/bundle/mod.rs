//! The bundle: what an export is. A plain tar of age files with a manifest, written and read as a stream.
//!
//! In this order:
//!
//! | entry | what |
//! |---|---|
//! | `manifest.json` | one line for each testimony, by rising id; see [`manifest`] |
//! | `earlier.txt` | only after `export --since`: ids that the exports before this one hold, one a line |
//! | `<id>.age` | one age file each, in the manifest's order |
//! | `SHA256SUMS` | of all above, for `sha256sum -c`; a bundle without it was cut short |
//!
//! Ids are random, so their order tells nothing of the order of arrival.

pub mod finding;
pub mod lines;
pub mod listing;
pub mod manifest;
pub mod read;
pub mod walk;
pub mod write;

/// First entry.
pub const MANIFEST: &str = "manifest.json";
/// Second entry of an export that follows another one.
pub const EARLIER: &str = "earlier.txt";
/// Last entry.
pub const SUMS: &str = "SHA256SUMS";
/// Bytes of one tar block.
pub const BLOCK: u64 = 512;
