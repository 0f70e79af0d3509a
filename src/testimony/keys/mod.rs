//! Whom testimonies are sealed to, and who may say so.
//!
//! `recipients.json` is a manifest: researchers' public keys under an epoch, with two days between which it holds, and the
//! signers of the next one. Its signatures are detached minisign files beside it, `recipients.json.<key id>.minisig`.
//!
//! ```text
//! bytes ──parse──▶ Manifest ──Trust::next──▶ Trusted
//! ```
//!
//! Nothing is sealed to a [`manifest::Manifest`]; a [`trust::Trusted`] one has enough signatures of the signers before it.

pub mod fingerprint;
pub mod manifest;
pub mod quorum;
pub mod signature;
pub mod signer;
pub mod trust;
