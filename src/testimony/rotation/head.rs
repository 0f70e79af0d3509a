//! The first line of each file of a rotation: what it is, and for which manifest.

use serde::Deserialize;

use crate::testimony::{digest::Sha256, keys::manifest::Manifest};

/// No first line is longer, in bytes.
pub const LONGEST: usize = 512;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Headers of `amanat rotate export`.
    Headers,
    /// Headers of `amanat-desk rotate`.
    Rotated,
    /// A receipt of `amanat-desk rotate prove`.
    Receipt,
}

/// The manifest whose recipients shall be able to open everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its epoch.
    pub epoch: i32,
    /// SHA-256 of its file.
    pub manifest: Sha256,
}

/// The line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// What the file is.
    pub kind: Kind,
    /// What it is for.
    pub target: Target,
    /// How many headers follow, of [`Kind::Headers`] alone.
    pub count: Option<u64>,
}

/// Why a line is not the one that was wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadHead {
    /// Of no known form.
    #[error(
        "its first line is not of a form that this version knows: it is no file of a rotation, or one of another version, or damaged"
    )]
    Unknown,
    /// Of another step.
    #[error("it is what `{found}` writes, and this step takes what `{wanted}` writes; give that file")]
    Kind {
        /// Which command writes it.
        found: &'static str,
        /// Which command writes what was wanted.
        wanted: &'static str,
    },
}

/// A file is for another manifest than the one that is current.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OtherTarget {
    /// Another epoch.
    #[error(
        "it is for the manifest of epoch {file}, and the manifest here is of epoch {here}; begin again with `amanat rotate export`, or give the manifest that it is for"
    )]
    Epoch {
        /// Of the file.
        file: i32,
        /// Of the manifest.
        here: i32,
    },
    /// Another manifest of the same epoch.
    #[error(
        "it is for another manifest of epoch {0} than the one here; ask who signed two for one epoch, and do not go on"
    )]
    Content(i32),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    format: String,
    epoch: i32,
    manifest: Sha256,
    count: Option<u64>,
}

impl Kind {
    fn format(self) -> &'static str {
        match self {
            Self::Headers => "amanat-headers-1",
            Self::Rotated => "amanat-rotated-1",
            Self::Receipt => "amanat-receipt-1",
        }
    }

    /// The command that writes it.
    #[must_use]
    pub fn writer(self) -> &'static str {
        match self {
            Self::Headers => "amanat rotate export",
            Self::Rotated => "amanat-desk rotate",
            Self::Receipt => "amanat-desk rotate prove",
        }
    }
}

impl Target {
    /// The target that `manifest` is.
    #[must_use]
    pub fn of(manifest: &Manifest) -> Self {
        Self { epoch: manifest.epoch(), manifest: manifest.sha256() }
    }

    /// Whether a file for this target is one for `here`.
    pub fn is(self, here: Self) -> Result<(), OtherTarget> {
        match self {
            _ if self.epoch != here.epoch => Err(OtherTarget::Epoch { file: self.epoch, here: here.epoch }),
            _ if self.manifest != here.manifest => Err(OtherTarget::Content(here.epoch)),
            _ => Ok(()),
        }
    }
}

impl Head {
    /// The line, with its line feed.
    #[must_use]
    pub fn line(&self) -> String {
        let Self { kind, target, count } = self;
        let count = count.map(|count| format!(",\"count\":{count}")).unwrap_or_default();
        format!(
            "{{\"format\":\"{}\",\"epoch\":{},\"manifest\":\"{}\"{count}}}\n",
            kind.format(),
            target.epoch,
            target.manifest
        )
    }

    /// Reads the line of a file that must be of `wanted`.
    pub fn parse(line: &[u8], wanted: Kind) -> Result<Self, BadHead> {
        let line: Line = line
            .strip_suffix(b"\n")
            .filter(|line| line.len() < LONGEST)
            .and_then(|line| serde_json::from_slice(line).ok())
            .ok_or(BadHead::Unknown)?;
        let kinds = [Kind::Headers, Kind::Rotated, Kind::Receipt];
        let kind = kinds.into_iter().find(|kind| kind.format() == line.format).ok_or(BadHead::Unknown)?;
        if kind != wanted {
            return Err(BadHead::Kind { found: kind.writer(), wanted: wanted.writer() });
        }
        if line.count.is_some() != (kind == Kind::Headers) || line.epoch < 1 {
            return Err(BadHead::Unknown);
        }
        Ok(Self { kind, target: Target { epoch: line.epoch, manifest: line.manifest }, count: line.count })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_reads_back_as_its_own_kind_alone(epoch in 1..i32::MAX, sha: [u8; 32], count: u64) {
            let target = Target { epoch, manifest: Sha256(sha) };
            let all = [(Kind::Headers, Some(count)), (Kind::Rotated, None), (Kind::Receipt, None)];
            for (kind, count) in all {
                let head = Head { kind, target, count };
                prop_assert_eq!(Head::parse(head.line().as_bytes(), kind), Ok(head));
                for (other, _) in all.iter().filter(|(other, _)| *other != kind) {
                    let refused = Head::parse(head.line().as_bytes(), *other);
                    prop_assert_eq!(refused, Err(BadHead::Kind { found: kind.writer(), wanted: other.writer() }));
                }
            }
        }

        #[test]
        fn no_line_makes_it_panic(line in proptest::collection::vec(any::<u8>(), 0..600)) {
            let _ = Head::parse(&line, Kind::Headers);
        }
    }

    #[test]
    fn another_manifest_is_told_by_its_epoch_or_its_content() {
        let target = |epoch, byte| Target { epoch, manifest: Sha256([byte; 32]) };
        assert_eq!(target(2, 1).is(target(2, 1)), Ok(()));
        assert_eq!(target(2, 1).is(target(3, 1)), Err(OtherTarget::Epoch { file: 2, here: 3 }));
        assert_eq!(target(2, 1).is(target(2, 2)), Err(OtherTarget::Content(2)));
    }
}
