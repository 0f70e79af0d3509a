//! What can be wrong with a bundle, as it is told to a person.

use super::walk::WalkError;
use crate::testimony::id::TestimonyId;

/// One fault of a bundle. Those that concern one testimony leave all others readable.
#[derive(Debug, thiserror::Error)]
pub enum Finding {
    /// The tar itself.
    #[error(transparent)]
    Tar(WalkError),
    /// The bundle does not begin with its manifest.
    #[error(
        "the bundle does not begin with manifest.json: its testimonies cannot be checked against a list; export it again"
    )]
    NoManifest,
    /// The first line is not of the known form.
    #[error(
        "the first line of manifest.json is not of a form that this version knows; if the export is from a newer Amanat, use that version's amanat-desk"
    )]
    Head,
    /// A line is not of the known form; the first one of a run of such lines.
    #[error(
        "line {line} of manifest.json is damaged: whatever testimony it lists is opened without being checked against it; export again"
    )]
    Line {
        /// Counted from 1.
        line: u64,
    },
    /// The manifest's first line announces another number than its lines.
    #[error("manifest.json announces {announced} testimonies and lists {listed}; export again")]
    Count {
        /// In the first line.
        announced: u64,
        /// Readable lines.
        listed: u64,
    },
    /// Lines of the manifest must rise by id.
    #[error("the manifest lists testimony {id} out of order or twice; export again")]
    ListedOutOfOrder {
        /// Whose.
        id: TestimonyId,
    },
    /// In the manifest, and no file where it belongs.
    #[error("testimony {id} is in the manifest, but its file is not where it belongs in the bundle; export again")]
    Missing {
        /// Whose.
        id: TestimonyId,
    },
    /// A file that the manifest does not list.
    #[error("testimony {id} is not in the manifest: somebody may have added it; ask the admin before you rely on it")]
    Unlisted {
        /// Whose.
        id: TestimonyId,
    },
    /// Files must rise by id.
    #[error("the file of testimony {id} is out of order or stands twice; ask the admin for a new export")]
    OutOfOrder {
        /// Whose.
        id: TestimonyId,
    },
    /// The file's size is not the manifest's.
    #[error(
        "the file of testimony {id} has another size than the manifest says: it was changed or damaged; export again"
    )]
    Size {
        /// Whose.
        id: TestimonyId,
    },
    /// The bundle ends inside this file.
    #[error("the bundle ends in the middle of testimony {id}; copy the bundle again")]
    Cut {
        /// Whose.
        id: TestimonyId,
    },
    /// An entry that no bundle has.
    #[error("entry {place} of the bundle is none that belongs there; it is left alone")]
    Foreign {
        /// Counted from 1.
        place: u64,
    },
    /// The last entry is not there.
    #[error(
        "the bundle was cut short: SHA256SUMS, its last entry, is not there or not whole; copy the bundle again, and if it stays so export it again"
    )]
    Truncated,
}

impl Finding {
    /// The testimony that is concerned, if it is one.
    #[must_use]
    pub fn id(&self) -> Option<TestimonyId> {
        match self {
            Self::ListedOutOfOrder { id }
            | Self::Missing { id }
            | Self::Unlisted { id }
            | Self::OutOfOrder { id }
            | Self::Size { id }
            | Self::Cut { id } => Some(*id),
            _ => None,
        }
    }

    /// A word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Tar(WalkError::Io(_)) => "unreadable",
            Self::Tar(_) => "bad-tar",
            Self::NoManifest | Self::Head | Self::Line { .. } | Self::Count { .. } | Self::ListedOutOfOrder { .. } => {
                "bad-manifest"
            }
            Self::Missing { .. } => "missing",
            Self::Unlisted { .. } => "unlisted",
            Self::OutOfOrder { .. } => "out-of-order",
            Self::Size { .. } => "tampered",
            Self::Cut { .. } | Self::Truncated => "truncated",
            Self::Foreign { .. } => "foreign-entry",
        }
    }
}
