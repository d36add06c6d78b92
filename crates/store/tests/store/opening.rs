//! What is not a good file is named, and left as it was.

use crate::support::{CASE, KEY, NOW, STREET, Vault, fatima};
use nabij_store::{OpenError, Store};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

fn closed_vault() -> (tempfile::TempDir, PathBuf) {
    let vault = Vault::new();
    let mut fatima = fatima();
    let (moment, _) = fatima.moment(STREET, "Sprak Mo bij de kiosk in de Griftpark.", 1);
    let (case, _) = fatima.case(CASE, "Gezin Karremans");
    vault.take_in(&[moment, case]);
    vault
        .store
        .keep_secrets(&[("device", b"geheimesleutel".as_slice())])
        .unwrap();
    let Vault { store, folder } = vault;
    drop(store);
    let path = folder.path().join("nabij.db");
    (folder, path)
}

/// Opening must fail with `error` and not touch the file.
fn refuses(path: &Path, key: &[u8; 32], error: OpenError) {
    let before = fs::read(path).unwrap();
    assert_eq!(Store::open(path, key).unwrap_err(), error);
    assert_eq!(fs::read(path).unwrap(), before, "the file was touched");
}

fn raw(path: &Path) -> rusqlite::Connection {
    let connection = rusqlite::Connection::open(path).unwrap();
    let key: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    connection
        .execute_batch(&format!("PRAGMA key = \"x'{key}'\""))
        .unwrap();
    connection
}

#[test]
fn a_closed_file_opens_again_with_everything_in_it() {
    let (_folder, path) = closed_vault();
    let store = Store::open(&path, &KEY).unwrap();
    assert_eq!(store.street(&STREET).unwrap().moments, 1);
    assert!(!store.needs_rebuild().unwrap());
    assert_eq!(
        store.secret("device").unwrap().unwrap().as_slice(),
        b"geheimesleutel"
    );
}

#[test]
fn nothing_can_be_read_in_the_files() {
    let vault = Vault::new();
    let (moment, _) = fatima().moment(STREET, "Sprak Mo bij de kiosk.", 1);
    vault.take_in(&[moment]);
    vault.store.set_draft(Some("Sprak Mo")).unwrap();
    vault
        .store
        .keep_secrets(&[("device", b"geheimesleutel".as_slice())])
        .unwrap();
    let mut files = 0;
    for file in fs::read_dir(vault.folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        files += 1;
        for word in [
            "Sprak",
            "kiosk",
            "Griftpark",
            "geheimesleutel",
            "contact_moment",
            "CREATE TABLE",
        ] {
            assert!(
                !bytes
                    .windows(word.len())
                    .any(|window| window == word.as_bytes()),
                "{word}"
            );
        }
    }
    assert!(files >= 2, "the write-ahead log is looked at too");
}

#[test]
fn another_key_and_garbage_are_unreadable() {
    let (folder, path) = closed_vault();
    refuses(&path, &[8; 32], OpenError::Unreadable);
    let garbage = folder.path().join("garbage.db");
    fs::write(&garbage, vec![0xA5; 40_960]).unwrap();
    refuses(&garbage, &KEY, OpenError::Unreadable);
}

#[test]
fn somebody_elses_files_are_foreign() {
    let (folder, path) = closed_vault();
    let plain = folder.path().join("plain.db");
    rusqlite::Connection::open(&plain)
        .unwrap()
        .execute_batch("CREATE TABLE t (x)")
        .unwrap();
    refuses(&plain, &KEY, OpenError::Foreign);
    let empty = folder.path().join("empty.db");
    fs::write(&empty, []).unwrap();
    refuses(&empty, &KEY, OpenError::Foreign);
    raw(&path)
        .execute_batch("PRAGMA application_id = 5")
        .unwrap();
    refuses(&path, &KEY, OpenError::Foreign);
}

#[test]
fn a_newer_file_is_left_alone() {
    let (_folder, path) = closed_vault();
    raw(&path)
        .execute_batch("PRAGMA user_version = 99")
        .unwrap();
    refuses(
        &path,
        &KEY,
        OpenError::Newer {
            found: 99,
            known: i64::from(nabij_store::FORMAT_VERSION),
        },
    );
}

