//! Fatima and Bram both write in "where we stand" of one case, and neither knows of the other yet.

use serde_json::json;
use support::Stage;

const FIRST: &str = "Moeder zoekt werk. Yassin gaat weer naar school. Oma helpt in het weekend.";

#[test]
fn both_find_both_their_words() {
    let stage = Stage::new();
    let mut hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let case = fatima.opens_case("Gezin K.", &["Bram"]);
    fatima.writes_summary(&case, |_| FIRST.to_owned());
    fatima.shares();
    bram.shares();
    assert_eq!(bram.summary(&case), FIRST);

    hub.stop();
    fatima.clock().advance(60_000);
    fatima.writes_summary(&case, |text| {
        text.replace("naar school", "naar school, drie dagen")
    });
    bram.clock().advance(120_000);
    bram.writes_summary(&case, |text| {
        format!("{text} Nieuw: hij belt mij elke maandag.")
    });
    assert_eq!(fatima.syncs()["offline"], true);
    assert_eq!(fatima.file(&case)["summary"]["share"], "waiting");

    hub.start_again();
    fatima.shares();
    bram.shares();
    fatima.shares();
    for laptop in [&fatima, &bram] {
        let text = laptop.summary(&case);
        assert_eq!(text.matches("naar school, drie dagen").count(), 1, "{text}");
        assert_eq!(
            text.matches("hij belt mij elke maandag").count(),
            1,
            "{text}"
        );
        assert_eq!(text.matches("Moeder zoekt werk").count(), 1, "{text}");
        assert_eq!(
            laptop.finds("maandag dagen"),
            1,
            "both words are in one text"
        );
        assert_eq!(laptop.file(&case)["summary"]["share"], "shared");
        assert_eq!(
            laptop.file(&case)["summary"]["changedBy"],
            "Bram",
            "he wrote last"
        );
    }
    assert_eq!(fatima.summary(&case), bram.summary(&case));
}

#[test]
fn a_form_that_was_open_when_a_colleagues_words_came_in_does_not_wipe_them_out() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let case = fatima.opens_case("Gezin de Vries", &["Bram"]);
    fatima.writes_summary(&case, |_| FIRST.to_owned());
    fatima.shares();
    bram.shares();

    let opened = fatima.file(&case)["summary"].clone();
    bram.writes_summary(&case, |text| {
        format!("{text} Broer is verhuisd naar Almere.")
    });
    bram.shares();
    fatima.shares();
    let typed = format!(
        "Let op: nieuwe telefoon. {}",
        opened["text"].as_str().expect("a text")
    );
    let request = json!({ "caseId": case, "version": opened["version"], "text": typed });
    let saved = fatima.does("edit_summary", request);
    let text = saved["text"].as_str().expect("a text");
    assert!(
        text.starts_with("Let op: nieuwe telefoon. Moeder"),
        "{text}"
    );
    assert!(text.ends_with("Broer is verhuisd naar Almere."), "{text}");
    fatima.shares();
    bram.shares();
    assert_eq!(bram.summary(&case), text);
    assert_eq!(bram.finds_wrong(), [""; 0]);
}
