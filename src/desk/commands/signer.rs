//! `amanat-desk signer new`

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use clap::Subcommand;

use crate::desk::{
    passphrase::Source,
    signer::{Signer, with_pub},
};

/// Keys of those who sign the list of researchers' keys
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    New(New),
}

/// Make a signer's key: the secret one in a file, the public one beside it and on standard output
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  amanat-desk signer new --out signer.key
  amanat-desk signer new --out demo.key --no-passphrase

The files also work with stock minisign: `minisign -Sm recipients.json -s signer.key`, and a key of `minisign -G` works here.
Keep it apart from researchers' keys: a signer decides who can read, and reads nothing.")]
struct New {
    /// Where the secret key is written; FILE.pub beside it gets the public one. Neither may exist
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Do not protect the key with a passphrase (for scripts and tests)
    #[arg(long, conflicts_with = "passphrase_file")]
    no_passphrase: bool,
    /// Read the passphrase from a file instead of asking for it
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let Action::New(New { out, no_passphrase, passphrase_file }) = &args.action;
    let source = passphrase_file.as_deref().map_or(Source::Terminal, Source::File);
    // Not asked for in vain: the key's file is made only if there is none.
    anyhow::ensure!(
        out.symlink_metadata().is_err() && with_pub(out).symlink_metadata().is_err(),
        "{} or its .pub exists already, and a key that is overwritten is lost for ever; choose another --out",
        out.display()
    );
    let passphrase = if *no_passphrase { None } else { Some(source.choose()?) };
    let key = Signer::create(out, passphrase)?;
    writeln!(io::stdout(), "{key}")?;
    writeln!(
        io::stderr(),
        "The secret key is in {}. Keep it offline, with a copy in another place. Give the line above to whoever proposes the next manifest.",
        out.display()
    )?;
    Ok(super::ALL_GOOD)
}
