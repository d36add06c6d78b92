//! Actions: what was agreed, by whom, by when. They end in three ways that are as good as each other, and two
//! who end one differently both stay.

use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::{HubProcess, Laptop, Stage};

const DAY: i64 = 86_400_000;

fn actions(laptop: &Laptop, question: Value) -> Vec<Value> {
    let listed = laptop.does("list_actions", question);
    let actions = listed["actions"].as_array().expect("a list").clone();
    assert_eq!(listed["total"], actions.len());
    actions
}

fn texts(laptop: &Laptop, question: Value) -> Vec<String> {
    let texts = actions(laptop, question);
    texts
        .iter()
        .map(|row| row["text"].as_str().expect("a text").to_owned())
        .collect()
}

fn one(laptop: &Laptop, id: &Value) -> Value {
    let all = actions(laptop, json!({}));
    let found = all.iter().find(|row| row["id"] == *id);
    found.expect("the action").clone()
}

#[test]
fn they_stand_with_whom_they_are_for_and_in_whose_case_they_are() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram, noor] = stage.team(&hub.url(), ["Fatima", "Bram", "Noor"]);
    let case = fatima.opens_case("Gezin K.", &["Bram"]);
    let now = fatima.clock().now();
    let adds = |request: Value| fatima.does("add_action", request)["id"].clone();
    let school = adds(json!({
        "caseId": case, "text": "Belt de school.", "colleagueId": fatima.colleague("Bram"),
        "due": { "at": now + DAY, "hour": true },
    }));
    adds(json!({ "caseId": case, "text": "Zoekt zijn rapport.", "owner": "Daan zelf" }));
    adds(json!({ "text": "Vraagt bij het buurthuis.", "due": { "at": now - DAY, "hour": false } }));
    for laptop in [&fatima, &bram, &noor] {
        laptop.shares();
    }

    let open = json!({ "mine": true, "open": true });
    assert_eq!(
        texts(&fatima, open.clone()),
        ["Vraagt bij het buurthuis.", "Zoekt zijn rapport."],
        "by date, and without a date last"
    );
    assert_eq!(texts(&bram, open), ["Belt de school."]);
    assert_eq!(
        texts(&noor, json!({})),
        ["Vraagt bij het buurthuis."],
        "Noor does not hold the case"
    );
    assert_eq!(texts(&bram, json!({ "caseId": case })).len(), 2);
    let tomorrow = json!({ "from": now, "until": now + 2 * DAY });
    assert_eq!(texts(&bram, tomorrow), ["Belt de school."]);
    let undated = json!({ "dated": false });
    assert_eq!(texts(&fatima, undated), ["Zoekt zijn rapport."]);

    let row = one(&bram, &school);
    assert_eq!(row["caseName"], "Gezin K.");
    assert_eq!(row["colleague"], "Bram");
    assert_eq!(row["by"], "Fatima");
    assert_eq!(row["dueHour"], true);
    assert_eq!(row["share"], "shared");
    assert_eq!(row["outcome"], "open");
}

#[test]
fn every_ending_takes_it_off_the_list_and_can_be_taken_back() {
    let stage = Stage::new();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", None);
    let id = fatima.does("add_action", json!({ "text": "Belt oma." }))["id"].clone();
    for outcome in ["done", "deliberatelyNot", "notReached"] {
        let ended = fatima.does(
            "end_action",
            json!({ "id": id, "version": one(&fatima, &id)["version"], "outcome": outcome }),
        );
        assert_eq!(ended["outcome"], outcome);
        assert_eq!(ended["endedAt"], fatima.clock().now());
        assert!(actions(&fatima, json!({ "open": true })).is_empty());
        assert_eq!(actions(&fatima, json!({ "open": false })).len(), 1);
        let open = json!({ "id": id, "version": ended["version"], "outcome": "open" });
        let opened = fatima.does("end_action", open);
        assert_eq!(
            (&opened["outcome"], &opened["endedAt"]),
            (&json!("open"), &Value::Null)
        );
    }
    for withdrawn in [true, false] {
        fatima.does(
            "set_withdrawn",
            json!({ "ids": [id], "withdrawn": withdrawn }),
        );
        assert_eq!(actions(&fatima, json!({})).is_empty(), withdrawn);
    }
    assert_eq!(fatima.finds_wrong(), [""; 0]);
}

