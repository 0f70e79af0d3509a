//! `amanat rotate export`

use std::{
    io::{BufWriter, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use serde::Serialize;

use super::{super::cli::ConfigFile, BUFFER, Place, ready};
use crate::{
    intake::{commands::say, store::rotate::export::Old},
    testimony::rotation::{
        head::{Head, Kind, Target},
        write::Writer,
    },
};

/// Write the headers of all testimonies that are sealed to an older manifest
#[derive(clap::Args)]
#[command(after_help = "\
Example:
  amanat rotate export --config amanat.toml --out H.tar

The file is a plain tar of age headers, a few KB for each testimony, and holds no payload. It goes to the
desk of a researcher who has a key that opens them: `amanat-desk rotate`.")]
pub(super) struct Export {
    #[command(flatten)]
    config: ConfigFile,
    /// The file to write; it must not exist yet
    #[arg(long, value_name = "FILE.tar")]
    out: PathBuf,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Done {
    epoch: i32,
    headers: u64,
}

impl Export {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let config = self.config.load()?;
        if self.out.symlink_metadata().is_ok() {
            bail!("{} exists already; choose another name, nothing is ever overwritten", self.out.display());
        }
        let folder = self.out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Under its own name only once it is whole and on the disk.
        let draft = tempfile::Builder::new().prefix(".rotate-").tempfile_in(folder);
        let mut draft = draft.with_context(|| format!("no file could be made in {}", folder.display()))?;
        let place = Place::of(&config)?;
        let done = crate::intake::commands::runtime()?.block_on(async {
            let (pool, manifest) = ready(&place, &config).await?;
            let target = Target::of(manifest.manifest());
            let old = Old::below(&pool, target.epoch).await?;
            let head = Head { kind: Kind::Headers, target, count: Some(old.count) };
            let out = BufWriter::with_capacity(BUFFER, draft.as_file_mut());
            let mut writer = Writer::begin(out, &head)?;
            old.headers(|id, header| writer.entry(id, &[header])).await?;
            let (mut out, headers) = writer.finish()?;
            out.flush().context("the headers could not be written")?;
            pool.close().await;
            anyhow::Ok(Done { epoch: target.epoch, headers })
        })?;
        draft.as_file().sync_all().context("the headers could not be written to the disk")?;
        draft.persist_noclobber(&self.out).with_context(|| format!("{} could not be written", self.out.display()))?;
        if self.json {
            say::result(&serde_json::to_string(&done)?);
        } else {
            let Done { epoch, headers } = done;
            say::result(&format!("{}: {headers} headers to rotate to epoch {epoch}", self.out.display()));
        }
        Ok(ExitCode::SUCCESS)
    }
}
