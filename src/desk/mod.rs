//! The researcher's offline tool: makes keys, signs lists of them, verifies bundles and opens them.
//!
//! ```text
//! bundle ──testimony::bundle::read──▶ Job ──unseal──▶ tar ──open::unpack──▶ .partial-<id>/ ──rename──▶ <id>/
//! ```
//!
//! Only here are identities held and testimonies opened ([`unseal`]). Nothing here speaks to a network, and no crate that
//! could may enter this feature's graph. What is opened is written to disk on purpose: the researcher's machine has no
//! network, and its disk should be encrypted.

pub mod clock;
pub mod commands;
pub mod custody;
pub mod identity;
pub mod keygen;
pub mod lockdown;
pub mod manifest;
pub mod open;
pub mod passphrase;
pub mod rotate;
pub mod scrub;
pub mod section;
pub mod signer;
pub mod unseal;
pub mod verify;
