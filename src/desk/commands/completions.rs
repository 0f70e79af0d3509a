//! `amanat-desk completions`

use std::io;

use clap::CommandFactory as _;

/// Print a script that completes commands and options in your shell
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  amanat-desk completions bash > ~/.local/share/bash-completion/completions/amanat-desk"
)]
pub(super) struct Args {
    /// Which shell
    shell: clap_complete::Shell,
}

#[expect(clippy::unnecessary_wraps, reason = "all commands have one shape")]
pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    clap_complete::generate(args.shell, &mut super::Cli::command(), "amanat-desk", &mut io::stdout());
    Ok(super::ALL_GOOD)
}
