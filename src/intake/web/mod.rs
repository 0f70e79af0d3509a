//! What a witness meets: one form, one answer, calm pages. It knows no SQL, and logs nothing that anyone did.

mod body;
mod door;
#[cfg(fuzzing)]
pub mod fuzzing;
mod headers;
mod page;
mod receive;
mod refusal;
mod routes;
mod send;
pub mod server;
pub mod tally;
pub mod tls;
pub mod token;
mod turn;
mod visit;
mod well_known;

use std::{path::PathBuf, sync::Arc};

use self::{
    page::{Pages, Size},
    tally::Tally,
    token::FormTokens,
    turn::Turns,
};
use super::{
    clock::{Clock, Randomness},
    config::Limits,
    keyring::Keyring,
    locales::Served,
    store::keep::Keeper,
};
use crate::testimony::{questionnaire::Questionnaire, record::Stamp};

/// What every request may use. It holds public keys only.
pub struct Shared {
    /// What one form may carry.
    pub limits: Limits,
    /// The questions.
    pub questionnaire: Questionnaire,
    /// The languages that pages are shown in.
    pub languages: Served,
    /// Whom testimonies are sealed to.
    pub keyring: Arc<Keyring>,
    /// Where they are kept.
    pub keeper: Keeper,
    /// Signs and checks forms.
    pub tokens: Arc<FormTokens>,
    /// Tells the time.
    pub clock: Box<dyn Clock>,
    /// Makes nonces.
    pub randomness: Box<dyn Randomness>,
    /// Where long attachments are spooled.
    pub spool: PathBuf,
    /// Counters by day.
    pub tally: Arc<Tally>,
    turns: Turns,
    stamp: Stamp,
    pages: Pages,
    /// The size of every page that only says something.
    notice: Size,
}

/// What [`Shared`] is made of.
pub struct Parts {
    /// See [`Shared`].
    pub limits: Limits,
    /// See [`Shared`].
    pub questionnaire: Questionnaire,
    /// See [`Shared`].
    pub languages: Served,
    /// See [`Shared`].
    pub keyring: Arc<Keyring>,
    /// See [`Shared`].
    pub keeper: Keeper,
    /// See [`Shared`].
    pub tokens: Arc<FormTokens>,
    /// See [`Shared`].
    pub clock: Box<dyn Clock>,
    /// See [`Shared`].
    pub randomness: Box<dyn Randomness>,
    /// See [`Shared`].
    pub spool: PathBuf,
    /// See [`Shared`].
    pub tally: Arc<Tally>,
}

impl Shared {
    /// Joins the parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let Parts { limits, questionnaire, languages, keyring, keeper, tokens, clock, randomness, spool, tally } =
            parts;
        Self {
            turns: Turns::new(limits.forms_at_once),
            stamp: Stamp::of(&questionnaire),
            pages: Pages::default(),
            notice: page::notice_size(languages.iter()),
            limits,
            questionnaire,
            languages,
            keyring,
            keeper,
            tokens,
            clock,
            randomness,
            spool,
            tally,
        }
    }
}
