//! How a key that is written is protected.

use std::path::{Path, PathBuf};

use age::secrecy::SecretString;

use crate::desk::passphrase::{PassphraseError, Source};

/// Options of every command that writes a key to its `--out`.
#[derive(clap::Args)]
pub(super) struct NewKey {
    /// Do not protect the key with a passphrase (for scripts and tests)
    #[arg(long, requires = "out", conflicts_with = "passphrase_file")]
    no_passphrase: bool,
    /// Read the passphrase from a file instead of asking for it
    #[arg(long, requires = "out", value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl NewKey {
    /// So that no passphrase is asked for in vain: whoever makes the file looks again.
    pub(super) fn refuse_existing(out: &Path) -> anyhow::Result<()> {
        anyhow::ensure!(
            out.symlink_metadata().is_err(),
            "{} exists already, and a key that is overwritten is lost for ever; choose another --out",
            out.display()
        );
        Ok(())
    }

    /// The passphrase for the file, if it is to have one.
    pub(super) fn passphrase(&self) -> Result<Option<SecretString>, PassphraseError> {
        let source = self.passphrase_file.as_deref().map_or(Source::Terminal, Source::File);
        if self.no_passphrase { Ok(None) } else { source.choose().map(Some) }
    }
}
