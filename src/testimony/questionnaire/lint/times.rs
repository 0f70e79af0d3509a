//! Times that a list of choices offers, whatever it is called.

use crate::testimony::questionnaire::choices::List;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Shortest name of a month.
const SHORT: usize = 3;
/// From so many choices on, it is a list of times and not one that happens to name some.
const SEVERAL: usize = 6;
/// From so many bare numbers on, they are days or hours; bands of ages and lengths of waiting have fewer.
const NUMBERS: usize = 13;

/// How fine the times of a list are, in its English words or its ids. Years stand in `years_from`.
pub(super) fn finest(list: &List) -> Option<&'static str> {
    let months = |label: &str| {
        let mut words = label.split(|c: char| !c.is_ascii_alphabetic());
        words.any(|word| word.len() >= SHORT && MONTHS.iter().any(|month| month.starts_with(word)))
    };
    let count = |is: &dyn Fn(&str) -> bool| list.offered().filter(|item| is(&item.label)).count();
    let day = |words: &str| words.split(|c: char| !c.is_ascii_digit()).any(|run| matches!(run.len(), 1 | 2));
    let date = |id: &str| id.len() >= 8 && id.split(['-', '_']).filter(|part| day(part)).count() >= 2;
    let clock = |label: &str| label.split_once(':').is_some_and(|(before, after)| day(before) && day(after));
    let number = |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit());
    let days = count(&|label| months(label) && day(label)) >= SEVERAL
        || count(&clock) >= SEVERAL
        || count(&number) >= NUMBERS
        || list.offered().filter(|item| date(&item.id)).count() >= SEVERAL;
    if days {
        return Some("day");
    }
    (count(&months) >= SEVERAL).then_some("month")
}
