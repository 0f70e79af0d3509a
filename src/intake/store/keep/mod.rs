//! Keeps sealed testimonies: small ones several to a transaction, large ones streamed in one of their own.
//!
//! Several testimonies in one transaction serve speed, and blur the order of arrival. Whoever is told "kept" has been
//! committed with `synchronous_commit = on`.

mod batch;
mod large;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use sqlx::PgPool;
use tokio::{
    runtime::Handle,
    sync::{Semaphore, mpsc, oneshot},
    time::Instant,
};

use super::StoreError;
use crate::testimony::{
    calendar::IsoWeek,
    digest::Sha256,
    id::TestimonyId,
    seal::{SealError, Sealed, SealedChunk, SealedHeader},
};

/// Bytes of ciphertext in one row of `payload_chunk`.
pub const CHUNK: usize = 512 * 1024;
/// Transactions of small testimonies at one time.
const WRITERS: usize = 2;
/// Large testimonies that are written at one time; each holds about three chunks in memory.
const LARGE_AT_ONCE: usize = 3;
/// Small testimonies that may wait; past it, senders wait.
const QUEUE: usize = 256;
/// Pause before a broken connection is tried again.
const PAUSE: Duration = Duration::from_millis(100);

/// An attempt that takes longer has met a database that hangs. Far more than a transaction of small testimonies needs.
const ATTEMPT: Duration = Duration::from_secs(10);

/// What the trigger `refuse_compromised_epoch` raises.
const COMPROMISED: &str = "AMK01";

/// Connections that a [`Keeper`] uses at most.
pub const CONNECTIONS: u32 = 8;

/// What became of a testimony.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is in the database, by this request or by an equal one before it.
    Yes,
    /// Another testimony came by the same form before; this one was not kept.
    FormUsed,
}

/// Why a testimony was not kept. Carries nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeepError {
    /// The database could not be reached in time.
    #[error("the database cannot be reached")]
    Away,
    /// Its disk is full.
    #[error("the database's disk is full")]
    DiskFull,
    /// It was sealed to keys that were declared compromised a moment ago.
    #[error("the recipients are compromised")]
    Compromised,
    /// It refused.
    #[error("the database refused")]
    Refused,
    /// The testimony could not be sealed to its end.
    #[error("sealing failed")]
    Seal,
    /// The server is stopping.
    #[error("the server is stopping")]
    Stopping,
}

/// A sealed testimony on its way to the database.
pub enum Parcel {
    /// Sealed whole, one chunk.
    Small(Box<Small>),
    /// Sealed while it is written.
    Large(Box<Sealed>),
}

/// A testimony of one chunk.
pub struct Small {
    id: TestimonyId,
    week: IsoWeek,
    epoch: i32,
    header: SealedHeader,
    chunk: SealedChunk,
    sha256: Sha256,
    bytes: u64,
}

struct Job {
    parcel: Small,
    answer: oneshot::Sender<Result<Kept, KeepError>>,
    _turn: Box<dyn Send>,
}

/// The handle by which testimonies are kept. Clones share the writers.
#[derive(Clone)]
pub struct Keeper {
    runtime: Handle,
    small: mpsc::Sender<Job>,
    large: Arc<Semaphore>,
    database: Database,
}

/// What the writers share.
#[derive(Clone)]
struct Database {
    intake: PgPool,
    patience: Duration,
    trouble: Arc<Mutex<Option<String>>>,
}

impl Parcel {
    /// Seals a small testimony whole. Blocks for as long as that takes.
    pub fn prepare(mut sealed: Sealed) -> Result<Self, SealError> {
        if sealed.payload.length() > CHUNK as u64 {
            return Ok(Self::Large(Box::new(sealed)));
        }
        let Some(chunk) = sealed.payload.pull()? else { return Err(SealError::Length) };
        if sealed.payload.pull()?.is_some() {
            return Err(SealError::Length);
        }
        let (sha256, bytes) = sealed.payload.summary();
        let Sealed { id, week, epoch, header, .. } = sealed;
        Ok(Self::Small(Box::new(Small { id, week, epoch, header, chunk, sha256, bytes })))
    }
}

