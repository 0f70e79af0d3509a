//! `amanat-desk identity split`

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use anyhow::Context as _;

use crate::desk::{
    custody::{
        files,
        share::{MOST, Plan},
        split::{randomness, split, whole},
        text::shown,
    },
    identity::only_line,
    passphrase::Source,
};

/// Split a key into shares, of which several are needed to open anything
///
/// Each share is a text of a few lines, to be printed or copied by hand. Fewer than needed tell nothing of the key.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  amanat-desk identity split --identity researcher.key --needed 3 --shares 5 --out shares
  amanat-desk identity combine shares/share-1.txt shares/share-3.txt shares/share-4.txt
  amanat-desk open export.tar --share a.txt --share b.txt --share c.txt --out testimonies

A share is not protected by a passphrase: whoever finds as many as are needed has the key.")]
pub(super) struct Args {
    /// The file with the key, which must be the only one in it
    #[arg(short, long, value_name = "FILE")]
    identity: PathBuf,
    /// How many shares are needed to open anything; 2 at least
    #[arg(long, value_name = "M")]
    needed: u8,
    /// How many shares are made; 16 at most
    #[arg(long, value_name = "N")]
    shares: u8,
    /// The folder for share-1.txt and so on; made if it does not exist
    #[arg(short, long, value_name = "DIR")]
    out: PathBuf,
    /// Read the identity file's passphrase from a file instead of asking for it
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    let plan = Plan::new(args.needed, args.shares).with_context(|| {
        format!(
            "--needed {} of --shares {} cannot be: 2 or more are needed, there are as many or more, and {MOST} at most",
            args.needed, args.shares
        )
    })?;
    let passphrase = args.passphrase_file.as_deref().map_or(Source::Terminal, Source::File);
    let line = only_line(&args.identity, passphrase)?;
    let (key, recipient) =
        whole(&line).with_context(|| format!("the key in {} was not split", args.identity.display()))?;
    let shares = split(&key, &recipient, plan, &mut randomness()?)?;
    for path in files::write(&args.out, &shares, &recipient)? {
        writeln!(io::stdout(), "{}", path.display())?;
    }
    writeln!(
        io::stderr(),
        "Any {} of these {} shares open what is sealed to {}.
Give each to another person, on paper or on a stick of its own, and keep them apart: never {} in one place.
Then have {} of them typed or copied back, and run `amanat-desk identity combine` with them. Only when that has shown that
they fit, destroy {}, its copies, and the files in {}.",
        plan.needed(),
        plan.of(),
        shown(&recipient),
        plan.needed(),
        plan.needed(),
        args.identity.display(),
        args.out.display(),
    )?;
    Ok(super::super::ALL_GOOD)
}
