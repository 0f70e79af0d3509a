//! `amanat-desk rotate prove`

use std::{
    io::{BufWriter, Seek as _, Write as _},
    path::{Path, PathBuf},
};

use anyhow::Context as _;

use super::{BUFFER, Given, Tally, open};
use crate::{
    desk::{
        clock,
        passphrase::Source,
        rotate::{output::Draft, prove},
        signer::Signer,
    },
    testimony::keys::trust::Trusted,
};

/// Open every new header with a new key, and write a receipt for those that open
///
/// Takes what `amanat-desk rotate` wrote. `amanat rotate finish` swaps the headers that the receipt names, and no others, and
/// erases the old ones. A header that does not open, or belongs to another testimony, is named and left out.
#[derive(clap::Args)]
#[command(after_help = "\
Example:
  amanat-desk rotate prove H2.tar -i new.key --manifest new/recipients.json --trust old/recipients.json \\
      --signer signer.key --out receipt.txt

As many signers of the manifest must sign the receipt as its next one needs: here with --signer, if a signer's key may be on this
machine, or elsewhere with `amanat-desk rotate sign`. Each signature is a file beside it, receipt.txt.<KEY ID>.minisig, which
stock minisign checks too. Take all of them to the server.")]
pub(in crate::desk::commands) struct Prove {
    /// The new headers that `amanat-desk rotate` wrote
    headers: PathBuf,
    #[command(flatten)]
    given: Given,
    /// The secret key of one of the manifest's signers; may be given several times
    #[arg(long, value_name = "FILE")]
    signer: Vec<PathBuf>,
    /// Read the signers' passphrase from a file instead of asking for it
    #[arg(long, value_name = "FILE")]
    signer_passphrase_file: Option<PathBuf>,
    /// Where the receipt is written; must not exist
    #[arg(short, long, value_name = "FILE.txt")]
    out: PathBuf,
}

impl Prove {
    pub(super) fn run(&self) -> anyhow::Result<u8> {
        let mut draft = Draft::begin(&self.out)?;
        let file = open(&self.headers)?;
        let manifest = self.given.trusted()?;
        let identities = self.given.keys.load()?;
        let signers = self.signer.iter().map(|path| self.signer(path, &manifest)).collect::<Result<Vec<_>, _>>()?;
        let mut signatures = Vec::new();
        for signer in &signers {
            let mut name = self.out.clone().into_os_string();
            name.push(format!(".{}.minisig", signer.public().id()));
            signatures.push(Draft::begin(&PathBuf::from(name))?);
        }

        let work = self.given.work(&file, &manifest);
        let mut tally = Tally::new(self.given.json, "proven");
        let out = BufWriter::with_capacity(BUFFER, draft.file());
        let (out, proven) =
            prove::run(&work, &identities, manifest.recipients(clock::now())?, out, |event| tally.tell(event))
                .with_context(|| self.headers.display().to_string())?;
        drop(out);
        if proven == 0 && tally.is_faulty() {
            return tally.end("No header is proven, so no receipt was written. Is this a key of the new manifest?");
        }
        let comment = format!("amanat receipt, epoch {}, {proven} headers", manifest.manifest().epoch());
        for (signer, mut signature) in signers.iter().zip(signatures) {
            let receipt = draft.file();
            receipt.rewind().context("the receipt could not be read again")?;
            let text = signer.sign(receipt, &comment)?;
            signature.file().write_all(text.as_bytes()).context("the signature could not be written")?;
            // The receipt's name comes last: whoever finds one finds its signatures too.
            signature.keep()?;
        }
        draft.keep()?;
        let missing = manifest.manifest().signers().needed().saturating_sub(signers.len());
        let more = match missing {
            0 => String::new(),
            missing => format!("; {missing} more of the manifest's signers must sign it (`amanat-desk rotate sign`)"),
        };
        let others = match manifest.recipients(clock::now())?.count() {
            1 => String::new(),
            all => format!(
                "\nThat they open is shown for this key, one of {all}: before old keys are destroyed, let the others prove too"
            ),
        };
        tally.end(&format!("{proven} headers proven in {}{more}{others}", self.out.display()))
    }

    /// The signer, who must be one of the manifest's: the server takes no other's word.
    fn signer(&self, path: &Path, manifest: &Trusted) -> anyhow::Result<Signer> {
        let source = self.signer_passphrase_file.as_deref().map_or(Source::Terminal, Source::File);
        let signer = Signer::load(path, source)?;
        let known = manifest.manifest().signers().find(signer.public().id());
        anyhow::ensure!(
            known == Some(signer.public()),
            "{} is none of the manifest's signers, and the server would refuse its receipt; give a key of one of them",
            path.display()
        );
        Ok(signer)
    }
}
