//! Two laptops on one network and no hub in reach.

use serde_json::json;
use std::time::{Duration, Instant};
use support::{Laptop, Stage};

const PORT: u16 = 48_911;
/// How soon a laptop listens after it was asked to.
const WITHIN: Duration = Duration::from_secs(15);

/// Starts sharing with laptops nearby and waits until it listens.
pub(crate) fn listens(laptop: &Laptop, port: u16) {
    laptop.does("set_nearby", json!({ "on": true, "port": port }));
    laptop.app().start_sync();
}

/// Shares with the laptop that listens there, as soon as it does.
pub(crate) fn shares_with(laptop: &Laptop, port: u16) {
    let request = json!({ "address": format!("127.0.0.1:{port}") });
    let until = Instant::now() + WITHIN;
    while Instant::now() < until {
        if laptop.call("share_nearby", request.clone()).is_ok() {
            return;
        }
        std::thread::yield_now();
    }
    laptop.does("share_nearby", request);
}

#[test]
fn fatima_and_bram_share_in_a_doorway_and_the_hub_hears_of_it_later() {
    let stage = Stage::new();
    let mut hub = stage.hub();
    let [fatima, bram, noor] = stage.team(&hub.url(), ["Fatima", "Bram", "Noor"]);
    let case = fatima.opens_case("Gezin K.", &["Bram"]);
    fatima.shares();
    bram.shares();
    noor.shares();
    hub.stop();

    fatima.records(Some(&case), "Geschreven zonder hub.");
    bram.records(Some(&case), "Ook zonder hub.");
    listens(&bram, PORT);
    shares_with(&fatima, PORT);
    let mut both = vec!["Geschreven zonder hub.", "Ook zonder hub."];
    both.sort_unstable();
    for laptop in [&fatima, &bram] {
        let mut texts = laptop.reads(&case);
        texts.sort();
        assert_eq!(texts, both);
    }
    // A laptop has it, and the hub has not signed: that is not shared, and the centre says who has it.
    assert_eq!(fatima.does("sync_status", json!({}))["state"], "waiting");
    let centre = fatima.does("read_sync_centre", json!({}));
    let bram_has = centre["confirmed"]
        .as_array()
        .expect("confirmations")
        .iter()
        .find(|row| row["name"] == "Bram")
        .expect("Bram's laptop has signed");
    assert_eq!(bram_has["holds"], bram_has["of"]);

    // Noor has no part in the case: from Bram she gets nothing of it.
    shares_with(&noor, PORT);
    let seen = noor.does("list_cases", json!({}));
    assert!(!seen.to_string().contains("Gezin K."), "{seen}");

    // What Fatima wrote reaches the hub by Bram, who met it first.
    hub.start_again();
    bram.shares();
    fatima.shares();
    assert!(fatima.finds_wrong().is_empty());
    bram.app().close();
}

#[test]
fn who_connects_shows_a_colleague_no_more_than_is_theirs() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, noor] = stage.team(&hub.url(), ["Fatima", "Noor"]);
    let case = fatima.opens_case("Gezin K.", &[]);
    fatima.records(Some(&case), "Niet voor Noor.");
    fatima.records(None, "Van de straat, voor allen.");
    listens(&noor, PORT + 2);
    shares_with(&fatima, PORT + 2);
    assert_eq!(noor.street().len(), 1);
    // Nothing of the case came, not even sealed.
    let centre = noor.does("read_sync_centre", json!({}));
    assert_eq!(
        (&centre["waitingToRead"], &centre["unreadable"]),
        (&json!(0), &json!(0))
    );
    let fatimas = fatima.does("read_sync_centre", json!({}));
    let noor_has = fatimas["confirmed"]
        .as_array()
        .expect("confirmations")
        .iter()
        .find(|row| row["name"] == "Noor")
        .expect("Noor's laptop has signed");
    assert_eq!(noor_has["holds"], noor_has["of"]);
    noor.app().close();
}

#[test]
fn a_stranger_is_turned_away() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [bram] = stage.team(&hub.url(), ["Bram"]);
    let other = Stage::new();
    let other_hub = other.hub();
    let [stranger] = other.team(&other_hub.url(), ["Vreemde"]);
    listens(&bram, PORT + 1);
    let request = json!({ "address": format!("127.0.0.1:{}", PORT + 1) });
    let until = Instant::now() + WITHIN;
    let mut code = String::from("offline");
    while code == "offline" && Instant::now() < until {
        let failure = stranger
            .call("share_nearby", request.clone())
            .expect_err("nobody shares with another team");
        code = serde_json::to_value(failure.code)
            .expect("a code")
            .as_str()
            .expect("a word")
            .to_owned();
        std::thread::yield_now();
    }
    assert_ne!(code, "offline", "Bram's laptop answered and refused");
    assert!(bram.does("read_nearby", json!({}))["laptops"] == json!([]));
    bram.app().close();
}
