//! One cell, and how it reads.

use chrono::{Datelike, NaiveDateTime, NaiveTime, Timelike};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing, or nothing but spaces.
    #[default]
    Empty,
    /// As it was written, spaces included; lines end in `\n`.
    Text(String),
    /// As the spreadsheet calculates with it.
    Number(f64),
    /// A date, at midnight when it has no time. A time without a date is one on a day before 1900.
    Moment(NaiveDateTime),
    /// True or false.
    Flag(bool),
    /// What the spreadsheet shows instead of a value, such as `#N/A`.
    Fault(String),
}

impl Cell {
    /// Text, or [`Cell::Empty`] where there is none to see.
    pub(crate) fn written(text: &str) -> Self {
        if text.trim().is_empty() {
            return Self::Empty;
        }
        let text = if text.contains('\r') {
            text.replace("\r\n", "\n").replace('\r', "\n")
        } else {
            text.to_owned()
        };
        Self::Text(text)
    }

    /// Nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// As a Dutch spreadsheet shows it: `3,5`, `21-11-2026 23:41`, `WAAR`. [`crate::moment`] and
    /// [`crate::clock`] read the moments among them back.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Fault(text) => text.clone(),
            Self::Number(number) => number.to_string().replace('.', ","),
            Self::Moment(moment) => shown(*moment),
            Self::Flag(true) => "WAAR".to_owned(),
            Self::Flag(false) => "ONWAAR".to_owned(),
        }
    }
}

fn shown(moment: NaiveDateTime) -> String {
    let clock = match moment.time() {
        time if time.second() != 0 => time.format("%H:%M:%S").to_string(),
        time => time.format("%H:%M").to_string(),
    };
    // The day that spreadsheets put a bare time on.
    if moment.year() < 1900 {
        return clock;
    }
    let day = moment.format("%d-%m-%Y");
    if moment.time() == NaiveTime::MIN {
        day.to_string()
    } else {
        format!("{day} {clock}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn a_cell_reads_as_a_dutch_spreadsheet_shows_it() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let at = |h, m, s| Cell::Moment(day.and_hms_opt(h, m, s).unwrap());
        assert_eq!(Cell::Number(3.5).text(), "3,5");
        assert_eq!(Cell::Number(612_345_678.0).text(), "612345678");
        assert_eq!(at(0, 0, 0).text(), "21-11-2026");
        assert_eq!(at(23, 41, 0).text(), "21-11-2026 23:41");
        assert_eq!(at(23, 41, 7).text(), "21-11-2026 23:41:07");
        assert_eq!(Cell::Flag(true).text(), "WAAR");
    }

    #[test]
    fn a_time_without_a_day_reads_as_a_time() {
        let day = NaiveDate::from_ymd_opt(1899, 12, 31).unwrap();
        assert_eq!(
            Cell::Moment(day.and_hms_opt(23, 41, 0).unwrap()).text(),
            "23:41"
        );
    }

    #[test]
    fn lines_end_in_one_way_and_blank_is_empty() {
        assert_eq!(Cell::written("a\r\nb\rc"), Cell::Text("a\nb\nc".to_owned()));
        assert_eq!(Cell::written(" \t\n"), Cell::Empty);
    }
}