#[test]
fn an_edit_says_only_what_changed() {
    let stage = Stage::new();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", None);
    let now = fatima.clock().now();
    let me = fatima.colleague("Fatima");
    let row = fatima.does(
        "add_action",
        json!({ "text": "Belt oma.", "colleagueId": me, "due": { "at": now, "hour": false } }),
    );
    let edit = |row: &Value, field: &str, value: Value| {
        let mut request = json!({ "id": row["id"], "version": row["version"] });
        request[field] = value;
        fatima.does("edit_action", request)
    };
    let row = edit(&row, "colleagueId", json!(""));
    let row = edit(&row, "owner", json!("de buurvrouw"));
    let row = edit(&row, "due", json!({ "at": null, "hour": false }));
    assert_eq!(
        (&row["text"], &row["colleague"], &row["owner"], &row["due"]),
        (
            &json!("Belt oma."),
            &Value::Null,
            &json!("de buurvrouw"),
            &Value::Null
        )
    );
    let nobody = json!({ "text": "x", "colleagueId": "ab".repeat(16) });
    fatima.fails("add_action", nobody);
    fatima.fails("add_action", json!({ "text": "  " }));
}

/// What somebody does with the one action.
#[derive(Debug, Clone)]
enum Step {
    /// Ends it, or opens it again, as it reads on that laptop.
    Ends { who: usize, outcome: &'static str },
    /// Meets the hub.
    Shares { who: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let outcomes = vec!["open", "done", "deliberatelyNot", "notReached"];
    prop_oneof![
        3 => (0..2_usize, prop::sample::select(outcomes))
            .prop_map(|(who, outcome)| Step::Ends { who, outcome }),
        1 => (0..2_usize).prop_map(|who| Step::Shares { who }),
    ]
}

/// The endings that a laptop shows: the one in the list and those beside it.
fn shown(row: &Value) -> BTreeSet<String> {
    let differences = row["differences"].as_array().expect("differences");
    let versions = differences
        .iter()
        .filter(|difference| difference["field"] == "outcome" && difference["settled"].is_null())
        .flat_map(|difference| difference["versions"].as_array().expect("versions"));
    let beside = versions.map(|version| version["value"].clone());
    beside
        .chain([row["outcome"].clone()])
        .map(|value| value.as_str().expect("a word").to_owned())
        .collect()
}

/// What was said of one action, told apart from the app: each word replaces those that its author had seen,
/// and no other.
#[derive(Default)]
struct Said {
    words: Vec<(&'static str, BTreeSet<usize>)>,
    known: [BTreeSet<usize>; 2],
    hub: BTreeSet<usize>,
}

impl Said {
    /// The words that stand, as far as somebody knows.
    fn stand(&self, known: &BTreeSet<usize>) -> BTreeSet<String> {
        let replaced: BTreeSet<usize> = known
            .iter()
            .flat_map(|word| self.words[*word].1.iter().copied())
            .collect();
        let standing = known.difference(&replaced);
        standing
            .map(|word| self.words[*word].0.to_owned())
            .collect()
    }

    fn ends(&mut self, who: usize, outcome: &'static str) {
        // Who says what stands already says nothing new.
        if self.stand(&self.known[who]) == BTreeSet::from([outcome.to_owned()]) {
            return;
        }
        self.words.push((outcome, self.known[who].clone()));
        self.known[who].insert(self.words.len() - 1);
    }

    fn shares(&mut self, who: usize) {
        self.hub.extend(&self.known[who]);
        self.known[who].extend(&self.hub);
    }
}

#[test]
fn any_interleaving_of_endings_reads_the_same_and_loses_none() {
    let stage = Stage::new();
    let hub: HubProcess = stage.hub();
    let laptops = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let [fatima, bram] = &laptops;
    let config = ProptestConfig {
        cases: 12,
        failure_persistence: None,
        ..Default::default()
    };
    // One team for all: to make one costs more than a hundred endings.
    proptest!(config, |(steps in prop::collection::vec(step(), 1..12))| {
        let id = fatima.does("add_action", json!({ "text": "Belt oma." }))["id"].clone();
        fatima.shares();
        bram.shares();
        let mut said = Said::default();
        for step in steps {
            match step {
                Step::Ends { who, outcome } => {
                    laptops[who].clock().advance(1_000);
                    let version = one(&laptops[who], &id)["version"].clone();
                    let request = json!({ "id": id, "version": version, "outcome": outcome });
                    laptops[who].does("end_action", request);
                    said.ends(who, outcome);
                }
                Step::Shares { who } => {
                    laptops[who].shares();
                    said.shares(who);
                }
            }
        }
        for who in [0, 1, 0, 1] {
            laptops[who].shares();
            said.shares(who);
        }
        let mut wanted = said.stand(&said.hub);
        if wanted.is_empty() {
            wanted.insert("open".to_owned());
        }
        let rows = laptops.each_ref().map(|laptop| one(laptop, &id));
        prop_assert_eq!(&rows[0]["outcome"], &rows[1]["outcome"]);
        for row in &rows {
            prop_assert_eq!(&shown(row), &wanted);
        }
    });
}

#[test]
fn two_who_end_it_differently_both_stay_until_somebody_chooses() {
    let stage = Stage::new();
    let mut hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let id = fatima.does("add_action", json!({ "text": "Belt oma." }))["id"].clone();
    fatima.shares();
    bram.shares();
    hub.stop();
    for (laptop, outcome, minutes) in [(&fatima, "done", 1), (&bram, "notReached", 2)] {
        laptop.clock().advance(minutes * 60_000);
        let version = one(laptop, &id)["version"].clone();
        let request = json!({ "id": id, "version": version, "outcome": outcome });
        laptop.does("end_action", request);
    }
    hub.start_again();
    for laptop in [&fatima, &bram, &fatima] {
        laptop.shares();
    }
    for laptop in [&fatima, &bram] {
        let row = one(laptop, &id);
        assert_eq!(row["differences"].as_array().expect("a list").len(), 1);
        let wanted = BTreeSet::from(["done".to_owned(), "notReached".to_owned()]);
        assert_eq!(shown(&row), wanted);
    }
    let version = one(&fatima, &id)["version"].clone();
    let choice = json!({ "id": id, "version": version, "outcome": "notReached" });
    fatima.does("end_action", choice);
    fatima.shares();
    bram.shares();
    let row = one(&bram, &id);
    assert_eq!(row["outcome"], "notReached");
    assert_eq!(row["differences"][0]["settled"]["by"], "Fatima");
}

#[test]
fn the_calendar_file_says_when_and_nothing_else() {
    let stage = Stage::new();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Kornoelje", "Fatima", None);
    let case = fatima.opens_case("Gezin Vlier", &[]);
    fatima.records(Some(&case), "Sprak hem bij het Griftpark.");
    let now = fatima.clock().now();
    for (text, hour) in [("Belt de mentor.", false), ("Brengt het rapport.", true)] {
        let due = json!({ "at": now + DAY, "hour": hour });
        let request = json!({ "caseId": case, "text": text, "owner": "buurvrouw Els", "due": due });
        fatima.does("add_action", request);
    }
    fatima.does("add_action", json!({ "text": "Zonder datum." }));
    let path = stage.folder("agenda.ics");
    let written = fatima.does("export_calendar", json!({ "path": path, "from": now }));
    assert_eq!(written["events"], 2);
    let file = std::fs::read_to_string(&path).expect("the file");
    assert_eq!(file.matches("SUMMARY:Nabij: afspraak").count(), 2, "{file}");
    let words = [
        "Fatima",
        "Kornoelje",
        "Gezin",
        "Vlier",
        "Griftpark",
        "mentor",
        "rapport",
        "buurvrouw",
        "Els",
        "Zonder",
        "Sprak",
        "Belt",
        "Brengt",
    ];
    for word in words {
        assert!(
            !file.to_lowercase().contains(&word.to_lowercase()),
            "{word} in {file}"
        );
    }
    let me = fatima.colleague("Fatima");
    let mut ids: Vec<String> = actions(&fatima, json!({}))
        .iter()
        .map(|row| row["id"].as_str().expect("an id").to_owned())
        .collect();
    ids.extend([me, case]);
    for id in ids {
        assert!(!file.contains(&id), "an id of ours in {file}");
    }
}