#[test]
fn a_cut_or_altered_file_is_damaged() {
    let (_folder, path) = closed_vault();
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..4096 * 3]).unwrap();
    refuses(&path, &KEY, OpenError::Damaged);
    let mut altered = whole.clone();
    for page in 1..altered.len() / 4096 {
        altered[page * 4096 + 100] ^= 1;
    }
    fs::write(&path, altered).unwrap();
    refuses(&path, &KEY, OpenError::Damaged);
    fs::write(&path, &whole[..1000]).unwrap();
    refuses(&path, &KEY, OpenError::Unreadable);
}

#[test]
fn one_altered_page_is_found_by_a_check() {
    let (_folder, path) = closed_vault();
    let store = Store::open(&path, &KEY).unwrap();
    let sound = store.check().unwrap();
    assert_eq!(
        (sound.damaged_pages, sound.broken_logs, sound.search_intact),
        (0, 0, true)
    );
    drop(store);
    let mut bytes = fs::read(&path).unwrap();
    let end = bytes.len();
    bytes[end - 2000] ^= 1;
    fs::write(&path, bytes).unwrap();
    let store = Store::open(&path, &KEY);
    // Depending on the page, already opening says so.
    match store {
        Ok(store) => match store.check() {
            Ok(checked) => assert!(checked.damaged_pages > 0),
            Err(error) => assert_eq!(error, nabij_store::Error::Damaged),
        },
        Err(error) => assert_eq!(error, OpenError::Damaged),
    }
}

#[test]
fn nothing_is_overwritten() {
    let (folder, path) = closed_vault();
    let before = fs::read(&path).unwrap();
    assert_eq!(
        Store::create(&path, &KEY).unwrap_err(),
        OpenError::AlreadyExists
    );
    assert_eq!(fs::read(&path).unwrap(), before);
    // A creation that was killed halfway stands beside it and does not matter.
    let other = folder.path().join("other.db");
    fs::write(folder.path().join("other.db-unfinished"), b"half").unwrap();
    let store = Store::create(&other, &KEY).unwrap();
    assert!(!folder.path().join("other.db-unfinished").exists());
    assert_eq!(
        store.read_model_dump().unwrap().lines().count(),
        28,
        "only the headings"
    );
}

#[test]
fn what_is_not_there_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nabij.db");
    assert_eq!(
        Store::open(&path, &KEY).unwrap_err(),
        OpenError::Io(ErrorKind::NotFound)
    );
    assert!(!path.exists(), "opening makes nothing");
    let nowhere = folder.path().join("nowhere").join("nabij.db");
    assert_eq!(
        Store::create(&nowhere, &KEY).unwrap_err(),
        OpenError::Io(ErrorKind::NotFound)
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_read_only() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = closed_vault();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    // Whoever runs tests as root may write everywhere, and then there is nothing to see here.
    let everywhere = fs::write(folder.path().join("probe"), b"").is_ok();
    if !everywhere {
        refuses(&path, &KEY, OpenError::ReadOnly);
        let new = folder.path().join("new.db");
        assert_eq!(Store::create(&new, &KEY).unwrap_err(), OpenError::ReadOnly);
    }
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn a_file_that_somebody_else_writes_is_in_use() {
    let (_folder, path) = closed_vault();
    let other = raw(&path);
    other
        .execute_batch(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; BEGIN IMMEDIATE",
        )
        .unwrap();
    other
        .execute_batch("INSERT INTO setting VALUES ('a', 'b')")
        .unwrap();
    assert_eq!(Store::open(&path, &KEY).unwrap_err(), OpenError::InUse);
    other.execute_batch("ROLLBACK").unwrap();
}

#[test]
fn another_read_model_number_makes_it_anew() {
    let (_folder, path) = closed_vault();
    let kept = Store::open(&path, &KEY).unwrap().read_model_dump().unwrap();
    raw(&path)
        .execute_batch(
            "UPDATE meta SET value = x'0000000000000000' WHERE name = 'read_model';
             DROP TABLE case_note; CREATE TABLE of_an_older_version (x INTEGER);",
        )
        .unwrap();
    let store = Store::open(&path, &KEY).unwrap();
    assert!(store.needs_rebuild().unwrap());
    assert_eq!(store.street(&STREET).unwrap().moments, 0);
    store.rebuild(&crate::support::open, NOW).unwrap();
    assert!(!store.needs_rebuild().unwrap());
    assert_eq!(store.read_model_dump().unwrap(), kept);
}
