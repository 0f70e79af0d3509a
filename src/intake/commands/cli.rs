//! The command line of `amanat`.

use std::{io, path::PathBuf, process::ExitCode};

use clap::{CommandFactory as _, Parser, Subcommand};

use super::{doctor, export, keys, migrate, questionnaire, rotate, serve};
use crate::intake::config::{Config, Level};

/// Takes in testimony over TLS, seals it to keys that exist only offline, and keeps nothing but ciphertext.
#[derive(Parser)]
#[command(
    name = "amanat",
    version,
    after_help = "\
Examples:
  amanat migrate --config amanat.toml          make or update the database
  amanat keys install recipients.json --config amanat.toml
  amanat serve --config amanat.toml            show the form and take testimonies
  amanat export --config amanat.toml --out week48.tar
  amanat export --config amanat.toml --out week49.tar --since week48.tar

Exit status: 0 done, 1 failed (the reason is on standard error), 2 wrong use, 3 exported without what is damaged, or `doctor`
found what will need you soon."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show the form and take testimonies until it is told to stop (Ctrl-C or SIGTERM; SIGHUP reloads the certificate)
    Serve(serve::Serve),
    /// Make the database, or bring it to this version
    Migrate(migrate::Migrate),
    /// Install and show the signed list of researchers' keys
    Keys(keys::Keys),
    /// Look for what is wrong, or soon will be
    Doctor(doctor::Doctor),
    /// Write sealed testimonies to a bundle, which `amanat-desk` opens offline
    Export(export::Export),
    /// Rotate keys: new headers for all that was sealed before, without touching a payload
    Rotate(rotate::Rotate),
    /// The questionnaire: check its rules and languages, write the codebook, the JSON Schema or an `XLSForm`
    Questionnaire(questionnaire::Command),
    /// Print completions for a shell
    #[command(after_help = "Example:\n  amanat completions bash > /etc/bash_completion.d/amanat")]
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

/// Where the configuration is; every command takes it.
#[derive(clap::Args)]
pub(super) struct ConfigFile {
    /// The configuration file
    #[arg(long, value_name = "FILE", default_value = "amanat.toml")]
    config: PathBuf,
    /// Log at this level instead of the configured one
    #[arg(long, value_enum)]
    log_level: Option<Level>,
}

impl ConfigFile {
    /// Reads the configuration and starts the log.
    pub(super) fn load(&self) -> anyhow::Result<Config> {
        let config = Config::load(&self.config)?;
        super::log::start(self.log_level.unwrap_or(config.log.level));
        Ok(config)
    }
}

/// Runs the command line.
#[must_use]
pub fn main() -> ExitCode {
    super::memory::keep_from_disk();
    let done = match Cli::parse().command {
        Command::Serve(serve) => serve.run().map(|()| ExitCode::SUCCESS),
        Command::Migrate(migrate) => migrate.run().map(|()| ExitCode::SUCCESS),
        Command::Keys(keys) => keys.run().map(|()| ExitCode::SUCCESS),
        Command::Doctor(doctor) => doctor.run(),
        Command::Export(export) => export.run(),
        Command::Rotate(rotate) => rotate.run(),
        Command::Questionnaire(questionnaire) => questionnaire.run(),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Cli::command(), "amanat", &mut io::stdout());
            Ok(ExitCode::SUCCESS)
        }
    };
    match done {
        Ok(exit) => exit,
        Err(error) => {
            super::say::failed(&error);
            ExitCode::FAILURE
        }
    }
}
