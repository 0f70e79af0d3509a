//! `amanat-desk identity`

use clap::Subcommand;

mod combine;
mod split;

/// Split a key into shares for several people, and combine them again
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Split(split::Args),
    Combine(combine::Args),
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    match &args.command {
        Command::Split(args) => split::run(args),
        Command::Combine(args) => combine::run(args),
    }
}
