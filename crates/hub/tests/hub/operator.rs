//! What an operator does with the program: check, back up, restore, quotas, metrics, on both stores.

use super::bad_input::get;
use super::laptop::Laptop;
use super::postgres::Postgres;
use super::program::{program, serve_at};
use super::sharing::two;
use super::wire::Wire;
use super::{HandClock, any_port};
use nabij_hub::{Hub, StoreAt};
use nabij_protocol::entry::Content;
use nabij_protocol::id::Scope;
use nabij_protocol::message::{Have, Message, Refusal};
use std::path::Path;
use std::process::Output;

/// Where a hub keeps what it keeps, as options of the program.
fn options(at: &StoreAt) -> [String; 2] {
    match at {
        StoreAt::Folder(folder) => ["--data".to_owned(), folder.display().to_string()],
        StoreAt::Postgres(address) => ["--store".to_owned(), address.clone()],
    }
}

fn run(command: &str, at: &StoreAt, file: Option<&Path>) -> Output {
    let mut program = program();
    program.arg(command).args(options(at)).args(file);
    program.stderr(std::process::Stdio::piped());
    program.output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Two stores, both of one kind and then both of the other; and how to say SQL to the first.
async fn on_both(case: impl AsyncFn(StoreAt, StoreAt, &dyn Fn(&str))) {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    let file = first.join("hub.db");
    case(StoreAt::Folder(first), StoreAt::Folder(second), &|sql| {
        let db = rusqlite::Connection::open(&file).unwrap();
        db.execute_batch(sql).unwrap();
    })
    .await;
    let Some(server) = Postgres::start() else {
        return;
    };
    let (first, second) = (server.database(), server.database());
    let (one, other) = (first.parse().unwrap(), second.parse().unwrap());
    case(one, other, &|sql| {
        server.sql(&first, &format!("SET search_path TO nabij_hub; {sql}"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_a_running_hub_is_put_back_and_verified() {
    on_both(async |at, other, _| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("backup");
        let (mut child, address) = serve_at(&options(&at), &[]);
        let (mut fatima, mut bram, space) = two(address).await;
        for number in 0..90 {
            fatima.change(space, &format!("sealed {number}"));
        }
        fatima.sync(address).await.unwrap();
        let made = run("backup", &at, Some(&file));
        assert_eq!(made.status.code(), Some(0), "{made:?}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&file).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "it holds the hub's keys");
        }
        assert_eq!(run("backup", &at, Some(&file)).status.code(), Some(1));
        // Written after the backup: not in it, but on the laptop.
        fatima.change(space, "sealed after");
        fatima.sync(address).await.unwrap();
        child.kill().unwrap();
        child.wait().unwrap();

        let refused = run("restore", &at, Some(&file));
        assert_eq!(refused.status.code(), Some(1));
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(
            said.contains("there is a hub in this store already"),
            "{said}"
        );
        assert_eq!(run("restore", &other, Some(&file)).status.code(), Some(0));
        let checked = run("check", &other, None);
        assert_eq!(checked.status.code(), Some(0), "{checked:?}");
        assert!(out(&checked).ends_with("faults: 0\n"), "{checked:?}");
        let status = out(&run("status", &other, None));
        assert!(status.starts_with("teams: 1\nentries: 9"), "{status}");

        // The same hub to the laptops; what it lacks since the backup comes again.
        let (mut child, address) = serve_at(&options(&other), &[]);
        fatima.receipted = Default::default();
        fatima.sync(address).await.unwrap();
        assert_eq!(fatima.receipted, fatima.vectors());
        bram.sync(address).await.unwrap();
        assert_eq!(bram.vectors(), fatima.vectors());
        child.kill().unwrap();
        child.wait().unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn check_finds_what_was_changed_behind_the_hubs_back() {
    on_both(async |at, _, say| {
        let running = Hub::over(&at, None, HandClock::default().clock())
            .unwrap()
            .start(any_port())
            .await
            .unwrap();
        let (mut fatima, _, space) = two(running.address()).await;
        for text in ["one", "two", "three"] {
            fatima.change(space, text);
        }
        fatima.sync(running.address()).await.unwrap();
        running.stop().await.unwrap();
        let fine = run("check", &at, None);
        assert_eq!(fine.status.code(), Some(0), "{fine:?}");

        let wrong = |sql: &str, undo: &str, word: &str| {
            say(sql);
            let checked = run("check", &at, None);
            assert_eq!(checked.status.code(), Some(1), "{sql}");
            let said = out(&checked);
            assert!(said.contains("faults: 1\n") && said.contains(word), "{sql}: {said}");
            say(undo);
        };
        let changes = "(SELECT id FROM log WHERE scope = 2)";
        let bytes = |text: &str| match &at {
            StoreAt::Folder(_) => format!("CAST('{text}' AS BLOB)"),
            StoreAt::Postgres(_) => format!("'{text}'::bytea"),
        };
        let set = |word| {
            format!("UPDATE entry SET payload = {} WHERE log = {changes} AND number = 2", bytes(word))
        };
        wrong(&set("TWO"), &set("two"), "entry 2: the hash is another");
        let last = |number| format!("UPDATE log SET last = {number} WHERE scope = 2");
        wrong(&last(4), &last(3), "entry 4: an entry is missing");
        wrong(&last(2), &last(3), "entry 3: the log goes on");
        let moved = |from, to| {
            format!("UPDATE entry SET signature = (SELECT e.signature FROM entry e WHERE e.log = entry.log AND e.number = {from}) WHERE log = {changes} AND number = {to}")
        };
        wrong(&moved(3, 1), &moved(2, 1), "entry 1: the signature does not hold");
        wrong(
            "UPDATE team SET bytes = bytes + 1",
            "UPDATE team SET bytes = bytes - 1",
            "counts something else",
        );
        assert_eq!(run("check", &at, None).status.code(), Some(0));
    })
    .await;
}

/// Delivers the laptop's own changes of a space by hand; what the hub says to it.
async fn delivers(laptop: &Laptop, hub: std::net::SocketAddr, scope: Scope) -> Option<Refusal> {
    let (mut wire, _) = Wire::connect(hub, laptop).await.unwrap();
    wire.send(&Message::Have(Have::default())).await;
    while !matches!(wire.receive().await, Some(Message::Hold(_))) {}
    wire.send(&Message::Page(vec![laptop.own_run(scope)])).await;
    let said = loop {
        match wire.receive().await {
            Some(Message::Refused(refusal)) => break Some(refusal),
            Some(Message::Receipt(_)) => break None,
            Some(_) => {}
            None => panic!("the connection ended"),
        }
    };
    // The connection goes on: who may what still gets through.
    wire.send(&Message::Page(vec![laptop.own_run(Scope::Team)]))
        .await;
    while !matches!(wire.receive().await, Some(Message::Receipt(_))) {}
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_beyond_its_quota_is_told_so_and_goes_on() {
    on_both(async |at, _, _| {
        let (mut child, address) = serve_at(&options(&at), &["--quota", "64KiB"]);
        let (mut fatima, mut bram, space) = two(address).await;
        let scope = Scope::Changes(space);
        fatima.change(space, &"sealed ".repeat(1000));
        fatima.sync(address).await.unwrap();
        let held = fatima.vectors();
        fatima.change(space, &"sealed ".repeat(10_000));
        assert_eq!(delivers(&fatima, address, scope).await, Some(Refusal::Full));
        // Nothing of it was kept, and what was kept is still given.
        bram.sync(address).await.unwrap();
        assert_eq!(bram.vectors(), held);
        // An invitation is made and used all the same.
        fatima.invite(61, nabij_protocol::id::Millis(super::DAY));
        assert_eq!(delivers(&fatima, address, scope).await, Some(Refusal::Full));
        bram.sync(address).await.unwrap();
        assert_eq!(
            bram.roster()
                .invitation(&fatima.ask(61).ask.invitation)
                .map(|i| i.used),
            Some(None)
        );
        child.kill().unwrap();
        child.wait().unwrap();

        // More room: everything comes.
        let (mut child, address) = serve_at(&options(&at), &["--quota", "1 MiB"]);
        fatima.sync(address).await.unwrap();
        assert_eq!(fatima.receipted, fatima.vectors());
        child.kill().unwrap();
        child.wait().unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn metrics_are_served_on_an_address_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let at = StoreAt::Folder(folder.path().to_owned());
    let hub = Hub::over(&at, None, HandClock::default().clock()).unwrap();
    let listener = nabij_hub::bind(any_port()).await.unwrap();
    let metrics = listener.local_addr().unwrap();
    hub.show_metrics(listener);
    let running = hub.start(any_port()).await.unwrap();
    let address = running.address();
    let (mut fatima, _, space) = two(address).await;
    fatima.change(space, "sealed");
    fatima.sync(address).await.unwrap();
    let stranger = Laptop::founder(9);
    assert_eq!(
        Wire::connect(address, &stranger).await.err(),
        Some(Refusal::UnknownTeam)
    );

    // The refusal is counted when its connection has ended.
    let told = loop {
        let told = get(metrics, "/metrics").await;
        if told.contains("nabij_hub_refusals_total{kind=\"unknown_team\"} 1\n") {
            break told;
        }
    };
    assert!(told.starts_with("HTTP/1.1 200"), "{told}");
    assert!(
        told.contains("content-type: text/plain; version=0.0.4"),
        "{told}"
    );
    let entries: usize = fatima.logs.values().map(Vec::len).sum();
    for line in [
        "nabij_hub_teams 1",
        "nabij_hub_store_up 1",
        &format!("nabij_hub_entries {entries}"),
    ] {
        assert!(told.lines().any(|found| found == line), "{line}\n{told}");
    }
    for secret in [fatima.team.to_string(), fatima.card().id().to_string()] {
        assert!(!told.contains(&secret));
    }
    assert!(get(address, "/metrics").await.starts_with("HTTP/1.1 404"));
    running.stop().await.unwrap();
}

/// Kills one of two hubs in the middle of pushing: what it has signed for is at the other.
#[tokio::test(flavor = "multi_thread")]
async fn one_of_two_hubs_is_killed_and_the_laptop_goes_on_at_the_other() {
    let Some(server) = Postgres::start() else {
        return;
    };
    let at: StoreAt = server.database().parse().unwrap();
    let (mut doomed, first) = serve_at(&options(&at), &[]);
    let (mut child, second) = serve_at(&options(&at), &[]);
    let (mut fatima, mut bram, space) = two(first).await;
    let (wire, _) = Wire::connect(first, &fatima).await.unwrap();
    let (mut live, _) = fatima.go_live(wire).await.unwrap();
    for number in 0..200 {
        if number == 40 {
            doomed.kill().unwrap();
        }
        fatima.change(space, &format!("sealed {number} {}", "x".repeat(2000)));
        if fatima.share(&mut live).await.is_err() || fatima.step(&mut live).await.is_err() {
            break;
        }
    }
    doomed.wait().unwrap();
    // Whatever it gave a receipt for is there, before the laptop says anything to the other one.
    bram.sync(second).await.unwrap();
    let scope = Scope::Changes(space);
    let promised = fatima.receipted.of(&scope, &fatima.log());
    assert!(promised > 0);
    assert!(bram.vectors().of(&scope, &fatima.log()) >= promised);
    fatima.sync(second).await.unwrap();
    bram.sync(second).await.unwrap();
    assert_eq!(bram.vectors(), fatima.vectors());
    let sealed = |laptop: &Laptop| {
        laptop.logs[&(scope, fatima.log())]
            .iter()
            .all(|entry| matches!(entry.content, Content::Change(_)))
    };
    assert!(sealed(&bram));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(run("check", &at, None).status.code(), Some(0));
}
