//! A list of choices.

use serde::Deserialize;

/// The choice that every list has which does not read a blank in a way of its own.
pub const PREFER_NOT: &str = "prefer_not";

/// What a question offers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The choices.
    #[serde(default)]
    pub items: Vec<Item>,
    /// Headings that choices stand under.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Countries by region; a region can be chosen alone.
    #[serde(default)]
    pub regions: Vec<Region>,
    /// The first of the years that can be chosen, up to the present one.
    pub years_from: Option<u16>,
    /// From the strictest to the widest.
    #[serde(default)]
    pub ordered: bool,
    /// Each choice in a language of its own, the same on every page; but for [`PREFER_NOT`] and `other`.
    #[serde(default)]
    pub autonyms: bool,
}

/// One choice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Language-neutral; never renamed.
    pub id: String,
    /// As it is read on the page, in the source language.
    pub label: String,
    /// The id of the heading that it stands under.
    pub group: Option<String>,
    /// HURIDOCS or Amanat's own code.
    pub esf: Option<String>,
    /// Undoes every other choice beside it.
    #[serde(default)]
    pub exclusive: bool,
    /// For researchers; not on the form.
    #[serde(default)]
    pub coder_only: bool,
    /// No longer offered; kept so that old testimonies can be read.
    #[serde(default)]
    pub retired: bool,
    /// What a researcher must know of it.
    pub why: Option<String>,
    /// Read so that the linter can name its own rule: "other" opens no box, and nothing is chosen beforehand.
    #[serde(alias = "text_box", alias = "specify")]
    pub text: Option<toml::Value>,
    /// The same.
    #[serde(alias = "preselected", alias = "checked", alias = "selected")]
    pub default: Option<toml::Value>,
}

/// A heading in a list.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Language-neutral.
    pub id: String,
    /// As it is read on the page.
    pub label: String,
}

/// A part of the world.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Language-neutral; the choice is `region_` and this.
    pub id: String,
    /// Its name.
    pub label: String,
    /// The choice of the region alone, in the place of a country.
    pub only: String,
    /// ISO 3166-1 alpha-2 codes.
    pub members: Vec<String>,
}

impl Region {
    /// The id of the choice of the region alone.
    #[must_use]
    pub fn choice(&self) -> String {
        format!("region_{}", self.id)
    }
}

impl List {
    pub(super) const NONE: Self = Self {
        items: Vec::new(),
        groups: Vec::new(),
        regions: Vec::new(),
        years_from: None,
        ordered: false,
        autonyms: false,
    };

    /// The choices that the form offers.
    pub fn offered(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| !item.coder_only && !item.retired)
    }

    /// The years that can be chosen, the newest first.
    pub fn years(&self, present: u16) -> impl Iterator<Item = u16> + use<> {
        let from = self.years_from.unwrap_or(present.saturating_add(1));
        (from..=present).rev()
    }

    /// Whether the form offers a choice with this id in the year `present`.
    #[must_use]
    pub fn offers(&self, id: &str, present: u16) -> bool {
        let is_year = || {
            let year = Some(id).filter(|id| id.len() == 4).and_then(|id| id.parse::<u16>().ok());
            year.is_some_and(|year| self.years(present).any(|known| known == year))
        };
        self.offered().any(|item| item.id == id)
            || self.regions.iter().any(|region| region.members.iter().any(|code| code == id) || region.choice() == id)
            || is_year()
    }

    /// The choice that undoes the others, if one of those given does: the last such one of the list.
    #[must_use]
    pub fn exclusive_among(&self, given: &[impl AsRef<str>]) -> Option<&Item> {
        let mut exclusive = self.items.iter().rev().filter(|item| item.exclusive);
        exclusive.find(|item| given.iter().any(|id| id.as_ref() == item.id))
    }

    /// What a choice reads as in the source language; nothing for territories and years, whose id is their name.
    #[must_use]
    pub fn label(&self, id: &str) -> Option<&str> {
        let item = self.items.iter().find(|item| item.id == id).map(|item| item.label.as_str());
        item.or_else(|| self.regions.iter().find(|region| region.choice() == id).map(|region| region.only.as_str()))
    }
}
