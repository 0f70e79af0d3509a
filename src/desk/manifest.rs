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

/// Trusts the manifest in `path` by what is in `trust`: one manifest that is trusted already, or pins, or one of each.
pub fn trusted(path: &Path, trust: &[PathBuf]) -> Result<Trusted, FileError> {
    let (mut before, mut pins) = (None, None);
    for file in trust {
        let text = bytes(file, LONGEST)?;
        if text.trim_ascii_start().starts_with(b"{") {
            let source = |source| FileError::Manifest { path: file.clone(), source };
            before = Some(Manifest::parse(&text).map_err(source)?);
        } else {
            let reason =
                |error: toml::de::Error| FileError::Trust { path: file.clone(), reason: error.message().to_owned() };
            let read: Pins = toml::from_str(&String::from_utf8_lossy(&text)).map_err(reason)?;
            pins = Some(read.trust().map_err(|source| FileError::Pins { path: file.clone(), source })?);
        }
    }
    let signed = read_signed(path)?;
    let untrusted = |source| FileError::Untrusted { path: path.to_owned(), source };
    let before = before.map(|manifest| {
        let anchor = Trust::anchored(&manifest);
        anchor.next(None, Signed { manifest, signatures: Vec::new() }).map(|trusted| (anchor, trusted))
    });
    let before = before.transpose().map_err(untrusted)?;
    if let Some((_, before)) =
        before.as_ref().filter(|(_, before)| before.manifest().bytes() == signed.manifest.bytes())
    {
        return Ok(before.clone());
    }
    match (before, pins) {
        // Root signers are pinned; all others come from the manifest before.
        (Some((_, before)), Some(pins)) => pins.next(Some(&before), signed),
        (Some((anchor, before)), None) => anchor.next(Some(&before), signed),
        (None, Some(pins)) => pins.next(None, signed),
        (None, None) => Err(TrustError::NoFirst),
    }
    .map_err(untrusted)
}

fn bytes(path: &Path, longest: usize) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    // One byte more than the longest, so that the parser refuses what is too long.
    let read = File::open(path).and_then(|file| file.take(longest as u64 + 1).read_to_end(&mut bytes));
    read.map_err(|source| FileError::Read { path: path.to_owned(), source })?;
    Ok(bytes)
}
