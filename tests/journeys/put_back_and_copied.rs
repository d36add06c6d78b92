//! Backups that are put back and folders that are copied: two histories under one name, and nothing lost.

use serde_json::json;
use std::fs;
use std::path::Path;
use support::{Laptop, Stage};

/// Copies a folder as it lies.
pub(crate) fn copies(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copies(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copied file");
        }
    }
}

/// What a case says, in alphabetical order.
fn texts(laptop: &Laptop, case: &str) -> Vec<String> {
    let mut texts = laptop.reads(case);
    texts.sort();
    texts
}

fn shared(laptop: &Laptop) -> bool {
    laptop.does("sync_status", json!({}))["state"] == "shared"
}

/// The kinds of what was noticed.
fn noticed(laptop: &Laptop) -> Vec<String> {
    let findings = laptop.does("read_sync_centre", json!({}));
    let rows = findings["findings"].as_array().expect("findings");
    rows.iter()
        .map(|row| row["kind"].as_str().expect("a kind").to_owned())
        .collect()
}

#[test]
fn fatima_puts_yesterdays_backup_back_and_writes_before_she_meets_anyone() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let case = fatima.opens_case("Gezin K.", &["Bram"]);
    fatima.records(Some(&case), "Een: vóór de backup.");
    fatima.shares();
    fatima.app().close();
    let home = fatima.home().to_path_buf();
    let backup = stage.folder("backup");
    copies(&home, &backup);

    let fatima = Laptop::new(home.clone());
    fatima.unlocks();
    fatima.records(Some(&case), "Twee: na de backup.");
    fatima.shares();
    fatima.app().close();

    copies(&backup, &home);
    let fatima = Laptop::new(home);
    fatima.unlocks();
    fatima.records(Some(&case), "Vier: na het terugzetten.");
    assert!(
        !shared(&fatima),
        "nothing is shared that the hub has not signed for"
    );
    fatima.shares();
    bram.shares();
    let all = [
        "Een: vóór de backup.",
        "Twee: na de backup.",
        "Vier: na het terugzetten.",
    ];
    assert_eq!(texts(&fatima, &case), all);
    assert_eq!(texts(&bram, &case), all);
    assert!(fatima.finds_wrong().is_empty());
    // A new incarnation came before the first write: there never was a fork.
    assert_eq!(noticed(&fatima), Vec::<String>::new());
}

#[test]
fn the_whole_machine_is_put_back_and_the_fork_is_written_anew() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let case = fatima.opens_case("Gezin K.", &["Bram"]);
    fatima.records(Some(&case), "Een: vóór de backup.");
    fatima.shares();
    fatima.app().close();
    let home = fatima.home().to_path_buf();
    let markers = home.with_extension("markers");
    let (backup, marked) = (stage.folder("backup"), stage.folder("marked"));
    copies(&home, &backup);
    copies(&markers, &marked);

    let fatima = Laptop::new(home.clone());
    fatima.unlocks();
    for text in ["Twee: na de backup.", "Drie: na de backup."] {
        fatima.records(Some(&case), text);
    }
    fatima.shares();
    fatima.app().close();

    // Files are overwritten in place, as an image of the disk does it: the marker knows nothing.
    for (from, to) in [(&backup, &home), (&marked, &markers)] {
        for entry in fs::read_dir(from).expect("a folder") {
            let entry = entry.expect("an entry");
            let bytes = fs::read(entry.path()).expect("a file");
            fs::write(to.join(entry.file_name()), bytes).expect("a file");
        }
    }
    for left in ["nabij.db-wal", "nabij.db-shm"] {
        if !backup.join(left).exists() {
            let _ = fs::remove_file(home.join(left));
        }
    }
    let fatima = Laptop::new(home);
    fatima.unlocks();
    fatima.records(Some(&case), "Vier: na het terugzetten.");
    fatima.shares();
    bram.shares();
    let all = [
        "Drie: na de backup.",
        "Een: vóór de backup.",
        "Twee: na de backup.",
        "Vier: na het terugzetten.",
    ];
    assert_eq!(texts(&fatima, &case), all);
    assert_eq!(texts(&bram, &case), all);
    assert!(shared(&fatima) && shared(&bram));
    assert!(fatima.finds_wrong().is_empty());
    assert!(bram.finds_wrong().is_empty());
    assert!(noticed(&fatima).contains(&"writtenAnew".to_owned()));
}

#[test]
fn a_folder_copied_to_a_second_disk_is_written_in_on_both() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let case = fatima.opens_case("Gezin K.", &["Bram"]);
    fatima.shares();
    fatima.app().close();
    let second = stage.folder("second");
    copies(fatima.home(), &second);

    let (first, second) = (
        Laptop::new(fatima.home().to_path_buf()),
        Laptop::new(second),
    );
    for (laptop, text) in [
        (&first, "Op de eerste schijf."),
        (&second, "Op de tweede schijf."),
    ] {
        laptop.unlocks();
        laptop.records(Some(&case), text);
    }
    first.shares();
    second.shares();
    first.shares();
    bram.shares();
    let all = ["Op de eerste schijf.", "Op de tweede schijf."];
    for laptop in [&first, &second, &bram] {
        assert_eq!(texts(laptop, &case), all);
        assert!(shared(laptop));
        assert!(laptop.finds_wrong().is_empty());
    }
}

#[test]
fn a_hub_put_back_from_last_week_is_noticed_and_refilled() {
    let stage = Stage::new();
    let mut hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let case = fatima.opens_case("Gezin K.", &["Bram"]);
    fatima.records(Some(&case), "Vorige week.");
    fatima.shares();
    bram.shares();
    hub.stop();
    let (data, backup) = (stage.folder("hub"), stage.folder("hub-backup"));
    copies(&data, &backup);
    hub.start_again();
    fatima.records(Some(&case), "Deze week, van Fatima.");
    fatima.shares();
    bram.shares();
    bram.records(Some(&case), "Deze week, van Bram.");
    bram.shares();
    fatima.shares();

    hub.stop();
    copies(&backup, &data);
    hub.start_again();
    // Bram comes first and brings what he has of Fatima too; then hers.
    bram.does("sync_now", json!({}));
    assert!(noticed(&bram).contains(&"hubLost".to_owned()));
    fatima.does("sync_now", json!({}));
    fatima.shares();
    bram.shares();
    // Who joins now gets everything from the hub that lost it.
    let carla = stage.laptop("carla");
    carla.joins(&fatima.invites("coach"), "Carla");
    fatima.shares();
    carla.does("sync_now", json!({}));
    fatima.shares();
    carla.shares();
    fatima.does(
        "share_case",
        json!({ "caseId": case, "with": [fatima.colleague("Carla")] }),
    );
    fatima.shares();
    carla.shares();
    let all = [
        "Deze week, van Bram.",
        "Deze week, van Fatima.",
        "Vorige week.",
    ];
    for laptop in [&fatima, &bram, &carla] {
        assert_eq!(texts(laptop, &case), all);
        assert!(shared(laptop));
        assert!(laptop.finds_wrong().is_empty());
    }
}
