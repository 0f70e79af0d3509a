//! Rotation of keys in the database: headers alone are read and written, payloads are not touched.
//!
//! ```text
//! testimony.header ──export──▶ …desk… ──import──▶ next_header ──finish──▶ testimony.header
//! ```
//!
//! A row has a header that opens at every moment: the new one takes the old one's place in one statement, and only when
//! somebody has proven that it opens. Every step may be stopped, and done again.

pub mod erase;
pub mod export;
pub mod finish;
pub mod import;
pub mod status;

use sqlx::{PgPool, Postgres, Transaction};

use super::StoreError;

/// Testimonies in one transaction.
pub const BATCH: usize = 500;

/// Number of the lock that lets one batch of import or finish work at a time: "rotation" in ASCII.
const LOCK: i64 = i64::from_be_bytes(*b"rotation");

/// A transaction that no other rotation's transaction runs beside.
async fn alone(export: &PgPool) -> Result<Transaction<'static, Postgres>, StoreError> {
    let mut transaction = export.begin().await?;
    sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(LOCK).execute(&mut *transaction).await?;
    Ok(transaction)
}

fn natural(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}
