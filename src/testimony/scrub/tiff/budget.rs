//! What the pages of a file may take together.

use super::{super::Refusal, deflate};

/// Most decoded bytes of a file: what compression can make of a small one is bounded by this.
const MOST_DECODED: u64 = 4 << 30;

/// How much larger directories may become, as numbers of two bytes are written with four or eight, and what may be added.
const GROWTH: u64 = 8;
const SPARE: u64 = 1 << 16;

/// What pieces may still take of a file.
pub(super) struct Budget {
    stored: u64,
    decoded: u64,
    /// Bytes of directories.
    tables: u64,
    pub(super) inflate: deflate::Inflate,
}

impl Budget {
    pub(super) fn new(length: u64) -> Self {
        let tables = length.saturating_mul(GROWTH).saturating_add(SPARE);
        Self { stored: length, decoded: MOST_DECODED, tables, inflate: deflate::Inflate::default() }
    }

    /// Directories that share their values would make the output grow too.
    pub(super) fn directory(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.tables = self.tables.checked_sub(bytes).ok_or(Refusal::Large)?;
        Ok(())
    }

    /// Pieces that share bytes would make the output grow, and the work.
    pub(super) fn charge(&mut self, stored: u64, decoded: u64) -> Result<(), Refusal> {
        self.stored = self.stored.checked_sub(stored).ok_or(Refusal::Malformed("its strips or tiles overlap"))?;
        self.decoded = self.decoded.checked_sub(decoded).ok_or(Refusal::Large)?;
        Ok(())
    }
}
