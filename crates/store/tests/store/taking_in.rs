//! The one way in: what is refused, what waits, what is put aside.

use crate::search::found;
use crate::support::{CASE, NOW, STREET, TEAM_SPACE, Vault, Writer, bram, fatima, open};
use nabij_domain::{ContactMomentEdit, Id, contact_moment};
use nabij_protocol::entry::{Content, Payload};
use nabij_protocol::id::{Hash, Scope, TeamId};
use nabij_store::{Error, Opened, Topic};
use std::collections::BTreeSet;

fn head(vault: &Vault, writer: &Writer, scope: Scope) -> u64 {
    vault.store.head(&scope, &writer.log()).unwrap().0
}

#[test]
fn an_entry_comes_in_once() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let (case, _) = fatima.case(CASE, "Gezin K.");
    let (moment, document) = fatima.moment(CASE, "Sprak Mo.", 5);
    let taken = vault.take_in(&[case.clone(), moment.clone()]);
    assert_eq!((taken.new, taken.waiting, taken.quarantined), (2, 0, 0));
    let topics = BTreeSet::from([Topic::Cases, Topic::Case(CASE), Topic::Sync, Topic::Search]);
    assert_eq!(taken.topics, topics);
    let again = vault.take_in(&[case, moment.clone()]);
    assert_eq!((again.new, again.topics.len()), (0, 0));
    let row = vault
        .store
        .contact_moment(Id(moment.document().0))
        .unwrap()
        .unwrap();
    assert_eq!(row.version, document.version());
    assert_eq!(
        (row.text.as_str(), row.by, row.edited),
        ("Sprak Mo.", fatima.member, false)
    );
    assert_eq!(row.case_name.unwrap().as_str(), "Gezin K.");
    let (space, kept) = vault
        .store
        .document(Id(moment.document().0))
        .unwrap()
        .unwrap();
    assert_eq!((space, kept.version()), (CASE, document.version()));
}

#[test]
fn a_log_that_does_not_go_on_is_refused_whole() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let mut restored = fatima.clone();
    let (first, _) = fatima.moment(STREET, "Een.", 1);
    let (second, _) = fatima.moment(STREET, "Twee.", 2);
    let (third, _) = fatima.moment(STREET, "Drie.", 3);
    assert_eq!(
        vault.try_take_in(&[first.clone(), third]),
        Err(Error::Gap { expected: 2 })
    );
    assert_eq!(
        head(&vault, &fatima, first.place.scope),
        0,
        "nothing of the call is stored"
    );
    vault.take_in(std::slice::from_ref(&first));
    let (fork, _) = restored.moment(STREET, "Anders.", 1);
    assert_eq!(
        vault.try_take_in(&[second.clone(), fork]),
        Err(Error::Fork(1))
    );
    let mut forged = second.clone();
    forged.hash = Hash([1; 32]);
    assert_eq!(vault.try_take_in(&[forged]), Err(Error::Chain(2)));
    let mut foreign = second.clone();
    foreign.place.team = TeamId([2; 16]);
    assert_eq!(vault.try_take_in(&[foreign]), Err(Error::OtherTeam));
    assert_eq!(head(&vault, &fatima, first.place.scope), 1);
    assert_eq!(vault.take_in(&[second]).new, 1);
}

#[test]
fn an_edit_that_comes_before_its_document_waits_for_it() {
    let vault = Vault::new();
    let (mut fatima, mut bram) = (fatima(), bram());
    let (moment, mut document) = fatima.moment(STREET, "Sprak Mo.", 5);
    let edit = bram.edit_moment(&moment, &mut document, "Sprak Mo en Yusuf.");
    let taken = vault.take_in(std::slice::from_ref(&edit));
    assert_eq!((taken.new, taken.waiting), (1, 1));
    assert_eq!(vault.store.stuck().unwrap().len(), 1);
    let id = Id(moment.document().0);
    assert_eq!(vault.store.contact_moment(id).unwrap(), None);
    let taken = vault.take_in(&[moment]);
    assert_eq!(taken.waiting, 0);
    assert!(taken.topics.contains(&Topic::Street));
    assert!(vault.store.stuck().unwrap().is_empty());
    let row = vault.store.contact_moment(id).unwrap().unwrap();
    assert_eq!(
        (row.text.as_str(), row.edited, row.by),
        ("Sprak Mo en Yusuf.", true, fatima.member)
    );
    assert!(vault.store.views_follow_from_log(&open, NOW).unwrap());
}

