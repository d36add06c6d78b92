//! Fatima's evening: one shift, three rounds, nine stops, all offline; and what Bram sees of it afterwards.

use serde_json::{Value, json};
use support::{Laptop, Stage};

const MINUTE: i64 = 60_000;

/// What Fatima meets, round by round: place, how many, what the mood was.
const ROUNDS: [[(&str, u32, &str); 3]; 3] = [
    [
        ("Stationsplein", 6, "calm"),
        ("Griftpark", 4, "friendly"),
        ("Neude", 0, "calm"),
    ],
    [
        ("stationsplein", 9, "restless"),
        ("Skatebaan", 5, "calm"),
        ("Griftpark", 7, "tense"),
    ],
    [
        ("Stations plein", 3, "calm"),
        ("Skatebaan", 2, "friendly"),
        ("neude ", 1, "calm"),
    ],
];

fn later(laptop: &Laptop, minutes: i64) {
    laptop.clock().advance(minutes * MINUTE);
}

fn names(list: &Value, key: &str) -> Vec<String> {
    let rows = list[key].as_array().expect("a list");
    rows.iter()
        .map(|row| row["name"].as_str().expect("a name").to_owned())
        .collect()
}

#[test]
fn one_shift_three_rounds_nine_stops_offline_and_a_colleague_reads_it() {
    let stage = Stage::new();
    let mut hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    hub.stop();

    let shift = fatima.does("start_shift", json!({}));
    // The key is pressed again: the shift that runs is the answer.
    assert_eq!(fatima.does("start_shift", json!({}))["id"], shift["id"]);
    for round in ROUNDS {
        later(&fatima, 5);
        fatima.does("start_round", json!({}));
        for (place, count, mood) in round {
            later(&fatima, 10);
            let request = json!({
                "place": place, "at": fatima.clock().now(), "headCount": count, "mood": mood,
            });
            fatima.does("record_stop", request);
        }
    }
    let group = json!({
        "place": "Skatebaan", "at": fatima.clock().now(), "group": "De skaters",
        "topic": "het toernooi", "agreement": "Vrijdag terug met de folder",
    });
    let tenth = fatima.does("record_stop", group);
    assert_eq!(
        tenth["ids"].as_array().expect("ids").len(),
        2,
        "the stop and the group"
    );
    fatima.does(
        "set_withdrawn",
        json!({ "ids": tenth["ids"], "withdrawn": true }),
    );

    let today = fatima.does("read_today", json!({}));
    let running = &today["running"];
    assert_eq!(running["shift"]["id"], shift["id"]);
    assert_eq!(running["shift"]["stops"], 9);
    assert_eq!(running["rounds"].as_array().expect("rounds").len(), 3);
    let ended = running["rounds"].as_array().expect("rounds").iter();
    assert_eq!(ended.filter(|round| !round["endedAt"].is_null()).count(), 2);
    assert_eq!(running["log"][0]["placeName"], "Neude");
    assert_eq!(
        names(&fatima.does("list_places", json!({})), "places"),
        ["Griftpark", "Neude", "Skatebaan", "Stationsplein"],
        "however it was typed, a place is one place"
    );
    assert!(names(&fatima.does("list_groups", json!({})), "groups").is_empty());

    later(&fatima, 20);
    let left = fatima.does("end_shift", json!({ "shiftId": shift["id"] }));
    assert_eq!(
        (&left["toLink"], &left["handedOver"]),
        (&json!(0), &json!(false))
    );
    assert_eq!(
        left["notShared"],
        1 + 3 + 9 + 1,
        "shift, rounds, stops, the one taken back"
    );
    assert!(fatima.does("read_today", json!({}))["running"].is_null());

    // Bram has been out too, and met the same place under his own spelling.
    bram.does(
        "record_stop",
        json!({ "place": "NEUDE", "at": bram.clock().now() }),
    );
    hub.start_again();
    fatima.shares();
    bram.shares();
    fatima.shares();

    let today = bram.does("read_today", json!({}));
    assert_eq!(today["running"]["shift"]["stops"], 1, "his own shift");
    assert_eq!(today["added"]["total"], 9);
    assert!(
        today["added"]["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .all(|row| row["by"] == "Fatima")
    );
    let read = bram.does("read_shift", json!({ "shiftId": shift["id"] }));
    assert_eq!(read["shift"]["by"], "Fatima");
    assert_eq!(read["shift"]["mine"], false);
    assert_eq!(read["log"].as_array().expect("a log").len(), 9);
    for laptop in [&fatima, &bram] {
        let places = laptop.does("list_places", json!({}));
        assert_eq!(names(&places, "places").len(), 4);
        let shifts = laptop.does("list_shifts", json!({ "limit": 10 }));
        assert_eq!(shifts["shifts"].as_array().expect("shifts").len(), 2);
    }

    // Her evening went by on her own clock only, and the look-over says so; all else is in order.
    assert_eq!(fatima.finds_wrong(), ["clock"]);
    assert!(bram.finds_wrong().is_empty());

    // Reading is not seeing: only when Bram says so is it no longer new.
    assert_eq!(bram.does("read_today", json!({}))["added"]["total"], 9);
    bram.does("note_looked", json!({ "mark": today["added"]["mark"] }));
    assert_eq!(bram.does("read_today", json!({}))["added"]["total"], 0);
}

#[test]
fn two_spellings_from_two_laptops_become_one_place_and_a_rename_keeps_them_together() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    for (laptop, name) in [(&fatima, "Café de Brug"), (&bram, "cafe de brug")] {
        laptop.does(
            "record_stop",
            json!({ "place": name, "at": laptop.clock().now() }),
        );
    }
    fatima.shares();
    bram.shares();
    fatima.shares();
    let place = fatima.does("list_places", json!({}))["places"][0].clone();
    assert_eq!(
        (
            place["stops"].clone(),
            place["ids"].as_array().expect("ids").len()
        ),
        (json!(2), 2)
    );
    let request = json!({ "id": place["id"], "version": place["version"], "name": "De Brug" });
    fatima.does("edit_place", request);
    fatima.shares();
    bram.shares();
    let places = bram.does("list_places", json!({}));
    assert_eq!(names(&places, "places"), ["De Brug"]);
    assert_eq!(places["places"][0]["stops"], 2);
}

