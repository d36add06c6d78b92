//! Runs are cut where a signature stands; keys and erased payloads come back as they came.

use super::{Append, Store};
use crate::error::Denied;
use nabij_protocol::entry::{
    CheckedEntry, Content, Payload, Place, Run, SealedChange, SealedKey, entry_hash,
};
use nabij_protocol::id::{
    DeviceId, DocumentId, EpochId, Hash, Incarnation, LogId, Millis, Scope, Signature, SpaceId,
    TeamId,
};
use nabij_protocol::message::Refusal;
use nabij_protocol::session::Wanted;

const TEAM: TeamId = TeamId([1; 16]);
const SCOPE: Scope = Scope::Changes(SpaceId([2; 16]));
const LOG: LogId = LogId {
    device: DeviceId([3; 16]),
    incarnation: Incarnation(u64::MAX),
};

fn key(fill: u8) -> SealedKey {
    SealedKey {
        epoch: EpochId([4; 16]),
        nonce: [fill; 24],
        sealed: vec![fill; 48],
    }
}

fn change(size: usize, key: Option<SealedKey>) -> SealedChange {
    let document = DocumentId([5; 16]);
    SealedChange {
        document,
        nonce: [6; 24],
        payload: Payload::Here(vec![7; size]),
        key,
    }
}

/// The chain over these contents from the start of the log.
fn chain(contents: &[SealedChange]) -> Vec<CheckedEntry> {
    let mut head = Hash::ZERO;
    (1..)
        .zip(contents)
        .map(|(number, change)| {
            let place = Place {
                team: TEAM,
                scope: SCOPE,
                log: LOG,
                number,
            };
            let content = Content::Change(change.clone());
            head = entry_hash(&place, &head, &content);
            (place, head, content)
        })
        .collect()
}

fn keep(store: &mut Store, entries: &[CheckedEntry], sign: u8, own: bool) -> Result<(), Denied> {
    let writing = store.begin()?;
    writing.admit(&TEAM, None, Millis(0))?;
    writing.append(&Append {
        team: TEAM,
        scope: SCOPE,
        log: LOG,
        entries,
        signature: Signature([sign; 64]),
        own,
        now: Millis(0),
    })?;
    Ok(writing.commit()?)
}

fn fetch(store: &Store, after: u64, up_to: u64, bytes: usize) -> Option<Run> {
    store
        .run(
            &TEAM,
            &Wanted {
                scope: SCOPE,
                log: LOG,
                after,
                up_to,
                bytes,
            },
        )
        .unwrap()
}

fn keys(run: &Run) -> Vec<Option<SealedKey>> {
    run.contents
        .iter()
        .map(|content| match content {
            Content::Change(change) => change.key.clone(),
            Content::Record(_) => None,
        })
        .collect()
}

#[test]
fn a_run_ends_at_a_signature_and_fits_unless_none_would() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let entries = chain(&vec![change(1000, None); 10]);
    keep(&mut store, &entries[..4], 4, true).unwrap();
    keep(&mut store, &entries[4..6], 6, true).unwrap();
    keep(&mut store, &entries[2..10], 10, true).unwrap();
    let cut = |after, up_to, bytes| {
        fetch(&store, after, up_to, bytes).map(|run| (run.after, run.last(), run.signature.0[0]))
    };
    assert_eq!(cut(0, 10, 1 << 20), Some((0, 10, 10)));
    assert_eq!(cut(0, 10, 7000), Some((0, 6, 6)));
    assert_eq!(cut(0, 10, 10), Some((0, 4, 4)));
    assert_eq!(cut(5, 10, 10), Some((5, 6, 6)));
    assert_eq!(cut(0, 6, 1 << 20), Some((0, 6, 6)));
    assert_eq!(cut(0, 5, 1 << 20), Some((0, 4, 4)));
    assert_eq!(cut(10, 10, 1 << 20), None);
    assert_eq!(store.vectors(&TEAM).unwrap().of(&SCOPE, &LOG), 10);
}

#[test]
fn a_key_that_was_missing_is_added_and_only_its_own_laptop_replaces_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let with = |key| chain(&[change(10, key), change(10, None)]);
    keep(&mut store, &with(None), 1, false).unwrap();
    assert_eq!(keys(&fetch(&store, 0, 2, 100).unwrap()), [None, None]);
    keep(&mut store, &with(Some(key(8))), 1, false).unwrap();
    assert_eq!(
        keys(&fetch(&store, 0, 2, 100).unwrap()),
        [Some(key(8)), None]
    );
    keep(&mut store, &with(Some(key(9))), 1, false).unwrap();
    assert_eq!(
        keys(&fetch(&store, 0, 2, 100).unwrap()),
        [Some(key(8)), None]
    );
    keep(&mut store, &with(Some(key(9))), 1, true).unwrap();
    assert_eq!(
        keys(&fetch(&store, 0, 2, 100).unwrap()),
        [Some(key(9)), None]
    );
}

#[test]
fn what_came_erased_stays_so_and_a_fork_keeps_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let whole = change(10, None);
    let mut erased = whole.clone();
    erased.payload = Payload::Erased(whole.payload.hash());
    keep(&mut store, &chain(&[erased.clone()]), 1, true).unwrap();
    // The same entry with its bytes has the same hash; it does not bring them back.
    keep(&mut store, &chain(&[whole]), 1, true).unwrap();
    assert_eq!(
        fetch(&store, 0, 1, 100).unwrap().contents,
        [Content::Change(erased)]
    );
    let fork = keep(
        &mut store,
        &chain(&[change(11, Some(key(1))), change(1, None)]),
        1,
        true,
    );
    assert!(
        matches!(fork, Err(Denied::Refused(Refusal::Fork))),
        "{fork:?}"
    );
    assert_eq!(store.counts().unwrap(), (1, 1));
}
