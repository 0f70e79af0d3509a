//! `amanat export`

use std::{
    fs::{self, File},
    io::{self, BufWriter, IsTerminal as _, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use anyhow::{Context as _, bail};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use super::{cli::ConfigFile, place::Place, say, since::Since};
use crate::{
    intake::{
        config::Config,
        store::{
            connect::Role,
            export::{Export as Snapshot, Piece},
            schema,
        },
    },
    testimony::{
        bundle::{
            manifest::{FORMAT, Head},
            write::ManifestStage,
        },
        id::TestimonyId,
    },
};

/// Writes sealed testimonies to a bundle.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  amanat export --config amanat.toml --out all.tar
  amanat export --config amanat.toml --out new.tar --since all.tar

A bundle is a plain tar of age files: `sha256sum -c SHA256SUMS` checks it, `amanat-desk open` opens it, and so does
`age -d -i researcher.key <id>.age | tar x`. It holds ciphertext alone.

Exit status: 0 done, 3 done but testimonies that are damaged in the database were left out and named, 1 failed.")]
pub(super) struct Export {
    #[command(flatten)]
    config: ConfigFile,
    /// The bundle to write; it must not exist yet
    #[arg(long, value_name = "FILE.tar")]
    out: PathBuf,
    /// Take only what this earlier bundle, and those that it followed, lacked
    #[arg(long, value_name = "BUNDLE")]
    since: Option<PathBuf>,
    /// Leave out this testimony, whose bytes the database has lost (the export that failed has named it)
    #[arg(long, value_name = "ID")]
    without: Vec<TestimonyId>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Done {
    testimonies: u64,
    bytes: u64,
    earlier: u64,
    damaged: Vec<TestimonyId>,
}

/// Exit status when the bundle is whole and the database is not.
const DAMAGED: u8 = 3;

/// How much is written to the disk at a time.
const BUFFER: usize = 1 << 20;

impl Export {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let config = self.config.load()?;
        if self.out.exists() {
            bail!("{} exists already; choose another name, nothing is ever overwritten", self.out.display());
        }
        let folder = self.out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Under its own name only once it is whole and on the disk.
        let mut draft = tempfile::Builder::new()
            .prefix(".export-")
            .tempfile_in(folder)
            .with_context(|| format!("no file could be made in {}", folder.display()))?;
        let place = Place::of(&config)?;
        let done = super::runtime()?.block_on(self.write(&config, &place, draft.as_file_mut()))?;
        draft.as_file().sync_all().context("the bundle could not be written to the disk")?;
        draft.persist_noclobber(&self.out).with_context(|| format!("{} could not be written", self.out.display()))?;
        let bytes = fs::metadata(&self.out).map_or(0, |file| file.len());
        for id in &done.damaged {
            say::step(&format!(
                "amanat: testimony {id} is damaged in the database and was left out; look for it in a backup"
            ));
        }
        let exit = if done.damaged.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(DAMAGED) };
        if self.json {
            say::result(&serde_json::to_string(&Done { bytes, ..done })?);
        } else {
            say::result(&format!("{}: {} testimonies, {bytes} bytes", self.out.display(), done.testimonies));
            if self.since.is_some() {
                say::result(&format!("left out, because earlier bundles hold them: {}", done.earlier));
            }
        }
        Ok(exit)
    }

    async fn write(&self, config: &Config, place: &Place, file: &mut File) -> anyhow::Result<Done> {
        let pool = place.pool(config, Role::Export, 1, Duration::from_secs(30))?;
        let mut connection = pool.acquire().await.context("the database cannot be reached as amanat_export")?;
        schema::check(&mut connection).await?;
        drop(connection);
        let since = self.since.as_deref().map(Since::read).transpose()?;
        let previous = since.as_ref().map(|since| since.sha256);
        let without = self.without.iter().copied().map(Ok);
        let mut snapshot = Snapshot::begin(&pool, without.chain(since.into_iter().flat_map(Since::ids))).await?;
        let (count, earlier) = (snapshot.count, snapshot.earlier);
        let damaged = std::mem::take(&mut snapshot.damaged);
        let progress = progress(snapshot.bytes);
        let scratch =
            tempfile::tempfile_in(self.out.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new(".")))?;
        let head = Head { format: FORMAT.to_owned(), previous, count };
        let out = BufWriter::with_capacity(BUFFER, file);
        let mut stage = ManifestStage::begin(out, scratch, &head)?;
        snapshot.entries(|entry| stage.entry(entry)).await?;
        let mut stage = stage.earlier(earlier)?;
        snapshot.earlier(|id| stage.id(id)).await?;
        let mut stage = stage.files()?;
        snapshot
            .files(|piece| match piece {
                Piece::Header(entry, header) => stage.begin(entry, header),
                Piece::Payload(bytes) => {
                    progress.inc(bytes.len() as u64);
                    stage.payload(bytes)
                }
                Piece::End => stage.end(),
            })
            .await?;
        stage.finish()?.flush()?;
        progress.finish_and_clear();
        pool.close().await;
        Ok(Done { testimonies: count, bytes: 0, earlier, damaged })
    }
}

fn progress(bytes: u64) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes} {bytes_per_sec} {eta}");
    let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr());
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
