//! Taking back against editing: an edit that nobody saw when taking back brings the item back, marked.

use super::support::{NOW, alternatives, author, read, receive, shared};
use crate::contact_moment::{self, ContactMomentEdit};
use crate::document::{Author, Change, Document};
use crate::{Field, choice, withdrawal};

fn writes(document: &mut Document, by: &Author, text: &str) -> Change {
    let edit = ContactMomentEdit {
        text: Some(text.into()),
        ..Default::default()
    };
    let base = document.version();
    contact_moment::edit(document, &base, edit, by, NOW)
        .unwrap()
        .unwrap()
}

fn withdraws(document: &mut Document, by: &Author, withdrawn: bool) -> Change {
    let base = document.version();
    withdrawal::set(document, &base, withdrawn, by, NOW)
        .unwrap()
        .unwrap()
}

/// Fatima takes back what Bram edits meanwhile; both laptops as they are afterwards.
fn returned() -> (Document, Document) {
    let (mut fatima, mut bram) = shared();
    let gone = withdraws(&mut fatima, &author(1), true);
    let edit = writes(&mut bram, &author(2), "Hij zoekt werk in de zorg.");
    let pair = (
        receive(Some(&fatima), &[edit]),
        receive(Some(&bram), &[gone]),
    );
    assert_eq!(read(&pair.0), read(&pair.1));
    pair
}

#[test]
fn what_was_edited_meanwhile_returns_marked() {
    let (fatima, _) = returned();
    let moment = read(&fatima);
    assert!(!moment.withdrawn);
    assert_eq!(moment.text.as_str(), "Hij zoekt werk in de zorg.");
    assert_eq!(moment.differences[0].field, Field::Withdrawn);
    assert_eq!(
        alternatives(&moment),
        [("true".into(), 1, false), ("false".into(), 2, true)]
    );
}

#[test]
fn taking_back_again_counts_and_so_does_keeping() {
    for (position, withdrawn) in [(0, true), (1, false)] {
        let (mut fatima, _) = returned();
        let base = fatima.version();
        choice::keep(
            &mut fatima,
            &base,
            Field::Withdrawn,
            position,
            &author(1),
            NOW,
        )
        .unwrap()
        .unwrap();
        let moment = read(&fatima);
        assert_eq!(moment.withdrawn, withdrawn);
        let settled = moment.differences[0].settled.unwrap();
        assert_eq!(settled.actor, [1; 16]);
        // And the choice can be taken back: it lies there, marked, as before.
        let base = fatima.version();
        choice::take_back(&mut fatima, &base, Field::Withdrawn, &author(2), NOW)
            .unwrap()
            .unwrap();
        let moment = read(&fatima);
        assert!(!moment.withdrawn);
        assert!(moment.differences[0].settled.is_none());
        assert_eq!(moment.differences[0].values.len(), 2);
    }
}

#[test]
fn an_edit_that_saw_the_taking_back_or_was_seen_by_it_does_not_bring_it_back() {
    let (mut fatima, mut bram) = shared();
    let edit = writes(&mut bram, &author(2), "Eerst dit.");
    fatima = receive(Some(&fatima), &[edit]);
    withdraws(&mut fatima, &author(1), true);
    assert!(read(&fatima).withdrawn);
    writes(&mut fatima, &author(1), "En nog iets.");
    assert!(read(&fatima).withdrawn);
    assert!(read(&fatima).differences.is_empty());
}

#[test]
fn of_two_who_take_back_the_one_who_saw_the_edit_counts() {
    let (mut fatima, mut bram) = shared();
    let (_, mut amir) = shared();
    withdraws(&mut fatima, &author(1), true);
    let edit = writes(&mut bram, &author(2), "Iets nieuws.");
    amir = receive(Some(&amir), std::slice::from_ref(&edit));
    let gone_too = withdraws(&mut amir, &author(3), true);
    let all = receive(Some(&fatima), &[edit, gone_too]);
    assert!(read(&all).withdrawn);
}

#[test]
fn putting_back_beside_taking_back_wins_and_is_marked() {
    let (mut fatima, _) = shared();
    withdraws(&mut fatima, &author(1), true);
    let (mut one, mut other) = (fatima.clone(), fatima);
    let back = withdraws(&mut one, &author(2), false);
    withdraws(&mut other, &author(1), false);
    withdraws(&mut other, &author(1), true);
    let fatima_sees = receive(Some(&other), &[back]);
    let moment = read(&fatima_sees);
    assert!(!moment.withdrawn);
    assert_eq!(
        alternatives(&moment),
        [("true".into(), 1, false), ("false".into(), 2, true)]
    );
}

#[test]
fn older_versions_read_as_they_did() {
    let (mut fatima, bram) = returned();
    let seen =
        |version: &crate::Version| contact_moment::read_at(&fatima, version).unwrap().withdrawn;
    let editions = fatima.editions();
    let told: Vec<bool> = editions.iter().map(|each| seen(&each.version)).collect();
    assert_eq!(told.iter().filter(|withdrawn| **withdrawn).count(), 1);
    assert_eq!(bram.version(), fatima.version());
    // A further edit by somebody who saw both leaves it returned.
    writes(&mut fatima, &author(1), "Samen gelezen.");
    assert!(!read(&fatima).withdrawn);
    assert_eq!(read(&fatima).differences[0].field, Field::Withdrawn);
}
