//! Connections: over the private cluster's socket or to a configured server, always as one of the three roles.

use std::{path::Path, str::FromStr, time::Duration};

use sqlx::{
    ConnectOptions as _, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions, PgSslMode},
};

use crate::intake::config::{Config, ConfigError};

/// A role of migrations/roles.sql.
#[derive(Clone, Copy)]
pub enum Role {
    /// Puts testimonies in.
    Intake,
    /// Reads them for an export.
    Export,
    /// Migrates.
    Owner,
}

/// Why there are no connection settings.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The configuration lacks the role's URL.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The URL is not one. It is not shown, because it may hold a password.
    #[error("the database URL for this role is not of the form postgres://role:password@host/database")]
    Url,
}

impl Role {
    /// Its name in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Intake => "amanat_intake",
            Self::Export => "amanat_export",
            Self::Owner => "amanat_owner",
        }
    }
}

/// How to connect as `role`: over `socket` when the cluster is private, else by the configured URL.
pub fn options(config: &Config, socket: Option<&Path>, role: Role) -> Result<PgConnectOptions, ConnectError> {
    let options = if let Some(socket) = socket {
        PgConnectOptions::new_without_pgpass().socket(socket).username(role.name()).database("amanat")
    } else {
        let url = match role {
            Role::Intake => config.database.intake(),
            Role::Export => config.database.export(),
            Role::Owner => config.database.owner(),
        }?;
        let options = PgConnectOptions::from_str(url.expose()).map_err(|_| ConnectError::Url)?;
        match options.get_host() {
            // The library would fall back to plaintext without a word.
            host if options.get_socket().is_none() && !is_local(host) && !url.expose().contains("sslmode=") => {
                options.ssl_mode(PgSslMode::VerifyFull)
            }
            _ => options,
        }
    };
    // Whatever the server's default is: who is thanked has been written to its disk.
    let options = options.application_name("amanat").options([("synchronous_commit", "on")]);
    Ok(options.disable_statement_logging())
}

/// A socket's folder, or this machine.
fn is_local(host: &str) -> bool {
    host.starts_with('/') || ["localhost", "127.0.0.1", "::1", "[::1]"].contains(&host)
}

/// A pool of at most `most` connections that waits at most `patience` for one.
#[must_use]
pub fn pool(options: PgConnectOptions, most: u32, patience: Duration) -> PgPool {
    PgPoolOptions::new()
        .max_connections(most)
        .acquire_timeout(patience)
        // Every use is safe to repeat, so that a broken connection is found by using it.
        .test_before_acquire(false)
        .connect_lazy_with(options)
}
