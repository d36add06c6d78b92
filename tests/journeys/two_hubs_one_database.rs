//! Two hub programs over one PostgreSQL database are one hub to the team; when one is killed, nobody loses anything.

#[path = "../../crates/hub/tests/support/postgres.rs"]
#[allow(dead_code)]
mod postgres;

use postgres::Postgres;
use serde_json::{Value, json};
use support::{HubProgram, Laptop, PASSPHRASE, RpcProcess, Stage};

fn texts(file: &Value) -> Vec<String> {
    let timeline = file["timeline"].as_array().expect("a timeline");
    let mut texts: Vec<String> = timeline
        .iter()
        .map(|item| item["text"].as_str().expect("a text").to_owned())
        .collect();
    texts.sort();
    texts
}

fn goes_to(laptop: &Laptop, hub: &HubProgram) {
    laptop.does("set_hub", json!({ "hub": hub.url() }));
}

#[test]
fn fatima_and_bram_have_different_hub_processes_and_one_is_killed() {
    let Some(server) = Postgres::start() else {
        return;
    };
    let database = server.database();
    let stage = Stage::new();
    let mut one = HubProgram::start_over(&database);
    let other = HubProgram::start_over(&database);
    let [fatima, bram] = stage.team(&one.url(), ["Fatima", "Bram"]);
    goes_to(&bram, &other);
    let case = fatima.opens_case("Gezin K.", &["Bram"]);
    fatima.records(Some(&case), "Door de ene hub.");
    fatima.shares();
    bram.shares();
    assert_eq!(texts(&bram.file(&case)), ["Door de ene hub."]);

    // Bram's laptop is connected and hears of what came in at the other process, without asking.
    bram.app().close();
    let mut connected = RpcProcess::start(bram.home());
    connected.does("unlock_vault", json!({ "passphrase": PASSPHRASE }));
    let question = json!({ "caseId": case, "limit": 50, "before": null });
    fatima.records(Some(&case), "Terwijl Bram luistert.");
    fatima.shares();
    connected.waits_until("read_case", &question, |file| texts(file).len() == 2);

    // One of the two is killed. Fatima writes on, and what she wrote waits until she finds the other.
    one.is_killed();
    fatima.records(Some(&case), "Terwijl haar hub weg is.");
    let status = fatima.syncs();
    assert_eq!(
        (&status["offline"], &status["state"]),
        (&json!(true), &json!("waiting"))
    );
    connected.does("record_contact_moment", json!({
        "people": [{ "caseId": case }], "kind": "conversation", "text": "Van Bram, bij de andere.",
        "at": fatima.clock().now(), "place": "Griftpark",
    }));
    connected.waits_until("sync_status", &json!({}), |status| {
        status["state"] == "shared"
    });
    goes_to(&fatima, &other);
    fatima.shares();
    let all = [
        "Door de ene hub.",
        "Terwijl Bram luistert.",
        "Terwijl haar hub weg is.",
        "Van Bram, bij de andere.",
    ];
    connected.waits_until("read_case", &question, |file| texts(file).len() == 4);
    assert_eq!(texts(&fatima.file(&case)), all);
    connected.leaves();
    bram.unlocks();
    assert_eq!(texts(&bram.file(&case)), all);

    // Started again, it is the same hub, with what the other took in.
    let again = HubProgram::start_over(&database);
    goes_to(&fatima, &again);
    fatima.shares();
    bram.shares();
    for laptop in [&fatima, &bram] {
        assert_eq!(laptop.finds_wrong(), [""; 0]);
        let centre = laptop.does("read_sync_centre", json!({}));
        assert_eq!(
            centre["findings"],
            json!([]),
            "a process that goes is no hub that lost something"
        );
    }
}
