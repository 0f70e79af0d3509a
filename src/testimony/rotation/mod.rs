//! Rotation of keys: headers travel to the desk and back, payloads stay where they are.
//!
//! | file | written by | what |
//! |---|---|---|
//! | `H.tar` | `amanat rotate export` | `rotation.json`, then `<id>.header`: the age header that a row has now |
//! | `H2.tar` | `amanat-desk rotate` | `rotation.json`, then `<id>.header`: a line that proves, and the new header |
//! | `receipt.txt` | `amanat-desk rotate prove` | a line of JSON, then `<id> <old SHA-256> <new SHA-256>` a line, by rising id |
//!
//! Both archives are plain tars by rising id. Each file names the manifest that it is for ([`head`]). The line that proves
//! ([`proof`]) binds a new header to its testimony and to the header that it replaces.

pub mod entries;
pub mod finding;
pub mod head;
pub mod proof;
pub mod receipt;
pub mod write;

/// First entry of both archives.
pub const HEAD: &str = "rotation.json";
/// How the names of all other entries end.
pub const SUFFIX: &str = ".header";
