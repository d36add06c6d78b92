//! The hub keeps no more for this team. Everybody writes on, what others shared still comes in, and it is said in
//! words; with more room all of it is shared.

use super::bad_luck::outcome;
use serde_json::json;
use support::{HubProgram, Laptop, PASSPHRASE, Stage, nabij};

/// Words that do not shrink.
fn long(number: u32) -> String {
    let mut word = number;
    let words = (0..400).map(|_| {
        word = word.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        format!("{word:x} ")
    });
    format!("Notitie {number}: {}", words.collect::<String>())
}

fn texts(laptop: &Laptop, case: &str) -> Vec<String> {
    let mut texts = laptop.reads(case);
    texts.sort();
    texts
}

#[test]
fn fatima_writes_on_while_the_hub_is_full_and_it_is_said() {
    let stage = Stage::new();
    let mut hub = HubProgram::start_with(&stage.folder("hub"), &["--quota", "64KiB"]);
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let case = fatima.opens_case("Gezin K.", &["Bram"]);
    bram.shares();
    fatima.shares();
    let mut written = Vec::new();
    let full = (0..100).any(|number| {
        let text = long(number);
        fatima.records(Some(&case), &text);
        written.push(text);
        outcome(&fatima.syncs()) == "hubFull"
    });
    assert!(full, "the hub was never full");
    written.sort();
    assert_eq!(texts(&fatima, &case), written, "all of it is here");
    let status = fatima.does("sync_status", json!({}));
    assert_ne!(status["state"], "shared", "{status}");

    // What had come before comes to Bram, and he writes as well.
    bram.syncs();
    let at_bram = texts(&bram, &case);
    assert!(
        !at_bram.is_empty() && at_bram.len() < written.len(),
        "{}",
        at_bram.len()
    );
    // Long as well: a short note might still find room.
    let of_bram = format!("Van Bram, terwijl de hub vol is. {}", long(999));
    bram.records(Some(&case), &of_bram);
    assert_eq!(outcome(&bram.syncs()), "hubFull");

    fatima.does("lock_vault", json!({}));
    let ended = nabij(fatima.home(), PASSPHRASE, &["sync"]);
    assert_eq!(ended.code, Some(45), "{ended:?}");
    let words = "De hub heeft geen ruimte meer voor dit team. Alles staat veilig op deze computer";
    assert!(ended.aside.contains(words), "{ended:?}");
    fatima.unlocks();

    // The administrator gives more room.
    hub.is_killed();
    let hub = HubProgram::start_with(&stage.folder("hub"), &["--quota", "8 MiB"]);
    for laptop in [&fatima, &bram] {
        laptop.does("set_hub", json!({ "hub": hub.url() }));
    }
    fatima.shares();
    bram.shares();
    fatima.shares();
    written.push(of_bram);
    written.sort();
    for laptop in [&fatima, &bram] {
        assert_eq!(texts(laptop, &case), written);
        assert_eq!(laptop.finds_wrong(), [""; 0]);
    }
}
