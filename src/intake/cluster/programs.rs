//! Which Postgres programs to run, and as whom.

use std::{
    fs,
    os::unix::process::CommandExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use nix::unistd::{Uid, User};

use super::ClusterError;

const OLDEST: u32 = 15;

/// The folder with `initdb`, `pg_ctl` and `postgres`.
pub(super) struct Programs(PathBuf);

impl Programs {
    /// The configured folder, or the newest Postgres where Debian and the PGDG packages put it.
    pub(super) fn find(configured: Option<&Path>) -> Result<Self, ClusterError> {
        let folder = match configured {
            Some(folder) => folder.to_owned(),
            None => newest(Path::new("/usr/lib/postgresql")).ok_or(ClusterError::NotInstalled)?,
        };
        if folder.join("pg_ctl").is_file() { Ok(Self(folder)) } else { Err(ClusterError::NotInstalled) }
    }

    pub(super) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.0.join(program));
        // Nothing of our environment is Postgres's business, and nothing that it prints is a log of ours.
        command.env_clear().env("LC_ALL", "C").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // Ctrl-C in a terminal must reach Amanat alone, which then stops Postgres in order.
        command.process_group(0);
        command
    }
}

fn newest(versions: &Path) -> Option<PathBuf> {
    let found = fs::read_dir(versions).ok()?.flatten();
    let newest = found.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok()).max()?;
    (newest >= OLDEST).then(|| versions.join(newest.to_string()).join("bin"))
}

/// The account that Postgres runs as.
pub(super) struct Account {
    /// Ids to drop to; `None` when Amanat itself is unprivileged already.
    ids: Option<(u32, u32)>,
    /// Who connects: the user that Amanat runs as.
    connects: String,
}

impl Account {
    pub(super) fn choose(configured: &str) -> Result<Self, ClusterError> {
        let by_name = |name: &str| User::from_name(name).ok().flatten();
        let own = Uid::effective();
        let connects = User::from_uid(own).ok().flatten().map_or_else(|| own.to_string(), |user| user.name);
        let ids = if own.is_root() {
            let user = by_name(configured).filter(|user| !user.uid.is_root());
            let user = user.ok_or_else(|| ClusterError::NoUser(configured.to_owned()))?;
            Some((user.uid.as_raw(), user.gid.as_raw()))
        } else {
            None
        };
        Ok(Self { ids, connects })
    }

    pub(super) fn ids(&self) -> Option<(u32, u32)> {
        self.ids
    }

    /// Whom Postgres runs as.
    pub(super) fn uid(&self) -> u32 {
        self.ids.map_or_else(|| Uid::effective().as_raw(), |(uid, _)| uid)
    }

    pub(super) fn connects(&self) -> &str {
        &self.connects
    }

    pub(super) fn drop_to(&self, command: &mut Command) {
        if let Some((uid, gid)) = self.ids {
            command.uid(uid).gid(gid);
        }
    }
}