impl Keeper {
    /// Starts the writers on `runtime`, on which `intake`'s connections live. A testimony waits for a database that
    /// is away for `patience` at most.
    #[must_use]
    pub fn start(runtime: Handle, intake: PgPool, patience: Duration) -> Self {
        let (small, jobs) = mpsc::channel(QUEUE);
        let jobs = Arc::new(tokio::sync::Mutex::new(jobs));
        let database = Database { intake, patience, trouble: Arc::default() };
        for _ in 0..WRITERS {
            runtime.spawn(batch::write(Arc::clone(&jobs), database.clone()));
        }
        Self { runtime, small, large: Arc::new(Semaphore::new(LARGE_AT_ONCE)), database }
    }

    /// Keeps a testimony, and answers once that is committed. It goes on when the caller has gone, and holds `turn` until
    /// it has ended.
    pub async fn keep(&self, parcel: Parcel, turn: impl Send + 'static) -> Result<Kept, KeepError> {
        let (answer, answered) = oneshot::channel();
        match parcel {
            Parcel::Small(parcel) => {
                let job = Job { parcel: *parcel, answer, _turn: Box::new(turn) };
                self.small.send(job).await.map_err(|_| KeepError::Stopping)?;
            }
            Parcel::Large(sealed) => {
                let (turns, database) = (Arc::clone(&self.large), self.database.clone());
                self.runtime.spawn(async move {
                    let _turn = (turns.acquire().await, turn);
                    let done = large::write(*sealed, &database).await;
                    database.reports(&done);
                    let _ = answer.send(done.map_err(KeepError::from));
                });
            }
        }
        answered.await.unwrap_or(Err(KeepError::Stopping))
    }

    /// What was wrong with the database when it was last used, if anything was.
    #[must_use]
    pub fn trouble(&self) -> Option<String> {
        self.database.trouble.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Database {
    /// Whether this very testimony is kept, asked until the database answers or patience ends.
    async fn outcome(&self, id: TestimonyId, patience: &Patience) -> Result<Kept, StoreError> {
        loop {
            let ask = async { Ok(sqlx::query_scalar!("SELECT kept($1)", id.as_uuid()).fetch_one(&self.intake).await?) };
            let asked = within(ATTEMPT, ask).await;
            if !patience.again(&asked).await {
                return asked.map(|kept| if kept == Some(true) { Kept::Yes } else { Kept::FormUsed });
            }
        }
    }

    /// From now.
    fn patience(&self) -> Patience {
        Patience { until: Instant::now() + self.patience }
    }

    /// Remembers how the database does, for [`Keeper::trouble`].
    fn reports<T>(&self, result: &Result<T, StoreError>) {
        let state = match result {
            Ok(_) => None,
            Err(StoreError::Seal(_)) => return,
            Err(error) => Some(match error.code() {
                Some(code) => format!("{error} (Postgres says {code})"),
                None => error.to_string(),
            }),
        };
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }
}

impl From<StoreError> for KeepError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Away(_) => Self::Away,
            StoreError::DiskFull => Self::DiskFull,
            StoreError::Refused(_) if error.code().as_deref() == Some(COMPROMISED) => Self::Compromised,
            StoreError::Refused(_) => Self::Refused,
            StoreError::Seal(_) => Self::Seal,
            StoreError::Stopping | StoreError::Randomness(_) => Self::Stopping,
        }
    }
}

/// How long what may pass is tried again.
struct Patience {
    until: Instant,
}

impl Patience {
    /// After a pause, whether to try again.
    async fn again<T>(&self, result: &Result<T, StoreError>) -> bool {
        let again = matches!(result, Err(error) if error.is_passing()) && Instant::now() < self.until;
        if again {
            tokio::time::sleep(PAUSE).await;
        }
        again
    }
}

/// `work`, unless the database hangs for longer than `limit`.
async fn within<T>(limit: Duration, work: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    tokio::time::timeout(limit, work).await.unwrap_or(Err(StoreError::Away(sqlx::Error::PoolTimedOut)))
}
