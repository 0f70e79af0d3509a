//! Which Postgres is used, and as which role. A secret comes as a value or as a file; both is an error.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use zeroize::Zeroizing;

use super::{ConfigError, read};

/// One URL for each role, or none at all for the private cluster. A web server needs `intake` alone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Database {
    intake_url: Option<DatabaseUrl>,
    intake_url_file: Option<PathBuf>,
    export_url: Option<DatabaseUrl>,
    export_url_file: Option<PathBuf>,
    owner_url: Option<DatabaseUrl>,
    owner_url_file: Option<PathBuf>,
    /// Where the private cluster's programs are; the newest below /usr/lib/postgresql when left out.
    pub bin_dir: Option<PathBuf>,
    /// Whom the private cluster runs as when Amanat is started as root.
    pub cluster_user: String,
}

/// `postgres://role:password@host/amanat`. No `Debug`: it holds a password.
#[derive(Deserialize, Clone)]
#[serde(transparent)]
pub struct DatabaseUrl(Zeroizing<String>);

impl Default for Database {
    fn default() -> Self {
        Self {
            intake_url: None,
            intake_url_file: None,
            export_url: None,
            export_url_file: None,
            owner_url: None,
            owner_url_file: None,
            bin_dir: None,
            cluster_user: "postgres".to_owned(),
        }
    }
}

impl DatabaseUrl {
    /// The URL, for the driver alone.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.trim()
    }
}

impl Database {
    /// True when no URL is configured: Amanat then starts and owns a cluster.
    #[must_use]
    pub fn is_private(&self) -> bool {
        let values = [&self.intake_url, &self.export_url, &self.owner_url];
        let files = [&self.intake_url_file, &self.export_url_file, &self.owner_url_file];
        values.iter().all(|url| url.is_none()) && files.iter().all(|file| file.is_none())
    }

    /// The URL for `amanat_intake`.
    pub fn intake(&self) -> Result<DatabaseUrl, ConfigError> {
        one(
            self.intake_url.as_ref(),
            self.intake_url_file.as_deref(),
            "database: this command needs `intake_url` or `intake_url_file`",
        )
    }

    /// The URL for `amanat_export`.
    pub fn export(&self) -> Result<DatabaseUrl, ConfigError> {
        one(
            self.export_url.as_ref(),
            self.export_url_file.as_deref(),
            "database: this command needs `export_url` or `export_url_file`",
        )
    }

    /// The URL for `amanat_owner`.
    pub fn owner(&self) -> Result<DatabaseUrl, ConfigError> {
        one(
            self.owner_url.as_ref(),
            self.owner_url_file.as_deref(),
            "database: this command needs `owner_url` or `owner_url_file`",
        )
    }

    pub(super) fn check(&self) -> Result<(), ConfigError> {
        for (value, file, name) in [
            (&self.intake_url, &self.intake_url_file, "database.intake_url"),
            (&self.export_url, &self.export_url_file, "database.export_url"),
            (&self.owner_url, &self.owner_url_file, "database.owner_url"),
        ] {
            if value.is_some() && file.is_some() {
                return Err(ConfigError::Twice(name));
            }
        }
        Ok(())
    }

    pub(super) fn relative_to(&mut self, folder: &Path) {
        let files = [&mut self.intake_url_file, &mut self.export_url_file, &mut self.owner_url_file, &mut self.bin_dir];
        for file in files.into_iter().flatten() {
            *file = folder.join(&*file);
        }
    }
}

fn one(value: Option<&DatabaseUrl>, file: Option<&Path>, missing: &'static str) -> Result<DatabaseUrl, ConfigError> {
    match (value, file) {
        (Some(url), _) => Ok(url.clone()),
        (None, Some(path)) => Ok(DatabaseUrl(Zeroizing::new(read(path)?))),
        (None, None) => Err(ConfigError::Value(missing)),
    }
}
