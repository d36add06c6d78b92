//! Files that are damaged, somebody else's, of a newer version, or gone.

use super::{all_is_there, doctor, saved_and_closed, why_not};
use serde_json::json;
use std::path::{Path, PathBuf};
use support::{Laptop, PASSPHRASE, Stage, nabij};

/// A laptop with something saved, and a copy of its files to come back to.
struct Scene {
    fatima: Laptop,
    whole: Vec<(PathBuf, Vec<u8>)>,
    _stage: Stage,
}

impl Scene {
    fn set() -> Scene {
        let stage = Stage::new();
        let fatima = saved_and_closed(&stage);
        let whole = read_all(fatima.home());
        assert!(
            whole
                .iter()
                .any(|(path, bytes)| path.ends_with("nabij.db") && bytes.len() > 100_000)
        );
        Scene {
            fatima,
            whole,
            _stage: stage,
        }
    }

    fn database(&self) -> PathBuf {
        self.fatima.home().join("nabij.db")
    }

    fn key_file(&self) -> PathBuf {
        self.fatima.home().join("vault.key")
    }

    fn whole(&self, file: &Path) -> Vec<u8> {
        let found = self.whole.iter().find(|(path, _)| path == file);
        found.expect("a file").1.clone()
    }

    /// With `bytes` in place of `file`: both doors say so, and the file stays as it is.
    fn refuses(&self, file: &Path, bytes: &[u8], code: &str, exit: i32) {
        std::fs::write(file, bytes).expect("a file");
        assert_eq!(why_not(&self.fatima), code);
        let ended = doctor(self.fatima.home());
        assert_eq!(ended.code, Some(exit), "{ended:?}");
        assert!(!ended.aside.is_empty(), "and says why");
        assert!(
            std::fs::read(file).expect("a file") == bytes,
            "{code}: the file was touched"
        );
        self.repair();
    }

    /// Puts everything back, and all is there.
    fn repair(&self) {
        for (path, _) in read_all(self.fatima.home()) {
            std::fs::remove_file(path).expect("a file");
        }
        for (path, bytes) in &self.whole {
            std::fs::write(path, bytes).expect("a file");
        }
        all_is_there(&self.fatima);
    }
}

fn read_all(home: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let files = support::files_in(home).into_iter();
    files
        .map(|path| (path.clone(), std::fs::read(path).expect("a file")))
        .collect()
}

fn flipped(mut bytes: Vec<u8>, place: usize) -> Vec<u8> {
    bytes[place] ^= 0x40;
    bytes
}

#[test]
fn a_flipped_bit_in_the_beginning_is_damage_and_not_a_wrong_passphrase() {
    let scene = Scene::set();
    let (database, key_file) = (scene.database(), scene.key_file());
    for place in [0, 15, 16, 100, 4_000, 4_095] {
        scene.refuses(
            &database,
            &flipped(scene.whole(&database), place),
            "Damaged",
            19,
        );
    }
    let key = scene.whole(&key_file);
    for place in [12, key.len() / 2, key.len() - 1] {
        scene.refuses(&key_file, &flipped(key.clone(), place), "Damaged", 19);
    }
    scene.refuses(&key_file, &key[..key.len() / 2], "Damaged", 19);
}

/// Somewhere in the middle the vault may still open; then the look-over finds it.
#[test]
fn a_flipped_bit_anywhere_else_is_found() {
    let scene = Scene::set();
    let database = scene.database();
    let whole = scene.whole(&database);
    for tenth in 1..10 {
        let place = (whole.len() / 10 * tenth).max(4_096);
        std::fs::write(&database, flipped(whole.clone(), place)).expect("a file");
        match scene
            .fatima
            .call("unlock_vault", json!({ "passphrase": PASSPHRASE }))
        {
            Err(failure) => assert_eq!(format!("{:?}", failure.code), "Damaged", "at {place}"),
            Ok(_) => match scene.fatima.call("check_vault", json!({})) {
                Err(failure) => assert_eq!(format!("{:?}", failure.code), "Damaged", "at {place}"),
                Ok(found) => {
                    let findings = found["findings"].as_array().expect("findings");
                    let file = findings
                        .iter()
                        .find(|finding| finding["check"] == "vaultFile");
                    assert_eq!(file.expect("a finding")["ok"], false, "at {place}: {found}");
                }
            },
        }
        scene.fatima.does("lock_vault", json!({}));
        let ended = doctor(scene.fatima.home());
        assert!(matches!(ended.code, Some(4 | 19)), "at {place}: {ended:?}");
        scene.repair();
    }
    // Cut off, as by a copy that was broken off.
    std::fs::write(&database, &whole[..whole.len() / 2]).expect("a file");
    let ended = doctor(scene.fatima.home());
    assert!(matches!(ended.code, Some(4 | 19)), "{ended:?}");
    scene.repair();
}

