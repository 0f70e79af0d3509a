//! The configuration file: what it may say, and what is wrong with it when it is refused.

mod database;
mod languages;
mod limits;

use std::{
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use serde::Deserialize;

pub use self::{
    database::{Database, DatabaseUrl},
    languages::Languages,
    limits::Limits,
};
use super::locales::{Locales, LocalesError, ServedError};
use crate::testimony::{
    keys::trust::{Pins, PinsError, Trust},
    questionnaire::{Questionnaire, QuestionnaireError},
};

/// `amanat.toml`, read and checked. Paths in it are relative to its own folder.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The private cluster, the spool and the cluster's socket live here.
    pub data_dir: PathBuf,
    /// The questionnaire's file.
    pub questionnaire: PathBuf,
    /// Which languages the page is shown in.
    #[serde(default)]
    pub languages: Languages,
    /// Allows a self-made certificate. Never for witnesses.
    #[serde(default)]
    pub development: bool,
    /// Where to listen, and as whom.
    pub listen: Listen,
    /// Who may sign the list of those who can open what is sent.
    #[serde(default)]
    keys: Pins,
    /// Which Postgres; none for the private cluster.
    #[serde(default)]
    pub database: Database,
    /// What one form may carry.
    #[serde(default)]
    pub limits: Limits,
    /// How much is logged.
    #[serde(default)]
    pub log: Log,
}

/// The TLS listener.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listen {
    /// Address and port. There is no plaintext port.
    pub address: SocketAddr,
    /// PEM chain.
    pub certificate: Option<PathBuf>,
    /// PEM key.
    pub key: Option<PathBuf>,
    /// Threads that answer; as many as there are cores when left out.
    pub workers: Option<usize>,
}

/// Logging.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// The most detailed level.
    #[serde(default)]
    pub level: Level,
}

/// Levels of the log. No level names a person's act.
#[derive(Deserialize, Default, Clone, Copy, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// What an admin must mend.
    Error,
    /// And what may need it soon.
    Warn,
    /// And what the server does as a whole.
    #[default]
    Info,
    /// And its parts.
    Debug,
    /// And all else that it can say.
    Trace,
}

/// Why a configuration is refused.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A file could not be read.
    #[error("{path} could not be read; check the path and its permissions")]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Not the TOML that was expected; the parser's words name the line.
    #[error("{path} is not a configuration that this version knows: {reason}")]
    Syntax {
        /// Which file.
        path: PathBuf,
        /// The parser's words.
        reason: String,
    },
    /// The pinned signers are not usable.
    #[error("keys: {0}")]
    Keys(#[from] PinsError),
    /// The questionnaire is not usable.
    #[error("questionnaire: {0}")]
    Questionnaire(#[from] QuestionnaireError),
    /// The languages are not usable.
    #[error(transparent)]
    Locales(#[from] LocalesError),
    /// The languages that are asked for cannot be shown.
    #[error(transparent)]
    Served(#[from] ServedError),
    /// A secret stands twice, as a value and as a file.
    #[error("{0} is given as a value and as a file; keep one of the two")]
    Twice(&'static str),
    /// A value is out of its range.
    #[error("{0}")]
    Value(&'static str),
}

impl Config {
    /// Reads and checks a file.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        let text = read(path)?;
        let mut config: Self = toml::from_str(&text).map_err(|error| syntax(path, &text, &error))?;
        let folder = path.canonicalize().ok().and_then(|path| path.parent().map(Path::to_owned)).unwrap_or_default();
        config.data_dir = folder.join(&config.data_dir);
        config.questionnaire = folder.join(&config.questionnaire);
        config.languages.relative_to(&folder);
        for file in [&mut config.listen.certificate, &mut config.listen.key].into_iter().flatten() {
            *file = folder.join(&*file);
        }
        config.database.relative_to(&folder);
        if config.listen.certificate.is_some() != config.listen.key.is_some() {
            return Err(ConfigError::Value(
                "listen: `certificate` and `key` go together; give both, or neither in development",
            ));
        }
        if config.listen.certificate.is_none() && !config.development {
            return Err(ConfigError::Value(
                "listen: name a `certificate` and its `key` (PEM files), or set `development = true` to try things with a self-made one",
            ));
        }
        config.database.check()?;
        config.limits.check()?;
        Ok(config)
    }

    /// Where trust in a manifest of recipients begins.
    pub fn trust(&self) -> Result<Trust, ConfigError> {
        Ok(self.keys.trust()?)
    }

    /// The questionnaire.
    pub fn questionnaire(&self) -> Result<Questionnaire, ConfigError> {
        Ok(Questionnaire::parse(&read(&self.questionnaire)?)?)
    }

    /// Every language of the folder, held against the questionnaire.
    pub fn locales(&self, form: &Questionnaire) -> Result<Locales, ConfigError> {
        Ok(Locales::load(&self.languages.folder, form)?)
    }
}

/// The parser's own words show the line, which may hold a password.
fn syntax(path: &Path, text: &str, error: &toml::de::Error) -> ConfigError {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    ConfigError::Syntax { path: path.to_owned(), reason: format!("line {line}: {}", error.message()) }
}

fn read(path: &Path) -> Result<String, ConfigError> {
    fs::read_to_string(path).map_err(|source| ConfigError::Read { path: path.to_owned(), source })
}
