//! Fatima writes once about three boys: one has a case, one is known by nickname, one is new. Bram, who does not hold
//! the case, reads what happened on the street and nothing that names the case. Later the new boy turns out to be a
//! case himself, and then after all not.

use serde_json::{Value, json};
use support::{Laptop, Stage};

const TEXT: &str = "Drie jongens bij de fietsenstalling gesproken over de brand.";
const DAYS: i64 = 24 * 60 * 60 * 1000;

/// Everything that a laptop answers about people, in one text.
fn everything(laptop: &Laptop) -> String {
    let cases = laptop.does("list_cases", json!({}));
    let street = json!(laptop.street());
    let persons = laptop.does("list_persons", json!({}));
    let withdrawn = laptop.does("list_withdrawn", json!({}));
    let mut all = vec![cases, street, persons.clone(), withdrawn];
    for person in persons["persons"].as_array().expect("persons") {
        let request = json!({ "personId": person["id"], "limit": 500 });
        all.push(laptop.does("read_person", request));
    }
    for word in ["Youssef", "Rico", "fietsenstalling", "brand"] {
        all.push(laptop.does("search", json!({ "query": word, "limit": null })));
        all.push(laptop.does("find_people", json!({ "query": word })));
    }
    json!(all).to_string()
}

fn persons(laptop: &Laptop) -> Vec<Value> {
    let listed = laptop.does("list_persons", json!({ "filter": "toLink" }));
    listed["persons"].as_array().expect("persons").clone()
}

fn nicknames(laptop: &Laptop) -> Vec<String> {
    let mut names: Vec<String> = persons(laptop)
        .iter()
        .map(|person| person["nickname"].as_str().expect("a nickname").to_owned())
        .collect();
    names.sort();
    names
}

fn person_called(laptop: &Laptop, nickname: &str) -> Value {
    let all = persons(laptop);
    let found = all.iter().find(|person| person["nickname"] == nickname);
    found.expect("this person")["id"].clone()
}

#[test]
fn three_at_once_and_nobody_reads_more_than_is_theirs() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let case = fatima.opens_case("Youssef B.", &[]);
    fatima.records_with(json!([{ "nickname": "Rico" }]), "Kort gesproken.");
    let rico = person_called(&fatima, "Rico");

    fatima.clock().advance(60_000);
    let people = json!([{ "caseId": case }, { "personId": rico }, { "nickname": "Lange, Rico" }]);
    let request = json!({
        "people": people, "kind": "signal", "text": TEXT, "at": fatima.clock().now(),
        "place": "Fietsenstalling", "outcome": "reached", "lifeDomains": ["safety"],
        "actions": [{ "text": "School bellen", "owner": "Youssef zelf" }],
    });
    let recorded = fatima.does("record_contact_moment", request);
    let rows = recorded["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), 2, "one for the case, one for the street");
    assert_eq!(
        (&rows[0]["caseId"], &rows[0]["others"]),
        (&json!(case), &json!(2))
    );
    assert_eq!(
        rows[0]["persons"],
        json!([]),
        "the case's copy names nobody else"
    );
    assert_eq!(
        (&rows[1]["caseId"], &rows[1]["others"]),
        (&Value::Null, &json!(1))
    );
    assert_eq!(rows[1]["persons"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        nicknames(&fatima),
        ["Lange", "Rico"],
        "Rico is not made twice"
    );
    fatima.shares();
    bram.shares();

    let texts: Vec<Value> = bram
        .street()
        .iter()
        .map(|row| row["text"].clone())
        .collect();
    assert!(texts.contains(&json!(TEXT)));
    assert_eq!(nicknames(&bram), ["Lange", "Rico"]);
    let all = everything(&bram);
    for word in ["Youssef", case.as_str(), "School bellen"] {
        assert!(!all.contains(word), "{word} reached Bram");
    }
    let found = bram.does("find_people", json!({ "query": "fie" }));
    assert_eq!(
        found["people"].as_array().map(Vec::len),
        Some(2),
        "by place: {found}"
    );

    // What one recording wrote goes and comes back together.
    for (withdrawn, street) in [(true, 1), (false, 2)] {
        let request = json!({ "ids": recorded["ids"], "withdrawn": withdrawn });
        fatima.does("set_withdrawn", request);
        assert_eq!(fatima.street().len(), street);
        assert_eq!(fatima.reads(&case).len(), street - 1);
    }
}

#[test]
fn an_unknown_boy_becomes_a_case_and_is_parted_from_it_again() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let case = fatima.opens_case("Youssef B.", &[]);
    fatima.records_with(
        json!([{ "nickname": "Youssef" }]),
        "Staat elke avond bij de brug.",
    );
    let person = person_called(&fatima, "Youssef");
    let request = json!({ "personId": person, "limit": 50 });
    let file = fatima.does("read_person", request.clone());
    assert_eq!(
        file["likely"][0]["caseId"],
        json!(case),
        "only a suggestion: {file}"
    );
    assert_eq!(file["likely"][0]["reasons"], json!(["sameNickname"]));
    assert_eq!(file["person"]["caseId"], Value::Null);

    fatima.clock().advance(60_000);
    let merge = fatima.does(
        "merge_person",
        json!({ "personId": person, "caseId": case }),
    );
    let kinds = |laptop: &Laptop| -> Vec<Value> {
        let file = laptop.file(&case);
        let timeline = file["timeline"].as_array().expect("a timeline");
        timeline.iter().map(|item| item["type"].clone()).collect()
    };
    assert_eq!(kinds(&fatima), ["personMerge", "contactMoment"]);
    assert!(nicknames(&fatima).is_empty(), "nothing is left to link");
    fatima.shares();
    bram.shares();
    // Bram sees that the boy is linked, and not to whom.
    assert!(nicknames(&bram).is_empty());
    assert!(!everything(&bram).contains("Youssef B."));

    fatima.does(
        "set_withdrawn",
        json!({ "ids": [merge["id"]], "withdrawn": true }),
    );
    assert!(kinds(&fatima).is_empty());
    assert_eq!(nicknames(&fatima), ["Youssef"]);
    let taken_back = fatima.does("list_withdrawn", json!({ "caseId": case }));
    assert_eq!(taken_back["items"][0]["id"], merge["id"]);
    fatima.shares();
    bram.shares();
    assert_eq!(nicknames(&bram), ["Youssef"]);

    // Ninety days later nobody is called that any more, and what happened is still there.
    bram.clock().advance(90 * DAYS);
    assert!(nicknames(&bram).is_empty());
    assert_eq!(
        format!("{:?}", bram.fails("read_person", request)),
        "NotFound"
    );
    assert_eq!(
        bram.does("find_people", json!({ "query": "you" }))["people"],
        json!([])
    );
    let street = bram.street();
    let met = street
        .iter()
        .find(|row| row["type"] == "contactMoment")
        .expect("a moment");
    assert_eq!(met["persons"][0]["nickname"], Value::Null);
    assert_eq!(met["persons"][0]["expired"], true);
    assert_eq!(met["text"], "Staat elke avond bij de brug.");
}

