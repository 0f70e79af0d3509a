//! Rebuilt files that wait for their names, so that one wait for the disk is enough for many of them.

use std::{
    fs::{self, File},
    io,
    path::Path,
    sync::{Mutex, PoisonError},
};

use rustix::fs::syncfs;
use tempfile::{NamedTempFile, TempPath};

use super::{Done, Failure};

/// A batch is full when it has so many files, or so many bytes: work that a loss of power may undo.
const MOST_FILES: usize = 256;
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// A file without a name and what is to be told of it, or why there is none.
type Waits = Result<(TempPath, Done), Failure>;

/// Whole and proven files without names, and what was refused between them: they are told of in their order.
pub(super) struct Batch<'f, F> {
    out: &'f Path,
    /// Two files whose names differ in the extension alone may come to the same name: names are taken one at a time.
    naming: &'f Mutex<()>,
    waiting: Vec<(&'f F, Waits)>,
    bytes: u64,
    /// The first file: opened before the others were written, it learns what went wrong with any of them.
    first: Option<File>,
}

impl<'f, F> Batch<'f, F> {
    /// An empty one, for files below `out`.
    pub(super) fn new(out: &'f Path, naming: &'f Mutex<()>) -> Self {
        Self { out, naming, waiting: Vec::new(), bytes: 0, first: None }
    }

    /// Takes in a file.
    pub(super) fn add(&mut self, one: &'f F, rebuilt: Result<(NamedTempFile, Done), Failure>) {
        let waits = rebuilt.map(|(place, done)| {
            self.bytes = self.bytes.saturating_add(done.bytes);
            let (file, path) = place.into_parts();
            self.first.get_or_insert(file);
            (path, done)
        });
        self.waiting.push((one, waits));
    }

    /// True when it is time for names.
    pub(super) fn is_full(&self) -> bool {
        self.waiting.len() >= MOST_FILES || self.bytes >= MOST_BYTES
    }

    /// Brings all files to the disk, and only then gives them their names; what became of each.
    pub(super) fn keep(&mut self) -> Vec<(&'f F, Result<Done, Failure>)> {
        let waiting = std::mem::take(&mut self.waiting);
        self.bytes = 0;
        let synced = match self.first.take() {
            Some(first) if waiting.len() > 1 => syncfs(first).map_err(io::Error::from),
            _ => Ok(()),
        };
        // A file system in user space ignores that: each file is asked for as well.
        let whole = |path: &Path| synced.as_ref().map_or_else(again, |()| File::open(path)?.sync_all());
        let kept = waiting.into_iter().map(|(one, waits)| {
            let named = waits.and_then(|(path, done)| {
                whole(&path).map_err(Failure::Output)?;
                self.name(path, &self.out.join(&done.name))?;
                Ok(done)
            });
            (one, named)
        });
        kept.collect()
    }

    fn name(&self, place: TempPath, to: &Path) -> Result<(), Failure> {
        let _held = self.naming.lock().unwrap_or_else(PoisonError::into_inner);
        if fs::symlink_metadata(to).is_ok() {
            return Err(Failure::Exists(to.to_path_buf()));
        }
        place.persist_noclobber(to).map_err(|error| Failure::Output(error.error))
    }
}

/// The same error for another file.
fn again(error: &io::Error) -> io::Result<()> {
    Err(error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error))
}

#[cfg(test)]
mod tests {
    use std::{io::Write as _, path::PathBuf};

    use super::*;
    use crate::testimony::{digest::Sha256, scrub::Format};

    fn done(name: &str, bytes: u64) -> Done {
        let name = PathBuf::from(name);
        Done { name, format: Format::Png, bytes, sha256: Sha256::of(b""), removed: Vec::new() }
    }

    #[test]
    fn files_get_their_names_together_and_none_before_and_none_twice() {
        let (folder, naming) = (tempfile::tempdir().unwrap(), Mutex::new(()));
        let mut batch = Batch::new(folder.path(), &naming);
        for (number, name) in ["one", "two", "one"].iter().enumerate() {
            let mut place = NamedTempFile::new_in(folder.path()).unwrap();
            write!(place, "{number}").unwrap();
            batch.add(name, Ok((place, done(name, 1))));
        }
        let read = |name| fs::read_to_string(folder.path().join(name));
        assert!(!batch.is_full() && read("one").is_err() && read("two").is_err());
        let kept = batch.keep();
        assert!(matches!(&kept[..], [(_, Ok(_)), (_, Ok(_)), (_, Err(Failure::Exists(_)))]));
        assert_eq!((read("one").unwrap(), read("two").unwrap()), ("0".to_owned(), "1".to_owned()));
        // The third left nothing behind.
        assert_eq!((fs::read_dir(folder.path()).unwrap().count(), batch.keep().len()), (2, 0));
        batch.add(&"large", Ok((NamedTempFile::new_in(folder.path()).unwrap(), done("large", MOST_BYTES))));
        assert!(batch.is_full());
    }
}
