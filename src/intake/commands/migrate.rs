//! `amanat migrate`

use std::time::Duration;

use super::{cli::ConfigFile, place::Place, say};
use crate::intake::store::{bootstrap, connect::Role, schema};

/// Makes the database, or brings it to this version, and sets the roles' rights.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  amanat migrate --config amanat.toml")]
pub(super) struct Migrate {
    #[command(flatten)]
    config: ConfigFile,
}

impl Migrate {
    pub(super) fn run(&self) -> anyhow::Result<()> {
        let config = self.config.load()?;
        let place = Place::of(&config)?;
        let steps = super::runtime()?.block_on(async {
            if let Some(socket) = place.socket() {
                bootstrap::roles_and_database(socket).await?;
            }
            let owner = place.pool(&config, Role::Owner, 1, Duration::from_secs(30))?;
            let steps = schema::migrate(&owner).await?;
            owner.close().await;
            anyhow::Ok(steps)
        })?;
        say::result(&format!("The database is ready: {steps} migration(s) in place, rights set."));
        Ok(())
    }
}
