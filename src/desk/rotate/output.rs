//! A file that has its name only once it is whole and on the disk.

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

/// Why there is no output.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// Something is there already.
    #[error("{} exists already; choose another name, nothing is ever overwritten", path.display())]
    Exists {
        /// Which file.
        path: PathBuf,
    },
    /// The disk failed.
    #[error("{} could not be written; check that its folder exists, is yours and has room", path.display())]
    Write {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// A file under way, for its owner alone. Dropped, it is gone.
pub struct Draft {
    file: NamedTempFile,
    path: PathBuf,
}

impl Draft {
    /// Begins what shall be at `path`, where nothing may be.
    pub fn begin(path: &Path) -> Result<Self, OutputError> {
        if path.symlink_metadata().is_ok() {
            return Err(OutputError::Exists { path: path.to_owned() });
        }
        let made = tempfile::Builder::new().prefix(".rotate-").tempfile_in(folder(path));
        let file = made.map_err(|source| OutputError::Write { path: path.to_owned(), source })?;
        Ok(Self { file, path: path.to_owned() })
    }

    /// To write to, or to read again what was written.
    pub fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Gives it its name, on the disk.
    pub fn keep(self) -> Result<(), OutputError> {
        let Self { file, path } = self;
        let failed = |source: io::Error| match source.kind() {
            io::ErrorKind::AlreadyExists => OutputError::Exists { path: path.clone() },
            _ => OutputError::Write { path: path.clone(), source },
        };
        file.as_file().sync_all().map_err(failed)?;
        file.persist_noclobber(&path).map_err(|error| failed(error.error))?;
        File::open(folder(&path)).and_then(|folder| folder.sync_all()).map_err(failed)
    }
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
