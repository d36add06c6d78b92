//! Two colleagues correct one contact moment. What cannot be put together by itself is shown to both, and a
//! person chooses.

use serde_json::{Value, json};
use support::{Laptop, PASSPHRASE, Scene, nabij};

const WROTE: &str = "Slaapt ergens anders.";
const FATIMAS: &str = "Slaapt sinds dinsdag bij oma.";
const BRAMS: &str = "Slaapt sinds dinsdag bij zijn tante.";

/// Both correct the text without a network, Fatima a minute and Bram two minutes later; then they meet.
fn both_correct(scene: &mut Scene) -> [i64; 2] {
    scene.hub.stop();
    scene.fatima.clock().advance(60_000);
    scene.bram.clock().advance(120_000);
    scene.edits(&scene.fatima, "text", FATIMAS);
    scene.edits(&scene.bram, "text", BRAMS);
    let at = [scene.fatima.clock().now(), scene.bram.clock().now()];
    scene.hub.start_again();
    scene.all_share();
    at
}

fn difference(scene: &Scene, laptop: &Laptop) -> Value {
    scene.row(laptop)["differences"][0].clone()
}

fn differences_in_list(laptop: &Laptop) -> Value {
    let listed = laptop.does("list_cases", json!({}));
    listed["cases"][0]["differences"].clone()
}

#[test]
fn both_versions_are_marked_on_both_laptops_with_who_and_when() {
    let mut scene = Scene::set(WROTE);
    let [fatima_at, bram_at] = both_correct(&mut scene);
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
        assert_eq!(differences_in_list(laptop), 1);
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
        let mut scene = Scene::set(WROTE);
        both_correct(&mut scene);
        scene.edits(&scene.bram, "text", choice);
        scene.bram.shares();
        scene.fatima.shares();
        for laptop in [&scene.fatima, &scene.bram] {
            let row = scene.row(laptop);
            assert_eq!(row["text"], choice);
            assert_eq!(row["differences"][0]["settled"]["by"], "Bram");
            assert_eq!(differences_in_list(laptop), 0);
            assert_eq!(laptop.finds_wrong(), [""; 0]);
        }
    }
}

#[test]
fn a_third_version_leaves_a_mark_and_taking_the_choice_back_brings_both_again() {
    let mut scene = Scene::set(WROTE);
    both_correct(&mut scene);
    let both = format!("{FATIMAS}\n\n{BRAMS}");
    let seen = difference(&scene, &scene.fatima);
    let mut request = json!({ "id": seen["id"], "version": seen["version"], "field": "text" });
    let mut chosen = request.clone();
    chosen["choice"] = json!({ "words": both });
    assert_eq!(seen["takesWords"], true);
    let answer = scene.fatima.does("keep_difference", chosen);
    scene.all_share();
    for laptop in [&scene.fatima, &scene.bram] {
        assert_eq!(scene.row(laptop)["text"], both);
        let mark = difference(&scene, laptop);
        assert_eq!(mark["settled"]["by"], "Fatima");
        assert_eq!(mark["versions"].as_array().expect("versions").len(), 2);
        assert_eq!(differences_in_list(laptop), 0);
        assert_eq!(laptop.does("read_today", json!({}))["differing"], json!([]));
        assert_eq!((laptop.finds("oma"), laptop.finds("tante")), (1, 1));
    }

    request["version"] = answer["version"].clone();
    scene.fatima.does("take_back_choice", request);
    scene.all_share();
    for laptop in [&scene.fatima, &scene.bram] {
        let again = difference(&scene, laptop);
        assert_eq!(again["settled"], Value::Null);
        assert_eq!(
            again["versions"], seen["versions"],
            "as it was, with who and when"
        );
        assert_eq!(scene.row(laptop)["text"], seen["versions"][1]["value"]);
        assert_eq!(laptop.finds_wrong(), [""; 0]);
    }
}

#[test]
fn the_command_line_lists_chooses_and_takes_back() {
    let mut scene = Scene::set(WROTE);
    both_correct(&mut scene);
    let fatima = &scene.fatima;
    let seen = difference(&scene, fatima);
    let id = seen["id"].as_str().expect("an id");
    fatima.does("lock_vault", json!({}));
    let say = |args: &[&str]| {
        let ended = nabij(fatima.home(), PASSPHRASE, &[&["difference"], args].concat());
        assert_eq!(ended.code, Some(0), "{}", ended.aside);
        ended.said
    };
    let listed = say(&["list"]);
    for word in [id, "text", "Fatima", "Bram", FATIMAS, BRAMS] {
        assert!(listed.contains(word), "{word}: {listed}");
    }
    say(&["keep", id, "text", "--value", "1"]);
    let settled = say(&["list", "--settled"]);
    assert!(settled.contains("gekozen door Fatima"), "{settled}");
    say(&["undo", id, "text"]);
    assert_eq!(say(&["list"]), listed);
    say(&["keep", id, "text", "--words", "Bij zijn tante."]);
    assert_eq!(say(&["list"]).trim(), "Er zijn geen verschillen.");
    let nowhere = ["difference", "undo", id, "place"];
    assert_eq!(nabij(fatima.home(), PASSPHRASE, &nowhere).code, Some(13));
    fatima.unlocks();
    assert_eq!(scene.row(fatima)["text"], "Bij zijn tante.");
}

#[test]
fn different_fields_go_together_silently() {
    let mut scene = Scene::set(WROTE);
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
    let scene = Scene::set(WROTE);
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
