//! `amanat-desk manifest propose`

use std::{
    fs,
    io::{self, Write as _},
    path::{Path as FilePath, PathBuf},
};

use anyhow::{Context as _, bail, ensure};

use crate::{
    desk::{clock, manifest, signer},
    testimony::{
        calendar::Day,
        keys::manifest::{Content, FORMAT, Manifest, NamedSigner, Path},
        recipients::NamedKey,
    },
};

/// Write a new manifest, for signers to read and sign
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  amanat-desk manifest propose --recipient A=a.txt --recipient B=b.txt --signer C=c.key.pub --signer D=d.key.pub \\
      --needed 2 --out recipients.json
  amanat-desk manifest propose --previous old/recipients.json --remove-recipient A --recipient E=e.txt --out recipients.json
  amanat-desk manifest propose --previous old/recipients.json --remove-recipient A --compromise --out recipients.json

A key is given as itself or as the file that has it.")]
pub(super) struct Propose {
    /// The manifest that it follows; its recipients and signers are taken over
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// A researcher's public key to add; may be given several times
    #[arg(long, value_name = "LABEL=KEY")]
    recipient: Vec<String>,
    /// The label of a recipient to leave out
    #[arg(long, value_name = "LABEL", requires = "previous")]
    remove_recipient: Vec<String>,
    /// A signer's public key to add; may be given several times
    #[arg(long, value_name = "LABEL=KEY")]
    signer: Vec<String>,
    /// The label of a signer to leave out
    #[arg(long, value_name = "LABEL", requires = "previous")]
    remove_signer: Vec<String>,
    /// How many signers must sign the next one [default: as before, or all]
    #[arg(long, value_name = "M")]
    needed: Option<usize>,
    /// The first day on which it holds, in UTC [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    from: Option<String>,
    /// For how many days it holds
    #[arg(long, value_name = "N", default_value_t = 180)]
    days: u64,
    /// To be signed by the root signers alone; from its installation on all that is older is refused
    #[arg(long, requires = "previous")]
    compromise: bool,
    /// Its epoch, when others than you may have installed later ones [default: one more than before]
    #[arg(long, value_name = "N", requires = "compromise")]
    epoch: Option<i32>,
    /// Where it is written; must not exist
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Propose {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let before = self.previous.as_deref().map(manifest::read).transpose()?;
        let manifest = Manifest::write(&self.content(before.as_ref())?).context("this would be no manifest")?;
        let text = String::from_utf8_lossy(manifest.bytes());
        signer::write_new(&self.out, 0o644, &text)?;
        writeln!(io::stdout(), "{}", super::in_words(&manifest, before.as_ref()))?;
        writeln!(io::stderr(), "It is in {}, and nobody has signed it yet.", self.out.display())?;
        Ok(super::super::ALL_GOOD)
    }

    fn content(&self, before: Option<&Manifest>) -> anyhow::Result<Content> {
        let old = before.map(Manifest::content);
        let mut recipients = old.map(|old| old.recipients.clone()).unwrap_or_default();
        for label in &self.remove_recipient {
            let count = recipients.len();
            recipients.retain(|named| named.label != *label);
            ensure!(recipients.len() < count, "no recipient has the label {label:?}");
        }
        let mut signers = old.map(|old| old.signers.clone()).unwrap_or_default();
        for label in &self.remove_signer {
            let count = signers.len();
            signers.retain(|named| named.label != *label);
            ensure!(signers.len() < count, "no signer has the label {label:?}");
        }
        for given in &self.recipient {
            let (label, key) = key(given, "age1")?;
            recipients.push(NamedKey { label, key });
        }
        for given in &self.signer {
            let (label, key) = key(given, "RW")?;
            let key = key.parse().with_context(|| format!("signer {label:?}"))?;
            signers.push(NamedSigner { label, key });
        }
        let first = match &self.from {
            None => clock::now().day(),
            Some(day) => Day::parse(day).with_context(|| format!("{day:?} is no day such as 2026-11-23"))?,
        };
        // The first day counts.
        let last = first.after(self.days.saturating_sub(1)).context("it would hold for too long")?;
        Ok(Content {
            format: FORMAT.to_owned(),
            epoch: self.epoch.unwrap_or_else(|| before.map_or(0, Manifest::epoch).saturating_add(1)),
            path: if self.compromise { Path::Compromise } else { Path::Scheduled },
            previous: before.map(Manifest::sha256),
            not_before: first,
            not_after: last,
            needed: self.needed.or(old.map(|old| old.needed)).unwrap_or(signers.len()),
            recipients,
            signers,
        })
    }
}

/// A label and a key that begins with `start`, given as itself or as a file in whose lines it stands.
fn key(given: &str, start: &str) -> anyhow::Result<(String, String)> {
    // A secret key that was typed in the wrong place is on the screen already; it is not shown once more.
    ensure!(!given.to_ascii_uppercase().contains("AGE-SECRET-KEY-"), "a SECRET key was given; give the public one");
    let Some((label, key)) = given.split_once('=') else { bail!("{given:?} is not of the form LABEL=KEY") };
    if key.starts_with(start) && !FilePath::new(key).exists() {
        return Ok((label.to_owned(), key.to_owned()));
    }
    let text =
        fs::read_to_string(key).with_context(|| format!("{key:?} is neither a key nor a file that can be read"))?;
    ensure!(!text.contains("AGE-SECRET-KEY-"), "{key} holds a SECRET key; give the public one");
    // The line of a secret signing key is longer, and begins alike.
    let secret = start == "RW" && text.lines().any(|line| line.starts_with(start) && line.trim().len() > 100);
    ensure!(!secret, "{key} holds a signer's SECRET key; give the .pub file");
    let line = text.lines().map(str::trim).find(|line| line.starts_with(start));
    let line = line.with_context(|| format!("no line of {key} begins with {start}"))?;
    Ok((label.to_owned(), line.to_owned()))
}
