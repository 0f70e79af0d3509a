//! A large testimony: its chunks are sealed one ahead of the database, and its row comes last.

use std::time::Duration;

use sqlx::{PgConnection, Postgres, Transaction, postgres::PgCopyIn};
use tokio::sync::mpsc;

use super::{Database, Kept, within};
use crate::{
    intake::store::StoreError,
    testimony::{
        digest::Sha256,
        id::TestimonyId,
        seal::{SealError, Sealed, SealedChunk, SealedPayload},
    },
};

/// `unique_violation` (Postgres, appendix A): the form was used before.
const UNIQUE: &str = "23505";

/// Start of binary COPY data (Postgres, "COPY", "Binary Format"): signature, no flags, no extension.
const COPY_START: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
/// Its end: a tuple of -1 fields.
const COPY_END: [u8; 2] = (-1_i16).to_be_bytes();

/// A database that takes no chunk for so long hangs.
const HANG: Duration = Duration::from_secs(30);

/// Writes one testimony in a transaction of its own.
pub(super) async fn write(sealed: Sealed, database: &Database) -> Result<Kept, StoreError> {
    let id = sealed.id;
    // Nothing has been read from the spool yet, so that waiting for the database costs nothing.
    let patience = database.patience();
    let transaction = loop {
        let begun = within(HANG, async { Ok(database.intake.begin().await?) }).await;
        if !patience.again(&begun).await {
            break begun?;
        }
    };
    match whole(sealed, transaction).await {
        Ok(true) => Ok(Kept::Yes),
        Ok(false) => database.outcome(id, &database.patience()).await,
        // The connection may have broken just after the commit.
        Err(error) if error.is_passing() => match database.outcome(id, &database.patience()).await {
            Ok(Kept::Yes) => Ok(Kept::Yes),
            _ => Err(error),
        },
        Err(error) => Err(error),
    }
}

/// `false`, and nothing written, when the form was used before.
async fn whole(sealed: Sealed, mut transaction: Transaction<'static, Postgres>) -> Result<bool, StoreError> {
    let Sealed { id, week, epoch, header, payload } = sealed;
    let (count, sha256, bytes) = match chunks(&mut transaction, id, payload).await {
        Err(StoreError::Refused(sqlx::Error::Database(error))) if error.code().as_deref() == Some(UNIQUE) => {
            within(HANG, async { Ok(transaction.rollback().await?) }).await?;
            return Ok(false);
        }
        done => done?,
    };
    let last = async {
        let done = sqlx::query!(
            "INSERT INTO testimony (id, week, epoch, header, chunks, payload_bytes, payload_sha256)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
            id.as_uuid(),
            week.as_str(),
            epoch,
            header.as_bytes(),
            count,
            i64::try_from(bytes).unwrap_or(i64::MAX),
            sha256.0.as_slice(),
        )
        .execute(&mut *transaction)
        .await?;
        if done.rows_affected() == 0 {
            transaction.rollback().await?;
            return Ok(false);
        }
        transaction.commit().await?;
        Ok(true)
    };
    within(HANG, last).await
}

async fn chunks(
    connection: &mut PgConnection,
    id: TestimonyId,
    payload: SealedPayload,
) -> Result<(i32, Sha256, u64), StoreError> {
    let (sender, mut sealed) = mpsc::channel(1);
    let sealing = tokio::task::spawn_blocking(move || seal(payload, &sender));
    let begin = connection.copy_in_raw("COPY payload_chunk (testimony, n, bytes) FROM STDIN (FORMAT binary)");
    let mut copy = within(HANG, async { Ok(begin.await?) }).await?;
    sent(&mut copy, COPY_START).await?;
    let mut count = 0_i32;
    while let Some(chunk) = sealed.recv().await {
        sent(&mut copy, &tuple_start(id, count, chunk.as_bytes().len())).await?;
        count += 1;
        sent(&mut copy, chunk.as_bytes()).await?;
    }
    match sealing.await {
        Ok(Ok((sha256, bytes))) => {
            sent(&mut copy, &COPY_END).await?;
            within(HANG, async { Ok(copy.finish().await?) }).await?;
            Ok((count, sha256, bytes))
        }
        Ok(Err(error)) => {
            copy.abort("sealing failed").await?;
            Err(StoreError::Seal(error))
        }
        Err(_) => {
            copy.abort("the server is stopping").await?;
            Err(StoreError::Stopping)
        }
    }
}

async fn sent(copy: &mut PgCopyIn<&mut PgConnection>, bytes: &[u8]) -> Result<(), StoreError> {
    within(HANG, async { Ok(copy.send(bytes).await.map(drop)?) }).await
}

/// Seals until the end, or until nobody takes the chunks any more.
fn seal(mut payload: SealedPayload, sender: &mpsc::Sender<SealedChunk>) -> Result<(Sha256, u64), SealError> {
    while let Some(chunk) = payload.pull()? {
        if sender.blocking_send(chunk).is_err() {
            break;
        }
    }
    Ok(payload.summary())
}

/// A tuple of three fields, each after its length, up to the bytes of the last.
fn tuple_start(id: TestimonyId, n: i32, bytes: usize) -> Vec<u8> {
    let mut start = Vec::with_capacity(34);
    start.extend(3_i16.to_be_bytes());
    start.extend(16_i32.to_be_bytes());
    start.extend(id.as_uuid().as_bytes());
    start.extend(4_i32.to_be_bytes());
    start.extend(n.to_be_bytes());
    start.extend(i32::try_from(bytes).unwrap_or(0).to_be_bytes());
    start
}
