//! Puts new headers beside the present ones.

use std::ops::AddAssign;

use serde::Serialize;
use sqlx::PgPool;

use super::{alone, natural};
use crate::{
    intake::store::StoreError,
    testimony::{digest::Sha256, id::TestimonyId},
};

/// A new header.
pub struct New {
    /// Whose.
    pub id: TestimonyId,
    /// SHA-256 of the header that it was made from.
    pub replaces: Sha256,
    /// The header.
    pub header: Vec<u8>,
}

/// What became of new headers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// They wait now, or did so already.
    pub waiting: u64,
    /// The testimony is rotated already.
    pub rotated: u64,
    /// The testimony has another header than the one that the new header was made from.
    pub changed: u64,
    /// There is no such testimony.
    pub unknown: u64,
}

/// Puts one batch in, for recipients of `epoch`. What waits already is replaced.
pub async fn import(export: &PgPool, epoch: i32, batch: &[New]) -> Result<Imported, StoreError> {
    let ids: Vec<_> = batch.iter().map(|new| new.id.as_uuid()).collect();
    let headers: Vec<&[u8]> = batch.iter().map(|new| &new.header[..]).collect();
    let replaces: Vec<&[u8]> = batch.iter().map(|new| &new.replaces.0[..]).collect();
    let mut transaction = alone(export).await?;
    let (waiting, rotated, changed, unknown): (i64, i64, i64, i64) = sqlx::query_as(
        "WITH new AS (SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS new (id, header, replaces)),
         fit AS (
             SELECT new.* FROM new JOIN testimony USING (id)
             WHERE testimony.epoch < $4 AND sha256(testimony.header) = replaces
         ),
         put AS (
             INSERT INTO next_header (testimony, epoch, header, replaces) SELECT id, $4, header, replaces FROM fit
             ON CONFLICT (testimony) DO UPDATE
             SET epoch = excluded.epoch, header = excluded.header, replaces = excluded.replaces
             -- The same once more leaves no dead row behind.
             WHERE (next_header.epoch, next_header.header, next_header.replaces)
                   IS DISTINCT FROM (excluded.epoch, excluded.header, excluded.replaces)
         )
         SELECT count(fit.id),
                count(*) FILTER (WHERE testimony.epoch >= $4),
                count(*) FILTER (WHERE testimony.epoch < $4 AND fit.id IS NULL),
                count(*) FILTER (WHERE testimony.id IS NULL)
         FROM new LEFT JOIN testimony USING (id) LEFT JOIN fit USING (id)",
    )
    .bind(ids)
    .bind(headers)
    .bind(replaces)
    .bind(epoch)
    .fetch_one(&mut *transaction)
    .await?;
    transaction.commit().await?;
    let [waiting, rotated, changed, unknown] = [waiting, rotated, changed, unknown].map(natural);
    Ok(Imported { waiting, rotated, changed, unknown })
}

impl AddAssign for Imported {
    fn add_assign(&mut self, other: Self) {
        self.waiting += other.waiting;
        self.rotated += other.rotated;
        self.changed += other.changed;
        self.unknown += other.unknown;
    }
}
