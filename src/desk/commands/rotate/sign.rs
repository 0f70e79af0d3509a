//! `amanat-desk rotate sign`

use std::{
    io::{self, Seek as _, Write as _},
    path::PathBuf,
};

use anyhow::Context as _;

use super::open;
use crate::{
    desk::{passphrase::Source, rotate::output::Draft, signer::Signer},
    testimony::rotation::receipt::Receipt,
};

/// Sign a receipt that a researcher's `rotate prove` wrote; the signature is written beside it
///
/// As many signers of the manifest must sign as its next one needs, because what the receipt names is erased. Sign when you have
/// it from the researcher in person, who has seen the new headers open.
#[derive(clap::Args)]
#[command(after_help = "\
Example:
  amanat-desk rotate sign receipt.txt --key signer.key")]
pub(in crate::desk::commands) struct Sign {
    /// The receipt
    receipt: PathBuf,
    /// A signer's secret key
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// Read the passphrase from a file instead of asking for it
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl Sign {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let cannot = || format!("{} cannot be signed", self.receipt.display());
        let mut file = open(&self.receipt)?;
        let mut receipt = Receipt::begin(&file).with_context(cannot)?;
        let target = receipt.target();
        let mut count = 0_u64;
        while receipt.pull().with_context(cannot)?.is_some() {
            count += 1;
        }
        writeln!(
            io::stderr(),
            "A receipt for {count} headers of epoch {}, manifest {}. What they replace is erased on its word.",
            target.epoch,
            target.manifest
        )?;
        let source = self.passphrase_file.as_deref().map_or(Source::Terminal, Source::File);
        let signer = Signer::load(&self.key, source)?;
        let mut name = self.receipt.clone().into_os_string();
        name.push(format!(".{}.minisig", signer.public().id()));
        let path = PathBuf::from(name);
        let mut signature = Draft::begin(&path)?;
        file.rewind().with_context(cannot)?;
        let text = signer.sign(file, &format!("amanat receipt, epoch {}, {count} headers", target.epoch))?;
        signature.file().write_all(text.as_bytes()).context("the signature could not be written")?;
        signature.keep()?;
        writeln!(io::stdout(), "{}", path.display())?;
        Ok(super::super::ALL_GOOD)
    }
}
