//! `moment add`: one contact moment from options, or many from JSON lines.

use crate::arguments::{Kind, MomentAdd};
use crate::error::Error;
use crate::exit;
use crate::laptop::Laptop;
use crate::voice::Voice;
use nabij_app::Clock;
use serde::Deserialize;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// The longest line that is read: far above the longest text that is accepted.
const LONGEST_LINE: u64 = 4 * 1024 * 1024;

/// Records what was asked. "Saved" is said only after the durable write, line by line.
///
/// # Errors
/// The core's failure; with a file, which line it was and how many were saved before it.
pub fn add(laptop: &Laptop, voice: Voice, asked: &MomentAdd) -> Result<u8, Error> {
    // Opened before anybody is asked for a passphrase.
    let lines = asked.file.as_deref().map(open).transpose()?;
    laptop.unlock(voice)?;
    match lines {
        Some(lines) => add_lines(laptop, voice, asked, lines)?,
        None => record(laptop, voice, asked, Line::default())?,
    }
    Ok(exit::DONE)
}

/// Reads a time: milliseconds since 1970 in UTC, or RFC 3339.
pub fn parse_time(text: &str) -> Result<i64, String> {
    if let Ok(millis) = text.parse::<i64>() {
        return Ok(millis);
    }
    chrono::DateTime::parse_from_rfc3339(text)
        .map(|at| at.timestamp_millis())
        .map_err(|_| {
            "neither milliseconds since 1970 nor like 2026-03-14T22:40:00+01:00".to_owned()
        })
}

/// One line of a file. What it leaves out comes from the options.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    case: Option<String>,
    nickname: Option<String>,
    kind: Option<String>,
    text: Option<String>,
    at: Option<Value>,
    place: Option<String>,
}

fn open(path: &Path) -> Result<Box<dyn BufRead>, Error> {
    if path == Path::new("-") {
        return Ok(Box::new(BufReader::new(std::io::stdin())));
    }
    Ok(Box::new(BufReader::new(
        File::open(path).map_err(|_| Error::File)?,
    )))
}

fn add_lines(
    laptop: &Laptop,
    voice: Voice,
    asked: &MomentAdd,
    mut lines: Box<dyn BufRead>,
) -> Result<(), Error> {
    let (mut number, mut saved) = (0, 0);
    loop {
        number += 1;
        let stopped = |cause| Error::Line {
            number,
            saved,
            cause: Box::new(cause),
        };
        let Some(text) = next_line(&mut lines).map_err(stopped)? else {
            break;
        };
        if text.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&text).map_err(|_| stopped(Error::BadLine(None)))?;
        record(laptop, voice, asked, line).map_err(stopped)?;
        saved += 1;
    }
    voice.aside(&voice.language.moments_saved(saved));
    Ok(())
}

/// The next line, or none at the end. A line that never ends must not fill the memory.
fn next_line(lines: &mut Box<dyn BufRead>) -> Result<Option<String>, Error> {
    let mut bytes = Vec::new();
    let read = lines
        .take(LONGEST_LINE)
        .read_until(b'\n', &mut bytes)
        .map_err(|_| Error::File)?;
    if read as u64 == LONGEST_LINE {
        return Err(Error::BadLine(None));
    }
    if read == 0 {
        return Ok(None);
    }
    String::from_utf8(bytes)
        .map(Some)
        .map_err(|_| Error::BadLine(None))
}

fn record(laptop: &Laptop, voice: Voice, asked: &MomentAdd, line: Line) -> Result<(), Error> {
    let request = request(asked, line, Clock::system().now())?;
    let recorded = laptop.ask("record_contact_moment", request)?;
    let id = recorded
        .pointer("/rows/0/id")
        .and_then(Value::as_str)
        .ok_or(Error::StrangeAnswer)?;
    voice.answer(&json!({"moment": id}), |language| language.moment_saved(id))
}

