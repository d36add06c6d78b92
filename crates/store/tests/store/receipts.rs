//! "Shared" is said only when the hub has signed for it.

use crate::support::{CASE, STREET, TEAM, Vault, Written, bram, fatima};
use ed25519_dalek::{Signer, SigningKey};
use nabij_domain::Id;
use nabij_protocol::id::{Millis, Scope, Signature, SigningPublic, TeamId};
use nabij_protocol::receipt::{Held, Receipt, Statement, Stored};
use nabij_store::{Error, Topic, WaitingToShare};

fn receipt(hub: u8, team: TeamId, at: i64, stored: &[&Written]) -> Receipt {
    let key = SigningKey::from_bytes(&[hub; 32]);
    let scopes = stored
        .iter()
        .map(|entry| {
            let held = Held {
                log: entry.place.log,
                number: entry.place.number,
                mark: entry.hash.mark(),
            };
            Stored::Here(entry.place.scope, vec![held])
        })
        .collect();
    let signer = SigningPublic(key.verifying_key().to_bytes());
    let statement = Statement {
        team,
        signer,
        at: Millis(at),
        stored: scopes,
    };
    let signature = Signature(key.sign(&statement.signed_bytes()).to_bytes());
    Receipt {
        statement,
        signature,
    }
}

/// A vault that has met the first hub.
fn vault() -> Vault {
    let vault = Vault::new();
    let hub = receipt(1, TEAM, 0, &[]).statement.signer;
    vault.store.follow_hub(Some(&hub)).unwrap();
    vault
}

fn shared(vault: &Vault, of: &Written) -> bool {
    vault
        .store
        .contact_moment(Id(of.document().0))
        .unwrap()
        .unwrap()
        .shared
}

#[test]
fn an_item_is_shared_when_a_receipt_covers_every_own_change() {
    let vault = vault();
    let (mut fatima, mut bram) = (fatima(), bram());
    vault.store.set_device(&fatima.device).unwrap();
    let (case, _) = fatima.case(CASE, "Gezin K.");
    let (moment, mut document) = fatima.moment(CASE, "Sprak Mo.", 5);
    let (theirs, _) = bram.moment(CASE, "Sprak Yusuf.", 6);
    vault.take_in(&[case.clone(), moment.clone(), theirs.clone()]);
    assert!(!shared(&vault, &moment) && shared(&vault, &theirs));
    assert_eq!(
        vault.store.waiting_to_share().unwrap(),
        WaitingToShare {
            items: 2,
            records: false
        }
    );

    let topics = vault
        .store
        .keep_receipt(&receipt(1, TEAM, 10, &[&case]))
        .unwrap();
    assert!(topics.contains(&Topic::Case(CASE)) && topics.contains(&Topic::Sync));
    assert!(!shared(&vault, &moment), "covered up to the case only");
    vault
        .store
        .keep_receipt(&receipt(1, TEAM, 11, &[&moment]))
        .unwrap();
    assert!(shared(&vault, &moment));
    assert!(vault.store.case(Id(CASE.0)).unwrap().unwrap().shared);
    assert!(!vault.store.waiting_to_share().unwrap().any());
    assert_eq!(vault.store.last_receipt_at().unwrap().unwrap().0, 11);

    let edit = fatima.edit_moment(&moment, &mut document, "Sprak Mo lang.");
    vault.take_in(std::slice::from_ref(&edit));
    assert!(!shared(&vault, &moment), "the edit waits");
    assert!(!vault.store.case(Id(CASE.0)).unwrap().unwrap().shared);
    // An older receipt that comes late takes nothing back and gives nothing.
    vault
        .store
        .keep_receipt(&receipt(1, TEAM, 9, &[&case]))
        .unwrap();
    assert!(!shared(&vault, &moment));
    vault
        .store
        .keep_receipt(&receipt(1, TEAM, 12, &[&edit]))
        .unwrap();
    assert!(shared(&vault, &moment));
    let hub = receipt(1, TEAM, 0, &[]).statement.signer;
    assert_eq!(vault.store.receipt_covers(&hub).unwrap(), 3);
    assert!(vault.store.scopes_without_receipt(&hub).unwrap().is_empty());
}

#[test]
fn told_receipts_are_kept_with_how_far_they_were_told_or_not_at_all() {
    let vault = vault();
    let mut fatima = fatima();
    vault.store.set_device(&fatima.device).unwrap();
    let (moment, _) = fatima.moment(STREET, "Sprak Mo.", 5);
    vault.take_in(std::slice::from_ref(&moment));
    let good = receipt(1, TEAM, 10, &[&moment]);
    let mut forged = receipt(2, TEAM, 10, &[&moment]);
    forged.statement.at = Millis(11);
    let told = vault.store.keep_told(&[&good, &forged], ("told", "7"));
    assert_eq!(told, Err(Error::BadReceipt));
    assert_eq!(vault.store.setting("told").unwrap(), None);
    assert!(!shared(&vault, &moment));
    let told = vault.store.keep_told(&[&good], ("told", "7")).unwrap();
    assert!(told.contains(&Topic::Street));
    assert_eq!(vault.store.setting("told").unwrap().as_deref(), Some("7"));
    assert!(shared(&vault, &moment));
}

