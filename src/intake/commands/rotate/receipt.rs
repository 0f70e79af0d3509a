//! A receipt and the signatures beside it.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Read as _, Seek as _},
    path::{Path, PathBuf},
};

use crate::testimony::keys::{
    quorum::Signers,
    signature::{self, Signature},
    signer::KeyId,
};

/// More signatures than any receipt has.
const MOST: usize = 256;

/// Why nobody's word stands for a receipt.
#[derive(Debug, thiserror::Error)]
pub(super) enum ReceiptError {
    #[error("{} could not be read; check its path", path.display())]
    Read { path: PathBuf, source: io::Error },
    #[error("{} could not be copied: no file could be made in {} to work on", path.display(), folder.display())]
    Copy { path: PathBuf, folder: PathBuf, source: io::Error },
    #[error("{} is not signed: no signature (its name, .<KEY ID>.minisig) lies beside it; take both from the desk", path.display())]
    Unsigned { path: PathBuf },
    #[error("{} is signed by {have} of the {needed} signers of the current manifest who must sign it, because old headers are erased on its word; have it signed with `amanat-desk rotate sign`. Nothing was changed", path.display())]
    TooFew { path: PathBuf, have: usize, needed: usize },
    #[error("{} is signed by key {signer}, which is no signer of the current manifest; nothing was changed", path.display())]
    Stranger { path: PathBuf, signer: KeyId },
    #[error("the signature by key {signer} is not one of {}: the receipt was changed after it was signed, or the signature was; nothing was changed", path.display())]
    Wrong { path: PathBuf, signer: KeyId },
}

/// The receipt in `path`, if as many of `signers` signed it as must sign a manifest. What is given back is a copy that nobody can change any more, in an
/// unlinked file in `folder`.
pub(super) fn signed(path: &Path, signers: &Signers, folder: &Path) -> Result<File, ReceiptError> {
    let own = || path.to_path_buf();
    let mut receipt = File::open(path).map_err(|source| ReceiptError::Read { path: own(), source })?;
    let copied = tempfile::tempfile_in(folder).and_then(|mut copy| {
        io::copy(&mut receipt, &mut copy)?;
        Ok(copy)
    });
    let mut copy = copied.map_err(|source| ReceiptError::Copy { path: own(), folder: folder.to_owned(), source })?;
    let (mut seen, mut stranger) = (BTreeSet::new(), None);
    for signature in beside(path).map_err(|source| ReceiptError::Read { path: own(), source })? {
        let signer = signature.signer();
        let Some(key) = signers.find(signer) else {
            stranger = Some(signer);
            continue;
        };
        let read = |source| ReceiptError::Read { path: own(), source };
        copy.rewind().map_err(read)?;
        if !signature.is_of(key, &copy).map_err(read)? {
            return Err(ReceiptError::Wrong { path: own(), signer });
        }
        seen.insert(signer);
    }
    match (seen.len(), stranger) {
        (have, _) if have >= signers.needed() => Ok(copy),
        (0, Some(signer)) => Err(ReceiptError::Stranger { path: own(), signer }),
        (0, None) => Err(ReceiptError::Unsigned { path: own() }),
        (have, _) => Err(ReceiptError::TooFew { path: own(), have, needed: signers.needed() }),
    }
}

/// What lies beside `path` as `<its name>.<anything>minisig`. What is no signature does not count.
fn beside(path: &Path) -> io::Result<Vec<Signature>> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let start = format!("{}.", path.file_name().unwrap_or_default().to_string_lossy());
    let is_one = |name: &str| name.starts_with(&start) && name.ends_with("minisig");
    let listed = fs::read_dir(folder)?.flatten();
    let mut files: Vec<_> = listed.filter(|entry| entry.file_name().to_str().is_some_and(is_one)).take(MOST).collect();
    files.sort_by_key(fs::DirEntry::file_name);
    let read = |entry: fs::DirEntry| {
        let mut text = String::new();
        File::open(entry.path()).ok()?.take(signature::LONGEST as u64 + 1).read_to_string(&mut text).ok()?;
        Signature::parse(&text).ok()
    };
    Ok(files.into_iter().filter_map(read).collect())
}
