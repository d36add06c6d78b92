//! Keys, teams, tokens, transactions.

use super::{SCOPE, StoreAt, TEAM, Token, chain, change, opened};
use crate::store::{Append, Keys};
use nabij_protocol::id::{Millis, Signature, TeamId};

const DAY: i64 = 24 * 60 * 60 * 1000;

fn keys(fill: u8) -> Keys {
    Keys {
        signing: [fill; 32],
        noise: [fill.wrapping_add(1); 32],
    }
}

pub(super) fn keys_are_made_once(at: &StoreAt) {
    let mut store = opened(at);
    let (first, second) = (
        store.keys(keys(1), Millis(0)).unwrap(),
        opened(at).keys(keys(9), Millis(0)).unwrap(),
    );
    assert_eq!((first.signing, first.noise), ([1; 32], [2; 32]));
    assert_eq!((second.signing, second.noise), ([1; 32], [2; 32]));
    store.ping().unwrap();
    store.settle().unwrap();
}

pub(super) fn teams_and_tokens(at: &StoreAt) {
    let mut store = opened(at);
    let other = TeamId([2; 16]);
    let token = Token::typed(" secret ");
    assert!(!store.serves(&TEAM).unwrap());
    assert!(store.takes(None, Millis(0)).unwrap(), "the first may come");
    let mut writing = store.begin(&TEAM).unwrap();
    assert!(writing.admit(None, Millis(5)).unwrap());
    writing.commit().unwrap();
    assert!(store.serves(&TEAM).unwrap());

    assert!(!store.takes(None, Millis(0)).unwrap());
    assert!(!store.takes(Some(&token), Millis(0)).unwrap());
    store.add_token(&token, Millis(0)).unwrap();
    assert!(store.takes(Some(&token), Millis(7 * DAY)).unwrap());
    assert!(!store.takes(Some(&token), Millis(7 * DAY + 1)).unwrap());
    let mut writing = store.begin(&other).unwrap();
    assert!(!writing.admit(None, Millis(0)).unwrap());
    assert!(writing.admit(Some(&token), Millis(6)).unwrap());
    assert!(writing.admit(Some(&token), Millis(6)).unwrap(), "twice");
    writing.commit().unwrap();
    assert!(!store.takes(Some(&token), Millis(0)).unwrap(), "used");
    // Adding a token forgets those that have expired.
    store
        .add_token(&Token::typed("new"), Millis(30 * DAY))
        .unwrap();
    assert!(!store.takes(Some(&token), Millis(0)).unwrap());
    let teams: Vec<_> = store.tallies().unwrap().iter().map(|t| t.team).collect();
    assert_eq!(teams, [TEAM, other]);
}

pub(super) fn a_page_is_whole_or_not_at_all(at: &StoreAt) {
    let mut store = opened(at);
    let entries = chain(TEAM, SCOPE, &vec![change(10, None); 3]);
    let mut writing = store.begin(&TEAM).unwrap();
    writing.admit(None, Millis(0)).unwrap();
    let append = Append {
        scope: SCOPE,
        log: super::LOG,
        entries: &entries,
        signature: Signature([1; 64]),
        own: true,
        now: Millis(0),
    };
    writing.append(&append).unwrap();
    assert_eq!(writing.last(&SCOPE, &super::LOG).unwrap(), 3);
    assert!(writing.bytes_kept() > 30);
    drop(writing);
    assert!(store.tallies().unwrap().is_empty());
    assert!(!store.serves(&TEAM).unwrap());
    super::keep(store.as_mut(), &entries, 1, true).unwrap();
    drop(store);
    // What was kept is there for who opens it anew.
    assert_eq!(
        opened(at).vectors(&TEAM).unwrap().of(&SCOPE, &super::LOG),
        3
    );
}
