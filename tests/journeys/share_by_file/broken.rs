//! Files from a laptop that nobody here knows, and files that stop in the middle.

use super::{
    a_file_of_many_pages, begins_to_import, news, nothing_new, stick, takes_in, texts, writes,
};
use crate::put_back_and_copied::copies;
use serde_json::{Value, json};
use std::fs::OpenOptions;
use std::time::{Duration, Instant};
use support::{Laptop, PASSPHRASE, Stage, nabij};

#[test]
fn a_file_from_a_laptop_that_is_not_known_here_is_refused_whole() {
    let stage = Stage::new();
    let mut hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    bram.app().close();
    let (home, backup) = (bram.home().to_path_buf(), stage.folder("backup"));
    copies(&home, &backup);
    let bram = Laptop::new(home.clone());
    bram.unlocks();
    // Noor comes in, and Bram's laptop confirms by a file that it knows of it.
    let noor = stage.laptop("noor");
    noor.joins(&fatima.invites("coach"), "Noor");
    for laptop in [&fatima, &noor, &bram] {
        laptop.shares();
    }
    hub.stop();
    let path = stick(&stage, "van-bram.nabij");
    writes(&bram, Some("Noor"), &path);
    takes_in(&noor, &path);
    // Then his laptop is put back to before she came.
    bram.app().close();
    copies(&backup, &home);
    let bram = Laptop::new(home);
    bram.unlocks();
    noor.records(None, "Van wie hij niet kent.");
    let path = stick(&stage, "van-noor.nabij");
    writes(&noor, Some("Bram"), &path);
    let refused = bram.fails("import_share_file", json!({ "path": path }));
    assert_eq!(json!(refused), "fileFromOutsider");
    assert_eq!(bram.street().len(), 0);

    bram.does("lock_vault", json!({}));
    let import = ["share", "import", path.to_str().expect("a path")];
    let ended = nabij(bram.home(), PASSPHRASE, &import);
    assert_eq!(ended.code, Some(43), "{ended:?}");
    let words = "komt van een laptop die niet, of niet meer, bij het team hoort";
    assert!(ended.aside.contains(words), "{ended:?}");
    bram.unlocks();

    // A file with all history brings also that she came.
    let all = json!({ "to": noor.colleague("Bram"), "allHistory": true, "path": path });
    noor.does("export_share_file", all);
    assert_eq!(news(&takes_in(&bram, &path), None)["contactMoments"], 1);
    assert_eq!(bram.street().len(), 1);
}

#[test]
fn a_stick_that_is_pulled_out_keeps_what_had_come_and_says_so() {
    let (_stage, path, [fatima, bram], case) = a_file_of_many_pages(300, 700);
    let whole = std::fs::read(&path).expect("a file");
    let (home, mut running, asked) = begins_to_import(bram, &path);
    let until = Instant::now() + Duration::from_secs(60);
    let mut answer = Value::Null;
    let mut pulled = false;
    while let Some(message) = running.next_before(until) {
        if message["id"] == json!(asked) {
            answer = message;
            break;
        }
        // The first page is in, and told.
        if !pulled && message["params"].to_string().contains("case") {
            let file = OpenOptions::new()
                .write(true)
                .open(&path)
                .expect("the stick");
            file.set_len(1_000).expect("a shorter file");
            pulled = true;
        }
    }
    assert!(pulled, "nothing came before the answer: {answer}");
    assert!(answer.to_string().contains("fileBrokenOff"), "{answer}");
    running.leaves();

    let bram = Laptop::new(home);
    bram.unlocks();
    let before = bram.file(&case)["timeline"].as_array().map_or(0, Vec::len);
    assert!(before > 1, "what had come is kept");
    std::fs::write(&path, whole).expect("the stick again");
    let came = takes_in(&bram, &path);
    let new = news(&came, Some(&case))["contactMoments"].as_u64();
    assert!(new > Some(0), "{came}");
    assert!(nothing_new(&takes_in(&bram, &path)));
    assert_eq!(bram.finds("Gesprek"), fatima.finds("Gesprek"));
    assert_eq!(texts(&bram, &case).len(), texts(&fatima, &case).len());
    assert!(bram.finds_wrong().iter().all(|check| check == "hub"));
}
