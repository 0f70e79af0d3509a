//! `amanat-desk keygen`

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use anyhow::Context as _;

use super::new_key::NewKey;
use crate::desk::keygen::keygen;

/// Make a researcher's key: the secret one in a file, the public one on standard output
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  amanat-desk keygen --out researcher.key
  amanat-desk keygen --out demo.key --no-passphrase > recipient.txt

The file also works with stock age: `age -d -i researcher.key FILE.age`. Whoever has neither the file nor a copy of it can
never open a testimony again: keep a second copy in another place.")]
pub(super) struct Args {
    /// Where the secret key is written; must not exist
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    new_key: NewKey,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    NewKey::refuse_existing(&args.out)?;
    let passphrase = args.new_key.passphrase()?;
    let recipient =
        keygen(&args.out, passphrase).with_context(|| format!("no key was made at {}", args.out.display()))?;
    writeln!(io::stdout(), "{recipient}")?;
    writeln!(
        io::stderr(),
        "The secret key is in {}. Keep it offline, with a copy in another place. Give only the line above to the admin.",
        args.out.display()
    )?;
    Ok(super::ALL_GOOD)
}
