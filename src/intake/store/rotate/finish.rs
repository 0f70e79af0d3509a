//! Swaps headers that somebody has proven.

use std::ops::AddAssign;

use serde::Serialize;
use sqlx::PgPool;

use super::{alone, natural};
use crate::{intake::store::StoreError, testimony::rotation::receipt::Proven};

/// What became of a receipt's lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Finished {
    /// The new header is in its place.
    pub swapped: u64,
    /// It was there already.
    pub before: u64,
    /// Another new header waits than the one that was proven, or none.
    pub other: u64,
    /// There is no such testimony.
    pub unknown: u64,
}

/// Swaps one batch, for recipients of `epoch`: each header with its waiting one, in one statement, if both are the very ones
/// that the receipt names.
pub async fn finish(export: &PgPool, epoch: i32, batch: &[Proven]) -> Result<Finished, StoreError> {
    let ids: Vec<_> = batch.iter().map(|proven| proven.id.as_uuid()).collect();
    let old: Vec<&[u8]> = batch.iter().map(|proven| &proven.old.0[..]).collect();
    let new: Vec<&[u8]> = batch.iter().map(|proven| &proven.new.0[..]).collect();
    let mut transaction = alone(export).await?;
    let (swapped, before, other, unknown): (i64, i64, i64, i64) = sqlx::query_as(
        "WITH proven AS (SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS proven (id, old, new)),
         swapped AS (
             UPDATE testimony SET header = next_header.header, epoch = next_header.epoch
             FROM proven JOIN next_header ON next_header.testimony = proven.id
             WHERE testimony.id = proven.id AND sha256(testimony.header) = proven.old AND testimony.epoch < $4
                   AND next_header.epoch = $4 AND next_header.replaces = proven.old
                   AND sha256(next_header.header) = proven.new
             RETURNING testimony.id
         ),
         gone AS (DELETE FROM next_header USING swapped WHERE next_header.testimony = swapped.id),
         -- What every part of the statement sees is the state before it.
         told AS (
             SELECT swapped.id IS NOT NULL AS swapped, testimony.id IS NULL AS unknown,
                    sha256(testimony.header) = proven.new AS before
             FROM proven LEFT JOIN swapped USING (id) LEFT JOIN testimony USING (id)
         )
         SELECT count(*) FILTER (WHERE swapped),
                count(*) FILTER (WHERE before),
                count(*) FILTER (WHERE NOT swapped AND NOT unknown AND NOT before),
                count(*) FILTER (WHERE unknown)
         FROM told",
    )
    .bind(ids)
    .bind(old)
    .bind(new)
    .bind(epoch)
    .fetch_one(&mut *transaction)
    .await?;
    transaction.commit().await?;
    let [swapped, before, other, unknown] = [swapped, before, other, unknown].map(natural);
    Ok(Finished { swapped, before, other, unknown })
}

impl AddAssign for Finished {
    fn add_assign(&mut self, other: Self) {
        self.swapped += other.swapped;
        self.before += other.before;
        self.other += other.other;
        self.unknown += other.unknown;
    }
}
