//! Rules on consent: for each purpose, never by silence, never with a name.

use super::{Finding, Rule};
use crate::testimony::questionnaire::{
    choices::{List, PREFER_NOT},
    file::File,
};

const LEVEL: &str = "use_level";
const SHARE: &str = "share_with";
const HOLD: &str = "hold_until";
/// The ladder, each step of which includes those before it. A deployment may leave steps out.
const LADDER: [&str; 5] = ["read_only", "count", "summary", "quote", "full"];
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
        if id == LEVEL && !list.is_some_and(rises) {
            found.push(Finding::field(Rule::ConsentOptional, id));
        }
        for item in list.iter().flat_map(|list| list.offered()).filter(|_| id == LEVEL) {
            if is_named(&item.id) {
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

/// Whether the levels are of the ladder and rise as it does, from its first step on. Those with a name have a rule of their own.
fn rises(list: &List) -> bool {
    let mut steps = LADDER.iter();
    let mut levels = list.offered().map(|item| item.id.as_str()).filter(|id| !is_named(id)).peekable();
    list.ordered && levels.peek() == Some(&LADDER[0]) && levels.all(|id| steps.any(|step| *step == id))
}

fn is_named(id: &str) -> bool {
    id.split('_').any(|word| NAMED.contains(&word))
}
