//! What a laptop holds, read through the door as a window reads it, and what two laptops hold differently.

use super::caseload::{
    BRAM, BRAM_ADDS, BRAM_CORRECTS, CASES, FATIMA, FATIMA_ADDS, FATIMA_CORRECTS, SOUGHT,
};
use crate::error::Error;
use crate::laptop::Laptop;
use crate::words::Language;
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// More than a night's timeline.
const ALL: u32 = 10_000;

/// What one laptop holds.
#[derive(Debug, PartialEq)]
pub struct Copy {
    /// The contact moments by id.
    pub moments: BTreeMap<String, Moment>,
    /// Where we stand, by case.
    summaries: BTreeMap<String, String>,
    /// The ids of what a search finds.
    found: BTreeSet<String>,
}

/// A contact moment, without what only one laptop knows of it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Moment {
    id: String,
    case_id: Option<String>,
    nickname: Option<String>,
    kind: String,
    text: String,
    at: i64,
    place: Option<String>,
    by: String,
    share: String,
    differences: Vec<Difference>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Difference {
    field: String,
    versions: Vec<Version>,
}

#[derive(Debug, Clone, PartialEq, PartialOrd, Eq, Ord, Deserialize)]
struct Version {
    value: String,
    by: String,
    chosen: bool,
}

#[derive(Deserialize)]
struct Cases {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
}

#[derive(Deserialize)]
struct File {
    timeline: Vec<Moment>,
    summary: Summary,
}

#[derive(Deserialize)]
struct Summary {
    text: String,
}

#[derive(Deserialize)]
struct Street {
    timeline: Vec<Moment>,
}

#[derive(Deserialize)]
struct Hits {
    hits: Vec<Hit>,
}

#[derive(Deserialize)]
struct Hit {
    id: String,
}

/// Reads everything on a laptop.
///
/// # Errors
/// The core's failure.
pub fn read(laptop: &Laptop) -> Result<Copy, Error> {
    let cases: Cases = laptop.read("list_cases", json!({}))?;
    let street: Street = laptop.read("read_street", json!({"limit": ALL, "before": null}))?;
    let mut moments = street.timeline;
    let mut summaries = BTreeMap::new();
    for case in cases.cases {
        let request = json!({"caseId": case.id, "limit": ALL, "before": null});
        let file: File = laptop.read("read_case", request)?;
        moments.extend(file.timeline);
        summaries.insert(case.id, file.summary.text);
    }
    let hits: Hits = laptop.read("search", json!({"query": SOUGHT, "limit": null}))?;
    let found = hits.hits.into_iter().map(|hit| hit.id).collect();
    let moments = moments.into_iter().map(|mut moment| {
        // Which version comes first says nothing.
        for difference in &mut moment.differences {
            difference.versions.sort();
        }
        (moment.id.clone(), moment)
    });
    Ok(Copy {
        moments: moments.collect(),
        summaries,
        found,
    })
}

/// What is not as it should be after the night, in words; nothing if all is well.
pub fn compare(language: Language, fatima: &Copy, bram: &Copy) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, copy) in [("Fatima", fatima), ("Bram", bram)] {
        let written = FATIMA.len() + BRAM.len();
        if copy.moments.len() != written {
            wrong.push(language.wrong_count(name, copy.moments.len(), written));
        }
        let waiting = copy
            .moments
            .values()
            .filter(|moment| moment.share != "shared")
            .count();
        if waiting > 0 {
            wrong.push(language.wrong_waiting(name, waiting));
        }
        if copy.summaries.len() != CASES.len() {
            wrong.push(language.wrong_cases(name, copy.summaries.len(), CASES.len()));
        }
        if !copy.summaries.values().any(|text| has_both_words(text)) {
            wrong.push(language.wrong_summary(name));
        }
        if !copy.moments.values().any(has_both_versions) {
            wrong.push(language.wrong_versions(name));
        }
        if !copy.holds_what_was_written() {
            wrong.push(language.wrong_text(name));
        }
    }
    if fatima.moments != bram.moments {
        wrong.push(language.wrong_moments());
    }
    if fatima.summaries != bram.summaries {
        wrong.push(language.wrong_summaries());
    }
    if fatima.found != bram.found || fatima.found.is_empty() {
        wrong.push(language.wrong_search(SOUGHT));
    }
    wrong
}

fn has_both_words(summary: &str) -> bool {
    summary.contains(FATIMA_ADDS.trim()) && summary.contains(BRAM_ADDS.trim())
}

fn has_both_versions(moment: &Moment) -> bool {
    moment.differences.iter().any(|difference| {
        [FATIMA_CORRECTS, BRAM_CORRECTS].iter().all(|text| {
            difference
                .versions
                .iter()
                .any(|version| version.value == *text)
        })
    })
}

impl Copy {
    /// Whether every text of the night is there, but for the first, which was corrected twice.
    fn holds_what_was_written(&self) -> bool {
        let held: BTreeSet<&str> = self
            .moments
            .values()
            .map(|moment| moment.text.as_str())
            .collect();
        FATIMA
            .iter()
            .skip(1)
            .chain(&BRAM)
            .all(|moment| held.contains(moment.text))
    }
}

#[cfg(test)]
mod tests {
    use super::{Copy, Difference, Language, Moment, Version, compare};
    use crate::demo::caseload::{
        BRAM, BRAM_ADDS, BRAM_CORRECTS, CASES, FATIMA, FATIMA_ADDS, FATIMA_CORRECTS,
    };

    fn good() -> Copy {
        let moment = |(number, text): (usize, &str)| Moment {
            id: number.to_string(),
            case_id: None,
            nickname: None,
            kind: "other".to_owned(),
            text: text.to_owned(),
            at: 0,
            place: None,
            by: "Fatima".to_owned(),
            share: "shared".to_owned(),
            differences: Vec::new(),
        };
        let texts = FATIMA.iter().chain(&BRAM).map(|moment| moment.text);
        let mut moments: std::collections::BTreeMap<_, _> = texts
            .enumerate()
            .map(moment)
            .map(|moment| (moment.id.clone(), moment))
            .collect();
        let version = |value: &str, chosen| Version {
            value: value.to_owned(),
            by: "Bram".to_owned(),
            chosen,
        };
        let versions = vec![
            version(BRAM_CORRECTS, false),
            version(FATIMA_CORRECTS, true),
        ];
        let difference = Difference {
            field: "text".to_owned(),
            versions,
        };
        moments.get_mut("0").unwrap().differences.push(difference);
        let mut summaries: std::collections::BTreeMap<_, _> = (0..CASES.len())
            .map(|case| (case.to_string(), String::new()))
            .collect();
        summaries.insert("0".to_owned(), format!("{BRAM_ADDS}Moeder.{FATIMA_ADDS}"));
        Copy {
            moments,
            summaries,
            found: ["1".to_owned()].into(),
        }
    }

    #[test]
    fn two_equal_copies_of_the_whole_night_are_well() {
        assert_eq!(
            compare(Language::En, &good(), &good()),
            Vec::<String>::new()
        );
    }

    #[test]
    fn everything_that_can_be_wrong_is_told() {
        let mut bad = good();
        bad.moments.remove("7");
        bad.moments.get_mut("0").unwrap().differences.clear();
        bad.moments.get_mut("3").unwrap().share = "waiting".to_owned();
        bad.summaries.clear();
        bad.found.clear();
        // Count, waiting, cases, summary, versions and text of one; moments, summaries and search of both.
        assert_eq!(compare(Language::Nl, &good(), &bad).len(), 9);
    }
}
