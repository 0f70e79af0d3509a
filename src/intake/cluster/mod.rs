//! The private Postgres cluster: the default when no database URL is configured.
//!
//! Amanat starts the system's Postgres on a data folder of its own, reachable over a Unix socket in a folder that only
//! the cluster's user can enter, and stops it on exit. It never runs as root. Whoever holds the lock file owns the
//! cluster; a command that finds an owner uses the cluster and leaves it running.

mod programs;
mod settings;
mod supervise;

use std::{
    fs::{self, File, Permissions, TryLockError},
    io,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown},
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use self::programs::{Account, Programs};
pub use self::supervise::Supervisor;
use super::config::Config;

/// A running private cluster.
pub struct Cluster {
    layout: Layout,
    programs: Programs,
    account: Account,
    /// Held while this process owns the cluster.
    owned: Option<File>,
}

/// Where the cluster keeps what.
#[derive(Clone)]
struct Layout {
    data: PathBuf,
    settings: PathBuf,
    socket: PathBuf,
    log: PathBuf,
    lock: PathBuf,
}

/// Why the private cluster is not there.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// No Postgres 15 or newer.
    #[error(
        "Postgres 15 or newer is not installed; run `apt-get install postgresql`, or set `database.bin_dir`, or name a server with `database.intake_url`"
    )]
    NotInstalled,
    /// The account that it should run as does not exist.
    #[error("there is no user `{0}` to run Postgres as; Amanat never runs it as root. Set `database.cluster_user`")]
    NoUser(String),
    /// A folder could not be made or handed over.
    #[error("{path} could not be prepared for Postgres")]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The socket's path is longer than the system allows.
    #[error("{0} is too long for a Unix socket (107 bytes); choose a shorter `data_dir`")]
    SocketPath(PathBuf),
    /// The data folder is not a cluster.
    #[error(
        "{0} is there and is not a Postgres cluster: PG_VERSION is missing. Nothing was changed. Put a backup in its place, or move it away to begin with an empty archive"
    )]
    NoCluster(PathBuf),
    /// The data folder is another user's.
    #[error(
        "{0} belongs to another user than the one that Postgres would run as; run this command as the user that runs `amanat serve`"
    )]
    Foreign(PathBuf),
    /// A program failed.
    #[error("`{program}` failed; its words are in {log}")]
    Failed {
        /// Which program.
        program: &'static str,
        /// Where it wrote.
        log: PathBuf,
    },
    /// Another process owns the cluster, and must not.
    #[error("another amanat process owns {0}; stop it first")]
    Owned(PathBuf),
}

/// How long to wait for another command to let go of the cluster, or for Postgres to come up.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long Postgres may take to come up after a crash, with its log to be read again.
const RECOVERY: Duration = Duration::from_mins(10);
const PAUSE: Duration = Duration::from_millis(100);

impl Cluster {
    /// Makes the cluster if there is none, starts it if it does not run, and owns it unless another process does.
    pub fn ensure(config: &Config) -> Result<Self, ClusterError> {
        let account = Account::choose(&config.database.cluster_user)?;
        let programs = Programs::find(config.database.bin_dir.as_deref())?;
        let layout = Layout::of(&config.data_dir);
        if layout.socket.as_os_str().len() + "/.s.PGSQL.5432".len() > 107 {
            return Err(ClusterError::SocketPath(layout.socket));
        }
        folder(&config.data_dir, 0o711, None)?;
        let lock = File::create(&layout.lock).map_err(|source| cannot(&layout.lock, source))?;
        let deadline = Instant::now() + PATIENCE;
        let owned = loop {
            match lock.try_lock() {
                Ok(()) => break Some(lock),
                Err(TryLockError::Error(source)) => return Err(cannot(&layout.lock, source)),
                // The owner may still be on its way up or down.
                Err(TryLockError::WouldBlock) if layout.answers() => break None,
                Err(TryLockError::WouldBlock) if Instant::now() > deadline => {
                    return Err(ClusterError::Owned(layout.data));
                }
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            }
        };
        let cluster = Self { layout, programs, account, owned };
        if cluster.owned.is_some() {
            cluster.prepare()?;
            cluster.start()?;
        }
        Ok(cluster)
    }

