//! A whole Amanat for a test: its own folder, private cluster, certificate, researcher key and running server.
#![expect(unreachable_pub, reason = "the house is for all test files beside it")]

pub mod form;
pub mod keys;
pub mod opened;
pub mod visitor;

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use amanat::testimony::keys::manifest::Manifest;
use tempfile::TempDir;

use self::{keys::KeyHolders, visitor::Visitor};

/// Before a house's settings: its pages are in every language.
pub const ALL_LANGUAGES: &str = "# every language\n";

pub const AMANAT: &str = env!("CARGO_BIN_EXE_amanat");

/// A folder with everything that `amanat` needs.
pub struct House {
    folder: TempDir,
    pub identity: age::x25519::Identity,
    /// A second researcher.
    pub colleague: age::x25519::Identity,
    /// Who may sign for it.
    pub holders: KeyHolders,
    manifest: Option<Manifest>,
    server: Option<Server>,
}

struct Server {
    child: Child,
    port: u16,
}

impl House {
    /// A house whose database is migrated, whose recipients are signed and installed, and whose server runs.
    pub fn open() -> Self {
        Self::with("")
    }

    /// The same, with further lines of configuration.
    pub fn with(settings: &str) -> Self {
        let mut house = Self::built(settings);
        house.migrates();
        house.manifest = Some(house.has_recipients());
        house.serves();
        house
    }

