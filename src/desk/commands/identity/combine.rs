//! `amanat-desk identity combine`

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use anyhow::Context as _;

use super::super::{keys_given, new_key::NewKey};
use crate::desk::keygen;

/// Show that shares fit, or make the whole key from them
///
/// Without --out nothing is written: the shares are combined in memory, and the public key is printed.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  amanat-desk identity combine share-1.txt share-3.txt share-4.txt
  amanat-desk identity combine share-1.txt share-3.txt share-4.txt --out researcher.key

To open a bundle, no whole key is needed: `amanat-desk open export.tar --share share-1.txt --share …`.")]
pub(super) struct Args {
    /// Files with shares; as many as are needed, or more
    #[arg(value_name = "SHARE", required = true)]
    shares: Vec<PathBuf>,
    /// Write the whole key here; must not exist
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    new_key: NewKey,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    if let Some(out) = &args.out {
        NewKey::refuse_existing(out)?;
    }
    let whole = keys_given::combined(&args.shares)?;
    let told = if let Some(out) = &args.out {
        let passphrase = args.new_key.passphrase()?;
        keygen::write(out, &whole.line, &whole.recipient, passphrase)
            .with_context(|| format!("no key was written to {}", out.display()))?;
        format!("The shares fit. The whole key is in {}: whoever has that file needs no shares.", out.display())
    } else {
        "The shares fit: they open what is sealed to the key above. Nothing was written.".to_owned()
    };
    writeln!(io::stdout(), "{}", whole.recipient)?;
    writeln!(io::stderr(), "{told}")?;
    Ok(super::super::ALL_GOOD)
}