#[test]
fn somebody_elses_file_is_named_and_left_alone() {
    let scene = Scene::set();
    let (database, key_file) = (scene.database(), scene.key_file());
    let other = scene.fatima.home().with_extension("other");
    let sheet = "CREATE TABLE playlist (title TEXT); INSERT INTO playlist VALUES ('Zomerhit')";
    rusqlite::Connection::open(&other)
        .and_then(|file| file.execute_batch(sheet))
        .expect("a database");
    let playlist = std::fs::read(&other).expect("a file");
    scene.refuses(&database, &playlist, "ForeignFile", 20);
    scene.refuses(&database, b"", "ForeignFile", 20);
    // Encrypted bytes look like any others: a photo cannot be told from a vault that is damaged.
    let photo: Vec<u8> = [0xFF, 0xD8, 0xFF, 0xE0]
        .into_iter()
        .chain((0..40_000).map(|n| (n % 251) as u8))
        .collect();
    scene.refuses(&database, &photo, "Damaged", 19);
    scene.refuses(
        &key_file,
        b"-----BEGIN CERTIFICATE-----\n",
        "ForeignFile",
        20,
    );
    scene.refuses(&key_file, &photo, "ForeignFile", 20);
    scene.refuses(&key_file, b"", "ForeignFile", 20);
}

/// A newer database is tested in the room `store`, which has the key.
#[test]
fn a_key_file_of_a_newer_nabij_is_left_alone() {
    let scene = Scene::set();
    let key_file = scene.key_file();
    let mut newer = scene.whole(&key_file);
    newer[10] = 2;
    scene.refuses(&key_file, &newer, "NewerVersion", 16);
}

#[test]
fn a_vault_of_which_half_is_gone_is_not_written_over() {
    let scene = Scene::set();
    let (database, key_file) = (scene.database(), scene.key_file());
    std::fs::remove_file(&database).expect("a file");
    assert_eq!(why_not(&scene.fatima), "Damaged");
    assert_eq!(doctor(scene.fatima.home()).code, Some(19));
    assert!(!database.exists(), "no empty database is put in its place");
    scene.repair();

    let old = std::fs::read(&database).expect("a file");
    std::fs::remove_file(&key_file).expect("a file");
    assert_eq!(
        scene.fatima.does("vault_state", json!({}))["state"],
        "missing"
    );
    assert_eq!(
        nabij(scene.fatima.home(), PASSPHRASE, &["search", "moskee"]).code,
        Some(13)
    );
    // Who starts anew keeps the old file, byte for byte, in case the key turns up.
    scene.fatima.makes_vault();
    scene.fatima.does("lock_vault", json!({}));
    let files = read_all(scene.fatima.home());
    assert!(
        files
            .iter()
            .any(|(path, bytes)| *path != database && *bytes == old),
        "it is gone"
    );
    scene.repair();
}

#[test]
fn a_vault_is_never_made_over_a_vault() {
    let scene = Scene::set();
    let again = json!({ "passphrase": "heel-iets-anders-dan-de-vorige-keer" });
    assert_eq!(
        format!("{:?}", scene.fatima.fails("create_vault", again)),
        "AlreadyExists"
    );
    let args = [
        "init",
        "--team",
        "Straatteam Zuid",
        "--name",
        "Fatima",
        "--role",
        "coach",
    ];
    let ended = nabij(scene.fatima.home(), PASSPHRASE, &args);
    assert_eq!(ended.code, Some(22), "{ended:?}");
    all_is_there(&scene.fatima);
}
