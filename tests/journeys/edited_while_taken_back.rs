//! Fatima takes back what Bram is editing somewhere without a network. What he wrote is not lost: it returns,
//! marked, and a person decides.

use serde_json::{Value, json};
use support::{HubProcess, Laptop, Stage};

struct Scene {
    fatima: Laptop,
    bram: Laptop,
    case: String,
    id: Value,
    hub: HubProcess,
    _stage: Stage,
}

impl Scene {
    fn set() -> Scene {
        let stage = Stage::new();
        let hub = stage.hub();
        let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
        let case = fatima.opens_case("Gezin Vlier", &["Bram"]);
        let id = fatima.records(Some(&case), "Dochter wil van school.")["id"].clone();
        fatima.shares();
        bram.shares();
        Scene {
            fatima,
            bram,
            case,
            id,
            hub,
            _stage: stage,
        }
    }

    fn all_share(&self) {
        for laptop in [&self.fatima, &self.bram, &self.fatima] {
            laptop.shares();
        }
    }

    fn takes_back(&self, laptop: &Laptop) {
        laptop.does(
            "set_withdrawn",
            json!({ "ids": [self.id], "withdrawn": true }),
        );
    }

    fn edits(&self, laptop: &Laptop, text: &str) {
        let version = laptop.item(&self.case, &self.id)["version"].clone();
        let edit = json!({ "id": self.id, "version": version, "text": text });
        laptop.does("edit_contact_moment", edit);
    }

    fn stands(&self, laptop: &Laptop) -> bool {
        let file = laptop.does("read_case", json!({ "caseId": self.case, "limit": 50 }));
        let rows = file["timeline"].as_array().expect("a timeline");
        rows.iter().any(|row| row["id"] == self.id)
    }
}

#[test]
fn what_was_edited_meanwhile_returns_marked_and_a_person_decides() {
    for (value, stands) in [("true", false), ("false", true)] {
        let mut scene = Scene::set();
        scene.hub.stop();
        scene.takes_back(&scene.fatima);
        assert!(!scene.stands(&scene.fatima));
        scene.edits(&scene.bram, "Dochter wil naar een andere school.");
        scene.hub.start_again();
        scene.all_share();
        for laptop in [&scene.fatima, &scene.bram] {
            let row = laptop.item(&scene.case, &scene.id);
            assert_eq!(row["text"], "Dochter wil naar een andere school.");
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

        let row = scene.bram.item(&scene.case, &scene.id);
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
            assert_eq!(scene.stands(laptop), stands);
            assert_eq!(laptop.does("read_today", json!({}))["differing"], json!([]));
        }
        // The decision is a change like any other.
        let undo = json!({ "id": scene.id, "version": chosen["version"], "field": "withdrawn" });
        scene.bram.does("take_back_choice", undo);
        scene.all_share();
        for laptop in [&scene.fatima, &scene.bram] {
            assert!(scene.stands(laptop));
            let row = laptop.item(&scene.case, &scene.id);
            assert_eq!(row["differences"][0]["settled"], Value::Null);
        }
    }
}

#[test]
fn what_nobody_edited_meanwhile_stays_taken_back() {
    let scene = Scene::set();
    scene.edits(&scene.bram, "Dochter wil naar een andere school.");
    scene.all_share();
    scene.takes_back(&scene.fatima);
    scene.all_share();
    for laptop in [&scene.fatima, &scene.bram] {
        assert!(!scene.stands(laptop));
        assert_eq!(laptop.finds("andere"), 0);
    }
}
