//! Who may sign for a house, and the manifests that they sign.

use std::{
    fs,
    path::{Path as FilePath, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use amanat::testimony::{
    calendar::{Day, Timestamp},
    digest::Sha256,
    keys::manifest::{Content, FORMAT, Manifest, NamedSigner, Path},
    recipients::NamedKey,
};
use minisign::KeyPair;

use super::House;

/// Two signers who must both sign, and two root signers.
pub struct KeyHolders {
    pub signers: [KeyPair; 2],
    pub roots: [KeyPair; 2],
}

pub fn today() -> Day {
    #[expect(clippy::disallowed_methods, reason = "the server under test asks the same clock")]
    let now = SystemTime::now();
    Timestamp(now.duration_since(UNIX_EPOCH).unwrap().as_secs()).day()
}

impl KeyHolders {
    pub fn new() -> Self {
        let pair = || KeyPair::generate_unencrypted_keypair().unwrap();
        Self { signers: [pair(), pair()], roots: [pair(), pair()] }
    }

    /// The configuration's table.
    pub fn pins(&self) -> String {
        let list = |pairs: &[KeyPair]| {
            let quoted: Vec<_> = pairs.iter().map(|pair| format!("{:?}", pair.pk.to_base64())).collect();
            quoted.join(",")
        };
        let (signers, roots) = (list(&self.signers), list(&self.roots));
        format!("[keys]\nsigners = [{signers}]\nneeded = 2\nroot_signers = [{roots}]\nroot_needed = 2\n")
    }

    /// A manifest for these keys that holds from today on for 180 days.
    pub fn content(&self, epoch: i32, previous: Option<Sha256>, recipients: &[String]) -> Content {
        let named = |(n, key): (usize, &String)| NamedKey { label: format!("researcher {n}"), key: key.clone() };
        let signer = |(n, pair): (usize, &KeyPair)| NamedSigner {
            label: format!("signer {n}"),
            key: pair.pk.to_base64().parse().unwrap(),
        };
        Content {
            format: FORMAT.to_owned(),
            epoch,
            path: Path::Scheduled,
            previous,
            not_before: today(),
            not_after: today().after(180).unwrap(),
            recipients: recipients.iter().enumerate().map(named).collect(),
            needed: 2,
            signers: self.signers.iter().enumerate().map(signer).collect(),
        }
    }
}

/// Writes a manifest with the signatures of `by` beside it into a folder of its own.
pub fn write(folder: &FilePath, content: &Content, by: &[KeyPair]) -> (Manifest, PathBuf) {
    let manifest = Manifest::write(content).unwrap();
    fs::create_dir_all(folder).unwrap();
    let file = folder.join("recipients.json");
    fs::write(&file, manifest.bytes()).unwrap();
    for pair in by {
        let signature = minisign::sign(None, &pair.sk, manifest.bytes(), Some("x"), Some("y")).unwrap();
        let id = pair.pk.to_base64().parse::<amanat::testimony::keys::signer::SignerKey>().unwrap().id();
        fs::write(folder.join(format!("recipients.json.{id}.minisig")), signature.into_string()).unwrap();
    }
    (manifest, file)
}

impl House {
    /// Signs and installs a manifest; gives it, for the next one to follow.
    pub fn installs(&self, content: &Content, by: &[KeyPair]) -> Manifest {
        let (manifest, file) = write(&self.path(&format!("epoch-{}", content.epoch)), content, by);
        let done = self.amanat(&["keys", "install", file.to_str().unwrap()]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        manifest
    }

    /// The first manifest, for this house's two researchers.
    pub fn has_recipients(&self) -> Manifest {
        let keys = [&self.identity, &self.colleague].map(|identity| identity.to_public().to_string());
        self.installs(&self.holders.content(1, None, &keys), &self.holders.signers)
    }
}
