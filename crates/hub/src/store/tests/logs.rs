//! Runs are cut where a signature stands; keys and erased payloads come back as they came.

use super::{LOG, SCOPE, StoreAt, TEAM, chain, change, keep, key, opened};
use crate::error::Denied;
use crate::store::{ENTRY_BYTES, HubStore, run};
use nabij_protocol::entry::{Content, Payload, Run, SealedKey};
use nabij_protocol::id::{Hash, Scope, SpaceId, TeamId};
use nabij_protocol::message::Refusal;
use nabij_protocol::session::Wanted;
use std::collections::{BTreeMap, BTreeSet};

fn fetch(store: &mut dyn HubStore, after: u64, up_to: u64, bytes: usize) -> Option<Run> {
    let wanted = Wanted {
        scope: SCOPE,
        log: LOG,
        after,
        up_to,
        bytes,
    };
    run(store, &TEAM, &wanted).unwrap()
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

pub(super) fn runs_end_at_signatures(at: &StoreAt) {
    let mut store = opened(at);
    let store = store.as_mut();
    let entries = chain(TEAM, SCOPE, &vec![change(1000, None); 10]);
    keep(store, &entries[..4], 4, true).unwrap();
    keep(store, &entries[4..6], 6, true).unwrap();
    keep(store, &entries[2..10], 10, true).unwrap();
    let mut cut = |after, up_to, bytes| {
        fetch(store, after, up_to, bytes).map(|run| (run.after, run.last(), run.signature.0[0]))
    };
    assert_eq!(cut(0, 10, 1 << 20), Some((0, 10, 10)));
    assert_eq!(cut(0, 10, 7000), Some((0, 6, 6)));
    assert_eq!(cut(0, 10, 10), Some((0, 4, 4)));
    assert_eq!(cut(5, 10, 10), Some((5, 6, 6)));
    assert_eq!(cut(0, 6, 1 << 20), Some((0, 6, 6)));
    assert_eq!(cut(0, 5, 1 << 20), Some((0, 4, 4)));
    assert_eq!(cut(10, 10, 1 << 20), None);
    assert_eq!(store.vectors(&TEAM).unwrap().of(&SCOPE, &LOG), 10);
    let hash = |store: &mut dyn HubStore, number| store.hash_at(&TEAM, &SCOPE, &LOG, number);
    assert_eq!(hash(store, 0).unwrap(), Some(Hash::ZERO));
    assert_eq!(hash(store, 10).unwrap(), Some(entries[9].1));
    assert_eq!(hash(store, 11).unwrap(), None);
}

pub(super) fn a_long_log_is_cut_in_pieces(at: &StoreAt) {
    let mut store = opened(at);
    let entries = chain(TEAM, SCOPE, &vec![change(20, None); 200]);
    // One signature at 150, beyond what is read at a time, and one at the end.
    keep(store.as_mut(), &entries[..150], 1, true).unwrap();
    keep(store.as_mut(), &entries[150..], 2, true).unwrap();
    let mut cut = |after, bytes| fetch(store.as_mut(), after, 200, bytes).map(|run| run.last());
    assert_eq!(cut(0, 1), Some(150));
    assert_eq!(cut(0, 1 << 20), Some(200));
    assert_eq!(cut(31, 1), Some(150));
    assert_eq!(cut(199, 1), Some(200));
}

pub(super) fn keys_of_documents(at: &StoreAt) {
    let mut store = opened(at);
    let store = store.as_mut();
    let with = |key| chain(TEAM, SCOPE, &[change(10, key), change(10, None)]);
    let shown = |store: &mut dyn HubStore| keys(&fetch(store, 0, 2, 100).unwrap());
    keep(store, &with(None), 1, false).unwrap();
    assert_eq!(shown(store), [None, None]);
    keep(store, &with(Some(key(8))), 1, false).unwrap();
    assert_eq!(shown(store), [Some(key(8)), None], "a missing one is added");
    keep(store, &with(Some(key(9))), 1, false).unwrap();
    assert_eq!(shown(store), [Some(key(8)), None], "others replace none");
    keep(store, &with(Some(key(9))), 1, true).unwrap();
    assert_eq!(shown(store), [Some(key(9)), None], "its own laptop does");
}

pub(super) fn erased_and_forks(at: &StoreAt) {
    let mut store = opened(at);
    let store = store.as_mut();
    let whole = change(10, None);
    let mut erased = whole.clone();
    if let Content::Change(change) = &mut erased {
        change.payload = Payload::Erased(change.payload.hash());
    }
    let chained = |contents: &[Content]| chain(TEAM, SCOPE, contents);
    keep(store, &chained(std::slice::from_ref(&erased)), 1, true).unwrap();
    // The same entry with its bytes has the same hash; it does not bring them back.
    keep(store, &chained(&[whole]), 1, true).unwrap();
    assert_eq!(fetch(store, 0, 1, 100).unwrap().contents, [erased]);
    let before = store.tallies().unwrap();
    let other = chained(&[change(11, Some(key(1))), change(1, None)]);
    let fork = keep(store, &other, 1, true);
    assert!(
        matches!(fork, Err(Denied::Refused(Refusal::Fork))),
        "{fork:?}"
    );
    assert_eq!(store.tallies().unwrap(), before);
    assert_eq!(fetch(store, 0, 1, 100).unwrap().contents.len(), 1);
}

pub(super) fn records_and_counts(at: &StoreAt) {
    let mut store = opened(at);
    let store = store.as_mut();
    assert_eq!(store.records_kept(&TEAM).unwrap(), 0);
    let space = Scope::Space(SpaceId([2; 16]));
    let record = |text: &str| Content::Record(text.as_bytes().to_vec());
    let of_space = chain(TEAM, space, &[record("third")]);
    let of_team = chain(TEAM, Scope::Team, &[record("first"), record("second")]);
    keep(store, &of_space, 1, true).unwrap();
    keep(store, &of_team, 1, true).unwrap();
    keep(store, &chain(TEAM, SCOPE, &[change(100, None)]), 1, true).unwrap();
    // Again: nothing is counted twice.
    keep(store, &of_team, 1, true).unwrap();
    let words: Vec<_> = store.records(&TEAM).unwrap();
    let words: Vec<_> = words
        .iter()
        .map(|(place, bytes)| (place.scope, place.number, bytes.as_slice()))
        .collect();
    let expected: [(Scope, u64, &[u8]); 3] = [
        (Scope::Team, 1, b"first"),
        (Scope::Team, 2, b"second"),
        (space, 1, b"third"),
    ];
    assert_eq!(words, expected);
    assert_eq!(store.records_kept(&TEAM).unwrap(), 3);
    assert_eq!(store.begin(&TEAM).unwrap().records_kept(), 3);
    let tally = store.tallies().unwrap()[0];
    assert_eq!((tally.entries, tally.records), (4, 3));
    let payloads = 5 + 6 + 5 + 100;
    assert_eq!(tally.bytes, payloads + 4 * ENTRY_BYTES.unsigned_abs());
}

pub(super) fn the_newest_by_arrival(at: &StoreAt) {
    let mut store = opened(at);
    let store = store.as_mut();
    let scope = |fill| Scope::Changes(SpaceId([fill; 16]));
    // Another team's writing in between does not disturb the order.
    let elsewhere = chain(TeamId([9; 16]), scope(1), &vec![change(5, None); 3]);
    let logs: Vec<_> = (1..=3)
        .map(|fill| chain(TEAM, scope(fill), &vec![change(5, None); 4]))
        .collect();
    store
        .add_token(&super::Token::typed("t"), nabij_protocol::id::Millis(0))
        .unwrap();
    for at in 0..4 {
        for log in &logs {
            keep(store, &log[at..=at], 1, true).unwrap();
        }
        if at == 0 {
            let mut writing = store.begin(&TeamId([9; 16])).unwrap();
            let token = super::Token::typed("t");
            let now = nabij_protocol::id::Millis(0);
            assert!(writing.admit(Some(&token), now).unwrap());
            writing.commit().unwrap();
            keep(store, &elsewhere, 1, true).unwrap();
        }
    }
    let all: BTreeSet<_> = (1..=3).map(scope).collect();
    let mut newest = |scopes: &BTreeSet<Scope>, most| {
        let found = store.newest(&TEAM, scopes, most).unwrap();
        let found = found.into_iter().map(|((scope, _), first)| (scope, first));
        found.collect::<BTreeMap<_, _>>()
    };
    // Arrivals: 1 2 3 of each number in turn; the last two are number 4 of the second and third.
    assert_eq!(newest(&all, 2), [(scope(2), 4), (scope(3), 4)].into());
    assert_eq!(
        newest(&all, 4),
        [(scope(1), 4), (scope(2), 4), (scope(3), 3)].into()
    );
    let first = BTreeSet::from([scope(1)]);
    assert_eq!(newest(&first, 3), [(scope(1), 2)].into());
    assert_eq!(newest(&first, 99), [(scope(1), 1)].into());
    assert!(newest(&BTreeSet::new(), 3).is_empty());
}
