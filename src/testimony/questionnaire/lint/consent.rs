//! Rules on consent: for each purpose, never by silence, never with a name.

use super::{Finding, Rule};
use crate::testimony::questionnaire::{choices::PREFER_NOT, file::File};

const LEVEL: &str = "use_level";
const SHARE: &str = "share_with";
const HOLD: &str = "hold_until";
/// For how long a blank may be read as waiting.
const LONG: [&str; 6] = ["six_months", "one_year", "two_years", "three_years", "five_years", "until_i_say"];
/// How a blank is read elsewhere: as nothing said, in the way that protects most, or as no code.
const STRICT: [(&str, &str); 2] = [("third_party", "unsure"), ("follow_up", "no_code")];
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
            HOLD => !LONG.contains(&silence),
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
    for field in &file.field {
        let Some(list) = field.choices.as_ref().and_then(|name| file.choices.get(name)) else { continue };
        let silence = field.silence.as_deref().unwrap_or(PREFER_NOT);
        // Every ordered list reads a blank as its first, not those of consent alone. Elsewhere a blank is no answer.
        let first = list.items.first().filter(|_| list.ordered).map(|item| item.id.as_str());
        let wide = match first {
            Some(first) => field.id != LEVEL && silence != first,
            None => {
                ![LEVEL, SHARE, HOLD].contains(&field.id.as_str())
                    && silence != PREFER_NOT
                    && !STRICT.contains(&(field.id.as_str(), silence))
                    && list.offered().any(|item| item.id == silence)
            }
        };
        if wide {
            found.push(Finding::field(Rule::SilenceWide, &field.id));
        }
        // What is ticked beside it would otherwise stand.
        if field.kind == "select_many" {
            let strict = |id: &str| id == PREFER_NOT || (id == "nobody" && field.id == SHARE);
            let alone = list.items.iter().filter(|item| strict(&item.id));
            found.extend(
                alone.filter(|item| !item.exclusive).map(|item| {
                    Finding::choice(Rule::Exclusive, field.choices.as_deref().unwrap_or_default(), &item.id)
                }),
            );
        }
    }
}
