//! Noor comes into the team later and is let into one case: she reads all that was written before. Bram, who
//! does not hold that case, has nothing of it.

use serde_json::json;
use support::{Laptop, Stage, places_of};

const SECRET: &str = "Kwartelstraat";

/// How much of the case a laptop shows: hits of a search, and rows in the list.
fn hits_and_rows(laptop: &Laptop, case: &str) -> (u64, usize) {
    let listed = laptop.does("list_cases", json!({}));
    let rows = listed["cases"].as_array().expect("cases");
    (
        laptop.finds(SECRET),
        rows.iter().filter(|row| row["id"] == case).count(),
    )
}

#[test]
fn who_is_let_in_reads_all_of_it_and_who_is_not_sees_nothing() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram, noor] = stage.team(&hub.url(), ["Fatima", "Bram", "Noor"]);
    let shared_with_bram = fatima.opens_case("Gezin Bakker", &["Bram"]);
    fatima.records(Some(&shared_with_bram), "Koffie gedronken, alles rustig.");

    let case = fatima.opens_case("Gezin van de Kwartelstraat", &[]);
    for evening in 1..=12 {
        fatima.clock().advance(10_000);
        fatima.records(
            Some(&case),
            &format!("Avond {evening}: stond op de hoek {SECRET}."),
        );
    }
    let note = json!({ "caseId": case, "text": format!("Huisarts zit ook in de {SECRET}.") });
    fatima.does("record_case_note", note);
    fatima.writes_summary(&case, |_| format!("Woont sinds mei in de {SECRET}."));
    fatima.shares();
    for laptop in [&bram, &noor] {
        laptop.shares();
        assert_eq!(hits_and_rows(laptop, &case), (0, 0), "not let in yet");
        let request = json!({ "caseId": case, "limit": 10, "before": null });
        assert_eq!(
            format!("{:?}", laptop.fails("read_case", request)),
            "NotFound"
        );
    }

    let with = json!({ "caseId": case, "with": [fatima.colleague("Noor")] });
    fatima.does("share_case", with);
    fatima.shares();
    noor.shares();
    bram.shares();

    assert_eq!(noor.reads(&case), fatima.reads(&case));
    assert_eq!(noor.reads(&case).len(), 13);
    assert_eq!(noor.summary(&case), fatima.summary(&case));
    assert_eq!(noor.finds(SECRET), fatima.finds(SECRET));
    assert_eq!(
        noor.finds(SECRET),
        15,
        "twelve moments, a note, the summary and the case's name"
    );
    assert_eq!(noor.finds("huisarts"), 1);

    // What she writes from now on is hers and Fatima's.
    noor.records(Some(&case), "Kennisgemaakt met moeder.");
    noor.shares();
    fatima.shares();
    bram.shares();
    assert_eq!(fatima.finds("kennisgemaakt"), 1);

    assert_eq!(hits_and_rows(&bram, &case), (0, 0));
    assert_eq!(bram.finds("kennisgemaakt"), 0);
    assert_eq!(bram.finds("koffie"), 1, "his own case he has");
    let request = json!({ "caseId": case, "text": "Ik hoor hier niet." });
    assert_eq!(
        format!("{:?}", bram.fails("record_case_note", request)),
        "NotFound"
    );
    let request = json!({ "caseId": case, "with": [bram.colleague("Bram")] });
    bram.call("share_case", request)
        .expect_err("nobody lets himself in");
    assert_eq!(
        places_of(&[SECRET, "Kwartel", "Gezin"], bram.home()),
        [""; 0]
    );
    for laptop in [&fatima, &bram, &noor] {
        assert_eq!(laptop.finds_wrong(), [""; 0]);
    }
}
