//! Times, in UTC and to the millisecond.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

const DAY: i64 = 86_400_000;

/// The last moment that a four-digit year can write.
const LAST: i64 = 253_402_300_799_999;

/// Milliseconds since 1970 in UTC, as a clock claimed them. Written as `2026-11-21T09:30:00.000Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Time(i64);

/// A text is not a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotTime;

impl fmt::Display for NotTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a day or a time in UTC, such as 2026-11-21 or 2026-11-21T09:30:00Z")
    }
}

impl std::error::Error for NotTime {}

impl Time {
    /// The time so many milliseconds after 1970 began; between then and the end of the year 9999.
    pub fn from_milliseconds(milliseconds: i64) -> Self {
        Time(milliseconds.clamp(0, LAST))
    }

    /// Milliseconds since 1970.
    pub fn milliseconds(self) -> i64 {
        self.0
    }

    /// So many days earlier.
    pub fn days_earlier(self, days: u32) -> Self {
        Self::from_milliseconds(self.0 - i64::from(days) * DAY)
    }

    /// The day, as `2026-11-21`.
    pub fn day(self) -> String {
        let (year, month, day) = civil(self.0.div_euclid(DAY));
        format!("{year:04}-{month:02}-{day:02}")
    }
}

/// Year, month and day of a count of days since 1970, in the Gregorian calendar.
///
/// Years are counted from March: then the odd month is the last one, and every month's start is a
/// linear function of its number.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468; // since 0000-03-01
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

/// The count of days since 1970; `None` for a day that no calendar has.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let from_march = year - i64::from(month <= 2);
    let era = from_march.div_euclid(400);
    let year_of_era = from_march.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let days = era * 146_097 + day_of_era - 719_468;
    (civil(days) == (year, month, day)).then_some(days)
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rest = self.0.rem_euclid(DAY);
        let (seconds, thousandths) = (rest / 1000, rest % 1000);
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        write!(
            f,
            "{}T{hours:02}:{minutes:02}:{:02}.{thousandths:03}Z",
            self.day(),
            seconds % 60
        )
    }
}

impl FromStr for Time {
    type Err = NotTime;

    /// Reads a day, which means its start, or a time in UTC with or without parts of a second.
    fn from_str(text: &str) -> Result<Self, NotTime> {
        let (date, clock) = match text.split_once('T') {
            Some((date, clock)) => (date, clock.strip_suffix('Z').ok_or(NotTime)?),
            None => (text, "00:00:00"),
        };
        let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
        let (clock, thousandths) = match clock.split_once('.') {
            Some((clock, part)) => (clock, numbers::<1>(part, '.', [3])?[0]),
            None => (clock, 0),
        };
        let [hours, minutes, seconds] = numbers(clock, ':', [2, 2, 2])?;
        if hours > 23 || minutes > 59 || seconds > 59 {
            return Err(NotTime);
        }
        let days = days(year, month, day)
            .filter(|days| *days >= 0)
            .ok_or(NotTime)?;
        let seconds = (hours * 60 + minutes) * 60 + seconds;
        Ok(Time(days * DAY + seconds * 1000 + thousandths))
    }
}

/// Numbers of these many digits each, with a mark between them.
fn numbers<const N: usize>(
    text: &str,
    mark: char,
    digits: [usize; N],
) -> Result<[i64; N], NotTime> {
    let mut parts = text.split(mark);
    let mut found = [0; N];
    for (number, digits) in found.iter_mut().zip(digits) {
        let part = parts.next().ok_or(NotTime)?;
        let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        *number = plain
            .then_some(part)
            .and_then(|part| part.parse().ok())
            .ok_or(NotTime)?;
    }
    match parts.next() {
        None => Ok(found),
        Some(_) => Err(NotTime),
    }
}

impl From<Time> for String {
    fn from(time: Time) -> String {
        time.to_string()
    }
}

impl TryFrom<String> for Time {
    type Error = NotTime;

    fn try_from(text: String) -> Result<Self, NotTime> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_calendars_have_them() {
        // Seconds as `date -u +%s` has them.
        for (seconds, written) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_400, "2000-02-29T00:00:00.000Z"),
            (1_795_252_530, "2026-11-21T09:15:30.000Z"),
            (4_107_542_399, "2100-02-28T23:59:59.000Z"),
            (4_107_542_400, "2100-03-01T00:00:00.000Z"),
        ] {
            let time = Time::from_milliseconds(seconds * 1000);
            assert_eq!(time.to_string(), written);
            assert_eq!(written.parse(), Ok(time));
        }
        assert_eq!(Time::from_milliseconds(i64::MAX).day(), "9999-12-31");
        assert_eq!(
            "2026-11-21".parse(),
            "2026-11-21T00:00:00.000Z".parse::<Time>()
        );
    }

    #[test]
    fn every_day_reads_back() {
        for day in 0..80_000 {
            let time = Time::from_milliseconds(day * DAY + 1);
            assert_eq!(time.to_string().parse(), Ok(time), "{day}");
        }
    }

    #[test]
    fn what_no_calendar_has_is_no_time() {
        for bad in [
            "",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-01",
            "1969-12-31",
            "2026-11-21T24:00:00Z",
            "2026-11-21T09:30:00",
            "2026-11-21 09:30:00Z",
            "+026-11-21",
            "2026-11-21-01",
            "2026-11-21T09:30:00.1Z",
        ] {
            assert_eq!(bad.parse::<Time>(), Err(NotTime), "{bad}");
        }
    }
}
