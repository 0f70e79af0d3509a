//! Ids are never renamed: a later file still has every id of the earlier one.

use super::{Finding, Rule};
use crate::testimony::questionnaire::Questionnaire;

/// What `earlier` has and `later` has no more.
#[must_use]
pub fn gone(earlier: &Questionnaire, later: &Questionnaire) -> Vec<Finding> {
    let mut found = Vec::new();
    for field in earlier.all_fields() {
        if !later.all_fields().any(|known| known.id == field.id) {
            found.push(Finding::field(Rule::Renamed, &field.id));
        }
    }
    for (name, list) in earlier.lists() {
        let Some((_, now)) = later.lists().find(|(known, _)| *known == name) else {
            found.push(Finding::list(Rule::Renamed, name));
            continue;
        };
        for item in &list.items {
            if !now.items.iter().any(|known| known.id == item.id) {
                found.push(Finding::choice(Rule::Renamed, name, &item.id));
            }
        }
        for region in &list.regions {
            if !now.regions.iter().any(|known| known.id == region.id) {
                found.push(Finding::choice(Rule::Renamed, name, &region.choice()));
            }
        }
        if list.years_from.is_some() && now.years_from.is_none_or(|from| Some(from) > list.years_from) {
            found.push(Finding::list(Rule::Renamed, name));
        }
    }
    found
}
