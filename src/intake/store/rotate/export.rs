//! Reads the headers that are for an older epoch: one snapshot, as a stream, by rising id.

use futures_util::TryStreamExt as _;
use sqlx::{PgPool, Postgres, Row as _, Transaction};

use super::natural;
use crate::{
    intake::store::{StoreError, export::ExportError},
    testimony::id::TestimonyId,
};

/// A snapshot of all headers below an epoch.
pub struct Old {
    snapshot: Transaction<'static, Postgres>,
    epoch: i32,
    /// How many there are.
    pub count: u64,
}

impl Old {
    /// Takes the snapshot.
    pub async fn below(export: &PgPool, epoch: i32) -> Result<Self, StoreError> {
        let mut snapshot = export.begin().await?;
        sqlx::query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY").execute(&mut *snapshot).await?;
        let count = sqlx::query_scalar("SELECT count(*) FROM testimony WHERE epoch < $1")
            .bind(epoch)
            .fetch_one(&mut *snapshot)
            .await?;
        Ok(Self { snapshot, epoch, count: natural(count) })
    }

    /// Hands over every header.
    pub async fn headers<E: std::error::Error + 'static>(
        mut self,
        mut take: impl FnMut(TestimonyId, &[u8]) -> Result<(), E>,
    ) -> Result<(), ExportError<E>> {
        let mut rows = sqlx::query("SELECT id, header FROM testimony WHERE epoch < $1 ORDER BY id")
            .bind(self.epoch)
            .fetch(&mut *self.snapshot);
        while let Some(row) = rows.try_next().await.map_err(StoreError::from)? {
            let id = TestimonyId::from_uuid(row.try_get(0).map_err(|_| ExportError::Row)?);
            take(id, row.try_get(1).map_err(|_| ExportError::Row)?).map_err(ExportError::Taker)?;
        }
        Ok(())
    }
}
