//! The program itself: exit codes, and a kill at any moment.

use super::laptop::Laptop;
use super::wire::Wire;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nabij-hub"));
    command.stderr(Stdio::null()).stdin(Stdio::null());
    command
}

fn serve(data: &Path) -> (Child, SocketAddr) {
    serve_at(&["--data".to_owned(), data.display().to_string()], &[])
}

/// Starts the program and waits until it listens.
pub(crate) fn serve_at(at: &[String], more: &[&str]) -> (Child, SocketAddr) {
    let mut child = program()
        .args(["serve", "--listen", "127.0.0.1:0", "--log", "json"])
        .args(at)
        .args(more)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let line = line.trim().trim_end_matches("/metrics");
    let address = line.rsplit("://").next().unwrap().parse().unwrap();
    (child, address)
}

fn code(command: &mut Command) -> Option<i32> {
    command.stdout(Stdio::null()).status().unwrap().code()
}

#[test]
fn exit_codes_tell_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(code(program().arg("serve")), Some(2));
    let file = folder.path().join("file");
    std::fs::write(&file, "not a folder").unwrap();
    assert_eq!(
        code(program().args(["admit", "--data"]).arg(&file)),
        Some(3)
    );
    let foreign = folder.path().join("foreign");
    std::fs::create_dir(&foreign).unwrap();
    std::fs::write(
        foreign.join("hub.db"),
        "something else, and longer than a header of SQLite. ".repeat(20),
    )
    .unwrap();
    assert_eq!(
        code(program().args(["admit", "--data"]).arg(&foreign)),
        Some(3)
    );

    let data = folder.path().join("data");
    assert_eq!(
        code(program().args(["admit", "--data"]).arg(&data)),
        Some(0)
    );
    let (mut child, address) = serve(&data);
    let mut second = program();
    second
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(&data);
    assert_eq!(code(&mut second), Some(3), "a second hub on the folder");
    let mut second = program();
    second
        .args(["serve", "--listen", &address.to_string(), "--data"])
        .arg(folder.path().join("more"));
    assert_eq!(code(&mut second), Some(5));
    child.kill().unwrap();
    child.wait().unwrap();

    let newer = folder.path().join("more/hub.db");
    rusqlite::Connection::open(&newer)
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    assert_eq!(
        code(
            program()
                .args(["status", "--data"])
                .arg(folder.path().join("more"))
        ),
        Some(4)
    );
}

#[cfg(unix)]
#[test]
fn only_the_hubs_user_may_read_its_keys() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (mut child, _) = serve(&data);
    for entry in std::fs::read_dir(&data).unwrap() {
        let entry = entry.unwrap();
        if entry.file_name() != "hub.lock" {
            assert_eq!(
                entry.metadata().unwrap().permissions().mode() & 0o077,
                0,
                "{entry:?}"
            );
        }
    }
    // A polite stop ends well.
    Command::new("kill")
        .args(["-TERM", &child.id().to_string()])
        .status()
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_at_any_moment_loses_nothing_that_has_a_receipt() {
    let folder = tempfile::tempdir().unwrap();
    let mut fatima = Laptop::founder(1);
    let space = fatima.open_space(1);
    let (mut child, mut address) = serve(folder.path());
    fatima.sync(address).await.unwrap();
    for round in 0..12_u64 {
        let (wire, _) = Wire::connect(address, &fatima).await.unwrap();
        let (mut live, _) = fatima.go_live(wire).await.unwrap();
        // Writes until the hub is gone; it goes a little later in every round.
        let killer = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(3 + 7 * round));
            child.kill().unwrap();
            child.wait().unwrap();
        });
        let mut writes = 0;
        loop {
            fatima.change(
                space,
                &format!("sealed {round} {writes} {}", "x".repeat(3000)),
            );
            writes += 1;
            if fatima.share(&mut live).await.is_err() || fatima.step(&mut live).await.is_err() {
                break;
            }
        }
        killer.join().unwrap();
        (child, address) = serve(folder.path());

        // A laptop that has nothing but its founding fetches what the hub has kept.
        let mut fresh = Laptop::founder(1);
        fresh.sync(address).await.unwrap();
        for (scope, vector) in &fatima.receipted.0 {
            for (log, number) in &vector.0 {
                assert!(
                    fresh.vectors().of(scope, log) >= *number,
                    "round {round}: a receipt was broken"
                );
                let kept = &fresh.logs[&(*scope, *log)];
                let written = &fatima.logs[&(*scope, *log)];
                assert!(
                    kept.iter()
                        .zip(written)
                        .all(|(kept, written)| kept.hash == written.hash)
                );
            }
        }
    }
    fatima.sync(address).await.unwrap();
    assert_eq!(fatima.receipted, fatima.vectors());
    child.kill().unwrap();
    child.wait().unwrap();
}
