//! What cannot be brought about from outside: a disk that fills up, a panic in the middle of a write.

use super::Store;
use crate::error::Error;
use nabij_protocol::id::SigningPublic;
use std::panic::{AssertUnwindSafe, catch_unwind};

fn store() -> (Store, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (
        Store::create(&folder.path().join("nabij.db"), &[9; 32]).unwrap(),
        folder,
    )
}

#[test]
fn a_full_disk_is_said_so_and_loses_nothing() {
    let (store, _folder) = store();
    store.set_setting("kept", Some("yes")).unwrap();
    store.limit_growth(Some(2)).unwrap();
    let large = "Griftpark ".repeat(10_000);
    assert_eq!(store.set_draft(Some(&large)), Err(Error::Full));
    assert_eq!(store.draft().unwrap(), None);
    assert_eq!(store.setting("kept").unwrap().unwrap(), "yes");
    store.limit_growth(None).unwrap();
    store.set_draft(Some(&large)).unwrap();
    assert_eq!(store.draft().unwrap().unwrap().as_str(), large);
}

#[test]
fn a_hub_and_its_settings_come_together_or_not_at_all() {
    let (store, _folder) = store();
    let hub = SigningPublic([7; 32]);
    store.limit_growth(Some(2)).unwrap();
    let large = "ws://".repeat(20_000);
    let moved = store.move_to_hub(Some(&hub), &[("address", Some(&large))]);
    assert_eq!(moved, Err(Error::Full));
    assert_eq!(store.read(crate::meta::hub).unwrap(), None);
    assert_eq!(store.setting("address").unwrap(), None);
    store.limit_growth(None).unwrap();
    store
        .move_to_hub(Some(&hub), &[("address", Some("ws://hub"))])
        .unwrap();
    assert_eq!(store.read(crate::meta::hub).unwrap(), Some(hub));
    assert_eq!(store.setting("address").unwrap().unwrap(), "ws://hub");
}

#[test]
fn a_panic_in_the_middle_leaves_no_trace() {
    let (store, _folder) = store();
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        store.write(|tx| -> Result<(), Error> {
            tx.execute(
                "INSERT INTO setting (name, value) VALUES ('half', 'yes')",
                [],
            )?;
            panic!("in the middle")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(store.setting("half").unwrap(), None);
    store.set_setting("whole", Some("yes")).unwrap();
    assert_eq!(store.setting("whole").unwrap().unwrap(), "yes");
}

#[test]
fn a_reader_cannot_write_and_debug_says_nothing() {
    let (store, folder) = store();
    let refused = store.read(|connection| Ok(connection.execute("DELETE FROM setting", [])?));
    assert_eq!(refused, Err(Error::ReadOnly));
    let shown = format!("{store:?}");
    assert!(!shown.contains("09") && !shown.contains(folder.path().to_str().unwrap()));
}
