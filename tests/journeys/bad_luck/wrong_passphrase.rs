//! A wrong passphrase does no damage, and after five of them each next try has to wait.

use super::{all_is_there, doctor, saved_and_closed};
use nabij_app::Clock;
use serde_json::json;
use support::{PASSPHRASE, Stage, nabij, program};

#[test]
fn five_are_free_and_then_it_takes_longer() {
    let stage = Stage::new();
    let fatima = saved_and_closed(&stage);
    let files = || {
        ["nabij.db", "vault.key"]
            .map(|name| std::fs::read(fatima.home().join(name)).expect("a file"))
    };
    let before = files();
    let tries = |passphrase: &str| {
        fatima
            .call("unlock_vault", json!({ "passphrase": passphrase }))
            .map_err(|failure| (format!("{:?}", failure.code), failure.wait_seconds))
    };
    // When the waits below are over, this clock stands where the script's does.
    program("nabij");
    let waits = [2, 4, 8, 16, 32];
    let sum = waits.iter().sum::<u64>() as i64 * 1000;
    fatima
        .clock()
        .advance(Clock::system().now() - sum - fatima.clock().now());
    let wrong = || Err(("WrongPassphrase".to_owned(), None));
    for _ in 0..5 {
        assert_eq!(tries("lantaarn fietspad"), wrong());
    }
    for wait in waits {
        let must_wait = || Err(("TooManyTries".to_owned(), Some(wait)));
        assert_eq!(tries("lantaarn fietspad"), must_wait());
        assert_eq!(tries(PASSPHRASE), must_wait(), "not even the right one");
        assert_eq!(fatima.does("vault_state", json!({}))["waitSeconds"], wait);
        fatima.clock().advance(wait as i64 * 1000 - 1);
        assert_ne!(tries("lantaarn"), wrong(), "a moment too early");
        fatima.clock().advance(1);
        assert_eq!(tries("lantaarn"), wrong());
    }
    // A script has to wait as well: the tries are kept with the folder, by the clock of the laptop.
    let ended = doctor(fatima.home());
    assert_eq!(ended.code, Some(24), "{ended:?}");
    assert!(files() == before, "a file was touched");
    fatima.clock().advance(64_000);
    all_is_there(&fatima);

    // The right one makes all of it forgotten.
    assert_eq!(tries("lantaarn"), wrong());
    let ended = nabij(fatima.home(), "lantaarn", &["search", "moskee"]);
    assert_eq!(ended.code, Some(23), "{ended:?}");
    all_is_there(&fatima);
}
