//! Whom this server seals to: the manifest that is trusted last, looked up again and again while the server runs.

use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwapOption;
use sqlx::PgPool;

use super::store::{StoreError, manifests};
use crate::testimony::{
    calendar::Timestamp,
    keys::{
        manifest::Validity,
        trust::{Trust, Trusted},
    },
};

/// Days before its end at which a manifest is warned of.
const WARNINGS: [u64; 4] = [30, 14, 7, 1];

/// The recipients of a running server.
pub struct Keyring {
    trust: Trust,
    current: ArcSwapOption<Trusted>,
    said: Mutex<Vec<String>>,
}

/// Something to be told to the admin, once.
#[derive(Debug, PartialEq, Eq)]
pub enum News {
    /// Good to know.
    Info(String),
    /// Will need somebody soon.
    Warning(String),
    /// Needs somebody now.
    Error(String),
}

impl Keyring {
    /// Empty, until the first [`Keyring::renew`].
    #[must_use]
    pub fn new(trust: Trust) -> Self {
        Self { trust, current: ArcSwapOption::empty(), said: Mutex::default() }
    }

    /// The manifest that holds at `now`.
    #[must_use]
    pub fn current(&self, now: Timestamp) -> Option<Arc<Trusted>> {
        self.current.load_full().filter(|trusted| trusted.recipients(now).is_ok())
    }

    /// Looks up what is installed. Whatever the database says, from a manifest that was trusted once only those lead on that
    /// its own signers, or root signers, signed.
    /// Gives what was not said before.
    pub async fn renew(&self, intake: &PgPool, now: Timestamp) -> Result<Vec<News>, StoreError> {
        let before = self.current.load_full().map(|before| (*before).clone());
        let (found, refused) = manifests::installed(intake).await?.follow(&self.trust, before);
        self.current.store(found.map(Arc::new));
        let mut news: Vec<_> = refused
            .iter()
            .map(|(epoch, why)| News::Error(format!("the manifest of epoch {epoch} is refused: {why}")))
            .collect();
        news.push(self.state(now));
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        let texts: Vec<_> = news.iter().map(|one| one.text().to_owned()).collect();
        news.retain(|one| !said.iter().any(|text| text == one.text()));
        *said = texts;
        Ok(news)
    }

    fn state(&self, now: Timestamp) -> News {
        let current = self.current.load_full();
        state(current.as_deref(), now)
    }
}

/// What an admin should know of a manifest at `now`. The words change only when there is something new to know.
#[must_use]
pub fn state(current: Option<&Trusted>, now: Timestamp) -> News {
    let Some(manifest) = current.map(Trusted::manifest) else {
        return News::Error(
            "no manifest of recipients is installed, so nothing is taken; see `amanat keys install`".to_owned(),
        );
    };
    let name = format!("manifest of epoch {}, fingerprint {}", manifest.epoch(), manifest.fingerprint());
    let (first, last) = (&manifest.content().not_before, &manifest.content().not_after);
    match manifest.validity(now) {
        Validity::NotYet => {
            News::Error(format!("the {name}, holds from {first} on, so nothing is taken; is this clock right?"))
        }
        Validity::Over => News::Error(format!(
            "the {name}, held until {last}, so nothing is taken; have the next one signed and install it"
        )),
        Validity::Holds { days_left } => match WARNINGS.iter().rev().find(|days| days_left < **days) {
            Some(days) => News::Warning(format!(
                "the {name}, ends within {days} day(s), on {last}; have the next one signed, or nothing will be taken after that"
            )),
            None => News::Info(format!("sealing to the {name}, until {last}")),
        },
    }
}

impl News {
    /// What to say.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Info(text) | Self::Warning(text) | Self::Error(text) => text,
        }
    }
}
