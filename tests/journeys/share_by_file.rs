//! A stick that goes from hand to hand: for one colleague or for all, and for nobody else.

mod broken;
mod refused;

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use support::{Laptop, PASSPHRASE, RpcProcess, Stage, program};

/// Writes a file for a colleague, or for all.
fn writes(laptop: &Laptop, to: Option<&str>, path: &Path) -> Value {
    let to = to.map(|name| laptop.colleague(name));
    let request = json!({ "to": to, "allHistory": false, "path": path });
    laptop.does("export_share_file", request)
}

/// Takes a file in.
fn takes_in(laptop: &Laptop, path: &Path) -> Value {
    laptop.does("import_share_file", json!({ "path": path }))
}

/// What a file brought to one case, or to the street.
fn news<'a>(answer: &'a Value, case: Option<&str>) -> &'a Value {
    let rows = answer["news"].as_array().expect("news");
    rows.iter()
        .find(|row| row["caseId"] == json!(case))
        .unwrap_or(&Value::Null)
}

fn nothing_new(answer: &Value) -> bool {
    answer["news"] == json!([]) && answer["team"] == 0 && answer["waiting"] == 0
}

fn texts(laptop: &Laptop, case: &str) -> Vec<String> {
    let mut texts = laptop.reads(case);
    texts.sort();
    texts
}

/// A team that shared everything by the hub, which is gone now; a case of Fatima and Bram.
fn without_a_hub<const N: usize>(names: [&str; N]) -> (Stage, [Laptop; N], String) {
    let stage = Stage::new();
    let mut hub = stage.hub();
    let team = stage.team(&hub.url(), names);
    let case = team[0].opens_case("Gezin Kornoelje", &["Bram"]);
    team[0].records(Some(&case), "Van voor de storing.");
    for laptop in team.iter().chain(team.iter()) {
        laptop.shares();
    }
    hub.stop();
    (stage, team, case)
}

fn stick(stage: &Stage, name: &str) -> PathBuf {
    stage.path().join(name)
}

#[test]
fn fatima_carries_a_stick_to_bram_and_bram_carries_his_back() {
    let (stage, [fatima, bram], case) = without_a_hub(["Fatima", "Bram"]);
    fatima.records(Some(&case), "Geschreven zonder hub.");
    fatima.records(None, "Op straat, zonder hub.");
    let note = json!({ "caseId": case, "text": "Huisarts belt terug." });
    fatima.does("record_case_note", note);
    let path = stick(&stage, "voor-bram.nabij");
    let written = writes(&fatima, Some("Bram"), &path);
    assert_eq!(written["readers"], 1);
    // What Bram's laptop has signed for does not travel again.
    let entries = written["entries"].as_u64().expect("a number");
    let all = json!({ "to": fatima.colleague("Bram"), "allHistory": true, "path": path });
    let whole = fatima.does("export_share_file", all)["entries"].as_u64();
    assert!(
        entries >= 3 && whole > Some(entries + 5),
        "{entries} {whole:?}"
    );

    let written = writes(&fatima, Some("Bram"), &path);
    assert_eq!(written["entries"], entries);
    let came = takes_in(&bram, &path);
    assert_eq!(came["from"], "Fatima");
    let of_case = news(&came, Some(&case));
    assert_eq!(
        (
            &of_case["contactMoments"],
            &of_case["notes"],
            &of_case["caseName"]
        ),
        (&json!(1), &json!(1), &json!("Gezin Kornoelje")),
        "{came}"
    );
    assert_eq!(news(&came, None)["contactMoments"], 1, "{came}");
    assert_eq!(
        (&came["incomplete"], &came["leftOut"]),
        (&json!(false), &json!(0))
    );
    assert!(texts(&bram, &case).contains(&"Geschreven zonder hub.".to_owned()));

    // Once more: nothing is new, and all of it was here.
    let again = takes_in(&bram, &path);
    assert!(nothing_new(&again), "{again}");
    assert!(again["known"].as_u64() >= Some(3), "{again}");

    // Bram answers by file; Fatima hears from it what he has, and nothing is called shared.
    bram.records(Some(&case), "Antwoord van Bram.");
    let back = stick(&stage, "terug.nabij");
    writes(&bram, Some("Fatima"), &back);
    let came = takes_in(&fatima, &back);
    assert_eq!(news(&came, Some(&case))["contactMoments"], 1, "{came}");
    assert_eq!(texts(&fatima, &case), texts(&bram, &case));
    let centre = fatima.does("read_sync_centre", json!({}));
    let bram_has = centre["confirmed"].as_array().expect("confirmations");
    let bram_has = bram_has.iter().find(|row| row["name"] == "Bram");
    let bram_has = bram_has.expect("Bram's laptop has signed");
    assert_eq!(bram_has["holds"], bram_has["of"]);
    assert_eq!(fatima.does("sync_status", json!({}))["state"], "waiting");
    // What Bram has confirmed needs no file.
    assert_eq!(writes(&fatima, Some("Bram"), &path)["entries"], 0);
    assert!(nothing_new(&takes_in(&bram, &path)));
    for laptop in [&fatima, &bram] {
        assert!(laptop.finds_wrong().iter().all(|check| check == "hub"));
    }
}

