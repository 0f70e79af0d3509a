//! A manifest that a command acts on, and what makes it trusted.

use std::path::PathBuf;

use crate::{
    desk::manifest::{self, FileError},
    testimony::keys::trust::Trusted,
};

/// `--manifest` and `--trust`.
#[derive(clap::Args)]
pub(super) struct ManifestGiven {
    /// The new manifest, with its signatures beside it
    #[arg(long, value_name = "FILE")]
    pub(super) manifest: PathBuf,
    #[command(flatten)]
    pub(super) trust: TrustGiven,
}

/// `--trust`.
#[derive(clap::Args)]
pub(super) struct TrustGiven {
    /// What is trusted already: the manifest before it, or a file with the signers (`signers`, `needed`, `root_signers`,
    /// `root_needed`, as in the server's [keys]). Of several manifests, oldest first, the first is trusted as it is, and each
    /// other must follow from the one before it
    #[arg(long, value_name = "FILE", required = true)]
    pub(super) trust: Vec<PathBuf>,
}

impl ManifestGiven {
    /// The manifest, once enough of the right signers are shown to have signed it.
    pub(super) fn load(&self) -> Result<Trusted, FileError> {
        manifest::trusted(&self.manifest, &self.trust.trust)
    }
}
