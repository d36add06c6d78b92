//! `import`.

use crate::arguments;
use crate::error::Error;
use crate::exit;
use crate::laptop::Laptop;
use crate::voice::Voice;
use crate::words::{Language, faults};
use nabij_app::FailureCode;
use serde::Deserialize;
use serde_json::{Value, json};

/// The most rows that the door answers at once.
const STRETCH: usize = 200;

#[derive(Deserialize)]
struct File {
    sheets: Vec<Sheet>,
}

#[derive(Deserialize)]
struct Sheet {
    guess: Vec<String>,
}

#[derive(Deserialize)]
struct Tried {
    digest: String,
    totals: Totals,
    rows: Vec<Row>,
    more: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Totals {
    wrong: u64,
    cases: u64,
    contact_moments: u64,
    persons: u64,
    actions: u64,
}

#[derive(Deserialize)]
struct Row {
    number: u64,
    faults: Vec<Fault>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Fault {
    reason: String,
    shown: String,
    other_row: Option<u64>,
}

/// Tries a file out, and takes it in if that was asked.
///
/// # Errors
/// The core's failure.
pub fn import(laptop: &Laptop, voice: Voice, asked: &arguments::Import) -> Result<u8, Error> {
    laptop.unlock(voice)?;
    let sheet = asked.sheet.saturating_sub(1);
    let mapping = match asked.map.as_slice() {
        [] => guess(laptop, asked, sheet)?,
        named => named.to_vec(),
    };
    let file = json!({"path": asked.file, "sheet": sheet, "mapping": mapping});
    if asked.dry_run {
        return try_out(laptop, voice, &file);
    }
    let tried: Tried = laptop.read("dry_run_import", stretch(&file, 0, 1))?;
    let mut request = file;
    add(&mut request, "digest", json!(tried.digest));
    add(
        &mut request,
        "leaveOutWrongRows",
        json!(asked.leave_out_wrong),
    );
    let done = laptop.ask("import", request)?;
    voice.answer(&done, |language| {
        let totals = &tried.totals;
        language.imported(
            totals.contact_moments,
            totals.cases,
            totals.persons,
            totals.actions,
        )
    })?;
    Ok(exit::DONE)
}

fn guess(laptop: &Laptop, asked: &arguments::Import, sheet: u32) -> Result<Vec<String>, Error> {
    let file: File = laptop.read("read_import_file", json!({"path": asked.file}))?;
    let sheet = usize::try_from(sheet).unwrap_or(usize::MAX);
    let found = file.sheets.into_iter().nth(sheet);
    // A sheet that is not there is the door's to refuse.
    Ok(found.map(|sheet| sheet.guess).unwrap_or_default())
}

/// Names every wrong row; ends with the number of something invalid when there is one.
fn try_out(laptop: &Laptop, voice: Voice, file: &Value) -> Result<u8, Error> {
    let mut rows = Vec::new();
    loop {
        let answer = laptop.ask("dry_run_import", stretch(file, rows.len(), STRETCH))?;
        let tried = Tried::deserialize(&answer).map_err(|_| Error::StrangeAnswer)?;
        rows.extend(
            answer
                .get("rows")
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default(),
        );
        if tried.more {
            continue;
        }
        let mut whole = answer;
        add(&mut whole, "rows", json!(rows));
        let tried = Tried::deserialize(&whole).map_err(|_| Error::StrangeAnswer)?;
        voice.answer(&whole, |language| tried.words(language))?;
        return Ok(match tried.totals.wrong {
            0 => exit::DONE,
            _ => exit::of(FailureCode::Invalid),
        });
    }
}

fn stretch(file: &Value, skip: usize, limit: usize) -> Value {
    let mut request = file.clone();
    add(&mut request, "onlyWrong", json!(true));
    add(&mut request, "skip", json!(skip));
    add(&mut request, "limit", json!(limit));
    request
}

fn add(object: &mut Value, name: &str, value: Value) {
    if let Some(fields) = object.as_object_mut() {
        fields.insert(name.to_owned(), value);
    }
}

impl Tried {
    fn words(&self, language: Language) -> String {
        let mut lines: Vec<String> = Vec::new();
        for row in &self.rows {
            for fault in &row.faults {
                let reason = faults::say(language, &fault.reason, fault.other_row);
                lines.push(language.wrong_row(row.number, reason, &fault.shown));
            }
        }
        let totals = &self.totals;
        lines.push(language.wrong_rows(totals.wrong));
        lines.push(language.would_import(
            totals.contact_moments,
            totals.cases,
            totals.persons,
            totals.actions,
        ));
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Tried};
    use serde_json::json;

    #[test]
    fn wrong_rows_are_named() {
        let tried: Tried = serde_json::from_value(json!({
            "digest": "d", "more": false,
            "totals": {"rows": 2, "wrong": 1, "nothing": 0, "cases": 1, "existingCases": 0,
                "contactMoments": 1, "persons": 0, "actions": 0},
            "rows": [{"number": 3, "effects": [], "title": null, "at": null, "text": null,
                "faults": [{"column": 1, "reason": "dateUnreadable", "shown": "gisteren", "otherRow": null}]}],
        }))
        .unwrap();
        assert_eq!(
            tried.words(Language::Nl),
            "Rij 3: Dit is geen datum. gisteren\nRijen met een fout: 1.\nDit zou er bij komen: 1 \
             contactmomenten, 1 nieuwe casussen, 0 personen, 0 acties. Er is niets opgeslagen."
        );
    }
}
