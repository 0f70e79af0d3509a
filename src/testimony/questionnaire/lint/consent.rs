//! Rules on consent: for each purpose, never by silence, never with a name.

use super::{Finding, Rule};
use crate::testimony::questionnaire::file::File;

const LEVEL: &str = "use_level";
const SHARE: &str = "share_with";
const HOLD: &str = "hold_until";
/// Parts of an id by which a level with a person's name would be called.
const NAMED: [&str; 4] = ["name", "named", "identified", "identity"];

pub(super) fn check(file: &File, found: &mut Vec<Finding>) {
    for (id, kind) in [(LEVEL, "select_one"), (SHARE, "select_many"), (HOLD, "select_one")] {
        let field = file.field.iter().find(|field| field.id == id && field.enabled && field.kind == kind);
        let Some(silence) = field.and_then(|field| field.silence.as_deref()) else {
            found.push(Finding::field(Rule::ConsentMissing, id));
            continue;
        };
        let wide = match id {
            SHARE => silence != "nobody",
            HOLD => silence == "now",
            _ => silence != "read_only",
        };
        if wide {
            found.push(Finding::field(Rule::SilenceWide, id));
        }
        let list = field.and_then(|field| file.choices.get(field.choices.as_ref()?));
        if id == LEVEL
            && !list.is_some_and(|list| list.ordered && list.items.first().is_some_and(|item| item.id == "read_only"))
        {
            found.push(Finding::field(Rule::ConsentOptional, id));
        }
        for item in list.iter().flat_map(|list| list.offered()).filter(|_| id == LEVEL) {
            if item.id.split('_').any(|word| NAMED.contains(&word)) {
                found.push(Finding::choice(Rule::NamedConsent, id, &item.id));
            }
        }
    }
    // Every ordered list reads a blank as its first, not those of consent alone.
    for field in file.field.iter().filter(|field| field.id != LEVEL) {
        let list = field.choices.as_ref().and_then(|name| file.choices.get(name)).filter(|list| list.ordered);
        let first = list.and_then(|list| list.items.first()).map(|item| item.id.as_str());
        if first.is_some() && first != field.silence.as_deref() {
            found.push(Finding::field(Rule::SilenceWide, &field.id));
        }
    }
}
