//! Migrations, and the check that a database is of the schema that this binary was built for.

use sqlx::{PgConnection, PgPool, migrate::Migrator};

use super::StoreError;

static MIGRATOR: Migrator = sqlx::migrate!("./migrations");
const ROLES: &str = include_str!("../../../migrations/roles.sql");

/// Why a database is not used.
#[derive(Debug, thiserror::Error)]
pub enum SchemaError {
    /// Never migrated, or older.
    #[error("the database lacks {0} migration(s) of this version; run `amanat migrate` with the same configuration")]
    Behind(usize),
    /// Migrated by a newer version.
    #[error(
        "the database was migrated by a newer version of Amanat; use that version, or restore a database of this one"
    )]
    Ahead,
    /// A migration differs from the one that this binary carries.
    #[error("migration {0} of the database is not the one that this version carries; do not edit migrations")]
    Changed(i64),
    /// A migration failed half-way.
    #[error("migration {0} did not finish; run `amanat migrate` again and read its error")]
    Unfinished(i64),
    /// Applying failed.
    #[error("a migration could not be applied")]
    Migrate(#[source] sqlx::migrate::MigrateError),
    /// The database could not be asked.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Brings the database to this version, as `amanat_owner`. Returns how many migrations there are.
pub async fn migrate(owner: &PgPool) -> Result<usize, SchemaError> {
    MIGRATOR.run(owner).await.map_err(SchemaError::Migrate)?;
    sqlx::raw_sql(ROLES).execute(owner).await.map_err(StoreError::from)?;
    Ok(MIGRATOR.iter().count())
}

/// Refuses a schema that this version does not know.
pub async fn check(connection: &mut PgConnection) -> Result<(), SchemaError> {
    let there: bool = sqlx::query_scalar("SELECT to_regclass('public._sqlx_migrations') IS NOT NULL")
        .fetch_one(&mut *connection)
        .await
        .map_err(StoreError::from)?;
    if !there {
        return Err(SchemaError::Behind(MIGRATOR.iter().count()));
    }
    let applied: Vec<(i64, Vec<u8>, bool)> =
        sqlx::query_as("SELECT version, checksum, success FROM _sqlx_migrations ORDER BY version")
            .fetch_all(connection)
            .await
            .map_err(StoreError::from)?;
    for (version, checksum, success) in &applied {
        if !success {
            return Err(SchemaError::Unfinished(*version));
        }
        match MIGRATOR.iter().find(|known| known.version == *version) {
            None => return Err(SchemaError::Ahead),
            Some(known) if *known.checksum != **checksum => return Err(SchemaError::Changed(*version)),
            Some(_) => {}
        }
    }
    match MIGRATOR.iter().count() - applied.len() {
        0 => Ok(()),
        missing => Err(SchemaError::Behind(missing)),
    }
}
