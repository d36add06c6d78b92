//! Fatima, Bram and Noor write, correct and share in any order. When all have met the hub, all three have the
//! same, and it follows from what was written.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde_json::{Value, json};
use support::{HubProcess, Laptop, Stage};

const NAMES: [&str; 3] = ["Fatima", "Bram", "Noor"];
/// Each plays an evening of up to this many deeds on three laptops and a hub.
const CASES: u32 = 12;
const DEEDS: usize = 30;
const WORDS: [&str; 6] = ["school", "oma", "werk", "bus", "plein", "huisarts"];

/// What somebody does. Numbers choose among what is there at that moment.
#[derive(Debug, Clone)]
enum Deed {
    OpensCase,
    Records(usize, usize),
    Notes(usize, usize),
    CorrectsText(usize, usize),
    CorrectsPlace(usize, usize),
    CorrectsNote(usize, usize),
    RenamesCase(usize, usize),
    WritesSummary(usize, usize),
    Shares,
    HubGoesOrComes,
}

fn deed() -> impl Strategy<Value = (usize, Deed)> {
    let pair = || (0..8_usize, 0..64_usize);
    let deeds = prop_oneof![
        1 => Just(Deed::OpensCase),
        4 => pair().prop_map(|(a, b)| Deed::Records(a, b)),
        2 => pair().prop_map(|(a, b)| Deed::Notes(a, b)),
        4 => pair().prop_map(|(a, b)| Deed::CorrectsText(a, b)),
        2 => pair().prop_map(|(a, b)| Deed::CorrectsPlace(a, b)),
        2 => pair().prop_map(|(a, b)| Deed::CorrectsNote(a, b)),
        2 => pair().prop_map(|(a, b)| Deed::RenamesCase(a, b)),
        4 => pair().prop_map(|(a, b)| Deed::WritesSummary(a, b)),
        6 => Just(Deed::Shares),
        1 => Just(Deed::HubGoesOrComes),
    ];
    (0..NAMES.len(), deeds)
}

struct Evening {
    laptops: [Laptop; 3],
    hub: HubProcess,
    hub_is_there: bool,
    _stage: Stage,
}

impl Evening {
    fn begins() -> Evening {
        let stage = Stage::new();
        let hub = stage.hub();
        let laptops = stage.team(&hub.url(), NAMES);
        laptops[0].opens_case("Gezin K.", &["Bram", "Noor"]);
        Evening {
            laptops,
            hub,
            hub_is_there: true,
            _stage: stage,
        }
    }

    fn goes_on(&mut self, who: usize, deed: &Deed) {
        let laptop = &self.laptops[who];
        laptop.clock().advance(1_000 + who as i64);
        let word = |number: usize| WORDS[number % WORDS.len()];
        match *deed {
            Deed::OpensCase => {
                let others: Vec<_> = NAMES
                    .into_iter()
                    .filter(|name| *name != NAMES[who])
                    .collect();
                laptop.opens_case(&format!("Gezin van {}", NAMES[who]), &others);
            }
            Deed::Records(case, text) => {
                laptop.records(
                    pick(&cases(laptop), case).as_deref(),
                    &format!("Sprak over {}.", word(text)),
                );
            }
            Deed::Notes(case, text) => {
                let Some(case) = pick(&cases(laptop), case) else {
                    return;
                };
                laptop.does(
                    "record_case_note",
                    json!({ "caseId": case, "text": word(text) }),
                );
            }
            Deed::CorrectsText(case, number) => {
                corrects(
                    laptop,
                    "contactMoment",
                    case,
                    "text",
                    &format!("Toch over {}.", word(number)),
                );
            }
            Deed::CorrectsPlace(case, number) => {
                corrects(laptop, "contactMoment", case, "place", word(number))
            }
            Deed::CorrectsNote(case, number) => {
                corrects(laptop, "caseNote", case, "text", word(number))
            }
            Deed::RenamesCase(case, number) => {
                let Some(case) = pick(&cases(laptop), case) else {
                    return;
                };
                let version = laptop.file(&case)["version"].clone();
                let name = format!("Gezin {} ({})", word(number), NAMES[who]);
                laptop.does(
                    "edit_case",
                    json!({ "caseId": case, "version": version, "name": name }),
                );
            }
            Deed::WritesSummary(case, number) => {
                let Some(case) = pick(&cases(laptop), case) else {
                    return;
                };
                let added = format!("{}: {}. ", NAMES[who], word(number));
                laptop.writes_summary(&case, |text| match number % 3 {
                    0 => format!("{added}{text}"),
                    1 => format!("{text}{added}"),
                    _ => text.replacen("school", "de nieuwe school", 1) + &added,
                });
            }
            Deed::Shares => drop(laptop.syncs()),
            Deed::HubGoesOrComes if self.hub_is_there => {
                self.hub.stop();
                self.hub_is_there = false;
            }
            Deed::HubGoesOrComes => {
                self.hub.start_again();
                self.hub_is_there = true;
            }
        }
    }