#[test]
fn a_key_that_opens_takes_the_place_of_one_that_does_not_and_never_the_other_way() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let (moment, _) = fatima.moment(STREET, "Sprak Mo.", 5);
    let mut altered = moment.with(Opened::NoKey);
    if let Content::Change(change) = &mut altered.content
        && let Some(key) = &mut change.key
    {
        key.sealed[0] ^= 1;
    }
    assert_ne!(altered.content, moment.content);
    let (scope, log) = (moment.place.scope, moment.place.log);
    let kept = || {
        let run = vault.store.run(&scope, &log, 0, 1, 1_000).unwrap().unwrap();
        run.contents[0].clone()
    };
    vault.take_in(std::slice::from_ref(&altered));
    assert_eq!(
        vault.store.logs_without_key().unwrap(),
        [(scope, log, moment.place.number)]
    );
    let still_closed = moment.with(Opened::NoKey);
    vault.take_in(&[still_closed]);
    assert_eq!(kept(), altered.content, "it opens nothing either");
    let taken = vault.take_in(std::slice::from_ref(&moment));
    assert_eq!((taken.new, taken.waiting), (0, 0));
    assert_eq!(kept(), moment.content);
    assert!(vault.store.logs_without_key().unwrap().is_empty());
    vault.take_in(&[altered]);
    assert_eq!(kept(), moment.content);
    let id = Id(moment.document().0);
    assert!(vault.store.contact_moment(id).unwrap().is_some());
}

#[test]
fn a_change_without_a_key_is_opened_later() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let (moment, mut document) = fatima.moment(STREET, "Sprak Mo.", 5);
    let edit = fatima.edit_moment(&moment, &mut document, "Sprak Mo lang.");
    let closed: Vec<_> = [&moment, &edit]
        .map(|entry| entry.with(Opened::NoKey))
        .to_vec();
    assert_eq!(vault.take_in(&closed).waiting, 2);
    let stuck = vault.store.stuck().unwrap();
    assert_eq!(stuck.len(), 2);
    let (other, _) = fatima.moment(STREET, "Sprak Yusuf.", 6);
    vault.take_in(&[other.with(Opened::NoKey)]);
    let of_moment = BTreeSet::from([moment.document()]);
    assert_eq!(vault.store.stuck_in(&of_moment).unwrap(), stuck);
    assert!(vault.store.stuck_in(&BTreeSet::new()).unwrap().is_empty());
    let opened = stuck
        .iter()
        .map(|(place, change)| (*place, open(place, change)))
        .collect();
    let taken = vault.store.reopen(opened, NOW).unwrap();
    assert_eq!((taken.new, taken.waiting), (0, 0));
    assert!(taken.topics.contains(&Topic::Street) && taken.topics.contains(&Topic::Search));
    let row = vault
        .store
        .contact_moment(Id(moment.document().0))
        .unwrap()
        .unwrap();
    assert_eq!(row.text.as_str(), "Sprak Mo lang.");
    assert!(vault.store.stuck_in(&of_moment).unwrap().is_empty());
    assert_eq!(vault.store.stuck().unwrap().len(), 1);
}

