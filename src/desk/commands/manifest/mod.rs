//! `amanat-desk manifest …`

use std::{
    io::{self, Write as _},
    path::PathBuf,
};

use clap::Subcommand;
use serde::Serialize;

use super::manifest_given::TrustGiven;
use crate::{
    desk::{clock, manifest, passphrase::Source, signer},
    testimony::keys::manifest::{Content, Manifest, Path, Validity},
};

mod propose;

/// The list of researchers' keys: propose, sign, verify and show it
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    Propose(propose::Propose),
    Sign(Sign),
    Verify(Verify),
    Show(Show),
}

/// Sign a manifest; the signature is written beside it
#[derive(clap::Args)]
#[command(after_help = "\
Example:
  amanat-desk manifest sign 2/recipients.json --previous 1/recipients.json --key signer.key

Read what it prints before you type the passphrase: whoever is in the list can read what is sent from then on. Anybody can check
the signature with stock minisign: `minisign -Vm recipients.json -x recipients.json.<KEY ID>.minisig -P RW…`.")]
struct Sign {
    /// The manifest
    manifest: PathBuf,
    /// A signer's secret key
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// The manifest before it, to mark what is new and what is gone
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// Read the passphrase from a file instead of asking for it
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// Check that enough of the right signers signed a manifest, and that it holds today
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  amanat-desk manifest verify new/recipients.json --trust old/recipients.json
  amanat-desk manifest verify recipients.json --trust signers.toml")]
struct Verify {
    /// The manifest
    manifest: PathBuf,
    #[command(flatten)]
    trust: TrustGiven,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// Show what stands in a manifest, without a look at its signatures
#[derive(clap::Args)]
struct Show {
    /// The manifest
    manifest: PathBuf,
    /// Print it as JSON, with its fingerprint
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Line<'a> {
    fingerprint: String,
    sha256: String,
    verified: bool,
    days_left: Option<u64>,
    #[serde(flatten)]
    content: &'a Content,
}

pub(super) fn run(args: &Args) -> anyhow::Result<u8> {
    match &args.action {
        Action::Propose(propose) => propose.run(),
        Action::Sign(sign) => sign.run(),
        Action::Verify(verify) => verify.run(),
        Action::Show(show) => tell(&manifest::read(&show.manifest)?, show.json, false),
    }
}

impl Sign {
    fn run(&self) -> anyhow::Result<u8> {
        let manifest = manifest::read(&self.manifest)?;
        let before = self.previous.as_deref().map(manifest::read).transpose()?;
        writeln!(io::stderr(), "{}", in_words(&manifest, before.as_ref()))?;
        let source = self.passphrase_file.as_deref().map_or(Source::Terminal, Source::File);
        let signer = signer::Signer::load(&self.key, source)?;
        let comment = format!("amanat recipients, epoch {}, fingerprint {}", manifest.epoch(), manifest.fingerprint());
        let text = signer.sign(manifest.bytes(), &comment)?;
        let mut name = self.manifest.clone().into_os_string();
        name.push(format!(".{}.minisig", signer.public().id()));
        let path = PathBuf::from(name);
        anyhow::ensure!(
            path.symlink_metadata().is_err(),
            "{} is there already; if it is of an earlier draft, delete it and sign again",
            path.display()
        );
        signer::write_new(&path, 0o644, &text)?;
        writeln!(io::stdout(), "{}", path.display())?;
        Ok(super::ALL_GOOD)
    }
}

impl Verify {
    fn run(&self) -> anyhow::Result<u8> {
        let trusted = manifest::trusted(&self.manifest, &self.trust.trust)?;
        trusted.recipients(clock::now())?;
        // Whoever gave the manifest itself as what is trusted has had nothing checked.
        let verified = self
            .trust
            .trust
            .iter()
            .all(|given| !manifest::read(given).is_ok_and(|given| given.bytes() == trusted.manifest().bytes()));
        tell(trusted.manifest(), self.json, verified)
    }
}

fn tell(manifest: &Manifest, json: bool, verified: bool) -> anyhow::Result<u8> {
    if json {
        let days_left = match manifest.validity(clock::now()) {
            Validity::Holds { days_left } => Some(days_left),
            Validity::NotYet | Validity::Over => None,
        };
        let (fingerprint, sha256) = (manifest.fingerprint().to_string(), manifest.sha256().to_string());
        let line = Line { fingerprint, sha256, verified, days_left, content: manifest.content() };
        writeln!(io::stdout(), "{}", serde_json::to_string(&line)?)?;
    } else {
        writeln!(io::stdout(), "{}", in_words(manifest, None))?;
        let end = if verified {
            "Enough of the right signers signed it, and it holds today."
        } else {
            "Its signatures were not checked: `amanat-desk manifest verify --trust` does, against another file than itself."
        };
        writeln!(io::stdout(), "{end}")?;
    }
    Ok(super::ALL_GOOD)
}

/// What a signer reads: every key whole or by both its ends, and against `before` what is new and what is gone.
pub(super) fn in_words(manifest: &Manifest, before: Option<&Manifest>) -> String {
    let content = manifest.content();
    let path = match content.path {
        Path::Scheduled => "scheduled: signed by the signers of the one before it",
        Path::Compromise => "COMPROMISE: signed by the root signers alone; all that is older is refused at once",
    };
    let people = |manifest: &Manifest| {
        let content = manifest.content();
        let recipients = content.recipients.iter().map(|named| format!("{}  {}", short(&named.key), named.label));
        let signers = content.signers.iter().map(|named| format!("{}  {}", named.key, named.label));
        (recipients.collect::<Vec<_>>(), signers.collect::<Vec<_>>())
    };
    let (recipients, signers) = people(manifest);
    let (old_recipients, old_signers) = before.map(people).unwrap_or_default();
    let marked = |now: Vec<String>, old: Vec<String>| {
        let mark = |line: &String| if before.is_some() && !old.contains(line) { "new" } else { "   " };
        let kept = now.iter().map(|line| format!("  {} {line}", mark(line)));
        let gone = old.iter().filter(|line| !now.contains(line)).map(|line| format!("  GONE {line}"));
        kept.chain(gone).collect::<Vec<_>>()
    };
    let mut lines = vec![
        format!("Epoch {}, {path}", content.epoch),
        format!("Fingerprint {}", manifest.fingerprint()),
        format!("Holds from {} to {}", content.not_before, content.not_after),
        format!("Recipients, {}:", manifest.kind()),
    ];
    lines.extend(marked(recipients, old_recipients));
    lines.push(format!("Signers of the next one, {} of {} must sign:", content.needed, content.signers.len()));
    lines.extend(marked(signers, old_signers));
    lines.join("\n")
}

/// A post-quantum key fills a screen; its ends tell it apart.
fn short(key: &str) -> String {
    match (key.get(..24), key.get(key.len().saturating_sub(16)..)) {
        (Some(start), Some(end)) if key.len() > 100 => format!("{start}…{end}"),
        _ => key.to_owned(),
    }
}
