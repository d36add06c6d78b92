//! A laptop whose clock is a year off still shares, and says so.

use serde_json::json;
use support::Stage;

const YEAR_MILLIS: i64 = 365 * 24 * 3_600_000;

#[test]
fn a_year_off_in_either_direction_still_shares() {
    for off in [YEAR_MILLIS, -YEAR_MILLIS] {
        let stage = Stage::new();
        let hub = stage.hub();
        let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
        let case = fatima.opens_case("Gezin K.", &["Bram"]);
        fatima.records(Some(&case), "Toen de klok nog goed stond.");
        fatima.clock().advance(off);
        fatima.records(Some(&case), "Met de klok een jaar ernaast.");
        let status = fatima.syncs();
        assert_eq!(status["state"], "shared", "{status}");
        let skew = status["clockSkewSeconds"].as_i64().expect("it says so");
        assert!((skew - off / 1000).abs() < 600, "{skew}");
        assert_eq!(fatima.finds_wrong(), ["clock"]);

        bram.shares();
        assert_eq!(bram.reads(&case), fatima.reads(&case));
        assert_eq!(bram.reads(&case).len(), 2);
        // The other way as well, and an edit by the one with the wrong clock counts as any other.
        let row = bram.records(Some(&case), "Bram leest mee.");
        bram.shares();
        fatima.shares();
        let id = &row["id"];
        let version = fatima.item(&case, id)["version"].clone();
        let edit = json!({ "id": id, "version": version, "text": "Bram en Fatima lezen mee." });
        fatima.does("edit_contact_moment", edit);
        fatima.shares();
        bram.shares();
        assert_eq!(bram.item(&case, id)["text"], "Bram en Fatima lezen mee.");
        assert_eq!(
            bram.syncs()["clockSkewSeconds"],
            json!(null),
            "his clock is right"
        );

        // Set right again, it says nothing any more.
        fatima.clock().advance(-off);
        fatima.shares();
        assert_eq!(fatima.finds_wrong(), [""; 0]);
    }
}
