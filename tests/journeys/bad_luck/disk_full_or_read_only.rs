//! A disk that is full and a folder that cannot be written to. Both need a small file system of their own,
//! which only some machines let a test make; where not, that is said and the journey is skipped.

use super::{all_is_there, doctor, saved_and_closed, why_not};
use serde_json::json;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use support::{Laptop, PASSPHRASE, Stage, nabij, say};

/// A file system in memory, at a folder of its own; gone when it is dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Of `kib` KiB; none where that is not allowed.
    fn at(folder: PathBuf, kib: u32) -> Option<SmallDisk> {
        std::fs::create_dir_all(&folder).expect("a folder");
        let size = format!("size={kib}k,mode=700");
        let mounted = quietly(
            Command::new("mount")
                .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
                .arg(&folder),
        );
        if !mounted {
            say("skipped: this machine lets a test make no small file system");
        }
        mounted.then_some(SmallDisk(folder))
    }

    fn becomes(&self, how: &str) {
        let option = format!("remount,{how}");
        assert!(
            quietly(Command::new("mount").args(["-o", &option]).arg(&self.0)),
            "{option}"
        );
    }

    /// Fills it until nothing more goes on it.
    fn fills(&self) -> PathBuf {
        let ballast = self.0.join("ballast");
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&ballast)
            .expect("a file");
        for size in [65_536, 512] {
            while file.write_all(&vec![7; size]).is_ok() {}
        }
        ballast
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        quietly(Command::new("umount").arg("-l").arg(&self.0));
    }
}

fn quietly(command: &mut Command) -> bool {
    let ended = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    ended.is_ok_and(|ended| ended.success())
}

fn failure(laptop: &Laptop, command: &str, request: serde_json::Value) -> String {
    format!("{:?}", laptop.fails(command, request))
}

fn moment(number: usize) -> serde_json::Value {
    let text = format!(
        "Gesprek {number} bij de bushalte. {}",
        "Wind en regen. ".repeat(40)
    );
    json!({ "kind": "conversation", "text": text, "at": 1_790_000_000_000_i64 + number as i64 })
}

#[test]
fn a_folder_that_cannot_be_written_to() {
    let stage = Stage::new();
    let Some(disk) = SmallDisk::at(stage.folder("fatima"), 20_000) else {
        return;
    };
    let fatima = saved_and_closed(&stage);
    disk.becomes("ro");
    assert_eq!(why_not(&fatima), "ReadOnly");
    let ended = doctor(fatima.home());
    assert_eq!(ended.code, Some(18), "{ended:?}");
    let fresh = Laptop::new(fatima.home().join("new"));
    assert_eq!(
        failure(&fresh, "create_vault", json!({ "passphrase": PASSPHRASE })),
        "ReadOnly"
    );
    disk.becomes("rw");
    all_is_there(&fatima);
}

#[test]
fn a_disk_that_is_full_while_fatima_writes() {
    let stage = Stage::new();
    let Some(disk) = SmallDisk::at(stage.folder("disk"), 8_000) else {
        return;
    };
    let reserve = disk.0.join("reserve");
    std::fs::write(&reserve, vec![7; 2_000_000]).expect("room");
    let fatima = Laptop::new(disk.0.join("fatima"));
    fatima.founds("Straatteam Noord", "Fatima", None);
    let mut saved = 0;
    let code = loop {
        match fatima.call("record_contact_moment", moment(saved)) {
            Ok(_) => saved += 1,
            Err(failure) => break failure.code,
        }
        assert!(saved < 10_000, "the disk does not get full");
    };
    assert_eq!(format!("{code:?}"), "StorageFull", "after {saved}");
    say(&format!(
        "a disk of 8 MB was full after {saved} contact moments"
    ));
    assert!(saved > 10);
    assert_eq!(fatima.street().len(), saved, "reading goes on");
    assert_eq!(fatima.finds("bushalte"), saved as u64);
    fatima.does("lock_vault", json!({}));
    disk.fills();
    what_a_script_is_told(fatima.home());

    std::fs::remove_file(disk.0.join("ballast")).expect("a file");
    std::fs::remove_file(&reserve).expect("a file");
    fatima.unlocks();
    assert_eq!(fatima.street().len(), saved, "nothing lost, nothing half");
    fatima.does("record_contact_moment", moment(saved));
    assert_eq!(fatima.street().len(), saved + 1);
    assert_eq!(fatima.finds_wrong(), [""; 0]);
    fatima.does("lock_vault", json!({}));
}

fn what_a_script_is_told(home: &Path) {
    let text = "Wind en regen. ".repeat(400);
    let ended = nabij(home, PASSPHRASE, &["moment", "add", "--text", &text]);
    assert_eq!(ended.code, Some(17), "{ended:?}");
}

#[test]
fn no_half_vault_on_a_full_disk() {
    let stage = Stage::new();
    let Some(disk) = SmallDisk::at(stage.folder("disk"), 2_000) else {
        return;
    };
    let ballast = disk.fills();
    let fatima = Laptop::new(disk.0.join("fatima"));
    let request = json!({ "passphrase": PASSPHRASE });
    assert_eq!(
        failure(&fatima, "create_vault", request.clone()),
        "StorageFull"
    );
    // A little more room, and it is still not enough for all of it.
    let file = File::options().write(true).open(&ballast).expect("a file");
    let length = file.metadata().expect("a file").len();
    for room in [4_096, 40_000, 120_000] {
        file.set_len(length - room).expect("room");
        match fatima.call("create_vault", request.clone()) {
            Err(failure) => assert_eq!(format!("{:?}", failure.code), "StorageFull", "with {room}"),
            Ok(_) => break,
        }
        assert_eq!(fatima.does("vault_state", json!({}))["state"], "missing");
    }
    file.set_len(0).expect("room");
    if fatima.does("vault_state", json!({}))["state"] == "missing" {
        fatima.makes_vault();
    }
    fatima.does("lock_vault", json!({}));
    fatima.unlocks();
    fatima.does("lock_vault", json!({}));
}
