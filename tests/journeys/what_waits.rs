//! What waits is listed by title and never hides what failed: why, and what to do. Three days say so in amber, a
//! pause outlives the program, and who has confirmed nothing is listed too.

use serde_json::{Value, json};
use support::{HubProgram, Laptop, PASSPHRASE, Stage, nabij};

const DAY: i64 = 24 * 60 * 60 * 1000;

fn centre(laptop: &Laptop) -> Value {
    laptop.does("read_sync_centre", json!({}))
}

fn status(laptop: &Laptop) -> Value {
    laptop.does("sync_status", json!({}))
}

fn says(laptop: &Laptop, arguments: &[&str]) -> String {
    laptop.does("lock_vault", json!({}));
    let ended = nabij(laptop.home(), PASSPHRASE, arguments);
    assert_eq!(ended.code, Some(0), "{ended:?}");
    laptop.unlocks();
    ended.said
}

fn confirmation(laptop: &Laptop, name: Option<&str>) -> Value {
    let centre = centre(laptop);
    let rows = centre["confirmed"].as_array().expect("confirmations");
    let wanted = name.map_or(Value::Null, |name| json!(name));
    let found = rows.iter().find(|row| row["name"] == wanted);
    found.expect("it is listed").clone()
}

#[test]
fn amber_after_three_days_of_unshared_work_and_not_a_moment_before() {
    let stage = Stage::new();
    let mut hub = stage.hub();
    let [fatima] = stage.team(&hub.url(), ["Fatima"]);
    fatima.shares();
    // Days without anything to share are no reason.
    fatima.clock().advance(10 * DAY);
    assert_eq!(status(&fatima)["stale"], false);
    hub.stop();
    fatima.records(None, "Geschreven zonder hub.");
    fatima.clock().advance(3 * DAY - 60_000);
    // What is written later does not begin the count anew.
    fatima.records(None, "Twee dagen later.");
    let before = status(&fatima);
    assert_eq!(
        (&before["waitingDays"], &before["stale"]),
        (&json!(2), &json!(false))
    );
    fatima.clock().advance(60_000);
    let after = status(&fatima);
    assert_eq!(
        (&after["waitingDays"], &after["stale"]),
        (&json!(3), &json!(true))
    );
    // Paused it is said as well.
    fatima.does("pause_sync", json!({ "paused": true }));
    assert_eq!(status(&fatima)["stale"], true);
    fatima.does("pause_sync", json!({ "paused": false }));
    // Shared meanwhile: only what was written since counts.
    hub.start_again();
    fatima.does("set_hub", json!({ "hub": hub.url() }));
    fatima.shares();
    assert_eq!(status(&fatima)["stale"], false);
    hub.stop();
    fatima.records(None, "Van vandaag.");
    fatima.clock().advance(DAY);
    let anew = status(&fatima);
    assert_eq!(
        (&anew["waitingDays"], &anew["stale"]),
        (&json!(1), &json!(false))
    );
}

#[test]
fn a_pause_outlives_the_program() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima] = stage.team(&hub.url(), ["Fatima"]);
    fatima.shares();
    fatima.does("pause_sync", json!({ "paused": true }));
    fatima.records(None, "Tijdens de pauze.");
    let home = fatima.home().to_owned();
    fatima.app().close();
    drop(fatima);

    let fatima = Laptop::new(home);
    fatima.unlocks();
    fatima.app().start_sync();
    let stands = fatima.syncs();
    assert_eq!(
        (&stands["state"], &stands["pends"]),
        (&json!("paused"), &json!(true))
    );
    fatima.does("pause_sync", json!({ "paused": false }));
    assert_eq!(fatima.syncs()["state"], "shared");
}

