//! `share`: files on a stick or network drive, for colleagues and nobody else.

use crate::arguments::{ShareExport, ShareVerb};
use crate::case::members;
use crate::error::Error;
use crate::exit;
use crate::laptop::Laptop;
use crate::voice::Voice;
use crate::words::Language;
use serde::Deserialize;
use serde_json::json;
use std::path::{Path, absolute};

#[derive(Deserialize)]
struct Written {
    entries: u64,
    readers: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Came {
    from: Option<String>,
    news: Vec<News>,
    known: u64,
    team: u64,
    waiting: u64,
    unreadable: u64,
    left_out: u64,
    incomplete: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct News {
    case_id: Option<String>,
    case_name: Option<String>,
    contact_moments: u64,
    notes: u64,
    others: u64,
    changed: u64,
}

/// Writes a file or takes one in.
///
/// # Errors
/// The core's failure, or a colleague who is not there.
pub fn share(laptop: &Laptop, voice: Voice, verb: &ShareVerb) -> Result<u8, Error> {
    match verb {
        ShareVerb::Export(asked) => write(laptop, voice, asked),
        ShareVerb::Import { file } => take_in(laptop, voice, file),
    }
}

fn write(laptop: &Laptop, voice: Voice, asked: &ShareExport) -> Result<u8, Error> {
    let path = absolute(&asked.file).map_err(|_| Error::File)?;
    laptop.unlock(voice)?;
    let to = match &asked.to {
        Some(name) => members(laptop, std::slice::from_ref(name))?.pop(),
        None => None,
    };
    let request = json!({"to": to, "allHistory": asked.all_history, "path": path});
    let answer = laptop.ask("export_share_file", request)?;
    let written: Written =
        serde_json::from_value(answer.clone()).map_err(|_| Error::StrangeAnswer)?;
    voice.answer(&answer, |language| {
        if written.entries == 0 {
            language.share_written_empty()
        } else {
            language.share_written(written.entries, written.readers)
        }
    })?;
    Ok(exit::DONE)
}

fn take_in(laptop: &Laptop, voice: Voice, file: &Path) -> Result<u8, Error> {
    let path = absolute(file).map_err(|_| Error::File)?;
    laptop.unlock(voice)?;
    let answer = laptop.ask("import_share_file", json!({"path": path}))?;
    let came: Came = serde_json::from_value(answer.clone()).map_err(|_| Error::StrangeAnswer)?;
    voice.answer(&answer, |language| say(language, &came))?;
    Ok(exit::DONE)
}

fn say(language: Language, came: &Came) -> String {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(came.from.as_ref().map(|name| language.share_from(name)));
    if came.news.is_empty() && came.team == 0 {
        lines.push(language.share_nothing_new());
    }
    for row in &came.news {
        let place = match (&row.case_name, &row.case_id) {
            (Some(name), _) => name.clone(),
            (None, Some(_)) => language.share_case(),
            (None, None) => language.share_street(),
        };
        lines.push(language.share_news(
            place,
            row.contact_moments,
            row.notes,
            row.others,
            row.changed,
        ));
    }
    type Told = fn(Language, u64) -> String;
    let some: [(u64, Told); 5] = [
        (came.team, |language, count| language.share_team(count)),
        (came.known, |language, count| language.share_known(count)),
        (came.waiting, |language, count| {
            language.share_waiting(count)
        }),
        (came.unreadable, |language, count| {
            language.share_unreadable(count)
        }),
        (came.left_out, |language, count| {
            language.share_left_out(count)
        }),
    ];
    lines.extend(
        some.into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, words)| words(language, count)),
    );
    if came.incomplete {
        lines.push(language.share_incomplete());
    }
    lines.join("\n")
}
