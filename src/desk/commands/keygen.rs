//! `amanat-desk keygen`

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use anyhow::Context as _;

use crate::desk::{
    keygen::{Kind, keygen},
    passphrase::Source,
};

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
    /// Do not protect the key with a passphrase (for scripts and tests)
    #[arg(long, conflicts_with = "passphrase_file")]
    no_passphrase: bool,
    /// Read the passphrase from a file instead of asking for it
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let source = args.passphrase_file.as_deref().map_or(Source::Terminal, Source::File);
    // Not asked for in vain: keygen itself looks again, when it makes the file.
    anyhow::ensure!(
        args.out.symlink_metadata().is_err(),
        "{} exists already, and a key that is overwritten is lost for ever; choose another --out",
        args.out.display()
    );
    let passphrase = if args.no_passphrase { None } else { Some(source.choose()?) };
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
