//! Choosing between what two colleagues wrote at once, writing a third, and taking the choice back.

use super::support::{NOW, author, read, receive, shared};
use crate::contact_moment::{self, ContactMomentEdit};
use crate::document::{Document, Settled};
use crate::id::Millis;
use crate::{DocumentKind, Field, Refusal, action, choice};

fn text(words: &str) -> ContactMomentEdit {
    ContactMomentEdit {
        text: Some(words.into()),
        ..Default::default()
    }
}

/// Fatima and Bram each rewrote the body; the document as both have it.
fn differing() -> Document {
    let (mut fatima, mut bram) = shared();
    let base = fatima.version();
    contact_moment::edit(&mut fatima, &base, text("Bouw."), &author(1), NOW).unwrap();
    let other = contact_moment::edit(&mut bram, &base, text("Zorg."), &author(2), Millis(5))
        .unwrap()
        .unwrap();
    receive(Some(&fatima), &[other])
}

fn values(document: &Document) -> Vec<(String, Millis, bool)> {
    read(document).differences[0]
        .values
        .iter()
        .map(|one| (one.value.as_str().to_owned(), one.at, one.chosen))
        .collect()
}

#[test]
fn each_value_says_when_it_was_written() {
    let mut told = values(&differing());
    told.sort();
    assert_eq!(told[0].1, NOW);
    assert_eq!((told[1].0.as_str(), told[1].1), ("Zorg.", Millis(5)));
}

#[test]
fn a_choice_leaves_a_mark_that_stays_until_the_value_is_written_anew() {
    for position in [0, 1] {
        let mut document = differing();
        let wanted = values(&document)[position].0.clone();
        let base = document.version();
        let by = author(3);
        choice::keep(&mut document, &base, Field::Text, position, &by, Millis(9))
            .unwrap()
            .unwrap();
        let moment = read(&document);
        assert_eq!(moment.text.as_str(), wanted);
        let difference = &moment.differences[0];
        let settled = Settled {
            actor: by.actor,
            at: Millis(9),
        };
        assert_eq!(difference.settled, Some(settled));
        let chosen: Vec<bool> = difference.values.iter().map(|one| one.chosen).collect();
        assert_eq!(chosen, [position == 0, position == 1]);
        // Saved and loaded it is the same, and another field changes nothing about it.
        let mut document = Document::load(&document.save()).unwrap();
        let base = document.version();
        let edit = ContactMomentEdit {
            place: Some(Some("Neude".into())),
            ..Default::default()
        };
        contact_moment::edit(&mut document, &base, edit, &author(1), NOW).unwrap();
        assert_eq!(read(&document).differences[0].settled, Some(settled));
        let base = document.version();
        contact_moment::edit(&mut document, &base, text("Iets nieuws."), &by, NOW).unwrap();
        assert!(read(&document).differences.is_empty());
    }
}

#[test]
fn a_third_value_settles_it_and_marks_none_of_the_two() {
    let mut document = differing();
    let base = document.version();
    let both = "Bouw. En ook: Zorg.";
    choice::write(
        &mut document,
        &base,
        Field::Text,
        both.into(),
        &author(1),
        NOW,
    )
    .unwrap()
    .unwrap();
    let moment = read(&document);
    assert_eq!(moment.text.as_str(), both);
    assert!(moment.differences[0].settled.is_some());
    assert!(moment.differences[0].values.iter().all(|one| !one.chosen));
}

#[test]
fn a_choice_taken_back_brings_both_values_again_any_number_of_times() {
    let mut document = differing();
    let before = read(&document);
    for _ in 0..3 {
        let base = document.version();
        choice::keep(&mut document, &base, Field::Text, 0, &author(1), NOW).unwrap();
        let base = document.version();
        choice::take_back(&mut document, &base, Field::Text, &author(2), NOW)
            .unwrap()
            .unwrap();
        assert_eq!(read(&document).differences, before.differences);
        assert_eq!(read(&document).text, before.text);
    }
}

#[test]
fn two_who_choose_differently_at_once_differ_again() {
    let mut one = differing();
    let mut other = one.clone();
    let base = one.version();
    choice::keep(&mut one, &base, Field::Text, 0, &author(1), NOW).unwrap();
    let change = choice::keep(&mut other, &base, Field::Text, 1, &author(2), NOW)
        .unwrap()
        .unwrap();
    let merged = receive(Some(&one), &[change]);
    let moment = read(&merged);
    assert_eq!(moment.differences[0].values.len(), 2);
    assert_eq!(moment.differences[0].settled, None);
}

#[test]
fn where_nothing_differs_nothing_is_chosen() {
    let (mut document, _) = shared();
    let base = document.version();
    let field = Field::Text;
    let by = author(1);
    let nothing = Err(Refusal::NothingToChoose { field });
    assert_eq!(
        choice::keep(&mut document, &base, field, 0, &by, NOW),
        nothing
    );
    assert_eq!(
        choice::write(&mut document, &base, field, "x".into(), &by, NOW),
        nothing
    );
    assert_eq!(
        choice::take_back(&mut document, &base, field, &by, NOW),
        nothing
    );
    let mut document = differing();
    let base = document.version();
    assert_eq!(
        choice::keep(&mut document, &base, field, 2, &by, NOW),
        nothing
    );
    let refused = choice::write(&mut document, &base, field, "  ".into(), &by, NOW);
    assert_eq!(refused, Err(Refusal::EmptyText { field }));
}

#[test]
fn what_takes_a_further_value_is_said() {
    let takes = |kind, field| choice::takes_further(kind, field);
    assert!(takes(DocumentKind::ContactMoment, Field::Place));
    assert!(!takes(DocumentKind::Stop, Field::Place));
    assert!(takes(DocumentKind::Stop, Field::HeadCount));
    assert!(!takes(DocumentKind::Action, Field::Outcome));
}

#[test]
fn how_an_action_ended_keeps_its_own_time() {
    let new = action::NewAction {
        case: None,
        person: None,
        contact_moment: None,
        shift: None,
        text: "Bellen met de Belastingdienst.".into(),
        colleague: None,
        owner: None,
        due: None,
        due_hour: false,
        import: None,
    };
    let (mut fatima, change) = action::create(&author(1), new, NOW).unwrap();
    let mut bram = receive(None, &[change]);
    let base = fatima.version();
    let ended = |outcome, at| action::ActionEdit {
        outcome: Some(outcome),
        ended_at: Some(Some(Millis(at))),
        ..Default::default()
    };
    let done = ended(action::ActionOutcome::Done, 10);
    action::edit(&mut fatima, &base, done, &author(1), NOW).unwrap();
    let other_end = ended(action::ActionOutcome::DeliberatelyNot, 20);
    let other = action::edit(&mut bram, &base, other_end, &author(2), NOW)
        .unwrap()
        .unwrap();
    let mut document = receive(Some(&fatima), &[other]);
    let position = action::read(&document).unwrap().differences[0]
        .values
        .iter()
        .position(|one| one.value.as_str() == "done")
        .unwrap();
    let base = document.version();
    choice::keep(
        &mut document,
        &base,
        Field::Outcome,
        position,
        &author(3),
        NOW,
    )
    .unwrap();
    let read = action::read(&document).unwrap();
    assert_eq!(
        (read.outcome, read.ended_at),
        (action::ActionOutcome::Done, Some(Millis(10)))
    );
}
