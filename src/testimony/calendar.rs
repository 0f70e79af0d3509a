//! The only times that Amanat keeps: a day inside the sealed record, an ISO week outside it.

use std::fmt;

use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

/// Seconds since 1970-01-01T00:00:00Z. Held in memory, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub u64);

/// A UTC day as `2026-11-23`. A sealed record carries one, and a manifest of keys two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(String);

/// Seconds of a day; UTC days have no leap seconds in Unix time.
const DAY: u64 = 24 * 3600;

/// An ISO 8601 week of UTC as `2026-W48`: the finest time that a database row or a bundle shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IsoWeek(String);

impl Timestamp {
    fn utc(self) -> OffsetDateTime {
        i64::try_from(self.0)
            .ok()
            .and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok())
            .unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }

    /// The day in UTC.
    #[must_use]
    pub fn day(self) -> Day {
        let date = self.utc().date();
        Day(format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day()))
    }

    /// The ISO week in UTC.
    #[must_use]
    pub fn week(self) -> IsoWeek {
        let (year, week, _) = self.utc().date().to_iso_week_date();
        IsoWeek(format!("{year:04}-W{week:02}"))
    }

    /// The calendar year in UTC.
    #[must_use]
    pub fn year(self) -> u16 {
        u16::try_from(self.utc().year()).unwrap_or(u16::MAX)
    }

    /// Whole hours since 1970, the grain of a form token's age.
    #[must_use]
    pub fn hours(self) -> u32 {
        u32::try_from(self.0 / 3600).unwrap_or(u32::MAX)
    }
}

impl Day {
    /// A day read back; `None` unless it is one of the calendar and after 1969, written like `2026-11-23`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let day = Self(text.to_owned());
        (day.start()?.day() == day).then_some(day)
    }

    /// Its first second; `None` when it is no day of the calendar.
    #[must_use]
    pub fn start(&self) -> Option<Timestamp> {
        let mut parts = self.0.split('-');
        let mut next = || parts.next().filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        let (year, month, day) = (next()?.parse().ok()?, next()?.parse::<u8>().ok()?, next()?.parse().ok()?);
        let date = Date::from_calendar_date(year, month.try_into().ok()?, day).ok()?;
        u64::try_from(date.midnight().assume_utc().unix_timestamp()).ok().map(Timestamp)
    }

    /// The day that comes `days` after this one.
    #[must_use]
    pub fn after(&self, days: u64) -> Option<Self> {
        self.start().map(|start| Timestamp(start.0.saturating_add(days.saturating_mul(DAY))).day())
    }

    /// The first second of the next day.
    #[must_use]
    pub fn end(&self) -> Option<Timestamp> {
        self.start().map(|start| Timestamp(start.0 + DAY))
    }
}

impl IsoWeek {
    /// Characters in the text form.
    pub const TEXT_LEN: usize = 8;

    /// A week read back from a row or a manifest; `None` unless it looks like `2026-W48`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, week) = text.split_once("-W")?;
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        let in_year = week.parse::<u8>().is_ok_and(|w| (1..=53).contains(&w));
        (digits(year, 4) && digits(week, 2) && in_year).then(|| Self(text.to_owned()))
    }

    /// The text form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_days_of_a_year_belong_to_the_iso_week_of_their_thursday() {
        let new_years_eve_2024 = Timestamp(1_735_603_200); // 2024-12-31, a Tuesday
        assert_eq!(new_years_eve_2024.day().to_string(), "2024-12-31");
        assert_eq!(new_years_eve_2024.week().as_str(), "2025-W01");
    }

    #[test]
    fn a_day_is_read_back_only_in_its_own_form() {
        let day = Day::parse("2028-02-29").unwrap();
        assert_eq!(
            (day.end().unwrap().day().to_string(), day.after(366).unwrap().to_string()),
            ("2028-03-01".to_owned(), "2029-03-01".to_owned())
        );
        for bad in
            ["2027-02-29", "2026-11-31", "2026-1-03", "26-11-23", "2026-11-23Z", "2026-11-23-01", "1969-01-01", ""]
        {
            assert!(Day::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_week_is_read_back_only_in_its_own_form() {
        assert!(IsoWeek::parse("2026-W48").is_some());
        for bad in ["2026-W00", "2026-W54", "2026-48", "26-W48", "2026-W4", "2026-W048", ""] {
            assert!(IsoWeek::parse(bad).is_none(), "{bad}");
        }
    }
}
