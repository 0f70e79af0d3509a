//! What one form may carry. Past a limit, a page says which one and what to do.

use std::time::Duration;

use serde::Deserialize;

use super::ConfigError;
use crate::testimony::scrub;

/// Limits of one form, with defaults for a small server behind Tor.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Most files in one form.
    pub files: usize,
    /// Largest file, in MB of 1,000,000 bytes.
    pub file_mb: u64,
    /// Largest form, files and all, in MB.
    pub form_mb: u64,
    /// Longest silence of a sender, in seconds. Tor can stall for a minute or two.
    pub idle_seconds: u64,
    /// Longest time that one form may take to arrive, in seconds.
    pub form_seconds: u64,
    /// Slowest average of a form after its first minute, in bytes a second.
    pub slowest: u64,
    /// Free space that the disk must have before a form with files is taken, in MB.
    pub disk_reserve_mb: u64,
    /// How long a page with a form stays good, in hours: at most a week.
    pub page_hours: u32,
    /// Forms with files that may be arriving at one time, and four times as many without; further ones are asked to come
    /// back.
    pub forms_at_once: usize,
    /// How long a form waits for a database that is away, in seconds, before the witness is asked to send again.
    pub database_seconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            files: 5,
            file_mb: 500,
            form_mb: 1000,
            idle_seconds: 120,
            form_seconds: 4 * 3600,
            slowest: 500,
            disk_reserve_mb: 200,
            page_hours: 24,
            forms_at_once: 256,
            database_seconds: 15,
        }
    }
}

impl Limits {
    pub(super) fn check(&self) -> Result<(), ConfigError> {
        let positive = [self.file_mb, self.form_mb, self.idle_seconds, self.form_seconds, self.forms_at_once as u64];
        if positive.contains(&0) || self.page_hours == 0 {
            return Err(ConfigError::Value("limits: only `files` and `database_seconds` may be 0"));
        }
        if self.files > scrub::MOST_FILES {
            return Err(ConfigError::Value("limits: `files` can be 99 at most"));
        }
        if self.page_hours > 7 * 24 {
            return Err(ConfigError::Value(
                "limits: `page_hours` can be 168 at most, because form keys are erased after that",
            ));
        }
        if self.file_mb > 8000 || self.form_mb > 16_000 {
            return Err(ConfigError::Value(
                "limits: `file_mb` can be 8000 at most, the most that a tar header holds, and `form_mb` 16000",
            ));
        }
        Ok(())
    }

    /// Largest file in bytes.
    #[must_use]
    pub fn file_bytes(&self) -> u64 {
        self.file_mb * 1_000_000
    }

    /// Largest form in bytes.
    #[must_use]
    pub fn form_bytes(&self) -> u64 {
        self.form_mb * 1_000_000
    }

    /// Longest silence.
    #[must_use]
    pub fn idle(&self) -> Duration {
        Duration::from_secs(self.idle_seconds)
    }

    /// Longest arrival.
    #[must_use]
    pub fn whole(&self) -> Duration {
        Duration::from_secs(self.form_seconds)
    }

    /// Longest wait for the database.
    #[must_use]
    pub fn database(&self) -> Duration {
        Duration::from_secs(self.database_seconds)
    }
}
