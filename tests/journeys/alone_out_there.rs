//! Fatima works alone and says until when. If she does not check in, those whom she chose are told at the next
//! contact, and nobody else is; where she said to be stays on her laptop.

use serde_json::{Value, json};
use support::{HubProcess, Laptop, Stage, places_of};

const MINUTE: i64 = 60_000;
const PLACE: &str = "Kornoeljeplein";

struct Evening {
    fatima: Laptop,
    bram: Laptop,
    noor: Laptop,
    hub: HubProcess,
    stage: Stage,
}

impl Evening {
    fn begins() -> Evening {
        let stage = Stage::new();
        let hub = stage.hub();
        let [fatima, bram, noor] = stage.team(&hub.url(), ["Fatima", "Bram", "Noor"]);
        fatima.does("offer_check_in", json!({ "offered": true }));
        Evening {
            fatima,
            bram,
            noor,
            hub,
            stage,
        }
    }

    /// Fatima will be on her own for half an hour; Bram is to know if she does not come back.
    fn fatima_goes(&self) -> i64 {
        let until = self.fatima.clock().now() + 30 * MINUTE;
        let request = json!({
            "place": PLACE, "until": until, "colleagues": [self.fatima.colleague("Bram")],
        });
        let started = self.fatima.does("start_check_in", request);
        assert_eq!(started["state"], "running");
        assert_eq!(started["minutes"], 30);
        assert_eq!(started["place"], PLACE);
        assert_eq!(started["colleagues"], json!(["Bram"]));
        until
    }

    fn passes(&self, minutes: i64) {
        for laptop in [&self.fatima, &self.bram, &self.noor] {
            laptop.clock().advance(minutes * MINUTE);
        }
    }

    fn all_share(&self) {
        for laptop in [&self.fatima, &self.bram, &self.noor] {
            laptop.shares();
        }
    }
}

fn state(laptop: &Laptop) -> Value {
    laptop.does("read_check_in", json!({}))["state"].clone()
}

fn told(laptop: &Laptop) -> Vec<Value> {
    let listed = laptop.does("list_missed_check_ins", json!({}));
    listed["missed"].as_array().expect("a list").clone()
}

fn waits(laptop: &Laptop) -> Value {
    laptop.does("sync_status", json!({}))["waiting"].clone()
}

#[test]
fn it_is_off_until_somebody_wants_it() {
    let stage = Stage::new();
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", None);
    let timer = fatima.does("read_check_in", json!({}));
    assert_eq!(timer["offered"], false);
    assert_eq!(timer["state"], "none");
}

#[test]
fn who_checks_in_in_time_leaves_no_trace() {
    let evening = Evening::begins();
    evening.all_share();
    let until = evening.fatima_goes();
    evening.passes(24);
    assert_eq!(state(&evening.fatima), "running");
    evening.passes(1);
    assert_eq!(state(&evening.fatima), "asks");
    let later = json!({ "until": until + 15 * MINUTE });
    assert_eq!(
        evening.fatima.does("extend_check_in", later)["state"],
        "running"
    );
    evening.passes(22);
    assert_eq!(state(&evening.fatima), "rings");

    let well = evening.fatima.does("check_in", json!({}));
    assert_eq!(well["state"], "none");
    assert_eq!(well["place"], Value::Null, "forgotten at once");
    assert_eq!(waits(&evening.fatima), 0, "nothing was written to any log");
    evening.passes(60);
    assert_eq!(state(&evening.fatima), "none");
    evening.all_share();
    assert_eq!(waits(&evening.fatima), 0);
    for laptop in [&evening.fatima, &evening.bram, &evening.noor] {
        assert!(told(laptop).is_empty());
    }
}

