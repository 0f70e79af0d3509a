//! The command line: one file a command.

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

mod completions;
mod identity;
mod keygen;
mod keys_given;
mod manifest;
mod manifest_given;
mod new_key;
mod open;
mod report;
mod rotate;
mod scrub;
mod signer;
mod verify;

/// Everything was in order.
const ALL_GOOD: u8 = 0;
/// Nothing could be done, or the work stopped.
const FAILED: u8 = 1;
/// Some testimonies or the bundle are not in order; all others are.
const SOME_REFUSED: u8 = 3;

/// Opens what witnesses entrusted to Amanat. For a machine without a network.
#[derive(Parser)]
#[command(name = "amanat-desk", version, max_term_width = 100, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  amanat-desk keygen --out researcher.key
  amanat-desk identity split --identity researcher.key --needed 3 --shares 5 --out shares
  amanat-desk verify export.tar
  amanat-desk open export.tar --identity researcher.key --out testimonies
  amanat-desk signer new --out signer.key
  amanat-desk manifest sign recipients.json --key signer.key
  amanat-desk rotate H.tar -i old.key --manifest new.json --trust old.json --out H2.tar
  amanat-desk scrub photos --out clean

Exit codes: 0 all in order; 1 failed; 2 wrong usage; 3 some testimonies refused or the bundle faulty, all others done.";

#[derive(Subcommand)]
enum Command {
    Keygen(keygen::Args),
    Identity(identity::Args),
    Verify(verify::Args),
    Open(open::Args),
    Signer(signer::Args),
    Manifest(manifest::Args),
    Rotate(rotate::Args),
    Scrub(scrub::Args),
    Completions(completions::Args),
}

/// Reads the command line and does what it says.
#[must_use]
pub fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Keygen(args) => keygen::run(&args),
        Command::Identity(args) => identity::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Open(args) => open::run(&args),
        Command::Signer(args) => signer::run(&args),
        Command::Manifest(args) => manifest::run(&args),
        Command::Rotate(args) => rotate::run(&args),
        Command::Scrub(args) => scrub::run(&args),
        Command::Completions(args) => completions::run(&args),
    };
    done.map_or_else(
        |error| {
            // When standard error is closed too, nobody can be told.
            let _ = writeln!(io::stderr(), "error: {error:#}");
            ExitCode::from(FAILED)
        },
        ExitCode::from,
    )
}
