//! The folder of one testimony: invisible until it is whole and on the disk.
//!
//! Its name is the promise that all of it is there, also after a power cut; its mark tells what was opened into it.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Read as _, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use rustix::fs::{FlockOperation, flock, syncfs};

use super::refusal::{Failure, OpenError, Refusal};
use crate::testimony::{digest::Sha256, id::TestimonyId};

const PARTIAL: &str = ".partial-";
const ATTACHMENTS: &str = "attachments";
/// The id and the payload's SHA-256. A header changes when keys do; the payload of an id never does.
const MARK: &str = ".sealed";
/// No mark is longer, in bytes.
const LONGEST_MARK: u64 = 128;

/// The output folder, held against a second process while this lives.
pub struct Output {
    path: PathBuf,
    /// Holds the lock.
    folder: File,
}

/// A testimony's folder under way. It is removed unless [`Output::keep`] gets it.
pub struct Folder {
    id: TestimonyId,
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
        Ok(Self { path: path.to_path_buf(), folder: lock })
    }

    /// The payload that an earlier run opened under this id, if one did.
    pub fn earlier(&self, id: TestimonyId) -> Result<Option<Sha256>, Failure> {
        let folder = self.path.join(id.to_string());
        match folder.symlink_metadata() {
            Ok(_) => read_mark(&folder, id).map(Some).ok_or(Refusal::Unmarked.into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure::Output(error)),
        }
    }

    /// Begins a testimony's folder.
    pub fn begin(&self, id: TestimonyId, attachments: bool) -> io::Result<Folder> {
        let partial = self.path.join(format!("{PARTIAL}{id}"));
        let folder = Folder { id, whole: self.path.join(id.to_string()), partial, kept: false };
        let private = || {
            let mut builder = DirBuilder::new();
            builder.mode(0o700);
            builder
        };
        private().create(&folder.partial)?;
        if attachments {
            private().create(folder.partial.join(ATTACHMENTS))?;
        }
        Ok(folder)
    }

    /// These testimonies are whole and checked: brings them to the disk, and only then gives the folders their names.
    pub fn keep(&self, folders: Vec<Folder>) -> Result<Vec<TestimonyId>, OpenError> {
        let Some(first) = folders.first() else { return Ok(Vec::new()) };
        let of = |id| move |error| OpenError::of_output(id, error);
        // One wait for all of them. A file system in user space ignores this, so that each file is asked for as well,
        // which takes no time where it is there already.
        syncfs(&self.folder).map_err(io::Error::from).map_err(of(first.id))?;
        for folder in &folders {
            folder.sync().map_err(of(folder.id))?;
        }
        let mut ids = Vec::with_capacity(folders.len());
        for mut folder in folders {
            fs::rename(&folder.partial, &folder.whole).map_err(of(folder.id))?;
            folder.kept = true;
            ids.push(folder.id);
        }
        self.folder.sync_all().map_err(OpenError::Folder)?;
        Ok(ids)
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

    /// Tells a later run what was opened here.
    pub fn mark(&self, payload: Sha256) -> io::Result<()> {
        self.write(MARK, format!("{} {payload}\n", self.id).as_bytes())
    }

    fn sync(&self) -> io::Result<()> {
        let attachments = Some(self.partial.join(ATTACHMENTS)).filter(|path| path.is_dir());
        for folder in attachments.iter().chain([&self.partial]) {
            for entry in fs::read_dir(folder)? {
                File::open(entry?.path())?.sync_all()?;
            }
            File::open(folder)?.sync_all()?;
        }
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

fn read_mark(folder: &Path, id: TestimonyId) -> Option<Sha256> {
    let mut mark = String::new();
    File::open(folder.join(MARK)).ok()?.take(LONGEST_MARK).read_to_string(&mut mark).ok()?;
    mark.strip_suffix('\n')?.strip_prefix(&id.to_string())?.strip_prefix(' ')?.parse().ok()
}
