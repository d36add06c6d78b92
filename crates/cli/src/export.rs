//! `export`.

use crate::arguments;
use crate::error::Error;
use crate::exit;
use crate::laptop::Laptop;
use crate::voice::Voice;
use serde_json::{Value, json};
use std::path::absolute;

/// Writes a list to a file.
///
/// # Errors
/// The core's failure.
pub fn export(laptop: &Laptop, voice: Voice, asked: &arguments::Export) -> Result<u8, Error> {
    let path = absolute(&asked.to).map_err(|_| Error::File)?;
    let is_workbook = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    laptop.unlock(voice)?;
    let mut request = json!({
        "list": asked.list.at_the_door(),
        "format": if is_workbook { "xlsx" } else { "csv" },
        "path": path,
    });
    if let Some(fields) = request.as_object_mut() {
        if let Some(case) = &asked.case {
            fields.insert("caseId".to_owned(), json!(case));
        }
        if let Some(words) = &asked.words {
            fields.insert("search".to_owned(), json!({"query": words, "limit": null}));
        }
    }
    let answer = laptop.ask("export_list", request)?;
    let rows = answer.get("rows").and_then(Value::as_u64);
    let rows = rows.ok_or(Error::StrangeAnswer)?;
    voice.answer(&answer, |language| language.exported(rows))?;
    Ok(exit::DONE)
}
