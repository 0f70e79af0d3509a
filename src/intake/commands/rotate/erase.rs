//! `amanat rotate erase`

use std::{process::ExitCode, time::Duration};

use super::{super::cli::ConfigFile, Place, exit};
use crate::intake::{
    commands::say,
    config::Config,
    store::{
        connect::{ConnectError, Role},
        rotate::erase::{self, EraseError},
    },
};

/// Erase old headers that are used no more from the database's files
#[derive(clap::Args)]
#[command(after_help = "\
Example:
  amanat rotate erase --config amanat.toml

`finish` does this too. It writes the table of headers anew, as amanat_owner; payloads are in another table.
Testimonies that arrive meanwhile wait for it, and past database_seconds are asked to come again.")]
pub(super) struct Erase {
    #[command(flatten)]
    config: ConfigFile,
}

/// What became of old headers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Erased {
    /// Not in the tables' files, nor in the private cluster's log.
    Yes,
    /// They were asked to stay, or something still reads them.
    No,
    /// Only the owner may.
    NoOwner,
}

impl Erase {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let config = self.config.load()?;
        let place = Place::of(&config)?;
        let erased = crate::intake::commands::runtime()?.block_on(run(&config, &place))?;
        erased.tell();
        Ok(exit(erased == Erased::Yes))
    }
}

/// Erases as the owner, and empties the private cluster's write-ahead log.
pub(super) async fn run(config: &Config, place: &Place) -> anyhow::Result<Erased> {
    let owner = match place.pool(config, Role::Owner, 1, Duration::from_secs(30)) {
        Ok(owner) => owner,
        Err(ConnectError::Config(_)) => return Ok(Erased::NoOwner),
        Err(error) => return Err(error.into()),
    };
    let done = erase::erase(&owner).await;
    owner.close().await;
    match done {
        Ok(()) => {}
        Err(error @ EraseError::Busy) => {
            say::step(&format!("amanat: {error}"));
            return Ok(Erased::No);
        }
        Err(error) => return Err(error.into()),
    }
    if let Some(socket) = place.socket() {
        erase::log(socket).await?;
    }
    Ok(Erased::Yes)
}

impl Erased {
    /// Says so to the person, on standard error.
    pub(super) fn tell(self) {
        match self {
            Self::Yes => say::step(
                "amanat: old headers are in no file of the database any more; on the disk their bytes stay until something is written over them. Delete the files of this rotation too; an earlier export or backup still has old headers",
            ),
            Self::No => say::step(
                "amanat: old headers are used no more, but lie in the table's file until `amanat rotate erase` is run",
            ),
            Self::NoOwner => say::step(
                "amanat: old headers are used no more, but lie in the table's file: no owner's URL is configured here (`database.owner_url`). Run `amanat rotate erase` where it is",
            ),
        }
    }
}
