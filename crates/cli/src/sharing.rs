//! `sharing`: what waits by title, who has what, what was noticed; and pausing.

use crate::error::Error;
use crate::exit;
use crate::laptop::Laptop;
use crate::voice::Voice;
use crate::words::Language;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Centre {
    waiting: Vec<Item>,
    confirmed: Vec<Confirmation>,
    findings: Vec<Finding>,
    waiting_to_read: u64,
    unreadable: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    case_name: Option<String>,
    words: Option<String>,
    kind: String,
}

#[derive(Deserialize)]
struct Confirmation {
    name: Option<String>,
    holds: u64,
    of: u64,
}

#[derive(Deserialize)]
struct Finding {
    kind: String,
    name: Option<String>,
    count: u64,
}

/// Pauses or goes on if asked to, and says how sharing stands.
///
/// # Errors
/// The core's failure.
pub fn sharing(laptop: &Laptop, voice: Voice, pause: bool, resume: bool) -> Result<u8, Error> {
    laptop.unlock(voice)?;
    if pause || resume {
        laptop.ask("pause_sync", json!({"paused": pause}))?;
    }
    let answer = laptop.ask("read_sync_centre", json!({}))?;
    let centre: Centre =
        serde_json::from_value(answer.clone()).map_err(|_| Error::StrangeAnswer)?;
    voice.answer(&answer, |language| say(language, &centre))?;
    Ok(exit::DONE)
}

fn say(language: Language, centre: &Centre) -> String {
    let mut lines = vec![language.what_waits(centre.waiting.len())];
    for item in &centre.waiting {
        let words = item.words.as_deref().unwrap_or(&item.kind);
        let case = item.case_name.as_deref().map(|name| format!(" ({name})"));
        lines.push(format!("  {words}{}", case.unwrap_or_default()));
    }
    for row in &centre.confirmed {
        let who = row.name.as_deref().unwrap_or("hub");
        lines.push(language.who_holds(who, row.holds, row.of));
    }
    for finding in &centre.findings {
        let whose = finding.name.as_deref().unwrap_or("?");
        lines.push(format!(
            "! {}",
            noticed(language, &finding.kind, whose, finding.count)
        ));
    }
    if centre.waiting_to_read + centre.unreadable > 0 {
        lines.push(language.not_read(centre.waiting_to_read, centre.unreadable));
    }
    lines.join("\n")
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
