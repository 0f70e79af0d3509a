//! Small testimonies: whatever waits goes into one transaction, by rising id, which is a random order.

use std::sync::Arc;

use sqlx::PgConnection;
use tokio::sync::{Mutex, mpsc};

use super::{ATTEMPT, Database, Job, KeepError, Kept, Patience, Small, within};
use crate::intake::store::StoreError;

/// Most testimonies in one transaction.
const MOST: usize = 64;

/// Writes batches until the last sender is gone.
pub(super) async fn write(jobs: Arc<Mutex<mpsc::Receiver<Job>>>, database: Database) {
    let mut batch = Vec::with_capacity(MOST);
    while jobs.lock().await.recv_many(&mut batch, MOST).await > 0 {
        // One order for all writers, so that no two transactions wait for each other.
        batch.sort_unstable_by_key(|job| job.parcel.id);
        // One patience for the batch and, if it comes to that, for each of it.
        let patience = database.patience();
        let rows: Vec<&Small> = batch.iter().map(|job| &job.parcel).collect();
        let whole = insert(&database, &rows, &patience).await;
        if matches!(whole, Ok(true)) {
            database.reports(&whole);
            for job in batch.drain(..) {
                let _ = job.answer.send(Ok(Kept::Yes));
            }
            continue;
        }
        database.reports(&whole);
        // A commit of which nothing is known: the database says, if it speaks at all, whether the batch is there.
        let unknown = matches!(&whole, Err(error) if error.is_passing());
        let mut silent = false;
        for job in batch.drain(..) {
            let kept = if silent {
                Err(KeepError::Away)
            } else if unknown {
                match database.outcome(job.parcel.id, &patience).await {
                    Ok(Kept::Yes) => Ok(Kept::Yes),
                    // Not there, so the form is as good as before.
                    Ok(Kept::FormUsed) => Err(KeepError::Away),
                    Err(_) => {
                        silent = true;
                        Err(KeepError::Away)
                    }
                }
            } else {
                // A form that was sent twice, or something that one of them cannot pass: each on its own.
                singly(&database, &job.parcel, &patience).await
            };
            let _ = job.answer.send(kept);
        }
    }
}

async fn singly(database: &Database, parcel: &Small, patience: &Patience) -> Result<Kept, KeepError> {
    let done = insert(database, &[parcel], patience).await;
    database.reports(&done);
    if done? { Ok(Kept::Yes) } else { Ok(database.outcome(parcel.id, patience).await?) }
}

/// All in one transaction, tried until patience ends; `false`, and nothing written, when one of them meets an earlier one.
async fn insert(database: &Database, rows: &[&Small], patience: &Patience) -> Result<bool, StoreError> {
    loop {
        let done = within(ATTEMPT, attempt(database, rows)).await;
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
        "INSERT INTO testimony (id, week, epoch, header, chunks, payload_bytes, payload_sha256)
         SELECT id, week, epoch, header, 1, payload_bytes, payload_sha256
         FROM unnest($1::uuid[], $2::text[], $3::int[], $4::bytea[], $5::bigint[], $6::bytea[])
         AS sealed (id, week, epoch, header, payload_bytes, payload_sha256)
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
