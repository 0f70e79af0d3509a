//! How many forms may be arriving: a place for each, and places of their own for forms of text alone, so that large or
//! slow uploads never keep words out.

use std::{num::NonZero, path::Path, sync::Arc, thread, time::Duration};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{body::Pace, refusal::Refusal};
use crate::intake::config::Limits;

/// A form that announces at most this many bytes is text alone: 40,000 characters and what a browser puts around them.
const WORDS: u64 = 256 * 1024;
/// Longest time that text alone may take.
const WORDS_TIME: Duration = Duration::from_mins(15);
/// Places for text alone, for each place of a form with files.
const WORDS_PLACES: usize = 4;

/// The places.
pub(super) struct Turns {
    words: Arc<Semaphore>,
    files: Arc<Semaphore>,
    /// One for each core: how much memory parsing takes then has a bound, and nothing is gained by more.
    parsing: Arc<Semaphore>,
    /// The same for forms that are shown again: nobody who left a box empty waits for somebody's film.
    showing: Arc<Semaphore>,
}

/// One place, until it is dropped.
pub(super) type Turn = OwnedSemaphorePermit;

impl Turns {
    pub(super) fn new(forms_at_once: usize) -> Self {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        Self {
            words: Arc::new(Semaphore::new(forms_at_once.saturating_mul(WORDS_PLACES).min(Semaphore::MAX_PERMITS))),
            files: Arc::new(Semaphore::new(forms_at_once.min(Semaphore::MAX_PERMITS))),
            parsing: Arc::new(Semaphore::new(cores)),
            showing: Arc::new(Semaphore::new(cores)),
        }
    }

    /// A place for a form that announces `bytes`, and how fast it must come.
    pub(super) fn take(&self, bytes: Option<u64>, limits: &Limits, spool: &Path) -> Result<Turn, Refusal> {
        let words = is_words(bytes);
        if !words && !has_room(spool, limits.disk_reserve_mb) {
            return Err(Refusal::Away);
        }
        let places = if words { &self.words } else { &self.files };
        Arc::clone(places).try_acquire_owned().map_err(|_| Refusal::Busy)
    }

    /// Waits for a core on which files can be parsed and rebuilt.
    pub(super) async fn parsing(&self) -> Result<Turn, Refusal> {
        Arc::clone(&self.parsing).acquire_owned().await.map_err(|_| Refusal::Broken)
    }

    /// Waits for a core on which a form can be made that is shown again.
    pub(super) async fn showing(&self) -> Result<Turn, Refusal> {
        Arc::clone(&self.showing).acquire_owned().await.map_err(|_| Refusal::Broken)
    }
}

/// How fast a form that announces `bytes` must come.
pub(super) fn pace(bytes: Option<u64>, limits: &Limits) -> Pace {
    let whole = if is_words(bytes) { limits.whole().min(WORDS_TIME) } else { limits.whole() };
    Pace { idle: limits.idle(), whole, slowest: limits.slowest }
}

fn is_words(bytes: Option<u64>) -> bool {
    bytes.is_some_and(|bytes| bytes <= WORDS)
}

/// Whether the disk has more than its reserve; the database often lives on the same one.
fn has_room(folder: &Path, reserve_mb: u64) -> bool {
    rustix::fs::statvfs(folder).is_ok_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) / 1_000_000 >= reserve_mb)
}
