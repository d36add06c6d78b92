//! `difference`: what colleagues filled in differently; choosing, and taking a choice back.

use crate::arguments::{DifferenceKeep, DifferenceVerb};
use crate::error::Error;
use crate::exit;
use crate::laptop::Laptop;
use crate::voice::Voice;
use crate::words::Language;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Items {
    items: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    case_name: Option<String>,
    differences: Vec<Difference>,
}

#[derive(Deserialize)]
struct Difference {
    id: String,
    version: String,
    field: String,
    versions: Vec<Version>,
    settled: Option<Settled>,
}

#[derive(Deserialize)]
struct Version {
    value: String,
    names: Option<String>,
    by: String,
    chosen: bool,
}

#[derive(Deserialize)]
struct Settled {
    by: String,
}

/// Carries the verb out.
///
/// # Errors
/// The core's failure; [`Error::StrangeAnswer`].
pub fn run(laptop: &Laptop, voice: Voice, verb: &DifferenceVerb) -> Result<u8, Error> {
    laptop.unlock(voice)?;
    let (command, request) = match verb {
        DifferenceVerb::List { settled } => {
            let answer = laptop.ask("list_differences", json!({ "settled": settled }))?;
            let items = items(&answer)?;
            voice.answer(&answer, |language| say(language, &items))?;
            return Ok(exit::DONE);
        }
        DifferenceVerb::Keep(asked) => {
            let version = seen(laptop, false, &asked.id, &asked.field)?;
            let request = json!({
                "id": asked.id, "version": version, "field": asked.field, "choice": choice(asked),
            });
            ("keep_difference", request)
        }
        DifferenceVerb::Undo { id, field } => {
            let version = seen(laptop, true, id, field)?;
            let request = json!({ "id": id, "version": version, "field": field });
            ("take_back_choice", request)
        }
    };
    let answer = laptop.ask(command, request)?;
    voice.answer(&answer, |language| match verb {
        DifferenceVerb::Undo { .. } => language.choice_taken_back(),
        _ => language.chosen(),
    })?;
    Ok(exit::DONE)
}

fn choice(asked: &DifferenceKeep) -> Value {
    match (&asked.words, asked.value) {
        (Some(words), _) => json!({ "words": words }),
        (None, number) => json!({ "value": number.unwrap_or(1).saturating_sub(1) }),
    }
}

/// The version in which the document stands now. Where nothing differs there is none.
fn seen(laptop: &Laptop, settled: bool, id: &str, field: &str) -> Result<String, Error> {
    let answer = laptop.ask("list_differences", json!({ "settled": settled }))?;
    items(&answer)?
        .items
        .into_iter()
        .flat_map(|item| item.differences)
        .find(|difference| difference.id == id && difference.field == field)
        .map(|difference| difference.version)
        .ok_or(Error::NoSuchDifference)
}

fn items(answer: &Value) -> Result<Items, Error> {
    serde_json::from_value(answer.clone()).map_err(|_| Error::StrangeAnswer)
}

fn say(language: Language, items: &Items) -> String {
    let mut lines = Vec::new();
    for item in &items.items {
        for difference in &item.differences {
            let case = item.case_name.as_deref().map(|name| format!(" ({name})"));
            lines.push(format!(
                "{} {}{}",
                difference.id,
                difference.field,
                case.unwrap_or_default()
            ));
            for (number, version) in (1..).zip(&difference.versions) {
                let mark = if version.chosen { "*" } else { " " };
                let value = version.names.as_deref().unwrap_or(&version.value);
                lines.push(format!("  {mark}{number}. {}: {value}", version.by));
            }
            if let Some(settled) = &difference.settled {
                lines.push(format!("  {}", language.chosen_by(&settled.by)));
            }
        }
    }
    if lines.is_empty() {
        return language.nothing_differs();
    }
    lines.join("\n")
}
