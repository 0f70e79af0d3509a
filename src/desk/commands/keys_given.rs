//! The keys that a command opens with: files, shares, or both.

use std::path::PathBuf;

use clap::ArgGroup;

use crate::desk::{
    custody::{
        combine::{Whole, combine},
        files,
        key::recipient_of,
    },
    identity::Identities,
    passphrase::Source,
};

/// Options of every command that opens something. At least one key must be given.
#[derive(clap::Args)]
#[group(skip)]
#[command(group = ArgGroup::new("keys").required(true).multiple(true).args(["identity", "share"]))]
pub(super) struct KeysGiven {
    /// A file with secret keys; may be given several times
    #[arg(short, long, value_name = "FILE")]
    identity: Vec<PathBuf>,
    /// A file with a share of a key; as many times as shares are needed. The key is combined in memory alone
    #[arg(long, value_name = "FILE")]
    share: Vec<PathBuf>,
    /// Read the identity files' passphrase from a file instead of asking for it
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl KeysGiven {
    /// Reads all of them, and combines the shares; asks for passphrases.
    pub(super) fn load(&self) -> anyhow::Result<Identities> {
        let mut identities = Identities::default();
        // First, because nobody types a passphrase for this.
        if !self.share.is_empty() {
            let whole = combined(&self.share)?;
            anyhow::ensure!(
                identities.add(&whole.line),
                "the shares give a key of a kind that this version cannot use"
            );
        }
        let passphrase = self.passphrase_file.as_deref().map_or(Source::Terminal, Source::File);
        for path in &self.identity {
            identities.load(path, passphrase)?;
        }
        Ok(identities)
    }
}

/// The key of which these files hold the shares.
pub(super) fn combined(paths: &[PathBuf]) -> anyhow::Result<Whole> {
    let shares = paths.iter().map(|path| files::read(path)).collect::<Result<Vec<_>, _>>()?;
    Ok(combine(&shares, recipient_of)?)
}
