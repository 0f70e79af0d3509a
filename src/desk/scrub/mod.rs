//! Scrubs a researcher's own files, as the server scrubs a witness's.
//!
//! Each file is rebuilt into an unnamed neighbour of its place, and gets its name when all of it was proven and is on
//! the disk.

use std::{
    fs::{DirBuilder, File},
    io::{self, Seek as _, Write},
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use tempfile::NamedTempFile;

use crate::testimony::{
    digest::Sha256,
    draft::{Content, Shelf},
    scrub::{Clean, Format, Refusal, Removed, clean},
};

mod batch;
mod walk;

use self::batch::Batch;
pub use self::walk::{Found, WalkError, walk};

/// What became of one file.
pub enum Outcome {
    /// It was rebuilt.
    Scrubbed(Done),
    /// It was not, and nothing was written.
    Refused(Failure),
}

/// A rebuilt file.
pub struct Done {
    /// Where it is, below the output folder.
    pub name: PathBuf,
    /// What it is.
    pub format: Format,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of what was kept.
    pub sha256: Sha256,
    /// What is no longer there.
    pub removed: Vec<Removed>,
}

/// Why a file was not scrubbed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Its content does not allow it.
    #[error("{0}")]
    Content(#[from] Refusal),
    /// A link, device or socket: only files are read.
    #[error("it is not a file; links are not followed")]
    NotAFile,
    /// It could not be opened.
    #[error("it could not be opened: {0}")]
    Open(#[source] io::Error),
    /// Its place below the output folder could not be written.
    #[error("its copy could not be written: {0}")]
    Output(#[source] io::Error),
    /// Something is there already.
    #[error("{} is there already, and nothing is overwritten", .0.display())]
    Exists(PathBuf),
}

impl Failure {
    /// A short fixed word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Content(refusal) => refusal.code(),
            Self::NotAFile => "not-a-file",
            Self::Open(_) => "open",
            Self::Output(_) => "output",
            Self::Exists(_) => "exists",
        }
    }
}

/// Scrubs all that was found into `out`, `jobs` at a time, and tells of each once it has its name, or has none.
pub fn scrub(found: &[Found], out: &Path, jobs: usize, mut tell: impl FnMut(&Found, Outcome)) {
    let next = AtomicUsize::new(0);
    let naming = Mutex::new(());
    let (send, told) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..jobs.clamp(1, found.len().max(1)) {
            let send = send.clone();
            let (next, naming) = (&next, &naming);
            scope.spawn(move || {
                let mut batch = Batch::new(out, naming);
                loop {
                    let one = found.get(next.fetch_add(1, Ordering::Relaxed));
                    if let Some(one) = one {
                        batch.add(one, scrub_one(one, out));
                    }
                    if one.is_none() || batch.is_full() {
                        for (one, kept) in batch.keep() {
                            let outcome = kept.map_or_else(Outcome::Refused, Outcome::Scrubbed);
                            if send.send((one, outcome)).is_err() {
                                return;
                            }
                        }
                    }
                    if one.is_none() {
                        return;
                    }
                }
            });
        }
        drop(send);
        for (one, outcome) in told {
            tell(one, outcome);
        }
    });
}

fn scrub_one(one: &Found, out: &Path) -> Result<(NamedTempFile, Done), Failure> {
    if !one.is_file {
        return Err(Failure::NotAFile);
    }
    let mut file = File::open(&one.path).map_err(Failure::Open)?;
    let bytes = file.metadata().map_err(Failure::Open)?.len();
    let folder = one.name.parent().map_or_else(|| out.to_path_buf(), |parent| out.join(parent));
    DirBuilder::new().recursive(true).mode(0o700).create(&folder).map_err(Failure::Output)?;
    let place = tempfile::Builder::new().prefix(".partial-").tempfile_in(&folder).map_err(Failure::Output)?;
    let shelf = Page(place.reopen().map_err(Failure::Output)?);
    let Clean { format, bytes, sha256, removed, .. } = clean(&mut file, bytes, Box::new(shelf))?;
    let done = Done { name: named(&one.name, format), format, bytes, sha256, removed: removed.kinds().collect() };
    Ok((place, done))
}

/// The name that a file had, with an extension that is right for what it is.
fn named(name: &Path, format: Format) -> PathBuf {
    let extension = name.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
    if extension.is_some_and(|extension| format.extensions().contains(&extension.as_str())) {
        return name.to_path_buf();
    }
    name.with_extension(format.extensions()[0])
}

struct Page(File);

impl Write for Page {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.0.write(buf)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Shelf for Page {
    fn back(mut self: Box<Self>) -> io::Result<Box<dyn Content>> {
        self.0.rewind()?;
        Ok(Box::new(self.0))
    }
}
