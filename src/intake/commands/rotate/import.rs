//! `amanat rotate import`

use std::{fs::File, path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use serde::Serialize;

use super::{super::cli::ConfigFile, FULL, Place, exit, ready};
use crate::{
    intake::{
        clock::{Clock as _, SystemClock},
        commands::say,
        store::rotate::{
            BATCH,
            import::{Imported, New, import},
        },
    },
    testimony::{
        header::Header,
        keys::trust::Trusted,
        recipients::Recipients,
        rotation::{
            entries::{Entries, Entry, Step},
            head::{Kind, Target},
            proof::{BadProof, Proof},
        },
    },
};

/// Put new headers beside the present ones, where they wait for proof
#[derive(clap::Args)]
#[command(after_help = "\
Example:
  amanat rotate import H2.tar --config amanat.toml

Nothing is opened by the new keys yet, and nothing is erased: `amanat-desk rotate prove` comes next. The
same file can be imported again, and files with a part of all headers one after the other.

Exit status: 0 done, 3 done but some headers were left out, which is said, 1 failed.")]
pub(super) struct Import {
    /// The new headers that `amanat-desk rotate` wrote
    headers: PathBuf,
    #[command(flatten)]
    config: ConfigFile,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Default, Serialize)]
struct Done {
    #[serde(flatten)]
    imported: Imported,
    /// Not of the form that they must have.
    refused: u64,
    /// Faults of the file.
    faults: u64,
}

/// Why a header is left out.
#[derive(Debug, thiserror::Error)]
enum Refusal {
    #[error(transparent)]
    NoProof(#[from] BadProof),
    #[error("it was changed or damaged; copy the file again")]
    Damaged,
    #[error(
        "it is not for exactly as many recipients as the current manifest has, of their kind; rotate again with that manifest"
    )]
    Recipients,
}

impl Import {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let config = self.config.load()?;
        let path = || format!("{} cannot be used", self.headers.display());
        let file = File::open(&self.headers)
            .with_context(|| format!("{} could not be opened; check its path", self.headers.display()))?;
        let entries = Entries::begin(&file, Kind::Rotated).with_context(path)?;
        let place = Place::of(&config)?;
        let done = crate::intake::commands::runtime()?.block_on(async {
            let (pool, manifest) = ready(&place, &config).await?;
            entries.head().target.is(Target::of(manifest.manifest())).with_context(path)?;
            let done = all(entries, &pool, &manifest).await?;
            pool.close().await;
            anyhow::Ok(done)
        })?;
        self.tell(&done)
    }

    fn tell(&self, done: &Done) -> anyhow::Result<ExitCode> {
        let Done { imported: Imported { waiting, rotated, changed, unknown }, refused, faults } = *done;
        if self.json {
            say::result(&serde_json::to_string(done)?);
        } else {
            say::result(&format!("{waiting} headers wait for proof (`amanat-desk rotate prove`)"));
            let also = [
                (rotated, "left out, because their testimonies are rotated already"),
                (changed, "left out, because their testimonies have another header by now: export again"),
                (unknown, "left out, because there are no such testimonies here"),
                (refused, "left out: see above"),
                (faults, "faults of the file: see above"),
            ];
            for (count, what) in also.iter().filter(|(count, _)| *count > 0) {
                say::result(&format!("{count} {what}"));
            }
        }
        Ok(exit(changed + unknown + refused + faults == 0))
    }
}

async fn all(entries: Entries<&File>, pool: &sqlx::PgPool, manifest: &Trusted) -> anyhow::Result<Done> {
    let recipients = manifest.recipients(SystemClock.now()).context("the current manifest cannot be used")?;
    let epoch = manifest.manifest().epoch();
    let (mut done, mut batch, mut bytes) = (Done::default(), Vec::with_capacity(BATCH), 0);
    for step in entries {
        match step.context("the file of headers could not be read to its end; copy it again")? {
            Step::Finding(finding) => {
                done.faults += 1;
                say::step(&format!("amanat: {finding}"));
            }
            Step::Entry(entry) => match new(&entry, recipients) {
                Ok(new) => {
                    bytes += new.header.len();
                    batch.push(new);
                }
                Err(refusal) => {
                    done.refused += 1;
                    say::step(&format!("amanat: the header of testimony {} is left out: {refusal}", entry.id));
                }
            },
        }
        if batch.len() == BATCH || bytes >= FULL {
            done.imported += import(pool, epoch, &batch).await?;
            batch.clear();
            bytes = 0;
        }
    }
    done.imported += import(pool, epoch, &batch).await?;
    Ok(done)
}

/// All that can be told without a key: whether it opens, only the desk can.
fn new(entry: &Entry, recipients: &Recipients) -> Result<New, Refusal> {
    let (proof, header) = Proof::split(&entry.bytes)?;
    let parsed = Header::parse(header).map_err(|_| Refusal::Damaged)?;
    if !parsed.has_stanzas_for(recipients) {
        return Err(Refusal::Recipients);
    }
    Ok(New { id: entry.id, replaces: proof.replaces, header: header.to_vec() })
}
