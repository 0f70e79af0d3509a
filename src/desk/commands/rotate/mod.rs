//! `amanat-desk rotate …`

mod prove;
mod sign;
mod tally;

use std::{
    fs::File,
    io::{self, BufWriter, Write as _},
    num::NonZeroUsize,
    path::PathBuf,
    thread,
};

use self::tally::Tally;
use super::{keys_given::KeysGiven, manifest::in_words, manifest_given::ManifestGiven};
use crate::{
    desk::{
        clock,
        rotate::{Work, output::Draft, rewrap},
    },
    testimony::{keys::trust::Trusted, rotation::head::Target},
};
use anyhow::Context as _;
use clap::{ArgMatches, FromArgMatches, Subcommand};

/// Written to the disk at a time, in bytes.
const BUFFER: usize = 1 << 20;

/// `amanat-desk rotate …`, and `amanat-desk rotate prove …`.
pub(super) enum Args {
    Rotate(Rotate),
    Step(Step),
}

#[derive(Subcommand)]
pub(super) enum Step {
    Prove(prove::Prove),
    Sign(sign::Sign),
}

/// Write headers anew for the recipients of a new manifest; payloads are not needed
///
/// Takes what `amanat rotate export` wrote. A header that does not open is named and left out; all others are done. Nothing is
/// erased anywhere before `rotate prove` and `amanat rotate finish`.
#[derive(clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "\
Examples:
  amanat-desk rotate H.tar -i old.key --manifest new/recipients.json \\
      --trust old/recipients.json --out H2.tar
  amanat-desk rotate prove H2.tar -i new.key --manifest new/recipients.json \\
      --trust old/recipients.json --signer signer.key --out receipt.txt

Exit codes: 0 all done; 1 failed; 2 wrong usage; 3 some headers are left out, all others done."
)]
pub(super) struct Rotate {
    /// The headers that `amanat rotate export` wrote
    headers: PathBuf,
    #[command(flatten)]
    given: Given,
    /// Where the new headers are written; must not exist
    #[arg(short, long, value_name = "FILE.tar")]
    out: PathBuf,
}

/// What both steps are given.
#[derive(clap::Args)]
struct Given {
    #[command(flatten)]
    keys: KeysGiven,
    #[command(flatten)]
    manifest: ManifestGiven,
    /// How many headers are worked on at once [default: one for each core]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Print one line of JSON for each header, and a last one that sums up
    #[arg(long)]
    json: bool,
}

// By hand: clap's own macro has no command that has arguments or else a subcommand.
impl clap::Args for Args {
    fn augment_args(command: clap::Command) -> clap::Command {
        Step::augment_subcommands(Rotate::augment_args(command)).subcommand_required(false)
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Args {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        match matches.subcommand_name() {
            Some(_) => Step::from_arg_matches(matches).map(Self::Step),
            None => Rotate::from_arg_matches(matches).map(Self::Rotate),
        }
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    match args {
        Args::Rotate(rotate) => rotate.run(),
        Args::Step(Step::Prove(prove)) => prove.run(),
        Args::Step(Step::Sign(sign)) => sign.run(),
    }
}

impl Rotate {
    fn run(&self) -> anyhow::Result<u8> {
        let mut draft = Draft::begin(&self.out)?;
        let file = open(&self.headers)?;
        let manifest = self.given.trusted()?;
        let identities = self.given.keys.load()?;
        let work = self.given.work(&file, &manifest);
        let mut tally = Tally::new(self.given.json, "rotated");
        let out = BufWriter::with_capacity(BUFFER, draft.file());
        let (mut out, written) =
            rewrap::run(&work, &identities, manifest.recipients(clock::now())?, out, |event| tally.tell(event))
                .with_context(|| self.headers.display().to_string())?;
        out.flush().context("the headers could not be written")?;
        drop(out);
        if written == 0 && tally.is_faulty() {
            return tally.end("No header could be rotated, so no file was written. Is this the key that they are for?");
        }
        draft.keep()?;
        tally.end(&format!("{written} headers rotated into {}", self.out.display()))
    }
}

impl Given {
    /// The manifest, if it is trusted and holds now.
    fn trusted(&self) -> anyhow::Result<Trusted> {
        let manifest = self.manifest.load()?;
        let path = self.manifest.manifest.display();
        manifest.recipients(clock::now()).with_context(|| format!("the manifest {path} cannot be used"))?;
        // Whoever works with it sees for whom.
        writeln!(io::stderr(), "{}", in_words(manifest.manifest(), None))?;
        Ok(manifest)
    }

    fn work<'a>(&self, file: &'a File, manifest: &Trusted) -> Work<'a> {
        let jobs = self.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
        Work { file, target: Target::of(manifest.manifest()), jobs }
    }
}

fn open(path: &PathBuf) -> anyhow::Result<File> {
    File::open(path).with_context(|| format!("{} could not be opened; check its path", path.display()))
}