    /// A house in which nothing runs yet.
    pub fn built(settings: &str) -> Self {
        let folder = tempfile::Builder::new().prefix("am").tempdir_in("/tmp").unwrap();
        // The cluster's user must get through.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o711)).unwrap();
        let house = Self {
            folder,
            identity: age::x25519::Identity::generate(),
            colleague: age::x25519::Identity::generate(),
            holders: KeyHolders::new(),
            manifest: None,
            server: None,
        };
        house.has_certificate();
        fs::copy("config/questionnaire.toml", house.path("questionnaire.toml")).unwrap();
        let pins = house.holders.pins();
        let languages = fs::canonicalize("config/locales").unwrap().display().to_string();
        // All of them, or the one that has been read by those who wrote it.
        let (spoken, settings) =
            settings.strip_prefix(ALL_LANGUAGES).map_or(("", settings), |rest| ("drafts = true\n", rest));
        let text = format!(
            "data_dir = \"data\"\nquestionnaire = \"questionnaire.toml\"\n\
             [languages]\nfolder = \"{languages}\"\n{spoken}[listen]\naddress = \"127.0.0.1:0\"\ncertificate = \"cert.pem\"\nkey = \"key.pem\"\n{pins}{settings}\n"
        );
        fs::write(house.config(), text).unwrap();
        house
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn config(&self) -> PathBuf {
        self.path("amanat.toml")
    }

    /// A new certificate and key, and what a visitor trusts from now on.
    pub fn has_certificate(&self) {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()]).unwrap();
        fs::write(self.path("cert.pem"), made.cert.pem()).unwrap();
        fs::write(self.path("key.pem"), made.signing_key.serialize_pem()).unwrap();
    }

    /// The manifest that this house began with.
    pub fn first(&self) -> Manifest {
        self.manifest.clone().unwrap()
    }

    /// Runs `amanat` with this house's configuration.
    pub fn amanat(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(AMANAT);
        command.args(arguments).arg("--config").arg(self.config()).current_dir(self.folder.path());
        command.output().unwrap()
    }

    pub fn migrates(&self) {
        let done = self.amanat(&["migrate"]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }

    /// Starts the server and waits until it listens. Its log goes to `log`.
    pub fn serves(&mut self) {
        self.serves_with(&[]);
    }

    pub fn serves_with(&mut self, more: &[&str]) {
        assert!(self.server.is_none());
        let mut command = Command::new(AMANAT);
        command.arg("serve").arg("--config").arg(self.config()).args(more).current_dir(self.folder.path());
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut log = fs::OpenOptions::new().create(true).append(true).open(self.path("log")).unwrap();
        let mut port = None;
        for line in lines.by_ref().map_while(Result::ok) {
            writeln!(log, "{line}").unwrap();
            if let Some(rest) = line.strip_prefix("amanat: listening on https://127.0.0.1:") {
                port = rest.split(' ').next().and_then(|port| port.parse().ok());
            }
            if line.contains("started") {
                break;
            }
        }
        let Some(port) = port else { panic!("the server did not start: {}", self.log()) };
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let _ = writeln!(log, "{line}");
            }
        });
        self.server = Some(Server { child, port });
    }

    pub fn log(&self) -> String {
        fs::read_to_string(self.path("log")).unwrap_or_default()
    }

    pub fn port(&self) -> u16 {
        self.server.as_ref().unwrap().port
    }

    pub fn pid(&self) -> u32 {
        self.server.as_ref().unwrap().child.id()
    }

    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.port(), &self.path("cert.pem"))
    }

    pub fn signals(&self, signal: &str) {
        assert!(Command::new("kill").arg(format!("-{signal}")).arg(self.pid().to_string()).status().unwrap().success());
    }

    /// Stops the server in order, and its cluster with it. Gives its exit status.
    pub fn stops(&mut self) -> std::process::ExitStatus {
        self.signals("TERM");
        let mut server = self.server.take().unwrap();
        server.child.wait().unwrap()
    }

    /// Kills the server without a word. Its cluster goes on.
    pub fn crashes(&mut self) {
        self.signals("KILL");
        self.server.take().unwrap().child.wait().unwrap();
    }

    pub fn postmaster(&self) -> Option<u32> {
        let pid = fs::read_to_string(self.path("data/postgres/postmaster.pid")).ok()?;
        pid.lines().next()?.trim().parse().ok()
    }

    /// Kills the database's main process without a word.
    pub fn kills_postgres(&self) {
        if let Some(pid) = self.postmaster() {
            let _ = Command::new("kill").arg("-KILL").arg(pid.to_string()).status();
        }
    }

    /// Runs one SQL statement as `role` and gives rows of text.
    pub fn sql(&self, role: &str, statement: &str) -> Result<String, String> {
        let mut command = Command::new("psql");
        command.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h"]).arg(self.path("data/run"));
        let done = command.args(["-U", role, "-d", "amanat", "-c", statement]).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if done.status.success() { Ok(text(&done.stdout)) } else { Err(text(&done.stderr)) }
    }

    pub fn count(&self) -> u64 {
        self.sql("amanat_owner", "SELECT count(*) FROM testimony").unwrap().parse().unwrap()
    }

    /// Waits until `ready` is true.
    pub fn until(&self, what: &str, ready: impl Fn() -> bool) {
        let deadline = Instant::now() + Duration::from_mins(1);
        while !ready() {
            assert!(Instant::now() < deadline, "never: {what}\n{}", self.log());
            sleep(Duration::from_millis(50));
        }
    }

    /// Bytes of plaintext or ciphertext that the spool's folder holds by name, and open unlinked files of the server.
    pub fn spool_is_empty(&self) -> bool {
        let named = fs::read_dir(self.path("data/spool")).unwrap().count();
        let open = fs::read_dir(format!("/proc/{}/fd", self.pid())).unwrap().flatten();
        let unlinked = open.filter_map(|fd| fs::read_link(fd.path()).ok());
        named == 0 && !unlinked.into_iter().any(|path| path.to_string_lossy().contains("/data/spool/"))
    }

    /// Highest resident memory of the server so far, in KiB.
    pub fn peak_memory(&self) -> u64 {
        peak_memory(self.pid())
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// The short form of a long test, or the long one under `make soak`.
pub fn soak(short: usize, long: usize) -> usize {
    #[expect(clippy::disallowed_methods, reason = "how long a test is belongs to whoever runs it")]
    let soaking = std::env::var_os("AMANAT_SOAK").is_some();
    if soaking { long } else { short }
}

/// A figure for whoever reads the test's output.
pub fn said(line: &str) {
    #[expect(clippy::print_stderr, reason = "the one place where tests print")]
    {
        eprintln!("{line}");
    }
}

/// Whether a process runs; one that has ended and waits for its parent does not.
pub fn is_running(pid: u32) -> bool {
    fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
}

pub fn peak_memory(pid: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

impl Drop for House {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            let _ = server.child.kill();
            let _ = server.child.wait();
        }
        if let Some(pid) = self.postmaster() {
            // Immediate shutdown: the folder is about to go.
            let _ = Command::new("kill").arg("-QUIT").arg(pid.to_string()).stderr(Stdio::null()).status();
            let deadline = Instant::now() + Duration::from_secs(10);
            while is_running(pid) && Instant::now() < deadline {
                sleep(Duration::from_millis(20));
            }
        }
    }
}