#[test]
fn another_hub_has_to_sign_anew() {
    let vault = vault();
    let mut fatima = fatima();
    vault.store.set_device(&fatima.device).unwrap();
    let (moment, _) = fatima.moment(STREET, "Sprak Mo.", 5);
    let record = fatima.record(Scope::Team, b"found");
    vault.take_in(&[record.clone(), moment.clone()]);
    vault
        .store
        .keep_receipt(&receipt(1, TEAM, 10, &[&moment, &record]))
        .unwrap();
    assert!(shared(&vault, &moment) && vault.store.street(&STREET).unwrap().shared);
    let other = receipt(2, TEAM, 11, &[&moment]);
    let hub = other.statement.signer;
    vault.store.follow_hub(Some(&hub)).unwrap();
    assert!(!shared(&vault, &moment));
    assert_eq!(
        vault.store.waiting_to_share().unwrap(),
        WaitingToShare {
            items: 1,
            records: true
        }
    );
    let scopes = vault.store.scopes_without_receipt(&hub).unwrap();
    assert_eq!(scopes, [Scope::Team, Scope::Changes(STREET)].into());
    vault.store.keep_receipt(&other).unwrap();
    assert!(shared(&vault, &moment));
    assert_eq!(
        vault.store.waiting_to_share().unwrap(),
        WaitingToShare {
            items: 0,
            records: true
        }
    );
    assert_eq!(vault.store.last_receipt().unwrap().unwrap(), other);
    vault.store.follow_hub(None).unwrap();
    assert!(
        vault.store.waiting_to_share().unwrap().any(),
        "a hub that was never met has signed for nothing"
    );
}

#[test]
fn a_receipt_that_comes_before_the_device_is_known_still_counts() {
    let vault = vault();
    let mut fatima = fatima();
    let (first, _) = fatima.moment(STREET, "Een.", 1);
    let (second, _) = fatima.moment(STREET, "Twee.", 2);
    vault.take_in(&[first.clone(), second.clone()]);
    vault
        .store
        .keep_receipt(&receipt(1, TEAM, 10, &[&first]))
        .unwrap();
    vault.store.set_device(&fatima.device).unwrap();
    assert!(shared(&vault, &first) && !shared(&vault, &second));
}

#[test]
fn what_the_hub_did_not_sign_is_no_receipt() {
    let vault = vault();
    let mut fatima = fatima();
    vault.store.set_device(&fatima.device).unwrap();
    let (moment, _) = fatima.moment(STREET, "Sprak Mo.", 5);
    vault.take_in(std::slice::from_ref(&moment));
    let mut forged = receipt(1, TEAM, 10, &[&moment]);
    forged.statement.at = Millis(11);
    assert_eq!(vault.store.keep_receipt(&forged), Err(Error::BadReceipt));
    let foreign = receipt(1, TeamId([2; 16]), 10, &[&moment]);
    assert_eq!(vault.store.keep_receipt(&foreign), Err(Error::OtherTeam));
    assert!(!shared(&vault, &moment));
}

#[test]
fn when_a_confirmation_was_said_last_moves_though_its_number_does_not() {
    let vault = vault();
    let mut fatima = fatima();
    vault.store.set_device(&fatima.device).unwrap();
    let (first, _) = fatima.moment(STREET, "Sprak Mo.", 5);
    let (second, _) = fatima.moment(STREET, "Sprak Yusuf.", 6);
    vault.take_in(&[first.clone(), second.clone()]);
    let confirmed = || {
        let rows = vault.store.confirmed().unwrap();
        (rows[0].holds, rows[0].at.0)
    };
    let keep = |receipt: &Receipt| vault.store.keep_receipt(receipt).unwrap();
    keep(&receipt(1, TEAM, 10, &[&second]));
    assert_eq!(confirmed(), (2, 10));
    // The same said again counts; less, or the same said earlier and heard later, does not.
    keep(&receipt(1, TEAM, 20, &[&second]));
    assert_eq!(confirmed(), (2, 20));
    keep(&receipt(1, TEAM, 30, &[&first]));
    keep(&receipt(1, TEAM, 15, &[&second]));
    assert_eq!(confirmed(), (2, 20));
    // Met without news: kept to the minute.
    let hub = receipt(1, TEAM, 0, &[]).statement.signer;
    let again = |at| {
        vault
            .store
            .said_again(&hub, nabij_domain::Millis(at))
            .unwrap()
    };
    again(59_000);
    assert_eq!(confirmed(), (2, 20));
    again(70_000);
    assert_eq!(confirmed(), (2, 70_000));
    again(69_000);
    assert_eq!(confirmed(), (2, 70_000));
    // The clock of this laptop was ahead, and is right again.
    again(9_000_000);
    assert_eq!(confirmed(), (2, 9_000_000));
    again(140_000);
    assert_eq!(confirmed(), (2, 140_000));
    let other = receipt(2, TEAM, 0, &[]).statement.signer;
    vault
        .store
        .said_again(&other, nabij_domain::Millis(99_000))
        .unwrap();
    assert_eq!(
        vault.store.confirmed().unwrap().len(),
        1,
        "who has signed nothing has said nothing"
    );
}
