//! What is read back for sending is what came in, cut at a signature.

use crate::support::{STREET, Vault, Written, fatima};
use nabij_protocol::entry::Run;
use nabij_protocol::id::Scope;

/// Five moments of which the third and the fifth are signed, as two runs of a colleague's come.
fn received() -> (Vault, Vec<Written>) {
    let vault = Vault::new();
    let mut fatima = fatima();
    let mut entries: Vec<Written> = (1..=5)
        .map(|number| fatima.moment(STREET, &format!("Keer {number}."), number).0)
        .collect();
    for (entry, signed) in entries.iter_mut().zip([false, false, true, false, true]) {
        entry.signed = signed;
    }
    vault.take_in(&entries);
    (vault, entries)
}

fn run(vault: &Vault, entries: &[Written], after: u64, up_to: u64, bytes: usize) -> Option<Run> {
    let place = entries[0].place;
    vault
        .store
        .run(&place.scope, &place.log, after, up_to, bytes)
        .unwrap()
}

#[test]
fn a_run_ends_at_a_signature() {
    let (vault, entries) = received();
    let whole = run(&vault, &entries, 1, 5, 1 << 20).unwrap();
    let contents: Vec<_> = entries[1..]
        .iter()
        .map(|entry| entry.content.clone())
        .collect();
    assert_eq!((whole.after, whole.contents), (1, contents));
    assert_eq!(
        run(&vault, &entries, 1, 5, 1).unwrap().last(),
        3,
        "at least one signed stretch"
    );
    assert_eq!(run(&vault, &entries, 1, 4, 1 << 20).unwrap().last(), 3);
    assert_eq!(run(&vault, &entries, 3, 4, 1 << 20).unwrap().last(), 5);
    assert_eq!(run(&vault, &entries, 5, 9, 1 << 20), None);
    assert_eq!(
        vault
            .store
            .run(&Scope::Team, &entries[0].place.log, 0, 9, 1 << 20)
            .unwrap(),
        None
    );
}

#[test]
fn how_a_space_begins_is_a_run_of_its_own() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let entries: Vec<Written> = (1..=5)
        .map(|number| fatima.moment(STREET, &format!("Keer {number}."), number).0)
        .collect();
    vault.take_in(&entries);
    assert_eq!(run(&vault, &entries, 0, 5, 1 << 20).unwrap().last(), 2);
    assert_eq!(run(&vault, &entries, 2, 5, 1 << 20).unwrap().last(), 5);
}

#[test]
fn a_run_that_goes_out_comes_in_elsewhere() {
    let (vault, entries) = received();
    let contents = [0, 3]
        .into_iter()
        .flat_map(|after| run(&vault, &entries, after, 5, 1 << 20).unwrap().contents);
    let other = Vault::new();
    let sent: Vec<Written> = entries
        .iter()
        .zip(contents)
        .map(|(entry, content)| Written {
            content,
            ..entry.clone()
        })
        .collect();
    other.take_in(&sent);
    assert_eq!(
        other.store.read_model_dump().unwrap(),
        vault.store.read_model_dump().unwrap()
    );
    assert_eq!(
        other.store.vectors().unwrap(),
        vault.store.vectors().unwrap()
    );
}
