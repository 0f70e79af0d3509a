//! Reads sealed testimonies for a bundle: one snapshot, as a stream, by rising id.

mod copied;

use futures_util::{StreamExt as _, TryStreamExt as _};
use sqlx::{PgConnection, PgPool, Postgres, Row as _, Transaction, postgres::PgRow};

use self::copied::Copied;
use super::StoreError;
use crate::testimony::{bundle::manifest::Entry, calendar::IsoWeek, digest::Sha256, id::TestimonyId};

/// Why an export stopped.
#[derive(Debug, thiserror::Error)]
pub enum ExportError<E: std::error::Error + 'static> {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A row that this version did not write.
    #[error("a row of the database is not of the form that this version writes; check that the database is whole")]
    Row,
    /// Whoever took the testimonies.
    #[error(transparent)]
    Taker(E),
}

/// What [`Export::files`] hands over.
pub enum Piece<'a> {
    /// The next testimony begins with its age header.
    Header(Entry, &'a [u8]),
    /// More of its payload.
    Payload(&'a [u8]),
    /// It has ended.
    End,
}

/// A snapshot of all testimonies that earlier exports lacked.
pub struct Export {
    snapshot: Transaction<'static, Postgres>,
    /// How many there are.
    pub count: u64,
    /// Bytes of all their payloads.
    pub bytes: u64,
    /// How many ids of earlier exports were given.
    pub earlier: u64,
    /// Testimonies whose chunks are not all there, which are left out.
    pub damaged: Vec<TestimonyId>,
}

/// Damaged testimonies that are named; further ones are left out as well, and counted by the next export.
const NAMED: i64 = 1000;

impl Export {
    /// Takes the snapshot. `earlier` are the ids to leave out, in any order.
    pub async fn begin<E: std::error::Error + 'static>(
        export: &PgPool,
        earlier: impl Iterator<Item = Result<TestimonyId, E>>,
    ) -> Result<Self, ExportError<E>> {
        let mut snapshot = export.begin().await.map_err(StoreError::from)?;
        for statement in [
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
            // In the session's own folder, gone with the transaction: memory does not grow with the archive.
            "CREATE TEMP TABLE earlier (id uuid PRIMARY KEY) ON COMMIT DROP",
            "CREATE TEMP TABLE chosen (id uuid PRIMARY KEY, whole boolean NOT NULL) ON COMMIT DROP",
        ] {
            sqlx::query(statement).execute(&mut *snapshot).await.map_err(StoreError::from)?;
        }
        leave_out(&mut snapshot, earlier).await?;
        for statement in [
            "ANALYZE earlier",
            // Whoever may only put rows in could put in half ones: they must not stop the export of all others. Lengths
            // are read without the bytes.
            "INSERT INTO chosen
             SELECT testimony.id, count(n) = chunks AND coalesce(sum(length(bytes)), 0) = payload_bytes
             FROM testimony LEFT JOIN payload_chunk ON payload_chunk.testimony = testimony.id AND n < chunks
             WHERE NOT EXISTS (SELECT FROM earlier WHERE earlier.id = testimony.id)
             GROUP BY testimony.id",
            "ANALYZE chosen",
        ] {
            sqlx::query(statement).execute(&mut *snapshot).await.map_err(StoreError::from)?;
        }
        let (count, bytes, known): (i64, i64, i64) = sqlx::query_as(
            "SELECT count(*), coalesce(sum(payload_bytes), 0)::bigint, (SELECT count(*) FROM earlier)
             FROM testimony JOIN chosen USING (id) WHERE whole",
        )
        .fetch_one(&mut *snapshot)
        .await
        .map_err(StoreError::from)?;
        let damaged = sqlx::query_scalar("SELECT id FROM chosen WHERE NOT whole ORDER BY id LIMIT $1")
            .bind(NAMED)
            .fetch_all(&mut *snapshot)
            .await
            .map_err(StoreError::from)?;
        let damaged = damaged.into_iter().map(TestimonyId::from_uuid).collect();
        let natural = |n: i64| u64::try_from(n).unwrap_or(0);
        Ok(Self { snapshot, count: natural(count), bytes: natural(bytes), earlier: natural(known), damaged })
    }

    /// Hands over every testimony's line of the manifest.
    pub async fn entries<E: std::error::Error + 'static>(
        &mut self,
        mut take: impl FnMut(&Entry) -> Result<(), E>,
    ) -> Result<(), ExportError<E>> {
        let mut rows = sqlx::query(
            "SELECT id, week, epoch, length(header), payload_bytes, sha256(header), payload_sha256
             FROM testimony JOIN chosen USING (id) WHERE whole ORDER BY id",
        )
        .fetch(&mut *self.snapshot);
        while let Some(row) = rows.try_next().await.map_err(StoreError::from)? {
            take(&entry(&row).ok_or(ExportError::Row)?).map_err(ExportError::Taker)?;
        }
        Ok(())
    }

    /// Hands over the ids of earlier exports.
    pub async fn earlier<E: std::error::Error + 'static>(
        &mut self,
        mut take: impl FnMut(TestimonyId) -> Result<(), E>,
    ) -> Result<(), ExportError<E>> {
        let mut rows = sqlx::query_scalar("SELECT id FROM earlier ORDER BY id").fetch(&mut *self.snapshot);
        while let Some(id) = rows.try_next().await.map_err(StoreError::from)? {
            take(TestimonyId::from_uuid(id)).map_err(ExportError::Taker)?;
        }
        Ok(())
    }

    /// Hands over every testimony's age file, in pieces, in the order of [`Export::entries`].
    pub async fn files<E: std::error::Error + 'static>(
        mut self,
        mut take: impl FnMut(Piece<'_>) -> Result<(), E>,
    ) -> Result<(), ExportError<E>> {
        // Everything about a testimony comes with its first chunk alone.
        let mut copy = self
            .snapshot
            .copy_out_raw(
                "COPY (
                     SELECT testimony.id, payload_chunk.n, payload_chunk.bytes,
                            CASE WHEN n = 0 THEN week END, CASE WHEN n = 0 THEN epoch END,
                            CASE WHEN n = 0 THEN payload_bytes END, CASE WHEN n = 0 THEN payload_sha256 END,
                            CASE WHEN n = 0 THEN header END
                     FROM chosen JOIN testimony USING (id)
                     JOIN payload_chunk ON payload_chunk.testimony = testimony.id AND n < chunks
                     WHERE whole ORDER BY payload_chunk.testimony, payload_chunk.n
                 ) TO STDOUT (FORMAT binary)",
            )
            .await
            .map_err(StoreError::from)?;
        let mut current = None;
        let mut next = 0;
        let mut first = true;
        while let Some(message) = copy.next().await {
            let message = message.map_err(StoreError::from)?;
            let Some(row) = Copied::read(&message, std::mem::take(&mut first)).ok_or(ExportError::Row)? else {
                continue;
            };
            if current != Some(row.id) {
                if current.replace(row.id).is_some() {
                    take(Piece::End).map_err(ExportError::Taker)?;
                }
                next = 0;
                let (entry, header) = row.begins().ok_or(ExportError::Row)?;
                take(Piece::Header(entry, header)).map_err(ExportError::Taker)?;
            }
            if row.n != next {
                return Err(ExportError::Row);
            }
            next += 1;
            take(Piece::Payload(row.bytes)).map_err(ExportError::Taker)?;
        }
        if current.is_some() {
            take(Piece::End).map_err(ExportError::Taker)?;
        }
        Ok(())
    }
}

