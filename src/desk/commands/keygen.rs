//! `amanat-desk keygen`

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use anyhow::Context as _;

use super::new_key::NewKey;
use crate::desk::{identity::Kind, keygen::keygen};

/// Make a researcher's key: the secret one in a file, the public one on standard output
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  amanat-desk keygen --out researcher.key
  amanat-desk keygen --out demo.key --no-passphrase > recipient.txt
  amanat-desk keygen --x25519 --out researcher.key

The key is post-quantum (`age1pq1…`: ML-KEM-768 with X25519) unless --x25519 asks for the classic kind. The file also works
with stock age, `age -d -i researcher.key FILE.age`: from age 1.3 on, or for --x25519 any version. Whoever has neither the file nor a copy of it can
never open a testimony again: keep a second copy in another place.")]
pub(super) struct Args {
    /// Where the secret key is written; must not exist
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Make a classic key, `age1…`, which age below 1.3 can use too, and which a future quantum computer may break
    #[arg(long)]
    x25519: bool,
    #[command(flatten)]
    new_key: NewKey,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    NewKey::refuse_existing(&args.out)?;
    let passphrase = args.new_key.passphrase()?;
    let kind = if args.x25519 { Kind::X25519 } else { Kind::Hybrid };
    let recipient =
        keygen(&args.out, kind, passphrase).with_context(|| format!("no key was made at {}", args.out.display()))?;
    writeln!(io::stdout(), "{recipient}")?;
    writeln!(
        io::stderr(),
        "The secret key is in {}. Keep it offline, with a copy in another place. Give only the line above to the admin.",
        args.out.display()
    )?;
    Ok(super::ALL_GOOD)
}