    /// Everybody meets the hub, and once more for what the others brought.
    fn heals(&mut self) {
        if !self.hub_is_there {
            self.hub.start_again();
        }
        for laptop in self.laptops.iter().chain(&self.laptops) {
            laptop.shares();
        }
    }
}

/// The cases that a laptop has, in an order that depends on nothing but them.
fn cases(laptop: &Laptop) -> Vec<String> {
    let listed = laptop.does("list_cases", json!({}));
    let rows = listed["cases"].as_array().expect("cases");
    let mut ids: Vec<_> = rows
        .iter()
        .filter_map(|row| Some(row["id"].as_str()?.to_owned()))
        .collect();
    ids.sort();
    ids
}

fn pick(from: &[String], number: usize) -> Option<String> {
    (!from.is_empty()).then(|| from[number % from.len()].clone())
}

/// Corrects a field of the oldest item of this type in a case: so that colleagues meet in one item.
fn corrects(laptop: &Laptop, of_type: &str, case: usize, field: &str, value: &str) {
    let Some(case) = pick(&cases(laptop), case) else {
        return;
    };
    let file = laptop.file(&case);
    let timeline = file["timeline"].as_array().expect("a timeline");
    let Some(item) = timeline.iter().rev().find(|item| item["type"] == of_type) else {
        return;
    };
    let command = if of_type == "caseNote" {
        "edit_case_note"
    } else {
        "edit_contact_moment"
    };
    let mut request = json!({ "id": item["id"], "version": item["version"] });
    request[field] = json!(value);
    laptop.does(command, request);
}

/// Everything that a laptop answers, without what is about itself.
fn picture(laptop: &Laptop) -> Value {
    let files: Vec<Value> = cases(laptop).iter().map(|case| laptop.file(case)).collect();
    let hits = WORDS.map(|word| {
        let mut found = laptop.does("search", json!({ "query": word, "limit": null }));
        let hits = found["hits"].as_array_mut().expect("hits");
        hits.sort_by_key(|hit| hit["id"].to_string());
        found
    });
    let mut picture = json!({
        "list": laptop.does("list_cases", json!({})), "files": files, "street": laptop.street(), "hits": hits,
    });
    forget_the_reader(&mut picture);
    picture
}

fn forget_the_reader(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !["mine", "me", "share"].contains(&name.as_str()));
            fields.values_mut().for_each(forget_the_reader);
        }
        Value::Array(items) => items.iter_mut().for_each(forget_the_reader),
        _ => {}
    }
}

fn plays(deeds: &[(usize, Deed)]) -> Result<(), TestCaseError> {
    let mut evening = Evening::begins();
    for (who, deed) in deeds {
        evening.goes_on(*who, deed);
    }
    evening.heals();
    let [fatima, bram, noor] = &evening.laptops;
    let first = picture(fatima);
    prop_assert!(!first["files"].as_array().is_some_and(Vec::is_empty));
    prop_assert_eq!(&first, &picture(bram), "Fatima and Bram");
    prop_assert_eq!(&first, &picture(noor), "Fatima and Noor");
    for laptop in &evening.laptops {
        prop_assert_eq!(laptop.finds_wrong(), Vec::<String>::new());
    }
    Ok(())
}

#[test]
fn all_three_have_the_same_in_the_end() {
    let config = Config {
        cases: CASES,
        max_shrink_iters: 40,
        failure_persistence: None,
        ..Config::default()
    };
    let strategy = prop::collection::vec(deed(), 5..DEEDS);
    let played = TestRunner::new(config).run(&strategy, |deeds| plays(&deeds));
    if let Err(why) = played {
        panic!("{why}");
    }
}
