//! Identity files: what `amanat-desk keygen`, `age-keygen` and `age -p` make.

pub mod hybrid;

use std::{
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

use age::{
    secrecy::{ExposeSecret as _, SecretString},
    x25519,
};
use zeroize::Zeroizing;

use self::hybrid::HybridIdentity;
use super::{
    passphrase::{PassphraseError, Source},
    unseal::{UnsealError, unseal_with_passphrase},
};

/// No identity file is longer, in bytes.
const LONGEST: usize = 64 * 1024;

/// Secret keys. No `Debug`, and nothing prints them.
#[derive(Default)]
pub struct Identities {
    keys: Vec<AnyIdentity>,
    /// Which key opened a header last.
    key: AtomicUsize,
    /// Which of the header's stanzas it was.
    place: AtomicUsize,
}

/// Which kind of key an identity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Classic, `AGE-SECRET-KEY-1…`, which Debian 12's age can use.
    X25519,
    /// Post-quantum, ML-KEM-768 with X25519, `AGE-SECRET-KEY-PQ-1…`.
    Hybrid,
}

type AnyIdentity = Box<dyn age::Identity + Send + Sync>;

/// Why an identity file is of no use.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// It cannot be read at all.
    #[error("the identity file {} could not be read; check the path given to --identity", path.display())]
    Read {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is too long to be one.
    #[error("{} is no identity file: it is longer than {LONGEST} bytes", path.display())]
    TooLong {
        /// Which file.
        path: PathBuf,
    },
    /// A line is neither a key nor a comment.
    #[error(
        "line {line} of the identity file {} is not an age secret key (AGE-SECRET-KEY-PQ-1… or AGE-SECRET-KEY-1…); give the file that `amanat-desk keygen` or `age-keygen` made",
        path.display()
    )]
    Line {
        /// Which file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
    },
    /// No key in it.
    #[error("the identity file {} holds no key; give the file that `amanat-desk keygen` made", path.display())]
    Empty {
        /// Which file.
        path: PathBuf,
    },
    /// Several keys, where one is meant.
    #[error("the identity file {} holds more than one key; make a file for each of them, with its one line", path.display())]
    Several {
        /// Which file.
        path: PathBuf,
    },
    /// No passphrase for it.
    #[error("the identity file {} is protected by a passphrase", path.display())]
    Passphrase {
        /// Which file.
        path: PathBuf,
        /// Why there is none.
        source: PassphraseError,
    },
    /// Its passphrase does not open it, or it is damaged.
    #[error("the identity file {} could not be unlocked", path.display())]
    Unlock {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: UnsealError,
    },
}

impl Identities {
    /// Reads one more file; asks for its passphrase if it has one.
    pub fn load(&mut self, path: &Path, passphrase: Source<'_>) -> Result<(), IdentityError> {
        let bytes = plain(path, passphrase)?;
        let before = self.keys.len();
        for (number, line) in key_lines(&bytes) {
            let identity = std::str::from_utf8(line).ok().and_then(identity);
            self.keys.push(identity.ok_or_else(|| IdentityError::Line { path: path.to_path_buf(), line: number })?);
        }
        if self.keys.len() == before { Err(IdentityError::Empty { path: path.to_path_buf() }) } else { Ok(()) }
    }

    /// Takes in one more key, from its line; false if it is none of a kind that is known.
    #[must_use]
    pub fn add(&mut self, line: &SecretString) -> bool {
        identity(line.expose_secret()).map(|identity| self.keys.push(identity)).is_some()
    }

    /// Which key opened a header last, and at which place among its stanzas.
    pub(super) fn last(&self) -> (usize, usize) {
        (self.key.load(Ordering::Relaxed), self.place.load(Ordering::Relaxed))
    }

    /// Remembers that.
    pub(super) fn opened(&self, key: usize, place: usize) {
        self.key.store(key, Ordering::Relaxed);
        self.place.store(place, Ordering::Relaxed);
    }

    /// For age.
    pub fn as_age(&self) -> impl Iterator<Item = &dyn age::Identity> {
        self.keys.iter().map(|identity| identity.as_ref() as &dyn age::Identity)
    }
}

fn identity(line: &str) -> Option<AnyIdentity> {
    if let Ok(hybrid) = line.parse::<HybridIdentity>() {
        return Some(Box::new(hybrid));
    }
    line.parse::<x25519::Identity>().ok().map(|classic| Box::new(classic) as AnyIdentity)
}

/// The one line with a key of a file that has no other; asks for its passphrase if it has one. Which kind of key it is, is
/// not looked at.
pub fn only_line(path: &Path, passphrase: Source<'_>) -> Result<SecretString, IdentityError> {
    let bytes = plain(path, passphrase)?;
    let mut lines = key_lines(&bytes);
    let (number, line) = lines.next().ok_or_else(|| IdentityError::Empty { path: path.to_path_buf() })?;
    if lines.next().is_some() {
        return Err(IdentityError::Several { path: path.to_path_buf() });
    }
    let text = std::str::from_utf8(line);
    let text = text.map_err(|_| IdentityError::Line { path: path.to_path_buf(), line: number })?;
    Ok(SecretString::from(text.to_owned()))
}

/// What an identity file says, without its passphrase.
fn plain(path: &Path, passphrase: Source<'_>) -> Result<Zeroizing<Vec<u8>>, IdentityError> {
    let own = || path.to_path_buf();
    let mut bytes = Zeroizing::new(Vec::with_capacity(2 * LONGEST));
    File::open(path)
        .and_then(|file| file.take(LONGEST as u64 + 1).read_to_end(&mut bytes))
        .map_err(|source| IdentityError::Read { path: own(), source })?;
    if bytes.len() > LONGEST {
        return Err(IdentityError::TooLong { path: own() });
    }
    if !is_sealed(&bytes) {
        return Ok(bytes);
    }
    let prompt = format!("Passphrase for {}: ", path.display());
    let passphrase = passphrase.ask(&prompt).map_err(|source| IdentityError::Passphrase { path: own(), source })?;
    unseal_with_passphrase(&bytes, passphrase).map_err(|source| IdentityError::Unlock { path: own(), source })
}

/// Lines that are no comments and not empty, counted from 1 with all others.
fn key_lines(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let lines = (1..).zip(bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii));
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with(b"#"))
}

fn is_sealed(bytes: &[u8]) -> bool {
    let text = bytes.trim_ascii_start();
    text.starts_with(b"age-encryption.org/") || text.starts_with(b"-----BEGIN AGE ENCRYPTED FILE-----")
}
