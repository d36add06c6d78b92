//! A backup, from either store into either.

use super::{LOG, SCOPE, StoreAt, TEAM, Token, chain, change, keep, key, opened};
use crate::HubError;
use crate::store::{HubStore, Keys, run};
use nabij_protocol::id::{Millis, Scope};
use nabij_protocol::session::Wanted;

fn keys(fill: u8) -> Keys {
    Keys {
        signing: [fill; 32],
        noise: [fill; 32],
    }
}

/// Everything that can be asked of the team.
fn all(store: &mut dyn HubStore) -> String {
    let wanted = Wanted {
        scope: SCOPE,
        log: LOG,
        after: 0,
        up_to: 500,
        bytes: 1 << 24,
    };
    let cut = run(store, &TEAM, &wanted).unwrap();
    format!(
        "{:?} {:?} {:?} {cut:?} {:?} {:?}",
        store.keys(keys(0), Millis(0)).unwrap().signing,
        store.tallies().unwrap(),
        store.vectors(&TEAM).unwrap(),
        store.receipts_after(&TEAM, 0).unwrap(),
        store.records(&TEAM).unwrap(),
    )
}

pub(super) fn a_backup_is_all_of_it(at: &StoreAt) {
    let folder = tempfile::tempdir().unwrap();
    let (file, again) = (folder.path().join("one"), folder.path().join("two"));
    let mut store = opened(at);
    store.keys(keys(3), Millis(0)).unwrap();
    let mut contents = vec![change(300, None); 150];
    contents[0] = change(300, Some(key(4)));
    let entries = chain(TEAM, SCOPE, &contents);
    keep(store.as_mut(), &entries[..149], 1, true).unwrap();
    let record = nabij_protocol::entry::Content::Record(vec![1]);
    keep(
        store.as_mut(),
        &chain(TEAM, Scope::Team, &[record]),
        1,
        true,
    )
    .unwrap();
    store.add_token(&Token::typed("t"), Millis(0)).unwrap();
    store.back_up(&file).unwrap();
    assert!(matches!(
        store.back_up(&file),
        Err(HubError::BackupFile(std::io::ErrorKind::AlreadyExists))
    ));

    // Into a folder, and from there once more.
    let elsewhere = StoreAt::Folder(folder.path().join("elsewhere"));
    let mut restored = opened(&elsewhere);
    restored.restore(&file).unwrap();
    assert_eq!(all(restored.as_mut()), all(store.as_mut()));
    assert!(restored.takes(Some(&Token::typed("t")), Millis(0)).unwrap());
    assert!(matches!(
        restored.restore(&file),
        Err(HubError::StoreNotEmpty)
    ));
    restored.back_up(&again).unwrap();
    // It goes on where it was.
    keep(restored.as_mut(), &entries[149..], 2, true).unwrap();
    keep(store.as_mut(), &entries[149..], 2, true).unwrap();
    let space = Scope::Space(nabij_protocol::id::SpaceId([7; 16]));
    let record = nabij_protocol::entry::Content::Record(vec![2]);
    keep(
        restored.as_mut(),
        &chain(TEAM, space, std::slice::from_ref(&record)),
        1,
        true,
    )
    .unwrap();
    keep(store.as_mut(), &chain(TEAM, space, &[record]), 1, true).unwrap();
    assert_eq!(all(restored.as_mut()), all(store.as_mut()));

    let nothing = folder.path().join("nothing");
    std::fs::write(
        &nothing,
        "something else, and longer than a header. ".repeat(20),
    )
    .unwrap();
    let mut empty = opened(&StoreAt::Folder(folder.path().join("empty")));
    assert!(matches!(
        empty.restore(&nothing),
        Err(HubError::ForeignBackup)
    ));
    assert!(matches!(
        empty.restore(&folder.path().join("not there")),
        Err(HubError::BackupFile(std::io::ErrorKind::NotFound))
    ));
    empty.restore(&again).unwrap();
    assert_eq!(empty.tallies().unwrap()[0].entries, 150);
}
