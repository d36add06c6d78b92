//! Fatima leaves for good: Noor gets her case with all its history and a page that says why it is done this way.

use serde_json::json;
use support::Stage;

#[test]
fn the_successor_reads_the_history_and_why() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, noor, bram] = stage.team(&hub.url(), ["Fatima", "Noor", "Bram"]);
    let case = fatima.opens_case("Gezin K.", &[]);
    fatima.writes_summary(&case, |_| "Daan woont bij oma, moeder weet het.".to_owned());
    for evening in 1..=7 {
        fatima.clock().advance(60_000);
        fatima.records(Some(&case), &format!("Avond {evening}: even gesproken."));
    }
    let draft = json!({
        "to": fatima.colleague("Noor"), "caseIds": [case],
        "whys": [{ "caseId": case, "why": "Bel nooit voor tien uur: dan slaapt hij net." }],
    });
    fatima.does("save_caseload_draft", json!({ "draft": draft }));
    let kept = fatima.does("compose_caseload_handover", json!({}));
    assert_eq!(kept["draft"], draft);
    assert_eq!(kept["pages"][0]["contacts"].as_array().unwrap().len(), 5);

    let sent = fatima.does("send_caseload_handover", json!({ "draft": draft }));
    assert_eq!(sent["granted"], 1);
    for laptop in [&fatima, &noor, &bram] {
        laptop.shares();
    }
    assert_eq!(noor.reads(&case).len(), 7, "all of the history");
    let inbox = noor.does("list_handovers", json!({}));
    assert_eq!(inbox["unread"], 1, "{inbox}");
    let id = &inbox["handovers"][0]["id"];
    let file = noor.does("read_handover", json!({ "id": id }));
    let page = &file["sections"][0];
    assert_eq!(page["heading"], "Gezin K.");
    assert_eq!(page["why"], "Bel nooit voor tien uur: dan slaapt hij net.");
    assert_eq!(
        page["lines"][0]["text"],
        "Daan woont bij oma, moeder weet het."
    );
    assert_eq!(
        bram.does("list_handovers", json!({}))["handovers"],
        json!([])
    );

    // Handing over adds a player: Fatima stays. The why goes on to whoever comes after Noor.
    fatima.records(Some(&case), "Nog even gedag gezegd.");
    fatima.shares();
    noor.shares();
    assert_eq!(noor.reads(&case).len(), 8);
    let again = noor.does("compose_caseload_handover", json!({}));
    assert_eq!(again["pages"][0]["why"], page["why"]);
    let path = stage.folder("casussen.pdf");
    let request = json!({ "handover": { "type": "sent", "id": id }, "path": path });
    noor.does("export_handover_pdf", request);
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn what_was_written_in_a_case_that_is_not_sent_stays() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, noor] = stage.team(&hub.url(), ["Fatima", "Noor"]);
    let [sent, kept] = ["Gezin K.", "Youssef B."].map(|name| fatima.opens_case(name, &[]));
    let why = |case, why| json!({ "caseId": case, "why": why });
    let draft = json!({
        "to": fatima.colleague("Noor"), "caseIds": [sent],
        "whys": [why(&sent, "Bel na tienen."), why(&kept, "Praat alleen op straat.")],
    });
    fatima.does("save_caseload_draft", json!({ "draft": draft }));
    fatima.does("send_caseload_handover", json!({ "draft": draft }));
    let left = fatima.does("compose_caseload_handover", json!({}))["draft"].clone();
    assert_eq!(left["whys"], json!([why(&kept, "Praat alleen op straat.")]));
    assert_eq!((&left["to"], &left["caseIds"]), (&json!(null), &json!([])));
    fatima.shares();
    noor.shares();
    assert_eq!(noor.finds("straat"), 0, "what was not sent went nowhere");
}
