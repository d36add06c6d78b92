//! An evening without the hub, with the real programs: ten notes on each laptop, one of them loses its power
//! in the middle, and the next morning all twenty are on both.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use support::{HubProgram, PASSPHRASE, RpcProcess, Stage};

const NOTES: usize = 10;

/// Starts a laptop's program and opens its vault.
fn started(stage: &Stage, name: &str) -> RpcProcess {
    let mut laptop = RpcProcess::start(&stage.folder(name));
    laptop.does("unlock_vault", json!({ "passphrase": PASSPHRASE }));
    laptop
}

fn note(case: &str, name: &str, number: usize) -> Value {
    json!({
        "people": [{ "caseId": case }], "kind": "conversation", "place": "Griftpark",
        "text": format!("Notitie {number} van {name}."), "at": 1_790_000_000_000_i64 + number as i64,
    })
}

fn question(case: &str) -> Value {
    json!({ "caseId": case, "limit": 500, "before": null })
}

/// How often each text stands in a case.
fn texts(file: &Value) -> BTreeMap<String, usize> {
    let mut texts = BTreeMap::new();
    for item in file["timeline"].as_array().expect("a timeline") {
        *texts
            .entry(item["text"].as_str().expect("a text").to_owned())
            .or_default() += 1;
    }
    texts
}

#[test]
fn all_twenty_are_on_both_and_nothing_twice() {
    let stage = Stage::new();
    let mut hub = HubProgram::start(&stage.folder("hub"));
    let case = {
        let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
        let case = fatima.opens_case("Gezin K.", &["Bram"]);
        fatima.shares();
        bram.shares();
        case
    };
    let (mut fatima, mut bram) = (started(&stage, "fatima"), started(&stage, "bram"));
    for laptop in [&mut fatima, &mut bram] {
        laptop.waits_until("sync_status", &json!({}), |status| {
            status["state"] == "shared"
        });
    }

    hub.is_killed();
    for number in 1..=NOTES {
        fatima.does("record_contact_moment", note(&case, "Fatima", number));
    }
    for number in 1..=NOTES / 2 {
        bram.does("record_contact_moment", note(&case, "Bram", number));
    }
    // The sixth is on its way when the power goes.
    bram.asks("record_contact_moment", &note(&case, "Bram", NOTES / 2 + 1));
    bram.is_killed();

    let mut bram = started(&stage, "bram");
    let found = texts(&bram.does("read_case", question(&case)));
    assert!(
        found.len() >= NOTES / 2,
        "what was called saved is there: {found:?}"
    );
    // He looks what is there, and writes what is not.
    for number in 1..=NOTES {
        if !found.contains_key(&format!("Notitie {number} van Bram.")) {
            bram.does("record_contact_moment", note(&case, "Bram", number));
        }
    }
    let status = bram.waits_until("sync_status", &json!({}), |status| {
        status["offline"] == true
    });
    assert_eq!(status["state"], "waiting");
    assert_eq!(status["waiting"], NOTES);

    // All off, all on again.
    fatima.leaves();
    bram.is_killed();
    hub.start_again();
    let (mut fatima, mut bram) = (started(&stage, "fatima"), started(&stage, "bram"));
    let complete = |file: &Value| {
        file["timeline"]
            .as_array()
            .is_some_and(|items| items.len() >= 20)
    };
    let mut files = Vec::new();
    for laptop in [&mut fatima, &mut bram] {
        laptop.waits_until("read_case", &question(&case), complete);
        laptop.waits_until("sync_status", &json!({}), |status| {
            status["state"] == "shared"
        });
        files.push(texts(&laptop.does("read_case", question(&case))));
    }
    let wanted: BTreeMap<String, usize> = (1..=NOTES)
        .flat_map(|number| ["Fatima", "Bram"].map(|name| format!("Notitie {number} van {name}.")))
        .map(|text| (text, 1))
        .collect();
    assert_eq!(files, [wanted.clone(), wanted]);
    for laptop in [&mut fatima, &mut bram] {
        let found = laptop.does("check_vault", json!({}));
        let findings = found["findings"].as_array().expect("findings");
        assert!(
            findings.iter().all(|finding| finding["ok"] == true),
            "{found}"
        );
    }
    fatima.leaves();
    bram.leaves();
    hub.leaves();
}
