//! Dates and times as people type them into a spreadsheet: `21-11-26`, `za 21 nov 2026 23.41`.
//!
//! Day before month, always: a Dutch list holds `03-04-2026` for the third of April. A date without a year is
//! not guessed at.

use chrono::{NaiveDate, NaiveTime};

/// Days of the week that may stand before a date. They say nothing that the date does not.
const WEEKDAYS: [&str; 14] = [
    "ma", "di", "wo", "do", "vr", "za", "zo", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
];
/// The same, written out.
const LONG_WEEKDAYS: [&str; 14] = [
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// How a month may be written, in both languages.
const MONTHS: [&[&str]; 12] = [
    &["jan", "januari", "january"],
    &["feb", "februari", "february"],
    &["mrt", "maart", "mar", "march"],
    &["apr", "april"],
    &["mei", "may"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july"],
    &["aug", "augustus", "august"],
    &["sep", "sept", "september"],
    &["okt", "oktober", "oct", "october"],
    &["nov", "november"],
    &["dec", "december"],
];
/// Two digits below this are of this century, the others of the last: parents were born in `74`.
const PIVOT: i32 = 50;

/// A day, with the time where one is given. `None` for all that is not wholly a date.
#[must_use]
pub fn moment(text: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let text = text.trim().to_lowercase();
    let words: Vec<&str> = split(&text);
    let words = match words.as_slice() {
        [first, rest @ ..] if is_weekday(first) => rest,
        words => words,
    };
    let (day, rest) = match words {
        [day, month, year, rest @ ..] if named(day, month, year).is_some() => {
            (named(day, month, year)?, rest)
        }
        [date, rest @ ..] => (numbered(date)?, rest),
        [] => return None,
    };
    let rest = match rest {
        ["om" | "at", rest @ ..] => rest,
        rest => rest,
    };
    match rest {
        [] => Some((day, None)),
        rest => Some((day, Some(clock(&rest.join(" "))?))),
    }
}

/// A time of the day: `23:41`, `23.41`, `23:41:00`, `9u05`, `23:41 uur`, `9 uur`.
#[must_use]
pub fn clock(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase();
    let (text, in_hours) = match ["uur", "u"].iter().find_map(|end| text.strip_suffix(end)) {
        Some(before) => (before.trim_end(), true),
        None => (text.as_str(), false),
    };
    let mut parts = text.split([':', '.', 'u']);
    let hour = small(parts.next()?, 2)?;
    let minute = match parts.next() {
        Some(minute) if minute.len() == 2 => small(minute, 2)?,
        None if in_hours => 0,
        _ => return None,
    };
    let second = match parts.next() {
        Some(second) if second.len() == 2 => small(second, 2)?,
        None => 0,
        Some(_) => return None,
    };
    match parts.next() {
        None => NaiveTime::from_hms_opt(hour, minute, second),
        Some(_) => None,
    }
}

/// At spaces and commas, and at the `T` between an ISO date and its time.
fn split(text: &str) -> Vec<&str> {
    let words = text
        .split([' ', ',', '\u{A0}', '\t', '\n'])
        .filter(|word| !word.is_empty());
    let starts_with_digit = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    let halves = words.flat_map(|word| match word.split_once('t') {
        Some((day, time)) if starts_with_digit(day) && starts_with_digit(time) => {
            [Some(day), Some(time)]
        }
        _ => [Some(word), None],
    });
    halves.flatten().collect()
}

fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    WEEKDAYS.contains(&word) || LONG_WEEKDAYS.contains(&word)
}

/// `21 nov. 2026`
fn named(day: &str, month: &str, year: &str) -> Option<NaiveDate> {
    let month = month.trim_end_matches('.');
    let at = MONTHS.iter().position(|names| names.contains(&month))?;
    let month = u32::try_from(at).ok()?.checked_add(1)?;
    NaiveDate::from_ymd_opt(
        whole_year(year)?,
        month,
        small(day.trim_end_matches('.'), 2)?,
    )
}

/// `21-11-2026`, `21/11/26`, `21.11.2026`, `2026-11-21`, `21-nov-2026`
fn numbered(date: &str) -> Option<NaiveDate> {
    let separator = date.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let parts: Vec<&str> = date.split(separator).collect();
    let [first, month, last] = parts.as_slice() else {
        return None;
    };
    if first.len() == 4 {
        let year = i32::try_from(small(first, 4)?).ok()?;
        return NaiveDate::from_ymd_opt(year, small(month, 2)?, small(last, 2)?);
    }
    match small(month, 2) {
        Some(month) => NaiveDate::from_ymd_opt(whole_year(last)?, month, small(first, 2)?),
        None => named(first, month, last),
    }
}

/// Four digits, or two of which the century is clear.
fn whole_year(text: &str) -> Option<i32> {
    let year = i32::try_from(small(text, 4)?).ok()?;
    match text.len() {
        4 => Some(year),
        2 if year < PIVOT => Some(year.saturating_add(2000)),
        2 => Some(year.saturating_add(1900)),
        _ => None,
    }
}

/// Digits and nothing else, at most so many.
fn small(text: &str, most: usize) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    (digits && !text.is_empty() && text.len() <= most).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    #[test]
    fn a_day_is_read_however_a_team_writes_it() {
        let written = [
            "21-11-2026",
            "21-11-26",
            "21/11/2026",
            "21.11.2026",
            "2026-11-21",
            "2026/11/21",
            "21 nov 2026",
            "21 november 2026",
            "21 nov. 2026",
            "za 21 nov 2026",
            "Zaterdag 21 November 2026",
            "za. 21-11-2026",
            "21-nov-2026",
            "Sat 21 Nov 2026",
            " 21-11-2026\u{A0}",
            "sat, 21 november 2026",
        ];
        for text in written {
            assert_eq!(moment(text), Some((day(), None)), "{text}");
        }
    }

    #[test]
    fn a_time_may_follow() {
        let written = [
            "21-11-2026 23:41",
            "21-11-26 23.41",
            "za 21 nov 2026 23:41:00",
            "2026-11-21T23:41:00",
            "21 nov 2026 om 23:41 uur",
            "21 november 2026, 23u41",
        ];
        for text in written {
            assert_eq!(moment(text), Some((day(), Some(at(23, 41)))), "{text}");
        }
    }

    #[test]
    fn what_is_not_wholly_a_date_is_no_date() {
        let not = [
            "",
            "gisteren",
            "21-11",
            "21 november",
            "31-02-2026",
            "2026",
            "21-11-2026 laat",
            "21-11-2026 25:00",
            "45982",
            "21-13-2026",
            "0612345678",
            "1-2-3-4",
            "21-11-026",
            "-- 21-11-2026",
            "za",
            "21 nov",
            "21-11-2026-",
            "٢١-١١-٢٠٢٦",
        ];
        for text in not {
            assert_eq!(moment(text), None, "{text}");
        }
    }

    #[test]
    fn two_digits_are_of_the_nearest_life() {
        assert_eq!(
            moment("3-4-74").unwrap().0,
            NaiveDate::from_ymd_opt(1974, 4, 3).unwrap()
        );
        assert_eq!(
            moment("3-4-09").unwrap().0,
            NaiveDate::from_ymd_opt(2009, 4, 3).unwrap()
        );
    }

    #[test]
    fn a_clock_is_read_however_it_is_written() {
        for text in [
            "9:05", "09:05", "9.05", "09:05:00", "9u05", "9:05 uur", "9.05u",
        ] {
            assert_eq!(clock(text), Some(at(9, 5)), "{text}");
        }
        assert_eq!(clock("9 uur"), Some(at(9, 0)));
        for text in [
            "",
            "9",
            "9:5",
            "24:00",
            "23:60",
            "kwart over 9",
            "9:05:0",
            "9:05:00:00",
            "905",
        ] {
            assert_eq!(clock(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_a_cell_shows_is_read_back(days in 1_i32..200_000, seconds in 0_u32..86_400) {
            let day = NaiveDate::from_num_days_from_ce_opt(693_960 + days % 60_000).unwrap();
            let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap();
            let shown = crate::Cell::Moment(day.and_time(time)).text();
            let (read, clock) = moment(&shown).unwrap();
            prop_assert_eq!(read.and_time(clock.unwrap_or(NaiveTime::MIN)), day.and_time(time));
        }

        #[test]
        fn nothing_that_is_typed_makes_it_fall(text in "\\PC{0,30}|[0-9 :.tu/-]{0,20}") {
            let _ = (moment(&text), clock(&text));
        }
    }
}
