//! Share files: one share each, for their owner alone.

use std::{
    fs::{self, File},
    io::{self, Read as _, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use zeroize::Zeroizing;

use super::{
    parse::{ShareError, parse},
    share::Share,
    text,
};

/// No share file is longer, in bytes, whatever comments it has.
const LONGEST: usize = 16 * 1024;

/// Why share files were not read or not written.
#[derive(Debug, thiserror::Error)]
pub enum ShareFileError {
    /// It cannot be read at all.
    #[error("the share {} could not be read; check its path", path.display())]
    Read {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is too long to be one.
    #[error("{} is no share: it is longer than {LONGEST} bytes; check the path", path.display())]
    TooLong {
        /// Which file.
        path: PathBuf,
    },
    /// It holds no share that can be used.
    #[error("the share {} cannot be used", path.display())]
    Share {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: ShareError,
    },
    /// Something is there already.
    #[error(
        "{} exists already, and a share that is overwritten is lost for ever; nothing was written: choose another --out",
        path.display()
    )]
    Exists {
        /// Which file.
        path: PathBuf,
    },
    /// The disk failed.
    #[error("the shares could not be written to {}, and none is left there; check that the folder is yours", path.display())]
    Write {
        /// Which folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Reads one share.
pub fn read(path: &Path) -> Result<Share, ShareFileError> {
    let own = || path.to_path_buf();
    // Sized once: a growing buffer would leave copies behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(2 * LONGEST));
    File::open(path)
        .and_then(|file| file.take(LONGEST as u64 + 1).read_to_end(&mut bytes))
        .map_err(|source| ShareFileError::Read { path: own(), source })?;
    if bytes.len() > LONGEST {
        return Err(ShareFileError::TooLong { path: own() });
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| ShareError::NotAShare);
    text.and_then(parse).map_err(|source| ShareFileError::Share { path: own(), source })
}

/// Writes `share-1.txt` and so on into `folder`, which is made if it is not there. All of them, or none.
pub fn write(folder: &Path, shares: &[Share], recipient: &str) -> Result<Vec<PathBuf>, ShareFileError> {
    let paths: Vec<_> = shares.iter().map(|share| folder.join(format!("share-{}.txt", share.label().number))).collect();
    if let Some(path) = paths.iter().find(|path| path.symlink_metadata().is_ok()) {
        return Err(ShareFileError::Exists { path: path.clone() });
    }
    let failed = |source| ShareFileError::Write { path: folder.to_path_buf(), source };
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(failed)?;
    let mut written = 0;
    let done = shares.iter().zip(&paths).try_for_each(|(share, path)| {
        let text = text::write(share, recipient).ok_or(io::ErrorKind::InvalidData)?;
        let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        // From here on it is a file of ours.
        written += 1;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    if let Err(source) = done.and_then(|()| File::open(folder)?.sync_all()) {
        for path in &paths[..written] {
            // Nothing more can be done if this fails too.
            let _ = fs::remove_file(path);
        }
        return Err(failed(source));
    }
    Ok(paths)
}
