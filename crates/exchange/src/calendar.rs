//! Out to other calendars: an iCalendar file (RFC 5545).
//!
//! Whoever opens it may show it on a phone in a pocket and send it to a server elsewhere. So every event is
//! private, and its words are the caller's, who leaves names out.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use icalendar::{Calendar, Class, Component, EventLike, Property};

/// Who made the file, as RFC 5545 3.7.3 wants it.
const MADE_BY: &str = "-//Nabij//Nabij//NL";

/// When something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A whole day, wherever the calendar is.
    Day(NaiveDate),
    /// A moment, in milliseconds since 1970 UTC.
    At(i64),
}

/// One entry in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same at every export, so that a calendar replaces instead of adding. Says nothing about anybody.
    pub uid: String,
    /// When it is.
    pub start: When,
    /// How long it takes; 0 where that is not known. A whole day has no length.
    pub minutes: u32,
    /// What the calendar shows. No names.
    pub summary: String,
    /// When this was written, in milliseconds since 1970 UTC.
    pub made_at: i64,
}

/// A calendar file with these events. A time out of what calendars can hold becomes the first moment of 1970.
#[must_use]
pub fn ics(events: &[Event]) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    let properties = [
        ("VERSION", "2.0"),
        ("PRODID", MADE_BY),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ];
    calendar.properties = Property::from_array(properties);
    for event in events {
        calendar.push(entry(event));
    }
    calendar.to_string().into_bytes()
}

fn entry(event: &Event) -> icalendar::Event {
    let mut entry = icalendar::Event::new();
    entry
        .uid(&one_line(&event.uid))
        .summary(&lines(&event.summary))
        .class(Class::Private)
        .timestamp(moment(event.made_at));
    match event.start {
        // A day of which something is due does not make its owner busy.
        When::Day(day) => entry.starts(day).add_property("TRANSP", "TRANSPARENT"),
        When::At(at) => {
            let start = moment(at);
            entry.starts(start);
            if event.minutes > 0 {
                let minutes = Duration::minutes(i64::from(event.minutes));
                entry.ends(start.checked_add_signed(minutes).unwrap_or(start));
            }
            &mut entry
        }
    };
    entry.done()
}

fn moment(millis: i64) -> DateTime<Utc> {
    let moment = DateTime::from_timestamp_millis(millis);
    moment
        .filter(|moment| (0..=9999).contains(&chrono::Datelike::year(moment)))
        .unwrap_or_default()
}

/// Without control characters: in a content line they would begin another one.
fn one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// The same, but for the line ends, which the writer escapes.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|c| !c.is_control() || *c == '\n')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn event(uid: &str, start: When, minutes: u32, summary: &str) -> Event {
        Event {
            uid: uid.to_owned(),
            start,
            minutes,
            summary: summary.to_owned(),
            made_at: 1_795_300_860_000,
        }
    }

    /// RFC 5545 3.1: a line break and a space are no text.
    fn unfolded(ics: &[u8]) -> Vec<String> {
        let text = String::from_utf8(ics.to_vec())
            .unwrap()
            .replace("\r\n ", "");
        text.split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_calendar_is_written_like_this() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let events = [
            event(
                "actie-1@nabij",
                When::At(1_795_347_000_000),
                30,
                "Bellen met school; vóór 10.00, liefst",
            ),
            event(
                "actie-2@nabij",
                When::Day(day),
                0,
                "Plan bespreken\nmet het team, en daarna de afspraken op papier zetten voor thuis",
            ),
            event(
                "actie-3@nabij",
                When::At(1_795_347_000_000),
                0,
                "Langslopen",
            ),
        ];
        insta::assert_snapshot!(String::from_utf8(ics(&events)).unwrap().replace('\r', "␍"));
    }

    #[test]
    fn words_cannot_become_lines_of_their_own() {
        let bad = event(
            "a\r\nATTENDEE:x",
            When::At(i64::MAX),
            u32::MAX,
            "x\r\nEND:VCALENDAR\r\nATTENDEE:mailto:x\u{0}",
        );
        let lines = unfolded(&ics(&[bad]));
        assert!(!lines.iter().any(|line| line.starts_with("ATTENDEE")));
        assert_eq!(
            lines.iter().filter(|line| *line == "END:VCALENDAR").count(),
            1
        );
        assert!(lines.contains(&"UID:aATTENDEE:x".to_owned()));
    }

    proptest! {
        #[test]
        fn every_line_is_short_and_says_what_was_said(
            summary in "(\\PC|\n){0,200}", at in any::<i64>(), minutes in any::<u32>(), made_at in any::<i64>()
        ) {
            let mut event = event("u@nabij", When::At(at), minutes, &summary);
            event.made_at = made_at;
            let ics = ics(&[event]);
            let text = String::from_utf8(ics.clone()).unwrap();
            // RFC 5545 advises 75; icalendar 0.17 lets the last piece of a folded line be one longer.
            prop_assert!(text.split("\r\n").all(|line| line.len() <= 76), "{}", text);
            prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
            let escaped = summary.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;").replace('\n', "\\n");
            let line = format!("SUMMARY:{escaped}");
            prop_assert!(unfolded(&ics).contains(&line));
        }
    }
}
