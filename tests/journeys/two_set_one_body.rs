//! Two colleagues correct one contact moment. What cannot be put together by itself is shown to both, and a
//! person chooses.

use serde_json::{Value, json};
use support::{HubProcess, Laptop, Stage};

const FATIMAS: &str = "Slaapt sinds dinsdag bij oma.";
const BRAMS: &str = "Slaapt sinds dinsdag bij zijn tante.";

/// Fatima's contact moment, which both have.
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
        let case = fatima.opens_case("Gezin K.", &["Bram"]);
        let id = fatima.records(Some(&case), "Slaapt ergens anders.")["id"].clone();
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

    fn row(&self, laptop: &Laptop) -> Value {
        laptop.item(&self.case, &self.id)
    }

    /// Edits the contact moment on the version that the laptop shows.
    fn edits(&self, laptop: &Laptop, field: &str, value: &str) {
        self.edits_at(laptop, &self.row(laptop)["version"], field, value);
    }

    fn edits_at(&self, laptop: &Laptop, version: &Value, field: &str, value: &str) {
        let mut request = json!({ "id": self.id, "version": version });
        request[field] = json!(value);
        laptop.does("edit_contact_moment", request);
    }

    fn all_share(&self) {
        for laptop in [&self.fatima, &self.bram, &self.fatima] {
            laptop.shares();
        }
    }

    /// Both correct the text without a network, Fatima a minute and Bram two minutes later; then they meet.
    fn both_correct(&mut self) -> [i64; 2] {
        self.hub.stop();
        self.fatima.clock().advance(60_000);
        self.bram.clock().advance(120_000);
        self.edits(&self.fatima, "text", FATIMAS);
        self.edits(&self.bram, "text", BRAMS);
        let at = [self.fatima.clock().now(), self.bram.clock().now()];
        self.hub.start_again();
        self.all_share();
        at
    }

    fn differences_in_list(&self, laptop: &Laptop) -> Value {
        let listed = laptop.does("list_cases", json!({}));
        listed["cases"][0]["differences"].clone()
    }
}

#[test]
fn both_versions_are_marked_on_both_laptops_with_who_and_when() {
    let mut scene = Scene::set();
    let [fatima_at, bram_at] = scene.both_correct();
    for laptop in [&scene.fatima, &scene.bram] {
        let row = scene.row(laptop);
        let differences = row["differences"].as_array().expect("differences");
        assert_eq!(differences.len(), 1, "{row}");
        assert_eq!(differences[0]["field"], "text");
        let versions = differences[0]["versions"].as_array().expect("versions");
        let told = |by: &str| {
            versions
                .iter()
                .find(|version| version["by"] == by)
                .expect(by)
        };
        assert_eq!(versions.len(), 2, "{row}");
        assert_eq!(told("Fatima")["value"], FATIMAS);
        assert_eq!(told("Fatima")["at"], fatima_at);
        assert_eq!(told("Bram")["value"], BRAMS);
        assert_eq!(told("Bram")["at"], bram_at);
        let chosen: Vec<_> = versions
            .iter()
            .filter(|version| version["chosen"] == true)
            .collect();
        assert_eq!(chosen.len(), 1);
        assert_eq!(
            chosen[0]["value"], row["text"],
            "what is shown is one of the two"
        );
        assert_eq!(scene.differences_in_list(laptop), 1);
        assert_eq!(
            (laptop.finds("oma"), laptop.finds("tante")),
            (1, 1),
            "both can be found"
        );
    }
    assert_eq!(
        scene.row(&scene.fatima)["text"],
        scene.row(&scene.bram)["text"]
    );
}

#[test]
fn choosing_one_settles_it_on_both() {
    for choice in [FATIMAS, BRAMS] {
        let mut scene = Scene::set();
        scene.both_correct();
        scene.edits(&scene.bram, "text", choice);
        scene.bram.shares();
        scene.fatima.shares();
        for laptop in [&scene.fatima, &scene.bram] {
            let row = scene.row(laptop);
            assert_eq!(row["text"], choice);
            assert_eq!(row["differences"], json!([]));
            assert_eq!(scene.differences_in_list(laptop), 0);
            assert_eq!(laptop.finds_wrong(), [""; 0]);
        }
    }
}

#[test]
fn different_fields_go_together_silently() {
    let mut scene = Scene::set();
    scene.hub.stop();
    scene.edits(&scene.fatima, "place", "Kanaleneiland");
    scene.edits(&scene.bram, "kind", "homeVisit");
    scene.hub.start_again();
    scene.all_share();
    for laptop in [&scene.fatima, &scene.bram] {
        let row = scene.row(laptop);
        assert_eq!(row["place"], "Kanaleneiland");
        assert_eq!(row["kind"], "homeVisit");
        assert_eq!(row["differences"], json!([]));
    }
}

#[test]
fn an_edit_on_an_old_version_keeps_what_a_colleague_wrote_since() {
    let scene = Scene::set();
    let opened = scene.row(&scene.fatima)["version"].clone();
    scene.edits(&scene.bram, "place", "Buurthuis De Kern");
    scene.edits(&scene.bram, "text", BRAMS);
    scene.bram.shares();
    scene.fatima.shares();
    assert_eq!(
        scene.row(&scene.fatima)["text"],
        BRAMS,
        "it came in while the form was open"
    );

    scene.edits_at(&scene.fatima, &opened, "text", FATIMAS);
    scene.all_share();
    for laptop in [&scene.fatima, &scene.bram] {
        let row = scene.row(laptop);
        assert_eq!(
            row["place"], "Buurthuis De Kern",
            "a field that she did not touch"
        );
        let versions = row["differences"][0]["versions"].to_string();
        assert!(
            versions.contains(FATIMAS) && versions.contains(BRAMS),
            "{row}"
        );
    }
}