#[test]
fn whom_she_chose_is_told_and_nobody_else() {
    let evening = Evening::begins();
    let until = evening.fatima_goes();
    evening.passes(30);
    assert_eq!(state(&evening.fatima), "rings");
    evening.passes(9);
    assert_eq!(state(&evening.fatima), "rings", "she has ten minutes");
    evening.passes(1);
    assert_eq!(state(&evening.fatima), "missed");
    evening.all_share();

    let bram = told(&evening.bram);
    assert_eq!(bram.len(), 1);
    assert_eq!(bram[0]["name"], "Fatima");
    assert_eq!(bram[0]["due"], until);
    assert_eq!(bram[0]["endedAt"], Value::Null);
    assert!(told(&evening.noor).is_empty(), "Noor was not chosen");
    let away = json!({ "id": bram[0]["id"] });
    evening.bram.fails("put_missed_check_in_away", away.clone());

    evening.passes(3);
    assert_eq!(
        evening.fatima.does("check_in", json!({}))["state"],
        "none",
        "all is well"
    );
    evening.all_share();
    let bram = told(&evening.bram);
    assert_eq!(bram[0]["endedAt"], until + 13 * MINUTE);
    evening.bram.does("put_missed_check_in_away", away);
    assert!(told(&evening.bram).is_empty());
    assert!(told(&evening.noor).is_empty());
    for laptop in [&evening.fatima, &evening.bram, &evening.noor] {
        assert_eq!(laptop.finds("Kornoelje"), 0);
        assert_eq!(laptop.finds_wrong(), ["clock"], "which we moved");
    }
}

#[test]
fn where_she_was_is_nowhere_but_with_her() {
    let Evening {
        fatima,
        bram,
        noor,
        mut hub,
        stage,
    } = {
        let evening = Evening::begins();
        evening.fatima_goes();
        evening.passes(41);
        assert_eq!(state(&evening.fatima), "missed");
        evening.all_share();
        evening
    };
    assert_eq!(told(&bram).len(), 1);
    for laptop in [&bram, &noor] {
        let answers = ["read_check_in", "list_missed_check_ins", "list_cases"]
            .map(|command| laptop.does(command, json!({})).to_string())
            .concat();
        assert!(!answers.contains(PLACE), "{answers}");
    }
    drop((fatima, bram, noor));
    hub.stop();
    // On disk it is sealed everywhere; these look at every byte, of the hub and of all three laptops.
    assert_eq!(places_of(&[PLACE], stage.path()), [""; 0]);
}

#[test]
fn a_laptop_that_was_off_tells_it_once_when_it_is_opened() {
    let evening = Evening::begins();
    let until = evening.fatima_goes();
    evening.fatima.does("lock_vault", json!({}));
    evening.passes(120);
    evening.fatima.unlocks();
    for _ in 0..3 {
        assert_eq!(state(&evening.fatima), "missed");
        evening.fatima.does("lock_vault", json!({}));
        evening.passes(1);
        evening.fatima.unlocks();
    }
    evening.all_share();
    let bram = told(&evening.bram);
    assert_eq!(bram.len(), 1, "exactly once: {bram:?}");
    assert_eq!(bram[0]["due"], until);

    // Moving the time afterwards is as good as saying that all is well, and begins anew.
    let next = evening.fatima.clock().now() + 30 * MINUTE;
    let moved = evening
        .fatima
        .does("extend_check_in", json!({ "until": next }));
    assert_eq!(moved["state"], "running");
    evening.all_share();
    assert_ne!(told(&evening.bram)[0]["endedAt"], Value::Null);
    evening.passes(40);
    assert_eq!(state(&evening.fatima), "missed");
    evening.all_share();
    assert_eq!(told(&evening.bram).len(), 2);
}

#[test]
fn a_timer_needs_somebody_to_tell_and_a_time_to_come() {
    let evening = Evening::begins();
    let now = evening.fatima.clock().now();
    let bram = evening.fatima.colleague("Bram");
    let me = evening.fatima.colleague("Fatima");
    for (until, colleagues) in [
        (now + MINUTE, json!([])),
        (now + MINUTE, json!([me])),
        (now + MINUTE, json!(["ab".repeat(16)])),
        (now, json!([bram])),
        (now + 25 * 60 * MINUTE, json!([bram])),
    ] {
        let request = json!({ "until": until, "colleagues": colleagues });
        evening.fatima.fails("start_check_in", request);
    }
    evening.fatima_goes();
    let again = json!({ "until": now + MINUTE, "colleagues": [bram] });
    evening.fatima.fails("start_check_in", again);
    evening
        .fatima
        .fails("offer_check_in", json!({ "offered": false }));
    evening.fatima.does("check_in", json!({}));
    evening
        .fatima
        .does("offer_check_in", json!({ "offered": false }));
}
