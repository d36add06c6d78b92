//! Fatima takes back what Bram is editing somewhere without a network. What he wrote is not lost: it returns,
//! marked, and a person decides.

use serde_json::{Value, json};
use support::{Laptop, Scene};

const WROTE: &str = "Dochter wil van school.";
const MEANT: &str = "Dochter wil naar een andere school.";

fn takes_back(scene: &Scene, laptop: &Laptop) {
    let request = json!({ "ids": [scene.id], "withdrawn": true });
    laptop.does("set_withdrawn", request);
}

fn stands(scene: &Scene, laptop: &Laptop) -> bool {
    let file = laptop.file(&scene.case);
    let rows = file["timeline"].as_array().expect("a timeline");
    rows.iter().any(|row| row["id"] == scene.id)
}

#[test]
fn what_was_edited_meanwhile_returns_marked_and_a_person_decides() {
    for (value, stays) in [("true", false), ("false", true)] {
        let mut scene = Scene::set(WROTE);
        scene.hub.stop();
        takes_back(&scene, &scene.fatima);
        assert!(!stands(&scene, &scene.fatima));
        scene.edits(&scene.bram, "text", MEANT);
        scene.hub.start_again();
        scene.all_share();
        for laptop in [&scene.fatima, &scene.bram] {
            let row = scene.row(laptop);
            assert_eq!(row["text"], MEANT);
            let difference = &row["differences"][0];
            assert_eq!(difference["field"], "withdrawn");
            let who: Vec<&Value> = difference["versions"]
                .as_array()
                .expect("versions")
                .iter()
                .map(|version| &version["by"])
                .collect();
            assert_eq!(who, ["Fatima", "Bram"]);
            let today = laptop.does("read_today", json!({}));
            assert_eq!(today["differing"][0]["id"], scene.id);
            assert_eq!(laptop.finds("andere"), 1);
            assert_eq!(laptop.finds_wrong(), [""; 0]);
        }

        let row = scene.row(&scene.bram);
        let difference = &row["differences"][0];
        let versions = difference["versions"].as_array().expect("versions");
        let position = versions
            .iter()
            .position(|version| version["value"] == value);
        let choice = json!({
            "id": difference["id"], "version": difference["version"], "field": "withdrawn",
            "choice": { "value": position },
        });
        let chosen = scene.bram.does("keep_difference", choice);
        scene.all_share();
        for laptop in [&scene.fatima, &scene.bram] {
            assert_eq!(stands(&scene, laptop), stays);
            assert_eq!(laptop.does("read_today", json!({}))["differing"], json!([]));
        }
        // The decision is a change like any other.
        let undo = json!({ "id": scene.id, "version": chosen["version"], "field": "withdrawn" });
        scene.bram.does("take_back_choice", undo);
        scene.all_share();
        for laptop in [&scene.fatima, &scene.bram] {
            assert!(stands(&scene, laptop));
            let row = scene.row(laptop);
            assert_eq!(row["differences"][0]["settled"], Value::Null);
        }
    }
}

#[test]
fn what_nobody_edited_meanwhile_stays_taken_back() {
    let scene = Scene::set(WROTE);
    scene.edits(&scene.bram, "text", MEANT);
    scene.all_share();
    takes_back(&scene, &scene.fatima);
    scene.all_share();
    for laptop in [&scene.fatima, &scene.bram] {
        assert!(!stands(&scene, laptop));
        assert_eq!(laptop.finds("andere"), 0);
    }
}
