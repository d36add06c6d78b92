//! The wall, with changes that are whole but not welcome, early, double or new to us.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Automerge, PatchLog, ROOT, ReadDoc};

use super::support::{NOW, author, conversation, read, receive, shared};
use crate::contact_moment::{self, ContactKind, ContactMomentEdit};
use crate::document::{CannotTakeIn, Change, Document};

fn place(place: &str) -> ContactMomentEdit {
    ContactMomentEdit {
        place: Some(Some(place.into())),
        ..Default::default()
    }
}

/// A change as another, newer or broken program might write it on a document.
fn foreign(
    on: Option<&Document>,
    fill: impl Fn(&mut automerge::transaction::Transaction<'_>),
) -> Change {
    let mut inner = on.map_or_else(Automerge::new, |document| document.inner().clone());
    inner.set_actor(ActorId::from([9; 16]));
    let mut tx = inner.transaction();
    fill(&mut tx);
    let (hash, _) = tx.commit_with(CommitOptions::default().with_time(NOW.0));
    let change = hash
        .and_then(|hash| inner.get_change_by_hash(&hash))
        .unwrap();
    Change::from_bytes(change.raw_bytes().to_vec())
}

fn refusal(current: Option<&Document>, change: Change) -> CannotTakeIn {
    Document::take_in(current, &[change])
        .map(|_| ())
        .unwrap_err()
}

#[test]
fn early_changes_wait_and_double_ones_are_skipped() {
    let (mut document, genesis) = contact_moment::create(&author(1), conversation(), NOW).unwrap();
    let mut edits = Vec::new();
    for words in ["Winkel", "Plein"] {
        let base = document.version();
        let change = contact_moment::edit(&mut document, &base, place(words), &author(1), NOW);
        edits.push(change.unwrap().unwrap());
    }
    let early = Document::take_in(None, &edits).unwrap();
    assert!(early.document.is_none());
    assert_eq!((early.waiting, early.applied), (vec![0, 1], 0));

    let gap = Document::take_in(None, &[edits[1].clone(), genesis.clone()]).unwrap();
    assert_eq!((gap.waiting, gap.applied), (vec![0], 1));

    let all = [
        edits[1].clone(),
        genesis.clone(),
        edits[0].clone(),
        genesis.clone(),
    ];
    let whole = Document::take_in(gap.document.as_ref(), &all).unwrap();
    assert_eq!((whole.waiting, whole.applied), (vec![], 2));
    let whole = whole.document.unwrap();
    assert_eq!(
        (whole.version(), read(&whole)),
        (document.version(), read(&document))
    );
    let again = Document::take_in(Some(&whole), &all).unwrap();
    assert_eq!((again.waiting, again.applied), (vec![], 0));
}

#[test]
fn only_one_whole_uncompressed_change_is_a_change() {
    let (document, genesis) = contact_moment::create(&author(1), conversation(), NOW).unwrap();
    let good = genesis.into_bytes();
    let refused = |bytes: Vec<u8>| refusal(None, Change::from_bytes(bytes));
    assert_eq!(refused(document.save()), CannotTakeIn::NotAChange);
    assert_eq!(refused(Vec::new()), CannotTakeIn::NotAChange);
    assert_eq!(
        refused([&good[..], &[0]].concat()),
        CannotTakeIn::NotAChange
    );
    assert_eq!(
        refused([&good[..], &good[..]].concat()),
        CannotTakeIn::NotAChange
    );
    assert_eq!(
        refused(good[..good.len() - 1].to_vec()),
        CannotTakeIn::NotAChange
    );
    assert_eq!(refused(vec![0; (1 << 20) + 1]), CannotTakeIn::TooLarge);
    for (place, kind) in [(8, 0), (8, 2), (8, 3), (4, good[4] ^ 1), (0, 0)] {
        let mut bytes = good.clone();
        bytes[place] = kind;
        assert_eq!(
            refused(bytes),
            CannotTakeIn::NotAChange,
            "byte {place} = {kind}"
        );
    }
}

#[test]
fn deflated_changes_stay_out() {
    let mut long = conversation();
    long.text = "Sprak Bram. ".repeat(200).into();
    let (document, _) = contact_moment::create(&author(1), long, NOW).unwrap();
    let mut deflated = document.inner().get_changes(&[]).remove(0);
    let bytes = deflated.bytes().into_owned();
    assert_eq!(bytes[8], 2, "the library should have deflated this");
    assert_eq!(
        refusal(None, Change::from_bytes(bytes)),
        CannotTakeIn::NotAChange
    );
}

#[test]
fn unknown_kinds_and_newer_formats_are_told_apart() {
    let (document, _) = shared();
    let kind = foreign(None, |tx| {
        tx.put(ROOT, "kind", "genogram").unwrap();
        tx.put(ROOT, "format", 1_u64).unwrap();
    });
    assert_eq!(refusal(None, kind), CannotTakeIn::UnknownKind);
    let newer = foreign(Some(&document), |tx| tx.put(ROOT, "format", 2_u64).unwrap());
    assert_eq!(
        refusal(Some(&document), newer),
        CannotTakeIn::NewerFormat { found: 2 }
    );
    let unreadable = foreign(Some(&document), |tx| tx.put(ROOT, "text", 5_i64).unwrap());
    assert_eq!(
        refusal(Some(&document), unreadable),
        CannotTakeIn::Unreadable
    );
    let nothing = foreign(None, |tx| tx.put(ROOT, "text", "Los.").unwrap());
    assert_eq!(refusal(None, nothing), CannotTakeIn::Unreadable);
}

#[test]
fn unknown_fields_and_words_are_kept() {
    let (document, _) = shared();
    let later = foreign(Some(&document), |tx| {
        tx.put(ROOT, "mood", "rustig").unwrap();
        tx.put(ROOT, "contact_kind", "round").unwrap();
    });
    let mut document = receive(Some(&document), &[later]);
    let base = document.version();
    let other = ContactMomentEdit {
        kind: Some(ContactKind::Other),
        ..place("Plein")
    };
    contact_moment::edit(&mut document, &base, other, &author(1), NOW)
        .unwrap()
        .unwrap();
    assert_eq!(read(&document).kind, ContactKind::Other);
    for (key, word) in [("mood", "rustig"), ("contact_kind", "round")] {
        let (value, _) = document.inner().get(ROOT, key).unwrap().unwrap();
        assert_eq!(value.as_str(), Some(word));
    }
}

#[test]
fn one_actor_on_two_devices_is_refused() {
    let (mut one, mut two) = shared();
    let base = one.version();
    contact_moment::edit(&mut one, &base, place("Winkel"), &author(1), NOW).unwrap();
    let clone = contact_moment::edit(&mut two, &base, place("Plein"), &author(1), NOW).unwrap();
    let before = read(&one);
    assert_eq!(
        refusal(Some(&one), clone.unwrap()),
        CannotTakeIn::ActorReused
    );
    assert_eq!(read(&one), before);
}

#[test]
fn a_change_goes_on_counting_where_its_predecessors_stopped() {
    // The library's own edit on an older version skips numbers; a change that skips them all would leave
    // no room for another in this document, ever.
    let (mut document, _) = shared();
    let base = document.version();
    contact_moment::edit(&mut document, &base, place("Winkel"), &author(1), NOW).unwrap();
    let mut inner = document.inner().clone();
    inner.set_actor(ActorId::from([9; 16]));
    let mut tx = inner
        .transaction_at(PatchLog::inactive(), &base.heads())
        .unwrap();
    tx.put(ROOT, "place", "Plein").unwrap();
    let hash = tx.commit().0.unwrap();
    let skipping = inner
        .get_change_by_hash(&hash)
        .unwrap()
        .raw_bytes()
        .to_vec();
    assert_eq!(
        refusal(Some(&document), Change::from_bytes(skipping)),
        CannotTakeIn::Malformed
    );
}

#[test]
fn a_long_history_in_the_wrong_order_is_no_harder() {
    let (mut document, genesis) = contact_moment::create(&author(1), conversation(), NOW).unwrap();
    let mut changes = vec![genesis];
    for round in 0..300 {
        let base = document.version();
        let edit = place(&format!("Plein {round}"));
        changes.extend(contact_moment::edit(&mut document, &base, edit, &author(1), NOW).unwrap());
    }
    changes.reverse();
    assert_eq!(receive(None, &changes).version(), document.version());
}

#[test]
fn one_bad_change_keeps_its_batch_out() {
    let (document, _) = shared();
    let mut ahead = document.clone();
    let base = document.version();
    let good = contact_moment::edit(&mut ahead, &base, place("Plein"), &author(1), NOW);
    let bad = Change::from_bytes(b"geen change".to_vec());
    let taken = Document::take_in(Some(&document), &[good.unwrap().unwrap(), bad]);
    assert_eq!(taken.map(|_| ()), Err(CannotTakeIn::NotAChange));
    assert_eq!(document.version(), base);
}

#[test]
fn documents_can_go_to_another_thread() {
    fn travels<T: Send + Sync + 'static>() {}
    travels::<Document>();
}
