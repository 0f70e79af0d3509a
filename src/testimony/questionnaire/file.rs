//! The file as it is written, before any rule was held against it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    Section,
    choices::List,
    field::{Publish, Sensitivity},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) meta: Meta,
    pub(super) texts: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) section: Vec<Section>,
    #[serde(default)]
    pub(super) field: Vec<RawField>,
    #[serde(default)]
    pub(super) choices: BTreeMap<String, List>,
}

/// The file's identity.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// Stays the same when the wording changes.
    pub form_id: String,
    /// Rises with every change of fields or choices.
    pub schema_version: u32,
    /// BCP 47 tag of the language that the labels are written in.
    pub source_lang: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "as it stands in the file")]
pub(super) struct RawField {
    pub(super) id: String,
    pub(super) section: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) label: String,
    pub(super) help: Option<String>,
    #[serde(default)]
    pub(super) required: bool,
    #[serde(default = "yes")]
    pub(super) enabled: bool,
    pub(super) max_len: Option<usize>,
    pub(super) choices: Option<String>,
    pub(super) silence: Option<String>,
    pub(super) sensitivity: Sensitivity,
    #[serde(default)]
    pub(super) quasi_identifier: bool,
    #[serde(default)]
    pub(super) special_category: bool,
    pub(super) granularity: Option<String>,
    pub(super) publish: Publish,
    pub(super) esf: Option<String>,
    pub(super) why: Option<String>,
    /// Read so that the linter can name its own rule: nothing may be chosen beforehand.
    #[serde(alias = "preselected", alias = "checked", alias = "value")]
    pub(super) default: Option<toml::Value>,
}

fn yes() -> bool {
    true
}