#[test]
fn a_file_for_all_gives_each_what_is_theirs() {
    let (stage, [fatima, bram, amir], case) = without_a_hub(["Fatima", "Bram", "Amir"]);
    fatima.records(Some(&case), "Niet voor Amir.");
    fatima.records(None, "Voor iedereen.");
    let path = stick(&stage, "voor-allen.nabij");
    assert_eq!(writes(&fatima, None, &path)["readers"], 2);
    let came = takes_in(&amir, &path);
    assert_eq!(news(&came, None)["contactMoments"], 1, "{came}");
    assert_eq!(came["news"].as_array().map(Vec::len), Some(1), "{came}");
    assert_eq!(amir.street().len(), 1);
    // Nothing of the case came, not even sealed.
    let centre = amir.does("read_sync_centre", json!({}));
    assert_eq!(
        (
            &centre["waitingToRead"],
            &centre["unreadable"],
            &came["waiting"]
        ),
        (&json!(0), &json!(0), &json!(0))
    );
    assert_eq!(amir.does("list_cases", json!({}))["cases"], json!([]));
    takes_in(&bram, &path);
    assert_eq!(texts(&bram, &case), texts(&fatima, &case));

    // Amir takes what he got further, and has nothing of the case to give.
    let further = stick(&stage, "verder.nabij");
    writes(&amir, Some("Bram"), &further);
    assert!(nothing_new(&takes_in(&bram, &further)));
}

#[test]
fn who_is_new_is_introduced_by_their_own_file() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    // Noor comes in while Bram is away.
    let noor = stage.laptop("noor");
    noor.joins(&fatima.invites("coach"), "Noor");
    fatima.shares();
    noor.shares();
    noor.records(None, "Mijn eerste avond.");
    let path = stick(&stage, "van-noor.nabij");
    writes(&noor, None, &path);
    let came = takes_in(&bram, &path);
    assert_eq!(
        (&came["from"], &came["leftOut"]),
        (&json!("Noor"), &json!(0))
    );
    assert_eq!(news(&came, None)["contactMoments"], 1, "{came}");
    assert!(came["team"].as_u64() > Some(0));
    bram.shares();
    assert!(bram.finds_wrong().is_empty());
}

#[test]
fn a_backup_that_was_put_back_is_noticed_and_a_whole_file_fills_it_up() {
    let (stage, [fatima, bram], case) = without_a_hub(["Fatima", "Bram"]);
    bram.app().close();
    let backup = stage.folder("backup");
    std::fs::create_dir_all(&backup).expect("a folder");
    let files = ["vault.key", "nabij.db"];
    for file in files {
        std::fs::copy(bram.home().join(file), backup.join(file)).expect("a copy");
    }
    let home = bram.home().to_path_buf();
    let bram = Laptop::new(home.clone());
    bram.unlocks();
    bram.records(Some(&case), "Na de backup.");
    let path = stick(&stage, "heen.nabij");
    writes(&bram, Some("Fatima"), &path);
    takes_in(&fatima, &path);
    bram.app().close();
    for file in files {
        std::fs::copy(backup.join(file), home.join(file)).expect("a copy");
    }
    let _ = std::fs::remove_file(home.join("nabij.db-wal"));
    let bram = Laptop::new(home);
    bram.unlocks();
    bram.records(Some(&case), "Na het terugzetten.");
    // Fatima's laptop trusts that his has what it wrote itself.
    fatima.records(Some(&case), "Van Fatima.");
    writes(&fatima, Some("Bram"), &path);
    assert_eq!(takes_in(&bram, &path)["incomplete"], true);
    let all = json!({ "to": fatima.colleague("Bram"), "allHistory": true, "path": path });
    fatima.does("export_share_file", all);
    let came = takes_in(&bram, &path);
    assert_eq!(
        (&came["incomplete"], &came["leftOut"]),
        (&json!(false), &json!(0)),
        "{came}"
    );
    writes(&bram, Some("Fatima"), &path);
    takes_in(&fatima, &path);
    assert_eq!(texts(&bram, &case).len(), 4);
    assert_eq!(texts(&bram, &case), texts(&fatima, &case));
}