#[test]
fn a_bad_change_is_put_aside_and_blocks_nothing() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let (moment, mut document) = fatima.moment(STREET, "Sprak Mo.", 5);
    let garbage = nabij_domain::Change::from_bytes(vec![0xFF; 200]);
    let bad = fatima.change(STREET, moment.document(), &garbage);
    let edit = fatima.edit_moment(&moment, &mut document, "Sprak Mo lang.");
    let taken = vault.take_in(&[moment.clone(), bad.clone(), edit]);
    assert_eq!((taken.new, taken.quarantined), (3, 1));
    let row = vault
        .store
        .contact_moment(Id(moment.document().0))
        .unwrap()
        .unwrap();
    assert_eq!(row.text.as_str(), "Sprak Mo lang.");
    let aside = vault.store.quarantined().unwrap();
    assert_eq!(aside.len(), 1);
    assert_eq!(
        (aside[0].place, aside[0].code.as_str()),
        (bad.place, "not_a_change")
    );
    assert_eq!(vault.store.check().unwrap().quarantined, 1);
    assert!(vault.store.views_follow_from_log(&open, NOW).unwrap());
}

#[test]
fn what_cannot_be_opened_keeps_the_callers_reason() {
    let vault = Vault::new();
    let (moment, _) = fatima().moment(STREET, "Sprak Mo.", 5);
    assert_eq!(
        vault
            .take_in(&[moment.with(Opened::CannotOpen("seal"))])
            .quarantined,
        1
    );
    assert_eq!(vault.store.quarantined().unwrap()[0].code, "seal");
    // A key that fits after all brings it back.
    assert_eq!(
        vault
            .store
            .reopen(vec![(moment.place, moment.opened)], NOW)
            .unwrap()
            .quarantined,
        0
    );
    assert!(vault.store.quarantined().unwrap().is_empty());
    assert_eq!(vault.store.street(&STREET).unwrap().moments, 1);
}

#[test]
fn nobody_writes_in_a_document_from_another_space() {
    let vault = Vault::new();
    let (mut fatima, mut bram) = (fatima(), bram());
    let (moment, mut document) = fatima.moment(CASE, "Sprak Mo.", 5);
    let base = document.version();
    let edit = ContactMomentEdit {
        text: Some("Anders.".into()),
        ..Default::default()
    };
    let change = contact_moment::edit(&mut document, &base, edit, &bram.author(), NOW)
        .unwrap()
        .unwrap();
    let elsewhere = bram.change(STREET, moment.document(), &change);
    vault.take_in(std::slice::from_ref(&moment));
    assert_eq!(vault.take_in(&[elsewhere]).quarantined, 1);
    assert_eq!(vault.store.quarantined().unwrap()[0].code, "other_space");
    let row = vault
        .store
        .contact_moment(Id(moment.document().0))
        .unwrap()
        .unwrap();
    assert_eq!(row.text.as_str(), "Sprak Mo.");
}

#[test]
fn both_values_of_a_difference_are_kept_with_who_and_when() {
    let vault = Vault::new();
    let (mut fatima, mut bram) = (fatima(), bram());
    let (case, _) = fatima.case(CASE, "Gezin K.");
    let (moment, document) = fatima.moment(CASE, "Sprak Mo.", 5);
    let one = fatima.edit_moment(&moment, &mut document.clone(), "Mo was boos.");
    let two = bram.edit_moment(&moment, &mut document.clone(), "Mo was verdrietig.");
    vault.take_in(&[case, moment.clone(), one, two]);
    let row = vault
        .store
        .contact_moment(Id(moment.document().0))
        .unwrap()
        .unwrap();
    assert_eq!(row.differences.len(), 1);
    let values = &row.differences[0].values;
    let texts: BTreeSet<&str> = values.iter().map(|value| value.value.as_str()).collect();
    assert_eq!(
        texts,
        BTreeSet::from(["Mo was boos.", "Mo was verdrietig."])
    );
    for value in values {
        let member = match value.value.as_str() {
            "Mo was boos." => fatima.member,
            _ => bram.member,
        };
        assert_eq!(value.by, Some(member));
        assert_eq!(value.at, NOW);
    }
    assert!(values.last().unwrap().chosen && values.last().unwrap().value == row.text);
    assert_eq!(
        vault
            .store
            .case(Id(CASE.0))
            .unwrap()
            .unwrap()
            .difference_count,
        1
    );
    // The value that does not show is found too.
    for word in ["boos", "verdrietig"] {
        assert_eq!(found(&vault, word, None).total, 1, "{word}");
    }
}

