//! All SQL of Amanat. It knows no HTTP, and takes sealed testimonies alone.

pub mod bootstrap;
pub mod connect;
pub mod export;
pub mod form_key;
pub mod keep;
pub mod manifests;
pub mod rotate;
pub mod schema;

/// Why the store could not do its work. Postgres's own words are not shown to a visitor and carry no values.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No connection, or one that broke.
    #[error("the database cannot be reached")]
    Away(#[source] sqlx::Error),
    /// The database's disk is full.
    #[error("the database's disk is full; make room")]
    DiskFull,
    /// The database refused.
    #[error("the database refused")]
    Refused(#[source] sqlx::Error),
    /// Sealing failed under way.
    #[error(transparent)]
    Seal(#[from] crate::testimony::seal::SealError),
    /// The system gave no randomness for a key.
    #[error(transparent)]
    Randomness(#[from] crate::intake::clock::NoRandomness),
    /// The server is stopping.
    #[error("the server is stopping")]
    Stopping,
}

impl StoreError {
    /// Postgres's code for the error (appendix A), which is safe to log: it holds no value.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        match self {
            Self::Away(sqlx::Error::Database(error)) | Self::Refused(sqlx::Error::Database(error)) => {
                error.code().map(std::borrow::Cow::into_owned)
            }
            _ => None,
        }
    }

    /// Whether the same may succeed in a moment.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Away(_))
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::Error as E;
        match &error {
            E::Io(_) | E::PoolTimedOut | E::PoolClosed | E::WorkerCrashed | E::Protocol(_) => Self::Away(error),
            E::Database(database) => match database.code().as_deref() {
                Some("53100") => Self::DiskFull,
                // Connection failures, shutdowns, crashes, and a server that has become a standby (Postgres, appendix A:
                // classes 08, 53, 57, and 25006).
                Some(code)
                    if code == "25006"
                        || code.starts_with("08")
                        || code.starts_with("57P")
                        || code.starts_with("53") =>
                {
                    Self::Away(error)
                }
                _ => Self::Refused(error),
            },
            _ => Self::Refused(error),
        }
    }
}