#[test]
fn what_the_hub_turned_down_is_listed_with_the_reason_and_tried_again() {
    let stage = Stage::new();
    let mut hub = HubProgram::start_with(&stage.folder("hub"), &["--quota", "64KiB"]);
    let [fatima] = stage.team(&hub.url(), ["Fatima"]);
    let case = fatima.opens_case("Gezin K.", &[]);
    fatima.shares();
    let mut word = 1_u32;
    let mut long = || -> String {
        (0..400)
            .map(|_| {
                word = word.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                format!("{word:x} ")
            })
            .collect()
    };
    let full = (0..100).any(|_| {
        fatima.records(Some(&case), &format!("Moeder belde. {}", long()));
        fatima.syncs()["state"] == "error"
    });
    assert!(full, "the hub was never full");
    // What waits elsewhere is not accused, and what failed comes first.
    let listed = centre(&fatima);
    let waiting = listed["waiting"].as_array().expect("a list");
    assert_eq!(waiting[0]["failed"], "full", "{listed}");
    assert_eq!(waiting[0]["caseName"], "Gezin K.");
    assert!(
        waiting[0]["words"]
            .as_str()
            .is_some_and(|words| words.starts_with("Moeder belde."))
    );
    let said = says(&fatima, &["sharing", "--retry"]);
    assert!(
        said.contains("De hub heeft geen ruimte meer voor dit team."),
        "{said}"
    );
    assert!(said.contains("nabij sharing --retry"), "{said}");

    // Tried again in vain it stays listed; with more room the same key shares it.
    let again = fatima.does("retry_failed", json!({}));
    assert_eq!(again["waiting"][0]["failed"], "full", "{again}");
    hub.is_killed();
    let hub = HubProgram::start_with(&stage.folder("hub"), &["--quota", "8 MiB"]);
    fatima.does("set_hub", json!({ "hub": hub.url() }));
    let again = fatima.does("retry_failed", json!({}));
    assert_eq!(again["waiting"], json!([]));
    assert_eq!(status(&fatima)["state"], "shared");
}

#[test]
fn who_has_confirmed_nothing_is_listed_and_a_meeting_without_news_counts() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let case = fatima.opens_case("Gezin K.", &["Bram"]);
    fatima.records(Some(&case), "Moeder belde terug.");
    fatima.shares();
    let bram_before = confirmation(&fatima, Some("Bram"));
    let said = says(&fatima, &["sharing"]);
    if bram_before["at"].is_null() {
        assert_eq!(bram_before["holds"], 0);
        assert!(
            said.contains("Laptop van Bram heeft nog niets bevestigd"),
            "{said}"
        );
    }
    bram.shares();
    bram.shares();
    fatima.shares();
    let before = confirmation(&fatima, None);
    // Two hours later the hub says the same: nothing is new, but that it was said is.
    fatima.clock().advance(2 * 60 * 60 * 1000);
    assert_eq!(fatima.syncs()["state"], "shared");
    let after = confirmation(&fatima, None);
    assert_eq!(after["holds"], before["holds"]);
    let at = |row: &Value| row["at"].as_i64().expect("it has confirmed");
    assert!(
        at(&after) - at(&before) > 60 * 60 * 1000,
        "{before} {after}"
    );
    let bram_after = confirmation(&fatima, Some("Bram"));
    assert!(bram_after["at"].is_i64(), "{bram_after}");
    assert!(bram_after["holds"].as_u64() > Some(0), "{bram_after}");
    assert_eq!(bram_after["holds"], bram_after["of"]);
}

#[test]
fn once_everybody_has_met_the_hub_everybody_sees_what_everybody_has() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram, noor] = stage.team(&hub.url(), ["Fatima", "Bram", "Noor"]);
    let all = fatima.opens_case("Gezin K.", &["Bram", "Noor"]);
    let two = fatima.opens_case("Gezin S.", &["Bram"]);
    fatima.records(Some(&all), "Moeder belde terug.");
    fatima.records(Some(&two), "Op school gesproken.");
    bram.records(None, "Rustig bij de skatebaan.");
    // One round brings it, one confirms it, one tells that; nobody stays longer than there is something to do.
    for _ in 0..3 {
        for laptop in [&fatima, &bram, &noor] {
            laptop.shares();
        }
    }
    for (laptop, others) in [
        (&fatima, ["Bram", "Noor"]),
        (&bram, ["Fatima", "Noor"]),
        (&noor, ["Fatima", "Bram"]),
    ] {
        for name in others {
            let row = confirmation(laptop, Some(name));
            assert_eq!(row["holds"], row["of"], "{row}");
        }
    }
}