#[test]
fn records_are_kept_as_they_came() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let found = fatima.record(Scope::Team, b"found");
    let space = fatima.record(Scope::Space(CASE), b"open");
    let taken = vault.take_in(&[found.clone(), space.clone()]);
    let topics = BTreeSet::from([Topic::Team, Topic::Cases, Topic::Case(CASE), Topic::Sync]);
    assert_eq!(taken.topics, topics);
    let records = vault.store.records().unwrap();
    assert_eq!(
        records,
        vec![
            (found.place, b"found".to_vec()),
            (space.place, b"open".to_vec())
        ]
    );
    assert_eq!(
        vault
            .store
            .vectors()
            .unwrap()
            .of(&Scope::Team, &fatima.log()),
        1
    );
}

#[test]
fn the_team_its_colleagues_and_summaries_are_read() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let (team, _) = fatima.team("Straatteam Noord");
    let (colleague, _) = fatima.colleague("Fatima");
    let (summary, _) = fatima.summary(CASE, "");
    vault.take_in(&[team, colleague, summary.clone()]);
    assert_eq!(
        vault.store.team_name().unwrap().unwrap().as_str(),
        "Straatteam Noord"
    );
    let colleagues = vault.store.colleagues().unwrap();
    assert_eq!((colleagues.len(), colleagues[0].member), (1, fatima.member));
    let row = vault.store.summary(Id(CASE.0)).unwrap().unwrap();
    assert_eq!((row.text.as_str(), row.changed_by), ("", None));
    assert_eq!(
        vault.store.summary_document(Id(CASE.0)).unwrap(),
        Some(Id(summary.document().0))
    );
    let keys = vault.store.document_keys(&summary.document()).unwrap();
    assert_eq!((keys.len(), keys[0].0), (1, CASE));
    assert!(
        vault
            .store
            .document_keys(&nabij_protocol::id::DocumentId(TEAM_SPACE.0))
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_missing_key_row_and_signature_are_added_later() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let (moment, _) = fatima.moment(STREET, "Sprak Mo.", 5);
    let mut bare = moment.clone();
    bare.signed = false;
    if let Content::Change(change) = &mut bare.content {
        change.key = None;
    }
    vault.take_in(&[bare]);
    assert!(
        vault
            .store
            .document_keys(&moment.document())
            .unwrap()
            .is_empty()
    );
    let (scope, log) = (moment.place.scope, moment.place.log);
    assert_eq!(
        vault.store.run(&scope, &log, 0, 1, 1_000).unwrap(),
        None,
        "nothing signed to send"
    );
    vault.take_in(std::slice::from_ref(&moment));
    let run = vault.store.run(&scope, &log, 0, 1, 1_000).unwrap().unwrap();
    assert_eq!(run.contents, vec![moment.content]);
}

#[test]
fn an_erased_change_stays_in_the_chain() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let (moment, mut document) = fatima.moment(STREET, "Sprak Mo.", 5);
    let edit = fatima.edit_moment(&moment, &mut document, "Sprak Mo lang.");
    let mut erased = moment.clone();
    if let Content::Change(change) = &mut erased.content {
        change.payload = Payload::Erased(change.payload.hash());
        change.key = None;
    }
    vault.take_in(&[erased.with(Opened::CannotOpen("erased")), edit]);
    assert_eq!(vault.store.check().unwrap().broken_logs, 0);
    let run = vault
        .store
        .run(&moment.place.scope, &moment.place.log, 0, 9, 9_999)
        .unwrap()
        .unwrap();
    assert_eq!(run.contents[0], erased.content);
}

