//! What cannot be brought about from outside: a disk that fills up, a panic in the middle of a write.

use super::Store;
use crate::error::Error;
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
    let limit = |pages: i64| {
        let connection = super::held(&store.writer);
        connection
            .pragma_update_and_check(None, "max_page_count", pages, |row| row.get::<_, i64>(0))
            .unwrap()
    };
    let now = limit(1);
    limit(now + 2);
    let large = "Griftpark ".repeat(10_000);
    assert_eq!(store.set_draft(Some(&large)), Err(Error::Full));
    assert_eq!(store.draft().unwrap(), None);
    assert_eq!(store.setting("kept").unwrap().unwrap(), "yes");
    limit(100_000);
    store.set_draft(Some(&large)).unwrap();
    assert_eq!(store.draft().unwrap().unwrap().as_str(), large);
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
