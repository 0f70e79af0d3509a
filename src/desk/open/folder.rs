//! The folder of one testimony: invisible until it is whole.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use rustix::fs::{FlockOperation, flock};

use super::refusal::OpenError;
use crate::testimony::id::TestimonyId;

const PARTIAL: &str = ".partial-";

/// The output folder, held against a second process while this lives.
pub struct Output {
    path: PathBuf,
    _lock: File,
}

/// A testimony's folder under way. It is removed unless [`Folder::keep`] is called.
pub struct Folder {
    partial: PathBuf,
    whole: PathBuf,
    kept: bool,
}

impl Output {
    /// Makes the folder if need be, and removes what an earlier run left unfinished.
    pub fn prepare(path: &Path) -> Result<Self, OpenError> {
        DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(OpenError::Folder)?;
        let lock = File::open(path).map_err(OpenError::Folder)?;
        flock(&lock, FlockOperation::NonBlockingLockExclusive).map_err(|error| match error {
            rustix::io::Errno::WOULDBLOCK => OpenError::Busy,
            other => OpenError::Folder(other.into()),
        })?;
        for entry in fs::read_dir(path).map_err(OpenError::Folder)? {
            let entry = entry.map_err(OpenError::Folder)?;
            let name = entry.file_name();
            let id = name.to_str().and_then(|name| name.strip_prefix(PARTIAL));
            if id.is_some_and(|id| id.parse::<TestimonyId>().is_ok()) {
                fs::remove_dir_all(entry.path()).map_err(OpenError::Folder)?;
            }
        }
        Ok(Self { path: path.to_path_buf(), _lock: lock })
    }

    /// Whether the testimony was opened before.
    #[must_use]
    pub fn has(&self, id: TestimonyId) -> bool {
        self.path.join(id.to_string()).is_dir()
    }

    /// Begins a testimony's folder.
    pub fn begin(&self, id: TestimonyId, attachments: bool) -> io::Result<Folder> {
        let partial = self.path.join(format!("{PARTIAL}{id}"));
        let folder = Folder { whole: self.path.join(id.to_string()), partial, kept: false };
        let private = || {
            let mut builder = DirBuilder::new();
            builder.mode(0o700);
            builder
        };
        private().create(&folder.partial)?;
        if attachments {
            private().create(folder.partial.join("attachments"))?;
        }
        Ok(folder)
    }
}

impl Folder {
    /// A new file; `name` must have been allow-listed.
    pub fn file(&self, name: &str) -> io::Result<File> {
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(self.partial.join(name))
    }

    /// A new file with all its content.
    pub fn write(&self, name: &str, content: &[u8]) -> io::Result<()> {
        self.file(name)?.write_all(content)
    }

    /// The testimony is whole and checked: gives the folder its name.
    pub fn keep(mut self) -> io::Result<()> {
        fs::rename(&self.partial, &self.whole)?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.kept {
            // If this fails, the next run removes it.
            let _ = fs::remove_dir_all(&self.partial);
        }
    }
}
