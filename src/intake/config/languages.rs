//! Which languages the page is shown in.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The languages of a deployment.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Languages {
    /// A folder for each language.
    pub folder: PathBuf,
    /// The language of the first page; the questionnaire's own when left out.
    pub first: Option<String>,
    /// Those that are offered; all that can be when empty.
    pub offered: Vec<String>,
    /// Whether those are offered too whose words nobody has reviewed.
    pub drafts: bool,
}

impl Default for Languages {
    fn default() -> Self {
        Self { folder: "locales".into(), first: None, offered: Vec::new(), drafts: false }
    }
}

impl Languages {
    pub(super) fn relative_to(&mut self, folder: &Path) {
        self.folder = folder.join(&self.folder);
    }
}