#[test]
fn a_draft_goes_with_what_was_made_of_it() {
    let vault = Vault::new();
    vault.store.set_draft(Some("{\"text\":\"Sprak\"}")).unwrap();
    assert_eq!(
        vault.store.draft().unwrap().unwrap().as_str(),
        "{\"text\":\"Sprak\"}"
    );
    let mut fatima = fatima();
    let (moment, _) = fatima.moment(STREET, "Sprak Mo.", 5);
    let mut forged = moment.clone();
    forged.hash = Hash([1; 32]);
    assert!(
        vault
            .store
            .take_in_draft(vec![forged.incoming()], NOW)
            .is_err()
    );
    assert!(
        vault.store.draft().unwrap().is_some(),
        "not saved, not gone"
    );
    vault
        .store
        .take_in_draft(vec![moment.incoming()], NOW)
        .unwrap();
    assert_eq!(vault.store.draft().unwrap(), None);
}

#[test]
fn settings_and_secrets_come_and_go() {
    let vault = Vault::new();
    vault
        .store
        .set_settings(&[("hub", Some("ws://127.0.0.1:8787")), ("taal", None)])
        .unwrap();
    assert_eq!(
        vault.store.setting("hub").unwrap().unwrap(),
        "ws://127.0.0.1:8787"
    );
    vault.store.set_setting("hub", None).unwrap();
    assert_eq!(vault.store.setting("hub").unwrap(), None);
    let kept: [(&str, &[u8]); 3] = [("epoch:1", b"a"), ("epoch:2", b"b"), ("device", b"c")];
    vault.store.keep_secrets(&kept).unwrap();
    let names: Vec<String> = vault
        .store
        .secrets("epoch:")
        .unwrap()
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["epoch:1", "epoch:2"]);
    vault.store.forget_secrets(&["epoch:1"]).unwrap();
    assert!(vault.store.secret("epoch:1").unwrap().is_none());
}

#[test]
fn what_cannot_be_read_is_listed_by_document_with_the_reason_and_tried_again() {
    let vault = Vault::new();
    let (mut fatima, mut bram) = (fatima(), bram());
    let (case, _) = fatima.case(CASE, "Gezin K.");
    let (moment, mut document) = fatima.moment(CASE, "Sprak Mo.", 5);
    vault.take_in(&[case, moment.clone()]);
    let edit = bram.edit_moment(&moment, &mut document, "Sprak Mo lang.");
    let (closed, _) = bram.moment(CASE, "Sprak Yusuf.", 6);
    vault.take_in(&[
        edit.with(Opened::CannotOpen("seal")),
        closed.with(Opened::NoKey),
    ]);
    let rows = vault.store.unread_rows(10).unwrap();
    let named = |document| rows.iter().find(|row| row.document == document).unwrap();
    // Of the edit one reads what stood there before; of the other not more than whose it is and in which case.
    let edited = named(edit.document());
    assert_eq!(edited.words.as_ref().unwrap().as_str(), "Sprak Mo.");
    assert_eq!((edited.why.as_str(), edited.count), ("seal", 1));
    let unknown = named(closed.document());
    assert_eq!((&unknown.words, unknown.kind), (&None, None));
    assert_eq!(unknown.case_name.as_ref().unwrap().as_str(), "Gezin K.");
    assert_eq!(
        (unknown.why.as_str(), unknown.device),
        ("no_key", bram.log().device)
    );
    assert_eq!(vault.store.unread_rows(1).unwrap().len(), 1);

    let again: Vec<_> = vault
        .store
        .quarantined_changes()
        .unwrap()
        .iter()
        .map(|(place, change)| (*place, open(place, change)))
        .collect();
    assert_eq!(again.len(), 1);
    vault.store.reopen(again, NOW).unwrap();
    let rows = vault.store.unread_rows(10).unwrap();
    assert_eq!(rows.len(), 1, "{rows:?}");
    let id = Id(moment.document().0);
    let row = vault.store.contact_moment(id).unwrap().unwrap();
    assert_eq!(row.text.as_str(), "Sprak Mo lang.");
}
