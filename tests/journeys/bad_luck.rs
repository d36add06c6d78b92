//! Bad luck of every kind: each gives its own code at the door and its own exit code in the command line,
//! and nothing that was called saved is lost.

mod clock_off;
mod disk_full_or_read_only;
mod files_damaged;
mod folder_in_use;
mod hub_wrong;
mod invitations;
mod second_team;
mod wrong_passphrase;

use serde_json::{Value, json};
use std::path::Path;
use support::{Ended, Laptop, PASSPHRASE, Stage, nabij};

/// What Fatima had saved before the bad luck came.
const SAVED: &str = "Sprak de vader bij de moskee; hij belt morgen.";

/// Fatima's laptop without a hub, with something saved, and closed.
fn saved_and_closed(stage: &Stage) -> Laptop {
    let fatima = stage.laptop("fatima");
    fatima.founds("Straatteam Noord", "Fatima", None);
    fatima.records(None, SAVED);
    for evening in 1..=40 {
        fatima.clock().advance(60_000);
        fatima.records(
            None,
            &format!(
                "Avond {evening}: rustig op het plein. {}",
                "Niets te melden. ".repeat(20)
            ),
        );
    }
    fatima.does("lock_vault", json!({}));
    fatima
}

/// Opens the vault and reads what was saved.
fn all_is_there(fatima: &Laptop) {
    fatima.unlocks();
    assert_eq!(fatima.street().len(), 41);
    assert_eq!(fatima.finds("moskee"), 1);
    assert_eq!(fatima.finds_wrong(), [""; 0]);
    fatima.does("lock_vault", json!({}));
}

/// Tries the passphrase and says why it does not open.
fn why_not(laptop: &Laptop) -> String {
    format!(
        "{:?}",
        laptop.fails("unlock_vault", json!({ "passphrase": PASSPHRASE }))
    )
}

/// With what `nabij doctor` ends.
fn doctor(home: &Path) -> Ended {
    nabij(home, PASSPHRASE, &["doctor"])
}

/// What a sync ended with: the code of what needs a person, or `offline`, or the state.
pub(crate) fn outcome(status: &Value) -> String {
    match status["failure"]["code"].as_str() {
        Some(code) => code.to_owned(),
        None if status["offline"] == true => "offline".to_owned(),
        None => status["state"].as_str().expect("a state").to_owned(),
    }
}
