//! One share of a key, and what stands on it in the clear.

use zeroize::Zeroizing;

use super::key::{BYTES, Kind};
use crate::testimony::digest::Sha256;

/// The most shares that a key is split into.
pub const MOST: u8 = 16;

/// How many shares there are, and how many of them are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    needed: u8,
    of: u8,
}

impl Plan {
    /// None unless 2 ≤ needed ≤ of ≤ [`MOST`].
    #[must_use]
    pub fn new(needed: u8, of: u8) -> Option<Self> {
        (2 <= needed && needed <= of && of <= MOST).then_some(Self { needed, of })
    }

    /// How many shares give the key back.
    #[must_use]
    pub fn needed(self) -> u8 {
        self.needed
    }

    /// How many shares there are.
    #[must_use]
    pub fn of(self) -> u8 {
        self.of
    }
}

/// Which key a share is of: the first bytes of the SHA-256 of its recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set(pub [u8; 8]);

impl Set {
    /// That of the key whose public half is `recipient`.
    #[must_use]
    pub fn of(recipient: &str) -> Self {
        let mut set = [0; 8];
        set.copy_from_slice(&Sha256::of(recipient.as_bytes()).0[..8]);
        Self(set)
    }
}

/// Which time the key was split: shares that were made at different times do not fit, although the key is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deal(pub [u8; 4]);

/// What a share says in the clear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Which key.
    pub set: Set,
    /// Which of its splits.
    pub deal: Deal,
    /// Which kind of key.
    pub kind: Kind,
    /// Which share, counted from 1: the place at which it was taken.
    pub number: u8,
    /// Out of how many.
    pub plan: Plan,
}

/// One share. No `Debug`; wiped when dropped.
pub struct Share {
    label: Label,
    // On the heap, because a move from stack to stack leaves a copy behind.
    values: Zeroizing<Vec<u8>>,
}

impl Share {
    /// None unless the number is one of the plan's and there is a value for each byte of a key.
    #[must_use]
    pub fn new(label: Label, values: Zeroizing<Vec<u8>>) -> Option<Self> {
        let numbered = (1..=label.plan.of).contains(&label.number);
        (numbered && values.len() == BYTES).then_some(Self { label, values })
    }

    /// What it says in the clear.
    #[must_use]
    pub fn label(&self) -> Label {
        self.label
    }

    pub(super) fn values(&self) -> &[u8] {
        &self.values
    }

    /// The share as the scheme's crate takes it.
    pub(super) fn point(&self) -> Option<blahaj::Share> {
        let mut point = Zeroizing::new(Vec::with_capacity(1 + BYTES));
        point.push(self.label.number);
        point.extend_from_slice(&self.values);
        blahaj::Share::try_from(point.as_slice()).ok()
    }
}
