//! A researcher's desk in a temporary folder.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use age::secrecy::ExposeSecret as _;

use crate::bundles::{self, Parcel};

/// A folder with a key in it.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
    pub(crate) recipient: String,
}

/// What the tool said.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let identity = age::x25519::Identity::generate();
        let desk = Self { folder: tempfile::tempdir().unwrap(), recipient: identity.to_public().to_string() };
        fs::write(desk.path("key"), identity.to_string().expose_secret()).unwrap();
        desk
    }

    /// A second desk with the same key and nothing opened yet.
    pub(crate) fn with_key_of(other: &Self) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap(), recipient: other.recipient.clone() };
        fs::copy(other.path("key"), desk.path("key")).unwrap();
        desk
    }

    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A sealed testimony for this desk's key.
    pub(crate) fn sealed(&self, n: u16, text: &str, files: &[Vec<u8>]) -> Parcel {
        bundles::sealed(bundles::id(n), text, files, &self.recipient)
    }

    /// `n` testimonies of text.
    pub(crate) fn some(&self, n: u16) -> Vec<Parcel> {
        (0..n).map(|n| self.sealed(n, &format!("text {n}"), &[])).collect()
    }

    pub(crate) fn write(&self, bundle: &[u8]) {
        fs::write(self.path("bundle.tar"), bundle).unwrap();
    }

    pub(crate) fn run<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_amanat-desk"));
        Said::from(command.current_dir(self.folder.path()).args(args).output().unwrap())
    }

    /// Opens `bundle.tar` with the desk's key into `out`.
    pub(crate) fn open(&self) -> Said {
        self.run(["open", "bundle.tar", "--identity", "key", "--out", "out"])
    }

    /// Runs a line of shell in the desk's folder.
    pub(crate) fn shell(&self, line: &str) -> Said {
        let line = format!("set -eu\n{line}");
        Said::from(Command::new("sh").current_dir(self.folder.path()).args(["-c", &line]).output().unwrap())
    }

    pub(crate) fn is_open(&self, parcel: &Parcel) -> bool {
        let folder = self.path("out").join(parcel.id.to_string());
        ["testimony.json", "index.html"].iter().all(|name| folder.join(name).is_file())
    }

    /// Names of what is in `out`, hidden ones too.
    pub(crate) fn listed(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("out")).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub(crate) fn page(&self, parcel: &Parcel) -> String {
        fs::read_to_string(self.path("out").join(parcel.id.to_string()).join("index.html")).unwrap()
    }

    /// Opens `parcels` after `damage` to the bundle's bytes. `refused` must be named, with `why`; all others must be open.
    pub(crate) fn all_but_one(&self, parcels: &[Parcel], bundle: &[u8], refused: &Parcel, why: &str) {
        self.write(bundle);
        let said = self.open();
        assert_eq!(said.code, 3, "{}", said.err);
        let line = said.err.lines().find(|line| line.contains(&refused.id.to_string()));
        assert!(line.is_some_and(|line| line.contains(why)), "wanted {why:?} of {}, got {}", refused.id, said.err);
        assert_eq!(self.listed().len(), parcels.len() - 1, "{:?} {}", self.listed(), said.err);
        for parcel in parcels {
            assert_eq!(self.is_open(parcel), parcel.id != refused.id, "{}", parcel.id);
        }
    }
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}
