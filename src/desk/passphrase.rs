//! Passphrases: asked for on the terminal, or read from a file.

use std::{
    fs::File,
    io::{self, Read as _},
    path::Path,
};

use age::secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

/// No passphrase file is longer, in bytes.
const LONGEST: u64 = 4096;

/// Why there is no passphrase.
#[derive(Debug, thiserror::Error)]
pub enum PassphraseError {
    /// Nothing was typed, or the file is empty.
    #[error("the passphrase is empty; choose one of at least six random words")]
    Empty,
    /// Typed two different ones.
    #[error("the two passphrases are not the same; run the command again")]
    Differ,
    /// No terminal.
    #[error("no passphrase could be asked for, because there is no terminal; use --passphrase-file")]
    NoTerminal(#[source] io::Error),
    /// The file cannot be used.
    #[error("the passphrase file could not be read; check its path, and that it holds one line of text")]
    File(#[source] io::Error),
}

/// Where a passphrase comes from.
#[derive(Clone, Copy)]
pub enum Source<'a> {
    /// The terminal, without echo.
    Terminal,
    /// A file's text; a line feed at its end does not count.
    File(&'a Path),
}

impl Source<'_> {
    /// A passphrase that exists already.
    pub fn ask(self, prompt: &str) -> Result<SecretString, PassphraseError> {
        let text = match self {
            Self::Terminal => {
                SecretString::from(rpassword::prompt_password(prompt).map_err(PassphraseError::NoTerminal)?)
            }
            Self::File(path) => from_file(path)?,
        };
        if text.expose_secret().is_empty() { Err(PassphraseError::Empty) } else { Ok(text) }
    }

    /// A new passphrase; on the terminal it is asked for twice.
    pub fn choose(self) -> Result<SecretString, PassphraseError> {
        let first = self.ask("Passphrase for the new key: ")?;
        if let Self::Terminal = self {
            let again = self.ask("The same passphrase again: ")?;
            if again.expose_secret() != first.expose_secret() {
                return Err(PassphraseError::Differ);
            }
        }
        Ok(first)
    }
}

fn from_file(path: &Path) -> Result<SecretString, PassphraseError> {
    // Sized once: a growing buffer would leave copies behind.
    let mut text = Zeroizing::new(String::with_capacity(8192));
    File::open(path).and_then(|file| file.take(LONGEST).read_to_string(&mut text)).map_err(PassphraseError::File)?;
    let line = text.strip_suffix('\n').unwrap_or(&text);
    Ok(SecretString::from(line.strip_suffix('\r').unwrap_or(line).to_owned()))
}