#[test]
fn a_purpose_keeps_somebody_and_history_gives_back_what_was_said() {
    let stage = Stage::new();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", None);
    let row =
        fatima.records_with(json!([{ "nickname": "Mo" }]), "Vraagt om hulp.")["rows"][0].clone();
    let person = person_called(&fatima, "Mo");
    let read =
        || fatima.does("read_person", json!({ "personId": person, "limit": 9 }))["person"].clone();
    let edit = json!({
        "id": person, "version": read()["version"], "purpose": "help", "text": "Rode jas", "place": "Neude",
    });
    fatima.does("edit_person", edit);
    assert_eq!(
        (&read()["purpose"], &read()["expiresAt"]),
        (&json!("help"), &Value::Null)
    );
    let places = fatima.does("list_places", json!({}));
    assert_eq!(places["places"].as_array().map(Vec::len), Some(2));

    fatima.clock().advance(1000);
    let edit = json!({ "id": row["id"], "version": row["version"], "text": "Vraagt niets." });
    fatima.does("edit_contact_moment", edit);
    let history = || fatima.does("read_history", json!({ "id": row["id"] }))["versions"].clone();
    assert_eq!(history()[0]["changed"], json!(["text"]));
    assert_eq!(history()[1]["by"], "Fatima");
    fatima.clock().advance(1000);
    let first = history()[1]["version"].clone();
    fatima.does(
        "restore_version",
        json!({ "id": row["id"], "version": first }),
    );
    assert_eq!(fatima.street()[0]["text"], "Vraagt om hulp.");
    assert_eq!(history().as_array().map(Vec::len), Some(3));
}

#[test]
fn ninety_days_later_the_nickname_stands_nowhere() {
    let stage = Stage::new();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", None);
    let shift = fatima.does("start_shift", json!({}))["id"].clone();
    fatima.records_with(json!([{ "nickname": "Kwikstaart" }]), "Stond bij de brug.");
    let person = person_called(&fatima, "Kwikstaart");
    let action = json!({ "personId": person, "text": "Samen naar het buurthuis." });
    fatima.does("add_action", action);
    let composed = || fatima.does("compose_handover", json!({ "shiftId": shift }));
    let lines = composed()["groups"][0]["lines"].clone();
    let order: Vec<Value> = lines
        .as_array()
        .expect("lines")
        .iter()
        .map(|line| line["key"].clone())
        .collect();
    let draft = json!({ "order": order, "struck": [], "sentences": [], "to": [] });
    fatima.does("send_handover", json!({ "shiftId": shift, "draft": draft }));
    let everywhere = || {
        [
            fatima.does("list_actions", json!({})),
            fatima.does("read_shift", json!({ "shiftId": shift })),
            fatima.does("list_handovers", json!({})),
            composed(),
        ]
        .map(|answer| answer.to_string())
    };
    let named = |answers: [String; 4]| answers.map(|answer| answer.contains("Kwikstaart"));
    assert_eq!(
        named(everywhere()),
        [true, true, false, true],
        "the list of handovers never tells what is in them"
    );
    assert!(fatima.finds("Kwikstaart") > 0);
    assert_eq!(
        fatima.does("list_handovers", json!({}))["handovers"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );

    fatima.clock().advance(90 * DAYS);
    assert_eq!(named(everywhere()), [false; 4]);
    assert_eq!(fatima.finds("Kwikstaart"), 0);
    assert_eq!(
        fatima.does("list_handovers", json!({}))["handovers"],
        json!([])
    );
    assert_eq!(
        fatima.does("list_actions", json!({}))["actions"][0]["text"],
        "Samen naar het buurthuis.",
        "what was agreed stays"
    );
}
