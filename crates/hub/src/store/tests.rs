//! What a store must do, whichever it is: every case runs over SQLite and over PostgreSQL.

mod backups;
mod logs;
#[path = "../../tests/support/postgres.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod postgres;
mod receipts;
mod several;
mod teams;

use super::{Append, HubStore, StoreAt, Token, open};
use crate::error::Denied;
use nabij_protocol::entry::{
    CheckedEntry, Content, Payload, Place, SealedChange, SealedKey, entry_hash,
};
use nabij_protocol::id::{
    DeviceId, DocumentId, EpochId, Hash, Incarnation, LogId, Millis, Scope, Signature, SpaceId,
    TeamId,
};

const TEAM: TeamId = TeamId([1; 16]);
const SCOPE: Scope = Scope::Changes(SpaceId([2; 16]));
const LOG: LogId = LogId {
    device: DeviceId([3; 16]),
    incarnation: Incarnation(u64::MAX),
};

/// A case gets a place where nothing is yet.
type Case = fn(&StoreAt);

/// The conformance suite.
const CASES: [(&str, Case); 14] = [
    ("keys are made once", teams::keys_are_made_once),
    ("teams and tokens", teams::teams_and_tokens),
    (
        "a page is whole or not at all",
        teams::a_page_is_whole_or_not_at_all,
    ),
    ("runs end at signatures", logs::runs_end_at_signatures),
    (
        "a long log is cut in pieces",
        logs::a_long_log_is_cut_in_pieces,
    ),
    ("keys of documents", logs::keys_of_documents),
    (
        "erased stays erased, a fork keeps nothing",
        logs::erased_and_forks,
    ),
    ("records and counts", logs::records_and_counts),
    ("the newest by arrival", logs::the_newest_by_arrival),
    ("requests and receipts", receipts::requests_and_receipts),
    ("writers take turns", several::writers_take_turns),
    (
        "one token admits one team",
        several::one_token_admits_one_team,
    ),
    ("one state while frozen", several::one_state_while_frozen),
    ("a backup is all of it", backups::a_backup_is_all_of_it),
];

#[test]
fn sqlite_is_a_hub_store() {
    for (name, case) in CASES {
        eprintln!("{name}");
        let folder = tempfile::tempdir().unwrap();
        case(&StoreAt::Folder(folder.path().join("data")));
    }
}

#[test]
fn postgres_is_a_hub_store() {
    let Some(server) = postgres::Postgres::start() else {
        return;
    };
    for (name, case) in CASES {
        eprintln!("{name}");
        case(&server.database().parse().unwrap());
    }
}

fn opened(at: &StoreAt) -> Box<dyn HubStore> {
    open(at).unwrap()
}

fn key(fill: u8) -> SealedKey {
    SealedKey {
        epoch: EpochId([4; 16]),
        nonce: [fill; 24],
        sealed: vec![fill; 48],
    }
}

fn change(size: usize, key: Option<SealedKey>) -> Content {
    Content::Change(SealedChange {
        document: DocumentId([5; 16]),
        nonce: [6; 24],
        payload: Payload::Here(vec![7; size]),
        key,
    })
}

/// The chain over these contents from the start of the log.
fn chain(team: TeamId, scope: Scope, contents: &[Content]) -> Vec<CheckedEntry> {
    let mut head = Hash::ZERO;
    (1..)
        .zip(contents)
        .map(|(number, content)| {
            let place = Place {
                team,
                scope,
                log: LOG,
                number,
            };
            head = entry_hash(&place, &head, content);
            (place, head, content.clone())
        })
        .collect()
}

/// Keeps a stretch of a log, signed at its end.
fn keep(
    store: &mut dyn HubStore,
    entries: &[CheckedEntry],
    sign: u8,
    own: bool,
) -> Result<(), Denied> {
    let place = entries[0].0;
    let mut writing = store.begin(&place.team)?;
    assert!(writing.admit(None, Millis(0))?);
    writing.append(&Append {
        scope: place.scope,
        log: place.log,
        entries,
        signature: Signature([sign; 64]),
        own,
        now: Millis(0),
    })?;
    Ok(writing.commit()?)
}
