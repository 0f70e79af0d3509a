//! `amanat rotate status`

use std::process::ExitCode;

use serde::Serialize;

use super::{super::cli::ConfigFile, Place, ready};
use crate::intake::{
    commands::say,
    store::rotate::status::{Epoch, status},
};

/// Say how many testimonies are sealed to which manifest, and how many new headers wait for proof
#[derive(clap::Args)]
#[command(after_help = "Example:\n  amanat rotate status --config amanat.toml --json")]
pub(super) struct Status {
    #[command(flatten)]
    config: ConfigFile,
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Shown {
    current: i32,
    /// Testimonies that are sealed to an older manifest.
    to_rotate: u64,
    waiting: u64,
    epochs: Vec<Epoch>,
}

impl Status {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let config = self.config.load()?;
        let place = Place::of(&config)?;
        let (current, epochs) = crate::intake::commands::runtime()?.block_on(async {
            let (pool, manifest) = ready(&place, &config).await?;
            let epochs = status(&pool).await?;
            pool.close().await;
            anyhow::Ok((manifest.manifest().epoch(), epochs))
        })?;
        let old = epochs.iter().filter(|epoch| epoch.epoch < current);
        let to_rotate = old.map(|epoch| epoch.testimonies).sum();
        let waiting = epochs.iter().map(|epoch| epoch.waiting).sum();
        let shown = Shown { current, to_rotate, waiting, epochs };
        if self.json {
            say::result(&serde_json::to_string(&shown)?);
        } else {
            say::result(&format!(
                "epoch {current} is current; {to_rotate} testimonies to rotate, {waiting} headers wait for proof"
            ));
            for Epoch { epoch, testimonies, waiting } in &shown.epochs {
                say::result(&format!(
                    "epoch {epoch}: {testimonies} testimonies, {waiting} headers that wait for proof"
                ));
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
