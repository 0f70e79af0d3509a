//! Custody of a key: shares on paper, of which several are needed, so that no single laptop opens everything.
//!
//! ```text
//! identity line ──key──▶ Key ──split──▶ Share … ──text──▶ share-1.txt … ──parse──▶ Share … ──combine──▶ Whole
//! ```
//!
//! The scheme is Shamir's, over each of the 32 secret bytes. Fewer shares than needed fit every key alike.

pub mod combine;
pub mod files;
pub mod key;
pub mod parse;
pub mod share;
pub mod split;
pub mod text;
