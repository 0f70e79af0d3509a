//! Finds the files below what a researcher named.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Deepest folder below one that was named: no person's folders are deeper.
const DEEPEST: usize = 64;

/// Something that is to be scrubbed.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// Its name below the output folder.
    pub name: PathBuf,
    /// Not a link, device or socket.
    pub is_file: bool,
}

/// Why the files could not be found.
#[derive(Debug, thiserror::Error)]
pub enum WalkError {
    /// A path could not be read.
    #[error("{} could not be read: {source}", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A path such as `..` has no name to keep.
    #[error("{} has no name of its own; name the folder that it is", .0.display())]
    NoName(PathBuf),
    /// Two paths would have one name below the output folder.
    #[error("{} and {} would both become {}; scrub them into different folders", first.display(), second.display(), name.display())]
    SameName {
        /// One of them.
        first: PathBuf,
        /// The other.
        second: PathBuf,
        /// The name.
        name: PathBuf,
    },
    /// The output folder is below what is to be scrubbed.
    #[error("the output folder is inside {}; choose one beside it", .0.display())]
    OutInside(PathBuf),
    /// Folders within folders without end.
    #[error("{} is more than {DEEPEST} folders deep", .0.display())]
    TooDeep(PathBuf),
}

/// Everything below `paths`, in a fixed order. A folder's files keep their names relative to it; links are listed, and
/// not followed.
pub fn walk(paths: &[PathBuf], out: &Path) -> Result<Vec<Found>, WalkError> {
    let out = fs::canonicalize(out).ok();
    let mut found = BTreeMap::new();
    for path in paths {
        let kind = fs::symlink_metadata(path).map_err(|source| WalkError::Read { path: path.clone(), source })?;
        if kind.is_dir() {
            let whole = fs::canonicalize(path).map_err(|source| WalkError::Read { path: path.clone(), source })?;
            if out.as_ref().is_some_and(|out| out.starts_with(&whole)) {
                return Err(WalkError::OutInside(path.clone()));
            }
            folder(path, Path::new(""), 0, &mut found)?;
        } else {
            let name = path.file_name().ok_or_else(|| WalkError::NoName(path.clone()))?;
            add(path.clone(), PathBuf::from(name), kind.is_file(), &mut found)?;
        }
    }
    Ok(found.into_values().collect())
}

fn folder(path: &Path, name: &Path, depth: usize, found: &mut BTreeMap<PathBuf, Found>) -> Result<(), WalkError> {
    let failed = |source| WalkError::Read { path: path.to_path_buf(), source };
    if depth > DEEPEST {
        return Err(WalkError::TooDeep(path.to_path_buf()));
    }
    for entry in fs::read_dir(path).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let kind = entry.file_type().map_err(failed)?;
        let (path, name) = (entry.path(), name.join(entry.file_name()));
        if kind.is_dir() {
            folder(&path, &name, depth + 1, found)?;
        } else {
            add(path, name, kind.is_file(), found)?;
        }
    }
    Ok(())
}

fn add(path: PathBuf, name: PathBuf, is_file: bool, found: &mut BTreeMap<PathBuf, Found>) -> Result<(), WalkError> {
    if let Some(first) = found.get(&name) {
        return Err(WalkError::SameName { first: first.path.clone(), second: path, name });
    }
    found.insert(name.clone(), Found { path, name, is_file });
    Ok(())
}
