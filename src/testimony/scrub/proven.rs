//! Coded data that the first pass followed to its last code, for the second pass to take over.
//!
//! To follow codes is most of the work of scrubbing a picture, and the two passes would follow the same ones. So the
//! first writes down each stretch of coded data that it wrote: where it stands, how many bytes it has, and a digest of
//! everything else that its decoding depends on. The second parses what was written on its own. Where it comes to a
//! stretch at the same place, what it would decode it by must be the same, and the stretch must end where it did; it is
//! copied then. That its bytes are those that were followed needs no digest of its own: they go to the same place of the
//! second output, and the two outputs must have one digest (`clean`). Every stretch must be met, in its order.

use std::{
    hash::{Hash, Hasher as Takes},
    iter::Peekable,
    vec,
};

use super::Refusal;
use crate::testimony::digest::{Hasher, Sha256};

/// Most stretches that are written down: where there are more, the second pass follows them all.
const MOST: usize = 4096;

/// Coded data as it was followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Where it begins in what was written.
    pub(super) at: u64,
    /// Its bytes.
    pub(super) length: u64,
    /// Of what it was decoded by.
    pub(super) by: Sha256,
    /// What was seen in it that other parts depend on.
    pub(super) seen: Vec<u8>,
}

/// The stretches of one file, as a pass has them.
#[derive(Default)]
pub(super) enum Ledger {
    /// For what is not a file of its own: nothing is taken over.
    #[default]
    None,
    /// In the first pass.
    Written(Vec<Stretch>),
    /// In the second.
    Read(Peekable<vec::IntoIter<Stretch>>),
}

impl Ledger {
    /// Writes a stretch down.
    pub(super) fn add(&mut self, stretch: impl FnOnce() -> Stretch) {
        if let Self::Written(stretches) = self {
            if stretches.len() < MOST {
                stretches.push(stretch());
            } else {
                self.close();
            }
        }
    }

    /// In the first pass: gives up, so that the second follows everything.
    pub(super) fn close(&mut self) {
        if let Self::Written(_) = self {
            *self = Self::None;
        }
    }

    /// The stretch that the first pass wrote at a place, if it wrote one down. It is for the caller to see to it that it
    /// ends where it did, and goes to the same place.
    pub(super) fn take(&mut self, at: u64, by: impl FnOnce() -> Sha256) -> Result<Option<Stretch>, Refusal> {
        let Self::Read(stretches) = self else { return Ok(None) };
        match stretches.next_if(|stretch| stretch.at == at) {
            Some(stretch) if stretch.by != by() => Err(Refusal::Unstable),
            stretch => Ok(stretch),
        }
    }

    /// After the first pass: what the second has to meet.
    pub(super) fn turn(self) -> Self {
        match self {
            Self::Written(stretches) => Self::Read(stretches.into_iter().peekable()),
            Self::None | Self::Read(_) => Self::None,
        }
    }

    /// True unless a stretch was not met.
    pub(super) fn is_settled(&self) -> bool {
        match self {
            Self::Read(stretches) => stretches.len() == 0,
            Self::None | Self::Written(_) => true,
        }
    }
}

/// A digest of all fields of a value.
pub(super) fn digest(of: &impl Hash) -> Sha256 {
    let mut fields = Fields(Hasher::default());
    of.hash(&mut fields);
    fields.0.finish()
}

struct Fields(Hasher);

impl Takes for Fields {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    // Never asked for: the digest is taken instead.
    fn finish(&self) -> u64 {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(at: u64) -> Stretch {
        Stretch { at, length: 5, by: digest(&at), seen: Vec::new() }
    }

    fn read(places: impl Iterator<Item = u64>) -> Ledger {
        let mut ledger = Ledger::Written(Vec::new());
        places.for_each(|at| ledger.add(|| stretch(at)));
        ledger.turn()
    }

    #[test]
    fn a_stretch_is_taken_over_where_it_stood_in_its_order_and_by_the_same_alone() {
        let mut ledger = read([7, 20].into_iter());
        assert_eq!(ledger.take(20, || digest(&20_u64)).unwrap(), None);
        assert_eq!(ledger.take(7, || digest(&7_u64)).unwrap(), Some(stretch(7)));
        assert_eq!(ledger.take(7, || digest(&7_u64)).unwrap(), None);
        assert!(matches!(ledger.take(20, || digest(&21_u64)), Err(Refusal::Unstable)));
        assert!(!read([7].into_iter()).is_settled());
        let mut ledger = read([7].into_iter());
        ledger.take(7, || digest(&7_u64)).unwrap();
        assert!(ledger.is_settled());
    }

    #[test]
    fn a_file_of_more_stretches_than_are_written_down_has_none() {
        let mut ledger = read(0..=MOST as u64);
        assert_eq!(ledger.take(0, || digest(&0_u64)).unwrap(), None);
        assert!(ledger.is_settled());
        assert!(read(0..MOST as u64).take(0, || digest(&0_u64)).unwrap().is_some());
        let mut ledger = read([7].into_iter());
        ledger.close();
        assert!(!ledger.is_settled(), "what is to be met is not given up");
    }
}
