//! Two programs on one folder: the second is turned away.

use super::{all_is_there, doctor, saved_and_closed, why_not};
use serde_json::{Value, json};
use support::{Laptop, PASSPHRASE, RpcProcess, Stage};

#[test]
fn the_second_is_turned_away_and_the_first_works_on() {
    let stage = Stage::new();
    let fatima = saved_and_closed(&stage);
    fatima.unlocks();
    let second = Laptop::new(fatima.home().to_owned());
    assert_eq!(why_not(&second), "InUse");
    let ended = doctor(fatima.home());
    assert_eq!(ended.code, Some(21), "{ended:?}");
    let mut program = RpcProcess::start(fatima.home());
    assert_eq!(
        program.fails("unlock_vault", json!({ "passphrase": PASSPHRASE })),
        "inUse"
    );
    assert_eq!(fatima.street().len(), 41);
    fatima.does("lock_vault", json!({}));

    // And the other way round; a killed program leaves no lock behind.
    program.does("unlock_vault", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(why_not(&fatima), "InUse");
    program.is_killed();
    all_is_there(&fatima);
}

/// The thread that shares lets go of the vault a moment after it was locked: nobody should notice.
#[test]
fn locked_and_unlocked_in_one_breath_while_it_shares() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    fatima.app().start_sync();
    for round in 1..=40 {
        fatima.clock().advance(1000);
        fatima.records(None, &format!("Ronde {round} over het plein."));
        fatima.does("lock_vault", json!({}));
        fatima.unlocks();
    }
    fatima.shares();
    bram.shares();
    assert_eq!(bram.street(), with_anothers_eyes(fatima.street()));
    assert_eq!(fatima.finds_wrong(), [""; 0]);
}

fn with_anothers_eyes(mut items: Vec<Value>) -> Vec<Value> {
    items
        .iter_mut()
        .for_each(|item| item["mine"] = json!(false));
    items
}
