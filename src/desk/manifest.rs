//! Manifests as files: `recipients.json`, its signatures beside it, and what trust in it begins with.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use crate::testimony::keys::{
    manifest::{LONGEST, Manifest, ManifestError},
    signature::{self, BadSignature, Signature},
    trust::{Pins, PinsError, Signed, Trust, TrustError, Trusted},
};

/// More signatures than any manifest has signers.
const MOST_SIGNATURES: usize = 256;

/// Why a manifest's files are of no use.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It cannot be read.
    #[error("{} could not be read; check its path", path.display())]
    Read {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Not a manifest.
    #[error("{} is no manifest of recipients", path.display())]
    Manifest {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: ManifestError,
    },
    /// Not a signature.
    #[error("{} is no signature", path.display())]
    Signature {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: BadSignature,
    },
    /// Neither a manifest nor pins.
    #[error("{} is neither a manifest nor a list of signers: {reason}", path.display())]
    Trust {
        /// Which file.
        path: PathBuf,
        /// The parser's words.
        reason: String,
    },
    /// Pins of no use.
    #[error("the signers in {} are of no use", path.display())]
    Pins {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: PinsError,
    },
    /// Not trusted.
    #[error("{} is not to be trusted", path.display())]
    Untrusted {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: TrustError,
    },
}

/// Reads a manifest without a look at who signed it.
pub fn read(path: &Path) -> Result<Manifest, FileError> {
    let bytes = bytes(path, LONGEST)?;
    Manifest::parse(&bytes).map_err(|source| FileError::Manifest { path: path.to_owned(), source })
}

/// Reads a manifest and every signature beside it, `<its name>.<anything>.minisig` or `<its name>.minisig`.
pub fn read_signed(path: &Path) -> Result<Signed, FileError> {
    let manifest = read(path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let start = format!("{}.", path.file_name().unwrap_or_default().to_string_lossy());
    let listed = fs::read_dir(folder).map_err(|source| FileError::Read { path: folder.to_owned(), source })?;
    let is_beside = |name: &str| name.starts_with(&start) && name.ends_with("minisig");
    let beside = listed.flatten().filter(|entry| entry.file_name().to_str().is_some_and(is_beside));
    let mut files: Vec<_> = beside.map(|entry| entry.path()).take(MOST_SIGNATURES).collect();
    files.sort();
    let read = |file: PathBuf| {
        let text = String::from_utf8_lossy(&bytes(&file, signature::LONGEST)?).into_owned();
        Signature::parse(&text).map_err(|source| FileError::Signature { path: file, source })
    };
    Ok(Signed { manifest, signatures: files.into_iter().map(read).collect::<Result<_, _>>()? })
}

/// Trusts the manifest in `path` by what is in `trust`: pins, and manifests of which the first is trusted as it is and each
/// other follows from the one before.
pub fn trusted(path: &Path, trust: &[PathBuf]) -> Result<Trusted, FileError> {
    let (mut manifests, mut pins) = (Vec::new(), None);
    for file in trust {
        let text = bytes(file, LONGEST)?;
        if text.trim_ascii_start().starts_with(b"{") {
            manifests.push(file);
            continue;
        }
        let wrong = |reason: &str| FileError::Trust { path: file.clone(), reason: reason.to_owned() };
        let read: Pins = toml::from_str(&String::from_utf8_lossy(&text)).map_err(|error| wrong(error.message()))?;
        let read = read.trust().map_err(|source| FileError::Pins { path: file.clone(), source })?;
        if pins.replace(read).is_some() {
            return Err(wrong("a list of signers was given before it; give one"));
        }
    }
    let mut current: Option<(Trust, Trusted)> = None;
    for file in manifests {
        current = Some(match current {
            None => {
                let manifest = read(file)?;
                let anchor = Trust::anchored(&manifest);
                let signed = Signed { manifest, signatures: Vec::new() };
                let first = anchor.next(None, signed).map_err(|source| untrusted(file, source))?;
                (pins.clone().unwrap_or(anchor), first)
            }
            Some((trust, before)) => {
                let next = trust.next(Some(&before), read_signed(file)?).map_err(|source| untrusted(file, source))?;
                (trust, next)
            }
        });
    }
    let signed = read_signed(path)?;
    match (current, pins) {
        (Some((_, before)), _) if before.manifest().bytes() == signed.manifest.bytes() => Ok(before),
        (Some((trust, before)), _) => trust.next(Some(&before), signed).map_err(|source| untrusted(path, source)),
        (None, Some(pins)) => pins.next(None, signed).map_err(|source| untrusted(path, source)),
        (None, None) => Err(untrusted(path, TrustError::NoFirst)),
    }
}

fn untrusted(path: &Path, source: TrustError) -> FileError {
    FileError::Untrusted { path: path.to_owned(), source }
}

fn bytes(path: &Path, longest: usize) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    // One byte more than the longest, so that the parser refuses what is too long.
    let read = File::open(path).and_then(|file| file.take(longest as u64 + 1).read_to_end(&mut bytes));
    read.map_err(|source| FileError::Read { path: path.to_owned(), source })?;
    Ok(bytes)
}