    /// Waits until this process owns the cluster, for `serve`, which must outlive every other command.
    pub fn own(config: &Config) -> Result<Self, ClusterError> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let cluster = Self::ensure(config)?;
            if cluster.owned.is_some() {
                return Ok(cluster);
            }
            if Instant::now() > deadline {
                return Err(ClusterError::Owned(cluster.layout.data.clone()));
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// The folder of the Unix socket.
    #[must_use]
    pub fn socket(&self) -> &Path {
        &self.layout.socket
    }

    /// Keeps the cluster running from a thread of its own until the supervisor is dropped, then stops it.
    #[must_use]
    pub fn supervise(self, on_restart: impl Fn() + Send + 'static) -> Supervisor {
        Supervisor::start(self, on_restart)
    }

    fn prepare(&self) -> Result<(), ClusterError> {
        let Layout { data, socket, .. } = &self.layout;
        folder(socket, 0o700, Some(&self.account))?;
        if self.is_new()? {
            // Made beside its place and renamed, so that a half-made cluster is never taken for a whole one.
            let draft = data.with_extension("new");
            let _ = fs::remove_dir_all(&draft);
            folder(&draft, 0o700, Some(&self.account))?;
            let mut initdb = self.command("initdb", &draft);
            initdb.arg("--pgdata").arg(&draft).args(settings::INITDB);
            self.run("initdb", &mut initdb)?;
            // Fails on a folder that holds anything.
            fs::rename(&draft, data).map_err(|source| cannot(data, source))?;
        }
        // In a folder that Postgres's user can read and not change: a link that it put there would be followed.
        folder(&self.layout.settings, 0o755, None)?;
        for (name, text) in settings::files(&self.layout.settings, socket, &self.account) {
            let path = self.layout.settings.join(name);
            fs::write(&path, text)
                .and_then(|()| fs::set_permissions(&path, Permissions::from_mode(0o644)))
                .map_err(|source| cannot(&path, source))?;
        }
        Ok(())
    }

    /// True when there is no cluster yet. A folder that holds something else, or belongs to somebody else, is refused:
    /// it may be an archive that was damaged, or is being copied back.
    fn is_new(&self) -> Result<bool, ClusterError> {
        let data = &self.layout.data;
        if !data.try_exists().map_err(|source| cannot(data, source))? {
            return Ok(true);
        }
        let owner = fs::metadata(data).map_err(|source| cannot(data, source))?.uid();
        if owner != self.account.uid() {
            return Err(ClusterError::Foreign(data.clone()));
        }
        match data.join("PG_VERSION").try_exists() {
            Ok(true) => Ok(false),
            Ok(false) => Err(ClusterError::NoCluster(data.clone())),
            Err(source) => Err(cannot(data, source)),
        }
    }

    fn start(&self) -> Result<(), ClusterError> {
        let deadline = Instant::now() + RECOVERY;
        loop {
            if self.is_alive() {
                return Ok(());
            }
            let mut pg_ctl = self.command("pg_ctl", &self.layout.data);
            pg_ctl.args(["start", "--wait", "--silent", "--timeout", "600", "--log"]).arg(&self.layout.log);
            pg_ctl
                .arg("--pgdata")
                .arg(&self.layout.data)
                .arg("--options")
                .arg(settings::options(&self.layout.settings));
            match self.run("pg_ctl", &mut pg_ctl) {
                Ok(()) => return Ok(()),
                // After a crash the old backends may need a moment to let go of shared memory.
                Err(_) if Instant::now() < deadline => std::thread::sleep(PAUSE),
                Err(error) => return Err(error),
            }
        }
    }

    fn stop(&self) {
        let mut pg_ctl = self.command("pg_ctl", &self.layout.data);
        pg_ctl.args(["stop", "--mode", "fast", "--wait", "--silent", "--pgdata"]).arg(&self.layout.data);
        let _ = self.run("pg_ctl", &mut pg_ctl);
    }

    /// Asks the socket, not the process table, where a killed process may linger.
    fn is_alive(&self) -> bool {
        self.layout.answers()
    }

    fn command(&self, program: &str, folder: &Path) -> Command {
        let mut command = self.programs.command(program);
        self.account.drop_to(&mut command);
        command.current_dir(folder);
        command
    }

    fn run(&self, program: &'static str, command: &mut Command) -> Result<(), ClusterError> {
        let failed = || ClusterError::Failed { program, log: self.layout.log.clone() };
        let status = command.status().map_err(|_| failed())?;
        if status.success() { Ok(()) } else { Err(failed()) }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if self.owned.is_some() {
            self.stop();
        }
    }
}

impl Layout {
    fn of(data_dir: &Path) -> Self {
        let data = data_dir.join("postgres");
        Self {
            log: data.join("server.log"),
            data,
            settings: data_dir.join("settings"),
            socket: data_dir.join("run"),
            lock: data_dir.join("cluster.lock"),
        }
    }

    fn answers(&self) -> bool {
        std::os::unix::net::UnixStream::connect(self.socket.join(".s.PGSQL.5432")).is_ok()
    }
}

fn folder(path: &Path, mode: u32, owner: Option<&Account>) -> Result<(), ClusterError> {
    let make = || {
        fs::create_dir_all(path)?;
        fs::set_permissions(path, Permissions::from_mode(mode))?;
        owner.map_or(Ok(()), |account| account.owns(path))
    };
    make().map_err(|source| cannot(path, source))
}

fn cannot(path: &Path, source: io::Error) -> ClusterError {
    ClusterError::Folder { path: path.to_owned(), source }
}

impl Account {
    fn owns(&self, path: &Path) -> io::Result<()> {
        self.ids().map_or(Ok(()), |(uid, gid)| chown(path, Some(uid), Some(gid)))
    }
}