/// Fatima, with `moments` contact moments of `words` words each, has written a file for Bram; neither has a hub.
fn a_file_of_many_pages(moments: usize, words: usize) -> (Stage, PathBuf, [Laptop; 2], String) {
    let (stage, [fatima, bram], case) = without_a_hub(["Fatima", "Bram"]);
    for number in 0..moments {
        // Words that do not shrink, so that there is more than one page.
        let words: String = (0..words)
            .map(|at| format!("{:x} ", (number * 7919 + at * 104_729) % 65_521))
            .collect();
        fatima.records(Some(&case), &format!("Gesprek {number}: {words}"));
    }
    let path = stick(&stage, "veel.nabij");
    writes(&fatima, Some("Bram"), &path);
    (stage, path, [fatima, bram], case)
}

/// The laptop as a process of its own that begins to take in the file: its folder, the process, and the number of
/// what was asked.
fn begins_to_import(laptop: Laptop, path: &Path) -> (PathBuf, RpcProcess, Option<u64>) {
    let home = laptop.home().to_path_buf();
    laptop.app().close();
    drop(laptop);
    program("nabij");
    let mut running = RpcProcess::start(&home);
    running.does("unlock_vault", json!({ "passphrase": PASSPHRASE }));
    let asked = running.asks("import_share_file", &json!({ "path": path }));
    (home, running, asked)
}

#[test]
fn an_import_that_is_killed_goes_on_where_it_was() {
    const MOMENTS: usize = 900;
    let (_stage, path, [fatima, bram], case) = a_file_of_many_pages(MOMENTS, 60);
    let (home, mut running, asked) = begins_to_import(bram, &path);
    let until = Instant::now() + Duration::from_secs(60);
    let mut answered = false;
    while let Some(message) = running.next_before(until) {
        answered |= message["id"] == json!(asked);
        // The first page is in, and told.
        if answered || message["params"].to_string().contains("case") {
            break;
        }
    }
    assert!(!answered, "it was not killed half way");
    running.is_killed();
    let bram = Laptop::new(home);
    bram.unlocks();
    let before = bram.file(&case)["timeline"].as_array().map_or(0, Vec::len);
    assert!(before > 1, "something had come");
    let came = takes_in(&bram, &path);
    let new = news(&came, Some(&case))["contactMoments"].as_u64();
    let (new, known) = (new.expect("some"), came["known"].as_u64().expect("some"));
    assert!(new > 0 && known > 0, "{new} {known}");
    assert!(new + known >= MOMENTS as u64, "{came}");
    let again = takes_in(&bram, &path);
    assert!(nothing_new(&again), "{again}");
    assert_eq!(again["known"], new + known);
    assert_eq!(bram.finds("Gesprek"), fatima.finds("Gesprek"));
    assert!(bram.finds_wrong().iter().all(|check| check == "hub"));
}

#[test]
fn files_and_the_hub_in_any_order_end_the_same() {
    let stage = Stage::new();
    let hub = stage.hub();
    let team = stage.team(&hub.url(), ["Fatima", "Bram", "Amir"]);
    let case = team[0].opens_case("Gezin Kornoelje", &["Bram"]);
    team[0].shares();
    team[1].shares();
    // Two files and two meetings with the hub, in each of these orders; who writes last is told last.
    let orders = [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]];
    for (round, order) in orders.into_iter().enumerate() {
        for laptop in &team {
            let holds = laptop.does("list_cases", json!({}))["cases"] != json!([]);
            laptop.records(holds.then_some(case.as_str()), &format!("Ronde {round}"));
            laptop.records(None, &format!("Straat {round}"));
        }
        for (step, what) in order.into_iter().enumerate() {
            let path = stick(&stage, &format!("{round}-{step}.nabij"));
            match what {
                0 => {
                    writes(&team[0], None, &path);
                    takes_in(&team[1], &path);
                    takes_in(&team[2], &path);
                }
                1 => {
                    writes(&team[1], Some("Fatima"), &path);
                    takes_in(&team[0], &path);
                }
                2 => team[0].shares(),
                _ => team[2].shares(),
            }
        }
    }
    for laptop in team.iter().chain(team.iter()) {
        laptop.shares();
    }
    assert_eq!(texts(&team[0], &case).len(), 8);
    assert_eq!(texts(&team[0], &case), texts(&team[1], &case));
    for laptop in &team {
        assert_eq!(laptop.street().len(), team[0].street().len());
        assert!(laptop.finds_wrong().is_empty());
    }
}
