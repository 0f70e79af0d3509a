//! Erases old headers: a row that was replaced lies in the table's file until the table gets a new one, and in the write-ahead
//! log until its segments go.

use std::{path::Path, time::Duration};

use sqlx::{ConnectOptions as _, Connection as _, PgConnection, PgPool, postgres::PgConnectOptions};

use tokio::time::Instant;

use crate::intake::store::StoreError;

/// How long to wait for transactions that still may read old headers.
const PATIENCE: Duration = Duration::from_mins(1);
const PAUSE: Duration = Duration::from_millis(500);
/// Postgres's code for a lock that was not got in time (appendix A).
const LOCK_NOT_AVAILABLE: &str = "55P03";

/// Why old headers were not erased.
#[derive(Debug, thiserror::Error)]
pub enum EraseError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Somebody reads.
    #[error(
        "old headers are used no more, but were not erased: something that began earlier still reads the database (an export, a backup, a replica). Run `amanat rotate erase` when it is done"
    )]
    Busy,
}

/// Writes both tables anew, as `amanat_owner`. What nobody can read any more is not in the new files.
pub async fn erase(owner: &PgPool) -> Result<(), EraseError> {
    let mut connection = owner.acquire().await.map_err(StoreError::from)?;
    // Everything that was swapped has a lower number.
    let mark: String = sqlx::query_scalar("SELECT (pg_current_xact_id()::xid)::text")
        .fetch_one(&mut *connection)
        .await
        .map_err(StoreError::from)?;
    let until = Instant::now() + PATIENCE;
    // Whoever waits for the table's lock keeps all others from it, testimonies that arrive too: never for long.
    sqlx::query("SET lock_timeout = '2s'").execute(&mut *connection).await.map_err(StoreError::from)?;
    for table in ["VACUUM (FULL) testimony", "VACUUM (FULL) next_header"] {
        loop {
            if !is_read_from_before(&mut connection, &mark).await? {
                match sqlx::query(table).execute(&mut *connection).await.map_err(StoreError::from) {
                    Ok(_) => break,
                    Err(error) if error.code().as_deref() == Some(LOCK_NOT_AVAILABLE) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            if Instant::now() >= until {
                return Err(EraseError::Busy);
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
    Ok(())
}

/// Whether anything holds on to rows that were replaced before `mark`: a new file would have them too.
async fn is_read_from_before(owner: &mut PgConnection, mark: &str) -> Result<bool, StoreError> {
    let held = sqlx::query_scalar(
        "SELECT EXISTS (
             SELECT FROM pg_stat_activity, LATERAL (VALUES (backend_xid), (backend_xmin)) AS held (xid)
             WHERE pid <> pg_backend_pid() AND coalesce(datname, current_database()) = current_database()
                   AND age(xid) > age($1::text::xid)
             UNION ALL SELECT FROM pg_replication_slots WHERE age(xmin) > age($1::text::xid)
             UNION ALL SELECT FROM pg_prepared_xacts WHERE age(transaction) > age($1::text::xid)
         )",
    );
    Ok(held.bind(mark).fetch_one(owner).await?)
}

/// Begins a new segment of the private cluster's write-ahead log, and unlinks all segments before it, as its superuser.
pub async fn log(socket: &Path) -> Result<(), StoreError> {
    let options = PgConnectOptions::new_without_pgpass().socket(socket).username("amanat_admin").database("postgres");
    let mut admin = options.disable_statement_logging().connect().await?;
    for statement in ["SELECT pg_switch_wal()", "CHECKPOINT"] {
        sqlx::query(statement).execute(&mut admin).await?;
    }
    admin.close().await?;
    Ok(())
}
