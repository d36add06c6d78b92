//! What laptops state and ask.

use super::{LOG, SCOPE, StoreAt, TEAM, chain, change, keep, opened};
use crate::error::Denied;
use crate::store::HubStore;
use ed25519_dalek::{Signer, SigningKey};
use nabij_protocol::id::{
    Hash, InvitationId, LogId, MemberId, Millis, NoisePublic, Signature, SigningPublic, TeamId,
};
use nabij_protocol::join::{Ask, JoinRequest};
use nabij_protocol::message::Refusal;
use nabij_protocol::receipt::{Held, Receipt, Statement, Stored};
use nabij_protocol::record::DeviceCard;

fn receipt(signer: u8, held: &[(LogId, u64)]) -> Receipt {
    let key = SigningKey::from_bytes(&[signer; 32]);
    let held = held.iter().map(|(log, number)| Held {
        log: *log,
        number: *number,
        mark: Hash::ZERO.mark(),
    });
    let statement = Statement {
        team: TEAM,
        signer: SigningPublic(key.verifying_key().to_bytes()),
        at: Millis(0),
        stored: vec![Stored::Here(SCOPE, held.collect())],
    };
    let signature = Signature(key.sign(&statement.signed_bytes()).to_bytes());
    Receipt {
        statement,
        signature,
    }
}

fn request(invitation: u8) -> JoinRequest {
    JoinRequest {
        ask: Ask {
            team: TEAM,
            invitation: InvitationId([invitation; 32]),
            member: MemberId([1; 16]),
            member_key: vec![1; 1216],
            device: DeviceCard {
                signing: SigningPublic([2; 32]),
                noise: NoisePublic([3; 32]),
            },
            sealed_name: vec![4; 60],
        },
        by_invitation: Signature([5; 64]),
        by_device: Signature([6; 64]),
    }
}

fn state(store: &mut dyn HubStore, receipt: &Receipt) -> Option<u64> {
    let mut writing = store.begin(&TEAM).unwrap();
    let arrival = writing.keep_receipt(receipt).unwrap();
    writing.commit().unwrap();
    arrival
}

pub(super) fn requests_and_receipts(at: &StoreAt) {
    let mut store = opened(at);
    let store = store.as_mut();
    let early = store
        .begin(&TEAM)
        .unwrap()
        .keep_receipt(&receipt(1, &[(LOG, 1)]));
    assert!(
        matches!(early, Err(Denied::Refused(Refusal::UnknownTeam))),
        "{early:?}"
    );
    keep(store, &chain(TEAM, SCOPE, &[change(1, None)]), 1, true).unwrap();

    let other = LogId {
        device: nabij_protocol::id::DeviceId([8; 16]),
        incarnation: nabij_protocol::id::Incarnation(1),
    };
    let (one, two) = (receipt(1, &[(LOG, 1)]), receipt(2, &[(LOG, 1), (other, 4)]));
    assert_eq!(state(store, &one), Some(1));
    assert_eq!(state(store, &one), None, "nothing new");
    assert_eq!(state(store, &two), Some(2));
    assert_eq!(store.newest_receipt(&TEAM).unwrap(), 2);
    assert_eq!(
        store.receipts_after(&TEAM, 0).unwrap(),
        [(1, one.clone()), (2, two.clone())]
    );
    assert_eq!(store.receipts_after(&TEAM, 1).unwrap(), [(2, two.clone())]);
    // One says all that the first of its signer did: that one goes. The second still says something.
    let more = receipt(1, &[(LOG, 5)]);
    let later = receipt(2, &[(LOG, 5)]);
    assert_eq!(state(store, &more), Some(3));
    assert_eq!(state(store, &later), Some(4));
    assert_eq!(
        store.receipts_after(&TEAM, 0).unwrap(),
        [(2, two), (3, more), (4, later)]
    );
    // Who knows more than there is knew the hub before it was put back.
    assert_eq!(store.receipts_after(&TEAM, 99).unwrap().len(), 3);
    assert!(store.receipts_after(&TEAM, 4).unwrap().is_empty());
    assert_eq!(store.newest_receipt(&TeamId([7; 16])).unwrap(), 0);

    for (invitation, asked) in [(9, 1), (8, 2)] {
        let mut writing = store.begin(&TEAM).unwrap();
        writing
            .add_join(&request(invitation), Millis(asked))
            .unwrap();
        writing.commit().unwrap();
    }
    let requests = [request(9), request(8)];
    assert_eq!(store.join_requests(&TEAM).unwrap(), requests);
    let mut writing = store.begin(&TEAM).unwrap();
    assert_eq!(writing.join_requests().unwrap(), requests);
    assert!(writing.add_join(&request(9), Millis(3)).is_err(), "twice");
    drop(writing);
    assert_eq!(store.join_requests(&TEAM).unwrap(), requests);
}
