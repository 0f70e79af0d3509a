//! A directory under a page's eyes: what of it is kept, and only with values that TIFF 6.0 has.

use super::{
    super::{Refusal, source::Source},
    directory::Directory,
    field::{Field, Kind},
};

/// Most samples of a pixel.
pub(super) const MOST_SAMPLES: usize = 512;

/// A directory, with the fields so far.
pub(super) struct Reading<'d, 's, 'a> {
    pub(super) directory: &'d Directory,
    pub(super) source: &'s mut Source<'a>,
    pub(super) fields: Vec<Field>,
}

impl Reading<'_, '_, '_> {
    pub(super) fn one(&mut self, tag: u16) -> Result<Option<u64>, Refusal> {
        self.directory.number(tag, self.source)
    }

    /// The numbers of a tag that a page can do without: `None` where they are not there, or more than `most`.
    pub(super) fn some(&mut self, tag: u16, most: usize) -> Result<Option<Vec<u64>>, Refusal> {
        match self.directory.numbers(tag, most, self.source) {
            Err(Refusal::Short | Refusal::Large) => Ok(None),
            other => other,
        }
    }

    /// Writes a number, unless it is what is meant without.
    pub(super) fn write(&mut self, tag: u16, number: u64, without: u64, kind: Kind) {
        if number != without {
            self.fields.push(Field { tag, kind, numbers: vec![number] });
        }
    }

    /// Keeps one of these numbers. Without, and with any other, programs go by `default`.
    pub(super) fn kept(&mut self, tag: u16, default: u64, known: &[u64]) -> Result<u64, Refusal> {
        let number = self.one(tag)?.filter(|number| known.contains(number)).unwrap_or(default);
        self.write(tag, number, default, Kind::Short);
        Ok(number)
    }

    /// Keeps the first `count` numbers, as `fix` makes them, where there are so many.
    pub(super) fn list(
        &mut self,
        tag: u16,
        count: usize,
        kind: Kind,
        fix: impl FnOnce(&[u64]) -> Option<Vec<u64>>,
    ) -> Result<(), Refusal> {
        let numbers = self.some(tag, MOST_SAMPLES)?;
        let kept = numbers.as_deref().and_then(|numbers| numbers.get(..count)).filter(|_| count > 0).and_then(fix);
        self.fields.extend(kept.map(|numbers| Field { tag, kind, numbers }));
        Ok(())
    }

    /// Keeps a number for each sample. Files that have fewer mean the first for all.
    pub(super) fn samples(&mut self, tag: u16, default: u64, samples: usize) -> Result<Vec<u64>, Refusal> {
        let mut numbers = self.directory.numbers(tag, MOST_SAMPLES, self.source)?.unwrap_or_default();
        let first = numbers.first().copied().unwrap_or(default);
        if numbers.len() < samples {
            numbers.clear();
        }
        numbers.resize(samples, first);
        self.fields.push(Field { tag, kind: Kind::Short, numbers: numbers.clone() });
        Ok(numbers)
    }
}
