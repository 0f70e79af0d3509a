//! Counters by day: what was kept and what was refused, and nothing of when or by whom.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use super::refusal::Refusal;
use crate::testimony::calendar::Day;

/// Counts since the day began, or since the server started.
#[derive(Default)]
pub struct Tally {
    kept: AtomicU64,
    refused: [AtomicU64; Refusal::KINDS],
    day: Mutex<Option<Day>>,
}

impl Tally {
    pub(super) fn kept(&self) {
        self.kept.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn refused(&self, refusal: &Refusal) {
        self.refused[refusal.kind()].fetch_add(1, Ordering::Relaxed);
    }

    /// Logs and clears the counters when `today` is not the day that they were for.
    pub fn turn(&self, today: &Day) {
        let mut day = self.day.lock().unwrap_or_else(PoisonError::into_inner);
        if day.as_ref() == Some(today) {
            return;
        }
        if let Some(ended) = day.replace(today.clone()) {
            self.log(&ended);
        }
    }

    /// Logs and clears the counters when the server stops.
    pub fn close(&self) {
        if let Some(day) = self.day.lock().unwrap_or_else(PoisonError::into_inner).take() {
            self.log(&day);
        }
    }

    fn log(&self, day: &Day) {
        let kept = self.kept.swap(0, Ordering::Relaxed);
        let refused: u64 = self.refused.iter().map(|count| count.load(Ordering::Relaxed)).sum();
        tracing::info!(%day, kept, refused, "counted");
        for (name, count) in Refusal::NAMES.iter().zip(&self.refused) {
            let count = count.swap(0, Ordering::Relaxed);
            if count > 0 {
                tracing::debug!(%day, reason = name, count, "refused");
            }
        }
    }
}
