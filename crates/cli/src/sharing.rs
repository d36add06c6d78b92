//! `sharing`: how it stands, what waits by title, what failed and why, who has what, what was noticed; and pausing.
//! It says the same as the sync centre of the window.

use crate::error::Error;
use crate::exit;
use crate::laptop::{Laptop, Status};
use crate::voice::{Voice, time};
use crate::words::sharing::{event, thing};
use crate::words::{Language, failures, status};
use nabij_app::FailureCode;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Centre {
    waiting: Vec<Item>,
    records: Option<Records>,
    unread: Vec<Unread>,
    confirmed: Vec<Confirmation>,
    findings: Vec<Finding>,
    lines: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    case_name: Option<String>,
    words: Option<String>,
    kind: String,
    failed: Option<String>,
}

#[derive(Deserialize)]
struct Records {
    failed: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Unread {
    why: String,
    name: Option<String>,
    case_name: Option<String>,
    words: Option<String>,
    kind: Option<String>,
}

#[derive(Deserialize)]
struct Confirmation {
    name: Option<String>,
    holds: u64,
    of: u64,
    at: Option<i64>,
}

#[derive(Deserialize)]
struct Finding {
    kind: String,
    name: Option<String>,
    count: u64,
}

#[derive(Deserialize)]
struct Line {
    at: i64,
    event: String,
    code: Option<FailureCode>,
}

/// How many lines of what happened are said.
const LINES: usize = 10;

/// Pauses, goes on or tries again if asked to, and says how sharing stands.
///
/// # Errors
/// The core's failure.
pub fn sharing(
    laptop: &Laptop,
    voice: Voice,
    paused: Option<bool>,
    retry: bool,
) -> Result<u8, Error> {
    laptop.unlock(voice)?;
    if let Some(paused) = paused {
        laptop.ask("pause_sync", json!({"paused": paused}))?;
    }
    let command = if retry {
        "retry_failed"
    } else {
        "read_sync_centre"
    };
    let answer = laptop.ask(command, json!({}))?;
    let centre: Centre =
        serde_json::from_value(answer.clone()).map_err(|_| Error::StrangeAnswer)?;
    let stands = laptop.ask("sync_status", json!({}))?;
    let stands: Status = serde_json::from_value(stands).map_err(|_| Error::StrangeAnswer)?;
    voice.answer(&answer, |language| say(language, &stands, &centre))?;
    Ok(exit::DONE)
}

fn say(language: Language, stands: &Status, centre: &Centre) -> String {
    let mut lines = vec![if stands.state == "paused" {
        language.paused()
    } else {
        status::say(language, stands)
    }];
    if stands.stale {
        lines.push(language.stale(stands.waiting_days));
    }
    let count = centre.waiting.len() + usize::from(centre.records.is_some());
    lines.push(language.what_waits(count));
    for item in &centre.waiting {
        let words = item.words.as_deref();
        let words = words.unwrap_or_else(|| thing(language, &item.kind));
        lines.push(titled(words, item.case_name.as_deref()));
        lines.extend(item.failed.as_deref().map(|why| turned_down(language, why)));
    }
    if let Some(records) = &centre.records {
        lines.push(titled(&language.records(), None));
        let why = records.failed.as_deref();
        lines.extend(why.map(|why| turned_down(language, why)));
    }
    if !centre.unread.is_empty() {
        lines.push(language.what_is_unread(centre.unread.len()));
    }
    for item in &centre.unread {
        lines.extend(unread(language, item));
    }
    if failed(centre) {
        lines.push(language.how_to_retry());
    }
    for row in &centre.confirmed {
        let who = row.name.as_deref();
        let who = who.map_or_else(|| "Hub".to_owned(), |name| language.laptop_of(name));
        lines.push(match row.at {
            Some(at) => language.who_holds(who, row.holds, row.of, time(at)),
            None => language.confirmed_nothing(who),
        });
    }
    for finding in &centre.findings {
        let whose = somebody(language, finding.name.as_deref());
        lines.push(format!(
            "! {}",
            noticed(language, &finding.kind, &whose, finding.count)
        ));
    }
    if !centre.lines.is_empty() {
        lines.push(language.what_happened());
    }
    for line in centre.lines.iter().take(LINES) {
        let what = match line.code {
            Some(code) => failures::say_code(language, code),
            None => event(language, &line.event),
        };
        lines.push(format!("  {}  {what}", time(line.at)));
    }
    lines.join("\n")
}

fn failed(centre: &Centre) -> bool {
    let records = centre.records.as_ref();
    !centre.unread.is_empty()
        || centre.waiting.iter().any(|item| item.failed.is_some())
        || records.is_some_and(|records| records.failed.is_some())
}

fn titled(words: &str, case: Option<&str>) -> String {
    match case {
        Some(case) => format!("  {words} ({case})"),
        None => format!("  {words}"),
    }
}

fn somebody(language: Language, name: Option<&str>) -> String {
    name.map_or_else(|| language.a_colleague(), str::to_owned)
}

fn turned_down(language: Language, why: &str) -> String {
    let said = match why {
        "full" => language.failed_full(),
        _ => language.failed_not_allowed(),
    };
    format!("    ! {said}")
}

/// Its title, or whose it is and in which case; and why it cannot be read.
fn unread(language: Language, item: &Unread) -> [String; 2] {
    let name = somebody(language, item.name.as_deref());
    let title = match (&item.words, &item.kind) {
        (Some(words), _) => words.clone(),
        (None, Some(kind)) => thing(language, kind).to_owned(),
        (None, None) => language.something_of(&name),
    };
    let why = match item.why.as_str() {
        "noKey" => language.unread_no_key(&name),
        "incomplete" => language.unread_incomplete(&name),
        "newer" => language.unread_newer(),
        _ => language.unread_broken(&name),
    };
    [
        titled(&title, item.case_name.as_deref()),
        format!("    ! {why}"),
    ]
}

fn noticed(language: Language, kind: &str, whose: &str, count: u64) -> String {
    match kind {
        "hubLost" => language.hub_lost(count, whose),
        "withheld" => language.withheld(count, whose),
        "otherHistory" => language.other_history(whose),
        "writtenAnew" => language.written_anew(count),
        _ => language.does_not_fit(count, whose),
    }
}
