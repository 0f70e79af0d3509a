//! A house whose keys are rotated, with the desk beside it.

use std::{
    fs,
    io::BufReader,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::Duration,
};

use age::secrecy::ExposeSecret as _;
use amanat::{
    desk::{identity::Identities, passphrase::Source},
    testimony::keys::manifest::Manifest,
};

use crate::house::{AMANAT, House, form::Form};

const DESK: &str = env!("CARGO_BIN_EXE_amanat-desk");

/// Sealed so far to `old.key`; `new.key` is of the manifest of epoch 2.
pub(super) struct Rotating {
    pub(super) house: House,
}

impl Rotating {
    /// With these testimonies for the old key, and keys in files.
    pub(super) fn of(texts: &[&str]) -> Self {
        let rotating = Self { house: House::open() };
        for text in texts {
            rotating.arrives(text);
        }
        let house = &rotating.house;
        fs::write(house.path("old.key"), house.identity.to_string().expose_secret()).unwrap();
        for (name, pair) in ["signer.key", "other-signer.key"].into_iter().zip(&house.holders.signers) {
            fs::write(house.path(name), pair.sk.to_box(Some("minisign secret key")).unwrap().into_string()).unwrap();
        }
        rotating.shell(&format!("{DESK} keygen --no-passphrase --out new.key >new.txt 2>/dev/null"));
        rotating
    }

    pub(super) fn arrives(&self, text: &str) {
        assert!(self.house.visitor().sends(&Form::text(text)).unwrap().is_thanks());
    }

    /// Installs the manifest of epoch 2; one testimony is sealed to it.
    pub(super) fn new_keys_arrive(&mut self) {
        self.installs(2);
        // Sooner than the server would look by itself.
        self.house.crashes();
        self.house.serves();
        self.arrives("for the new keys");
        assert_eq!(self.sql("SELECT count(*) FROM testimony WHERE epoch = 2"), "1");
    }

    pub(super) fn third_epoch(&self) {
        self.installs(3);
    }

    fn installs(&self, epoch: i32) {
        let before = fs::read(self.house.path(&format!("epoch-{}/recipients.json", epoch - 1))).unwrap();
        let before = Manifest::parse(&before).unwrap();
        let new = fs::read_to_string(self.house.path("new.txt")).unwrap().trim().to_owned();
        let content = self.house.holders.content(epoch, Some(before.sha256()), &[new]);
        self.house.installs(&content, &self.house.holders.signers);
    }

    /// Runs `amanat`, which must exit with `code`; gives all that it said.
    pub(super) fn amanat(&self, code: i32, arguments: &[&str]) -> String {
        let done = self.house.amanat(arguments);
        let said = String::from_utf8([done.stdout, done.stderr].concat()).unwrap();
        assert_eq!(done.status.code(), Some(code), "{arguments:?}: {said}");
        said
    }

    pub(super) fn rotate(&self, code: i32, from: &str, to: &str) -> String {
        self.desk(code, &["rotate", from, "-i", "old.key", "--out", to])
    }

    pub(super) fn prove(&self, code: i32, from: &str, to: &str) -> String {
        let said = self.desk(code, &["rotate", "prove", from, "-i", "new.key", "--signer", "signer.key", "--out", to]);
        assert!(said.contains("1 more of the manifest's signers must sign it"), "{said}");
        self.shell(&format!("{DESK} rotate sign {to} --key other-signer.key"));
        said
    }

    /// `amanat-desk` with the manifest of epoch 2.
    pub(super) fn at_the_desk(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(DESK);
        command.current_dir(self.house.folder()).args(arguments);
        command.args(["--manifest", "epoch-2/recipients.json", "--trust", "epoch-1/recipients.json"]);
        command
    }

    fn desk(&self, code: i32, arguments: &[&str]) -> String {
        let done = self.at_the_desk(arguments).output().unwrap();
        let said = String::from_utf8([done.stdout, done.stderr].concat()).unwrap();
        assert_eq!(done.status.code(), Some(code), "{arguments:?}: {said}");
        said
    }

