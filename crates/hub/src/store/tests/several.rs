//! Several who work over one store at the same time.

use super::{LOG, SCOPE, StoreAt, TEAM, Token, chain, change, keep, opened};
use nabij_protocol::id::{Millis, TeamId};
use std::sync::Barrier;
use std::thread;

const WRITERS: u64 = 3;
const EACH: u64 = 8;

/// Each adds the next entry to the same log, again and again: none is written over, none is lost.
pub(super) fn writers_take_turns(at: &StoreAt) {
    let all = usize::try_from(WRITERS * EACH).unwrap();
    let entries = chain(TEAM, SCOPE, &vec![change(10, None); all]);
    keep(opened(at).as_mut(), &entries[..1], 1, true).unwrap();
    let start = Barrier::new(usize::try_from(WRITERS).unwrap());
    thread::scope(|scope| {
        for _ in 0..WRITERS {
            scope.spawn(|| {
                let mut store = opened(at);
                start.wait();
                for _ in 0..EACH {
                    let mut writing = store.begin(&TEAM).unwrap();
                    let last = usize::try_from(writing.last(&SCOPE, &LOG).unwrap()).unwrap();
                    if last < all {
                        let append = super::Append {
                            scope: SCOPE,
                            log: LOG,
                            entries: &entries[last..=last],
                            signature: nabij_protocol::id::Signature([1; 64]),
                            own: true,
                            now: Millis(0),
                        };
                        writing.append(&append).unwrap();
                    }
                    writing.commit().unwrap();
                }
            });
        }
    });
    let tally = opened(at).tallies().unwrap()[0];
    assert_eq!(tally.entries, WRITERS * EACH);
    assert_eq!(tally.bytes, WRITERS * EACH * 130);
}

pub(super) fn one_token_admits_one_team(at: &StoreAt) {
    keep(
        opened(at).as_mut(),
        &chain(TEAM, SCOPE, &[change(1, None)]),
        1,
        true,
    )
    .unwrap();
    let token = Token::typed("once");
    opened(at).add_token(&token, Millis(0)).unwrap();
    let start = Barrier::new(4);
    let admitted: usize = thread::scope(|scope| {
        let asking: Vec<_> = (10..14)
            .map(|fill| {
                let (start, token) = (&start, &token);
                scope.spawn(move || {
                    let mut store = opened(at);
                    start.wait();
                    let mut writing = store.begin(&TeamId([fill; 16])).unwrap();
                    let admitted = writing.admit(Some(token), Millis(0)).unwrap();
                    writing.commit().unwrap();
                    usize::from(admitted)
                })
            })
            .collect();
        asking.into_iter().map(|asked| asked.join().unwrap()).sum()
    });
    assert_eq!(admitted, 1);
    assert_eq!(opened(at).tallies().unwrap().len(), 2);
}

pub(super) fn one_state_while_frozen(at: &StoreAt) {
    let entries = chain(TEAM, SCOPE, &vec![change(1, None); 2]);
    let (mut reader, mut writer) = (opened(at), opened(at));
    keep(writer.as_mut(), &entries[..1], 1, true).unwrap();
    reader.freeze().unwrap();
    assert_eq!(reader.vectors(&TEAM).unwrap().of(&SCOPE, &LOG), 1);
    keep(writer.as_mut(), &entries[1..], 1, true).unwrap();
    assert_eq!(reader.vectors(&TEAM).unwrap().of(&SCOPE, &LOG), 1);
    reader.thaw();
    assert_eq!(reader.vectors(&TEAM).unwrap().of(&SCOPE, &LOG), 2);
}
