//! The bundle that an export follows: its hash, and the ids that it and its forerunners hold.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    os::unix::fs::FileExt as _,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::testimony::{
    bundle::{
        finding::Finding,
        lines::Lines,
        read::{Name, Reader, Step},
    },
    digest::{Hashing, Sha256},
    id::TestimonyId,
};

/// An earlier bundle.
pub(super) struct Since {
    pub(super) sha256: Sha256,
    file: Arc<File>,
}

/// Why an earlier bundle is nothing to go on from.
#[derive(Debug, thiserror::Error)]
pub(super) enum SinceError {
    /// It could not be read.
    #[error("{path} could not be read")]
    Read {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    /// It could not be read to its end.
    #[error("the bundle named by --since could not be read to its end")]
    Broken(#[from] io::Error),
    /// It is damaged.
    #[error(
        "the bundle named by --since is damaged, so what it holds is not known; name a whole one, or leave --since out for a full export"
    )]
    Damaged(#[source] Finding),
    /// Its list of earlier ids is damaged.
    #[error(
        "earlier.txt of the bundle named by --since is damaged; name a whole one, or leave --since out for a full export"
    )]
    Earlier,
}

impl Since {
    /// Opens and hashes a bundle.
    pub(super) fn read(path: &Path) -> Result<Self, SinceError> {
        let cannot = |source| SinceError::Read { path: path.to_owned(), source };
        let file = Arc::new(File::open(path).map_err(cannot)?);
        let mut whole = Hashing::new(Shared { file: Arc::clone(&file), at: 0 });
        io::copy(&mut whole, &mut io::sink()).map_err(cannot)?;
        Ok(Self { sha256: whole.finish().1, file })
    }

    /// Every id that it and its forerunners hold. A damaged bundle ends in an error.
    pub(super) fn ids(self) -> impl Iterator<Item = Result<TestimonyId, SinceError>> {
        let bundle = Shared { file: self.file, at: 0 };
        let mut reader = Some(Reader::begin(bundle.clone()));
        let mut earlier: Option<Lines<Shared>> = None;
        std::iter::from_fn(move || {
            loop {
                if let Some(lines) = &mut earlier {
                    match lines.pull() {
                        Ok(Some(line)) => return Some(id_of(line)),
                        Ok(None) => earlier = None,
                        Err(error) => return Some(Err(error.into())),
                    }
                    continue;
                }
                let Ok(steps) = reader.as_mut()? else {
                    return reader.take()?.err().map(|error| Err(error.into()));
                };
                match steps.next()? {
                    Ok(Step::Job(job)) => return Some(Ok(job.id)),
                    Ok(Step::Part(Name::Earlier, found)) => match Lines::at(bundle.clone(), found.offset, found.size) {
                        Ok(lines) => earlier = Some(lines),
                        Err(error) => return Some(Err(error.into())),
                    },
                    Ok(Step::Part(..)) => {}
                    Ok(Step::Finding(finding)) => return Some(Err(SinceError::Damaged(finding))),
                    Err(error) => return Some(Err(error.into())),
                }
            }
        })
    }
}

fn id_of(line: Option<&str>) -> Result<TestimonyId, SinceError> {
    let id = line.and_then(|line| line.strip_suffix('\n')).and_then(|line| line.parse().ok());
    id.ok_or(SinceError::Earlier)
}

/// One open file, of which each clone has a position of its own.
#[derive(Clone)]
struct Shared {
    file: Arc<File>,
    at: u64,
}

impl Read for Shared {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.file.read_at(buf, self.at)?;
        self.at += n as u64;
        Ok(n)
    }
}

impl Seek for Shared {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.file.metadata()?.len().checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