    /// How many testimonies of a new export `amanat-desk open` opens with these keys.
    pub(super) fn opened(&self, keys: &[&str]) -> u64 {
        self.shell("rm -rf all.tar out");
        self.amanat(0, &["export", "--out", "all.tar"]);
        let keys = keys.join(" -i ");
        let said = self.shell(&format!("{DESK} open all.tar -i {keys} --out out --json 2>&1 | tail -1"));
        let summary: serde_json::Value = serde_json::from_str(&said).unwrap();
        summary["summary"]["opened"].as_u64().unwrap()
    }

    /// How many testimonies of a new export these keys open, by the age library alone: for many, and often.
    pub(super) fn decrypted(&self, keys: &[&str]) -> usize {
        let mut identities = Identities::default();
        for key in keys {
            identities.load(&self.house.path(key), Source::Terminal).unwrap();
        }
        self.shell("rm -f all.tar");
        self.amanat(0, &["export", "--out", "all.tar"]);
        let mut archive = tar::Archive::new(BufReader::new(fs::File::open(self.house.path("all.tar")).unwrap()));
        let opens = |entry: tar::Entry<'_, _>| {
            #[expect(clippy::disallowed_methods, reason = "the test plays the desk")]
            let decryptor = age::Decryptor::new(entry).unwrap();
            let mut plain = decryptor.decrypt(identities.as_age()).ok()?;
            std::io::copy(&mut plain, &mut std::io::sink()).ok()
        };
        let entries = archive.entries().unwrap().map(Result::unwrap);
        entries.filter(|entry| entry.path_bytes().ends_with(b".age")).filter_map(opens).count()
    }

    /// Testimonies that are still to be rotated, and headers that wait.
    pub(super) fn status(&self) -> (u64, u64) {
        let status: serde_json::Value = serde_json::from_str(&self.amanat(0, &["rotate", "status", "--json"])).unwrap();
        (status["to_rotate"].as_u64().unwrap(), status["waiting"].as_u64().unwrap())
    }

    /// A text that stands in each present header of epoch 1 or below, and nowhere else: its MAC.
    pub(super) fn marks(&self) -> Vec<String> {
        let macs = self.sql("SELECT right(convert_from(header, 'UTF8'), 44) FROM testimony WHERE epoch = 1");
        macs.lines().map(|mac| mac.trim().to_owned()).filter(|mac| !mac.is_empty()).collect()
    }

    /// Files of the database that hold one of `marks`, by an ordinary search of all bytes.
    pub(super) fn holders_of(&self, marks: &[String]) -> Vec<String> {
        assert!(!marks.is_empty());
        fs::write(self.house.path("marks"), marks.join("\n")).unwrap();
        // What is in Postgres's memory is written down first.
        self.house.sql("amanat_admin", "CHECKPOINT").unwrap();
        self.shell("grep -rlaFf marks data/postgres || true").lines().map(str::to_owned).collect()
    }

    pub(super) fn sql(&self, statement: &str) -> String {
        self.house.sql("amanat_owner", statement).unwrap()
    }

    pub(super) fn shell(&self, line: &str) -> String {
        let done = Command::new("sh").args(["-ec", line]).current_dir(self.house.folder()).output().unwrap();
        assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    }

    /// `amanat` with the house's configuration.
    pub(super) fn at_the_server(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(AMANAT);
        command.args(arguments).arg("--config").arg(self.house.config()).current_dir(self.house.folder());
        command
    }
}

/// Starts a command whose words nobody reads.
pub(super) fn begin(command: &mut Command) -> Child {
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// Runs a command to its end and gives its highest resident memory in MiB.
pub(super) fn peak(command: &mut Command) -> u64 {
    let mut child = begin(command);
    let mut peak = 0;
    loop {
        let ended = child.try_wait().unwrap();
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        peak = peak.max(line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0));
        if let Some(status) = ended {
            assert!(status.success(), "{command:?}");
            return peak >> 10;
        }
        sleep(Duration::from_millis(5));
    }
}
