//! Small testimonies: whatever waits goes into one transaction, by rising id, which is a random order.

use std::sync::Arc;

use sqlx::PgConnection;
use tokio::sync::{Mutex, mpsc};

use super::{ATTEMPT, Database, Job, Kept, Small, within};
use crate::intake::store::StoreError;

/// Most testimonies in one transaction.
const MOST: usize = 64;

/// Writes batches until the last sender is gone.
pub(super) async fn write(jobs: Arc<Mutex<mpsc::Receiver<Job>>>, database: Database) {
    let mut batch = Vec::with_capacity(MOST);
    while jobs.lock().await.recv_many(&mut batch, MOST).await > 0 {
        // One order for all writers, so that no two transactions wait for each other.
        batch.sort_unstable_by_key(|job| job.parcel.id);
        let rows: Vec<&Small> = batch.iter().map(|job| &job.parcel).collect();
        let whole = insert(&database, &rows).await;
        if !matches!(whole, Ok(false) | Err(StoreError::Refused(_))) {
            let all = database.told(whole.map(|_| Kept::Yes));
            for job in batch.drain(..) {
                let _ = job.answer.send(all);
            }
            continue;
        }
        // A form that was sent twice, or something that one of them cannot pass: each on its own.
        for job in batch.drain(..) {
            let single = insert(&database, &[&job.parcel]).await;
            let kept = match single {
                Ok(true) => Ok(Kept::Yes),
                Ok(false) => database.outcome(job.parcel.id).await,
                Err(error) => Err(error),
            };
            let _ = job.answer.send(database.told(kept));
        }
    }
}

/// All in one transaction, tried until patience ends; `false`, and nothing written, when one of them meets an earlier one.
async fn insert(database: &Database, rows: &[&Small]) -> Result<bool, StoreError> {
    let patience = database.patience();
    loop {
        let done = within(database.patience.min(ATTEMPT), attempt(database, rows)).await;
        if !patience.again(&done).await {
            return done;
        }
    }
}

async fn attempt(database: &Database, rows: &[&Small]) -> Result<bool, StoreError> {
    let mut transaction = database.intake.begin().await?;
    if rows_of(&mut transaction, rows).await? < rows.len() as u64 {
        transaction.rollback().await?;
        return Ok(false);
    }
    chunks_of(&mut transaction, rows).await?;
    transaction.commit().await?;
    Ok(true)
}

async fn rows_of(connection: &mut PgConnection, rows: &[&Small]) -> Result<u64, StoreError> {
    let ids: Vec<_> = rows.iter().map(|row| row.id.as_uuid()).collect();
    let weeks: Vec<_> = rows.iter().map(|row| row.week.as_str().to_owned()).collect();
    let epochs: Vec<_> = rows.iter().map(|row| row.epoch).collect();
    let headers: Vec<_> = rows.iter().map(|row| row.header.as_bytes().to_vec()).collect();
    let (hashes, bytes): (Vec<_>, Vec<_>) = rows
        .iter()
        .map(|row| (row.sha256, row.bytes))
        .map(|(sha256, bytes)| (sha256.0.to_vec(), i64::try_from(bytes).unwrap_or(i64::MAX)))
        .unzip();
    let done = sqlx::query!(
        "INSERT INTO testimony (id, week, epoch, header, payload_bytes, payload_sha256)
         SELECT * FROM unnest($1::uuid[], $2::text[], $3::int[], $4::bytea[], $5::bigint[], $6::bytea[])
         ON CONFLICT DO NOTHING",
        &ids,
        &weeks,
        &epochs,
        &headers,
        &bytes,
        &hashes,
    )
    .execute(connection)
    .await?;
    Ok(done.rows_affected())
}

async fn chunks_of(connection: &mut PgConnection, rows: &[&Small]) -> Result<(), StoreError> {
    let ids: Vec<_> = rows.iter().map(|row| row.id.as_uuid()).collect();
    let chunks: Vec<&[u8]> = rows.iter().map(|row| row.chunk.as_bytes()).collect();
    sqlx::query!(
        "INSERT INTO payload_chunk (testimony, n, bytes)
         SELECT testimony, 0, bytes FROM unnest($1::uuid[], $2::bytea[]) AS sealed (testimony, bytes)",
        &ids,
        &chunks as &[&[u8]],
    )
    .execute(connection)
    .await?;
    Ok(())
}
