//! Fatima works the street without a network; Bram reads it at the office.

use serde_json::json;
use support::Stage;

#[test]
fn fatima_writes_offline_and_bram_reads_it_after_both_met_the_hub() {
    let stage = Stage::new();
    let mut hub = stage.hub();
    let fatima = stage.laptop("fatima");
    let bram = stage.laptop("bram");

    fatima.founds("Straatteam Noord", "Fatima", Some(&hub.url()));
    fatima.shares();
    let invitation = fatima.invites("familyCoach");
    let team = bram.joins(&invitation, "Bram");
    assert_eq!(team["standing"], "waiting", "nobody has admitted Bram yet");

    fatima.shares();
    bram.shares();
    let team = bram.does("read_team", json!({}));
    assert_eq!(team["standing"], "member");
    assert_eq!(team["teamName"], "Straatteam Noord");

    let case = fatima.opens_case("Gezin K.", &["Bram"]);
    hub.stop();
    fatima.records(
        Some(&case),
        "Slaapt bij oma, wil morgen bellen over school.",
    );
    fatima.records(
        Some(&case),
        "Café gesloten; sprak vier jongens op het plein.",
    );
    assert_eq!(fatima.syncs()["offline"], true);
    assert_eq!(fatima.finds("cafe"), 1, "accents do not matter");

    hub.start_again();
    fatima.shares();
    bram.shares();
    assert_eq!(bram.reads(&case), fatima.reads(&case));
    assert_eq!(bram.finds("oma"), 1);
    let found = bram.does("check_vault", json!({}));
    for finding in found["findings"].as_array().expect("findings") {
        assert_eq!(finding["ok"], true, "{finding}");
    }
}