#[test]
fn a_forgotten_shift_stays_open_and_takes_nothing_in_and_ends_where_it_stopped() {
    let stage = Stage::new();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", None);
    let stop = fatima.does(
        "record_stop",
        json!({ "place": "Neude", "at": fatima.clock().now() }),
    );
    later(&fatima, 15 * 60);
    let today = fatima.does("read_today", json!({}));
    assert_eq!(today["running"]["shift"]["forgotten"], true);
    let next = fatima.does(
        "record_stop",
        json!({ "place": "Neude", "at": fatima.clock().now() }),
    );
    assert_ne!(next["stop"]["shiftId"], stop["stop"]["shiftId"]);
    let ended = fatima.does("end_shift", json!({ "shiftId": stop["stop"]["shiftId"] }));
    assert_eq!(ended["shift"]["endedAt"], stop["stop"]["at"]);
    assert_eq!(ended["shift"]["forgotten"], false);
}

#[test]
fn a_stop_is_changed_field_by_field_and_two_moods_both_stay() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let made = fatima.does(
        "record_stop",
        json!({ "place": "Neude", "at": fatima.clock().now(), "headCount": 4 }),
    );
    fatima.shares();
    bram.shares();
    let (id, version) = (&made["stop"]["id"], &made["stop"]["version"]);
    fatima.does(
        "edit_stop",
        json!({ "id": id, "version": version, "mood": "tense", "headCount": null }),
    );
    bram.does(
        "edit_stop",
        json!({ "id": id, "version": version, "mood": "grim", "topic": "de muziek" }),
    );
    fatima.shares();
    bram.shares();
    fatima.shares();
    let today = fatima.does("read_today", json!({}));
    let stop = &today["running"]["log"][0];
    assert_eq!(
        (&stop["headCount"], &stop["topic"]),
        (&Value::Null, &json!("de muziek"))
    );
    assert_eq!(stop["differences"][0]["field"], "mood");
    assert_eq!(today["differing"][0]["id"], *id);
    assert_eq!(today["differing"][0]["shiftId"], made["stop"]["shiftId"]);
    fatima.does(
        "edit_stop",
        json!({ "id": id, "version": stop["version"], "mood": "grim" }),
    );
    assert_eq!(fatima.does("read_today", json!({}))["differing"], json!([]));
}
