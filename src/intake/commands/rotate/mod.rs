//! `amanat rotate export|import|finish|erase|status`

mod erase;
mod export;
mod finish;
mod import;
mod receipt;
mod status;

use std::{process::ExitCode, time::Duration};

use anyhow::Context as _;
use clap::Subcommand;
use sqlx::PgPool;

use super::place::Place;
use crate::{
    intake::{
        config::Config,
        store::{connect::Role, manifests, schema},
    },
    testimony::keys::trust::Trusted,
};

/// Exit status when all that could be done is done, and something is left.
const LEFT: u8 = 3;
/// How much is written to the disk at a time, in bytes.
const BUFFER: usize = 1 << 20;
/// Headers that are in memory at a time, in bytes.
const FULL: usize = 4 << 20;

/// Rotate keys: new headers for all that was sealed before, without touching a payload.
#[derive(clap::Args)]
#[command(after_help = "\
The whole way, after `amanat keys install` of the new manifest:
  amanat rotate export --out H.tar
  amanat-desk rotate H.tar -i old.key --manifest new.json --trust old.json --out H2.tar
  amanat rotate import H2.tar
  amanat-desk rotate prove H2.tar -i new.key --manifest new.json --trust old.json \\
      --signer signer.key --out receipt.txt
  amanat rotate finish receipt.txt

Until `finish`, everything opens with the old keys, and from then on with the new ones. Every step can be
stopped, repeated, or done for a part; testimonies may arrive all the while.")]
pub(super) struct Rotate {
    #[command(subcommand)]
    step: Step,
}

#[derive(Subcommand)]
enum Step {
    Export(export::Export),
    Import(import::Import),
    Finish(finish::Finish),
    Erase(erase::Erase),
    Status(status::Status),
}

impl Rotate {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        match &self.step {
            Step::Export(export) => export.run(),
            Step::Import(import) => import.run(),
            Step::Finish(finish) => finish.run(),
            Step::Erase(erase) => erase.run(),
            Step::Status(status) => status.run(),
        }
    }
}

/// A database of this version's schema, and the manifest that is sealed to now.
async fn ready(place: &Place, config: &Config) -> anyhow::Result<(PgPool, Trusted)> {
    let pool = place.pool(config, Role::Export, 1, Duration::from_secs(30))?;
    let mut connection = pool.acquire().await.context("the database cannot be reached as amanat_export")?;
    schema::check(&mut connection).await?;
    drop(connection);
    let current = manifests::current(&pool, &config.trust()?).await?;
    let current = current.context("no manifest of recipients is installed; see `amanat keys install`")?;
    Ok((pool, current))
}

/// 0, or [`LEFT`].
fn exit(is_all_done: bool) -> ExitCode {
    if is_all_done { ExitCode::SUCCESS } else { ExitCode::from(LEFT) }
}
