//! `amanat rotate finish`

use std::{
    fs::File,
    io::Seek as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use serde::Serialize;

use super::{
    super::cli::ConfigFile,
    Place,
    erase::{self, Erased},
    exit, ready, receipt,
};
use crate::{
    intake::{
        commands::say,
        store::rotate::{
            BATCH,
            finish::{Finished, finish},
        },
    },
    testimony::rotation::{head::Target, receipt::Receipt},
};

/// Swap the headers that a signed receipt names, and erase the old ones
#[derive(clap::Args)]
#[command(after_help = "\
Example:
  amanat rotate finish receipt.txt --config amanat.toml

The signatures lie beside the receipt: receipt.txt.<KEY ID>.minisig. As many signers of the current manifest must have
signed as its next one needs. Only the very headers that the receipt names are swapped. Erasing writes the table of headers anew,
as amanat_owner; testimonies that arrive meanwhile wait for it.

Exit status: 0 done, 3 done but something is left, which is said, 1 failed.")]
pub(super) struct Finish {
    /// The receipt that `amanat-desk rotate prove` wrote
    receipt: PathBuf,
    #[command(flatten)]
    config: ConfigFile,
    /// Swap alone; the old headers stay in the table's file until `amanat rotate erase`
    #[arg(long)]
    no_erase: bool,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Done {
    #[serde(flatten)]
    finished: Finished,
    erased: bool,
}

impl Finish {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let config = self.config.load()?;
        let place = Place::of(&config)?;
        let (finished, erased) = crate::intake::commands::runtime()?.block_on(async {
            let (pool, manifest) = ready(&place, &config).await?;
            let manifest = manifest.manifest();
            let receipt = receipt::signed(&self.receipt, manifest.signers(), self.folder(&config.data_dir))?;
            let finished = self.swap(receipt, Target::of(manifest), &pool).await?;
            pool.close().await;
            let erased = if self.no_erase { Erased::No } else { erase::run(&config, &place).await? };
            anyhow::Ok((finished, erased))
        })?;
        let Finished { swapped, before, other, unknown } = finished;
        if self.json {
            say::result(&serde_json::to_string(&Done { finished, erased: erased == Erased::Yes })?);
        } else {
            say::result(&format!("{swapped} headers swapped"));
            let also = [
                (before, "were swapped before"),
                (
                    other,
                    "left as they are: the header that waits for them is another one, or none. Import and prove again",
                ),
                (unknown, "left out, because there are no such testimonies here"),
            ];
            for (count, what) in also.iter().filter(|(count, _)| *count > 0) {
                say::result(&format!("{count} {what}"));
            }
        }
        erased.tell();
        Ok(exit(other + unknown == 0 && (self.no_erase || erased == Erased::Yes)))
    }

    /// Where a copy of the receipt can be.
    fn folder<'a>(&'a self, data_dir: &'a Path) -> &'a Path {
        let beside = self.receipt.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if data_dir.is_dir() { data_dir } else { beside }
    }

    async fn swap(&self, mut file: File, here: Target, pool: &sqlx::PgPool) -> anyhow::Result<Finished> {
        let cannot = || format!("{} cannot be used", self.receipt.display());
        file.rewind().with_context(cannot)?;
        let mut receipt = Receipt::begin(&file).with_context(cannot)?;
        receipt.target().is(here).with_context(cannot)?;
        let mut finished = Finished::default();
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            let line = receipt.pull().with_context(cannot)?;
            let is_over = line.is_none();
            batch.extend(line);
            if batch.len() == BATCH || is_over {
                finished += finish(pool, here.epoch, &batch).await?;
                batch.clear();
            }
            if is_over {
                return Ok(finished);
            }
        }
    }
}