async fn leave_out<E: std::error::Error + 'static>(
    snapshot: &mut PgConnection,
    earlier: impl Iterator<Item = Result<TestimonyId, E>>,
) -> Result<(), ExportError<E>> {
    let mut some = Vec::new();
    let mut ids = earlier.peekable();
    while ids.peek().is_some() {
        for id in ids.by_ref().take(10_000) {
            some.push(id.map_err(ExportError::Taker)?.as_uuid());
        }
        sqlx::query("INSERT INTO earlier SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING")
            .bind(&some)
            .execute(&mut *snapshot)
            .await
            .map_err(StoreError::from)?;
        some.clear();
    }
    Ok(())
}

fn entry(row: &PgRow) -> Option<Entry> {
    Some(Entry {
        id: TestimonyId::from_uuid(row.try_get(0).ok()?),
        week: IsoWeek::parse(row.try_get(1).ok()?)?,
        epoch: row.try_get(2).ok()?,
        header_bytes: u32::try_from(row.try_get::<i32, _>(3).ok()?).ok()?,
        payload_bytes: u64::try_from(row.try_get::<i64, _>(4).ok()?).ok()?,
        header_sha256: Sha256(row.try_get::<&[u8], _>(5).ok()?.try_into().ok()?),
        payload_sha256: Sha256(row.try_get::<&[u8], _>(6).ok()?.try_into().ok()?),
    })
}
