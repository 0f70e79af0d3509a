//! Keys of the form tokens: one for each ISO week, shared by all servers on one database, erased when they are old.

use sqlx::PgPool;
use zeroize::Zeroizing;

use super::StoreError;
use crate::testimony::calendar::IsoWeek;

/// 32 bytes that sign forms. No `Debug`.
#[derive(Clone)]
pub struct FormKey(Zeroizing<[u8; 32]>);

impl FormKey {
    /// The key, for an HMAC alone.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key from bytes that must be unpredictable.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }
}

/// The key of `week`: `candidate` becomes it when there is none. Keys of weeks before `oldest` are erased.
pub async fn of_week(
    intake: &PgPool,
    week: &IsoWeek,
    candidate: &FormKey,
    oldest: &IsoWeek,
) -> Result<FormKey, StoreError> {
    let key = sqlx::query_scalar!(
        "SELECT form_key($1, $2, $3)",
        week.as_str(),
        candidate.expose().as_slice(),
        oldest.as_str()
    )
    .fetch_one(intake)
    .await?;
    let key: [u8; 32] =
        key.unwrap_or_default().try_into().map_err(|_| StoreError::Refused(sqlx::Error::RowNotFound))?;
    Ok(FormKey::new(key))
}