fn request(asked: &MomentAdd, line: Line, now: i64) -> Result<Value, Error> {
    let kind = match &line.kind {
        Some(word) => Kind::said(word).ok_or(Error::BadLine(Some("kind")))?,
        None => asked.kind,
    };
    let at = match &line.at {
        None | Some(Value::Null) => asked.at.unwrap_or(now),
        Some(Value::Number(millis)) => millis.as_i64().ok_or(Error::BadLine(Some("at")))?,
        Some(Value::String(text)) => parse_time(text).map_err(|_| Error::BadLine(Some("at")))?,
        Some(_) => return Err(Error::BadLine(Some("at"))),
    };
    let text = line
        .text
        .or_else(|| asked.text.clone())
        .ok_or(Error::BadLine(Some("text")))?;
    let case = line.case.or_else(|| asked.case.clone());
    let nickname = line.nickname.or_else(|| asked.nickname.clone());
    Ok(json!({
        "people": people(case.as_deref(), nickname.as_deref()),
        "kind": kind.at_the_door(),
        "text": text,
        "at": at,
        "place": line.place.or_else(|| asked.place.clone()),
    }))
}

/// Whom it was with, as the door knows it.
pub fn people(case: Option<&str>, nickname: Option<&str>) -> Value {
    match (case, nickname) {
        (None, None) => json!([]),
        (Some(case), None) => json!([{"caseId": case}]),
        (None, Some(nickname)) => json!([{"nickname": nickname}]),
        (Some(case), Some(nickname)) => json!([{"caseId": case, "nickname": nickname}]),
    }
}

#[cfg(test)]
mod tests {
    use super::{BufReader, Line, next_line, parse_time, request};
    use crate::arguments::{Kind, MomentAdd};
    use crate::error::Error;
    use serde_json::json;

    fn asked() -> MomentAdd {
        MomentAdd {
            case: Some("c1".to_owned()),
            kind: Kind::Signal,
            text: None,
            nickname: None,
            place: Some("Griftpark".to_owned()),
            at: None,
            file: None,
        }
    }

    fn line(text: &str) -> Line {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_line_goes_before_the_options_and_the_options_before_the_clock() {
        let short = request(&asked(), line(r#"{"text": "Rustig."}"#), 5).unwrap();
        assert_eq!(
            short,
            json!({"people": [{"caseId": "c1"}], "kind": "signal", "text": "Rustig.", "at": 5,
                "place": "Griftpark"})
        );
        let full = r#"{"case": "c2", "nickname": "Jo", "kind": "home-visit", "text": "Thee.",
            "at": "1970-01-01T01:00:01+01:00", "place": "thuis"}"#;
        assert_eq!(
            request(&asked(), line(full), 5).unwrap(),
            json!({"people": [{"caseId": "c2", "nickname": "Jo"}], "kind": "homeVisit", "text": "Thee.", "at": 1000,
                "place": "thuis"})
        );
    }

    #[test]
    fn what_is_wrong_in_a_line_is_named() {
        let field = |text: &str| match request(&asked(), line(text), 5) {
            Err(Error::BadLine(field)) => field,
            _ => None,
        };
        assert_eq!(field(r#"{}"#), Some("text"));
        assert_eq!(field(r#"{"text": "x", "kind": "gesprek"}"#), Some("kind"));
        assert_eq!(field(r#"{"text": "x", "at": "gisteren"}"#), Some("at"));
        assert_eq!(field(r#"{"text": "x", "at": 1.5}"#), Some("at"));
        assert!(serde_json::from_str::<Line>(r#"{"text": "x", "naam": "Jo"}"#).is_err());
    }

    #[test]
    fn times_are_read_both_ways() {
        assert_eq!(parse_time("1700000000000"), Ok(1_700_000_000_000));
        assert_eq!(parse_time("1970-01-01T00:00:00Z"), Ok(0));
        assert!(parse_time("1970-01-01").is_err());
    }

    #[test]
    fn a_line_without_an_end_is_refused() {
        let mut endless: Box<dyn std::io::BufRead> =
            Box::new(BufReader::new(std::io::repeat(b'x')));
        assert!(matches!(next_line(&mut endless), Err(Error::BadLine(None))));
    }
}
