//! How far a rotation is.

use serde::Serialize;
use sqlx::PgPool;

use super::natural;
use crate::intake::store::StoreError;

/// One epoch of recipients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Epoch {
    /// Its number.
    pub epoch: i32,
    /// Testimonies whose header is for it.
    pub testimonies: u64,
    /// Headers for it that wait for proof.
    pub waiting: u64,
}

/// All epochs that anything is sealed to, oldest first.
pub async fn status(export: &PgPool) -> Result<Vec<Epoch>, StoreError> {
    let rows: Vec<(i32, i64, i64)> = sqlx::query_as(
        "SELECT epoch, sum(testimonies)::bigint, sum(waiting)::bigint
         FROM (SELECT epoch, 1 AS testimonies, 0 AS waiting FROM testimony
               UNION ALL SELECT epoch, 0, 1 FROM next_header) AS headers
         GROUP BY epoch ORDER BY epoch",
    )
    .fetch_all(export)
    .await?;
    let epoch =
        |(epoch, testimonies, waiting)| Epoch { epoch, testimonies: natural(testimonies), waiting: natural(waiting) };
    Ok(rows.into_iter().map(epoch).collect())
}
