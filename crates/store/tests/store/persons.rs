//! Persons without a case: when they are kept, and what a merge makes of them.

use crate::support::{CASE, NOW, STREET, Vault, Writer, Written, bram, fatima, open};
use nabij_domain::person::{KEPT_WITHOUT_PURPOSE, NewPerson, Purpose};
use nabij_domain::person_merge::{self, NewPersonMerge};
use nabij_domain::{ContactKind, Document, Id, Millis, NewContactMoment};
use nabij_domain::{contact_moment, person, withdrawal};
use nabij_store::TimelineRow;
use proptest::prelude::*;

fn person_of(writer: &mut Writer, nickname: &str, purpose: Option<Purpose>) -> (Written, Id) {
    let new = NewPerson {
        nickname: nickname.into(),
        text: None,
        group: None,
        place: None,
        purpose,
        import: None,
    };
    let made = person::create(&writer.author(), new, NOW).unwrap();
    let (written, _) = writer.begin(STREET, made);
    let id = Id(written.document().0);
    (written, id)
}

fn met(writer: &mut Writer, persons: &[Id], at: i64) -> Written {
    let new = NewContactMoment {
        persons: persons.to_vec(),
        ..NewContactMoment::new(ContactKind::Conversation, "Sprak.".into(), Millis(at))
    };
    let made = contact_moment::create(&writer.author(), new, NOW).unwrap();
    writer.begin(STREET, made).0
}

fn merge(writer: &mut Writer, person: Id, into: Id, at: i64) -> (Written, Document) {
    let new = NewPersonMerge { person, into };
    let made = person_merge::create(&writer.author(), new, Millis(at)).unwrap();
    writer.begin(STREET, made)
}

fn take_back(writer: &mut Writer, of: &Written, document: &mut Document, back: bool) -> Written {
    let base = document.version();
    let change = withdrawal::set(document, &base, back, &writer.author(), NOW)
        .unwrap()
        .unwrap();
    writer.change(STREET, of.document(), &change)
}

/// No clock says so, but somebody's broken one may.
#[test]
fn a_moment_at_the_end_of_time_breaks_no_list() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let (rico, rico_id) = person_of(&mut fatima, "Rico", None);
    let moment = met(&mut fatima, &[rico_id], i64::MAX);
    vault.take_in(&[rico, moment]);
    assert_eq!(vault.store.persons(NOW).unwrap().len(), 1);
    assert!(vault.store.views_follow_from_log(&open, NOW).unwrap());
}

#[test]
fn whoever_was_seen_long_ago_is_listed_no_more_unless_there_is_a_purpose() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let (rico, rico_id) = person_of(&mut fatima, "Rico", None);
    let (daan, daan_id) = person_of(&mut fatima, "Daan", Some(Purpose::Help));
    let (mo, mo_id) = person_of(&mut fatima, "Mo", None);
    let later = NOW.0 + 10;
    let moment = met(&mut fatima, &[mo_id], later);
    vault.take_in(&[rico, daan, mo, moment]);

    let listed = |at: i64| -> Vec<Id> {
        let persons = vault.store.persons(Millis(at)).unwrap();
        persons.into_iter().map(|person| person.id).collect()
    };
    let ends = NOW.0 + KEPT_WITHOUT_PURPOSE;
    assert_eq!(listed(NOW.0), [mo_id, rico_id, daan_id]);
    assert_eq!(listed(ends - 1), [mo_id, rico_id, daan_id]);
    // Rico was never met again; Mo was seen a little later; for Daan there is a purpose.
    assert_eq!(listed(ends), [mo_id, daan_id]);
    assert_eq!(listed(ends + 10), [daan_id]);
    let mo = vault.store.person(mo_id).unwrap().unwrap();
    assert_eq!(mo.expires_at, person::expires_at(None, Millis(later)));
    // The moment stays; what the person was called does not show.
    let (street, _) = vault.store.timeline(&STREET, None, 9).unwrap();
    let TimelineRow::ContactMoment(row) = &street[0] else {
        panic!("a moment")
    };
    let [name] = row.persons.as_slice() else {
        panic!("one person")
    };
    assert_eq!(name.nickname(NOW), Some(&"Mo".into()));
    assert_eq!(name.nickname(Millis(ends + 10)), None);
}

#[test]
fn what_happened_on_the_street_shows_in_the_case_as_long_as_the_merge_stands() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let (rico, rico_id) = person_of(&mut fatima, "Rico", None);
    let (mo, mo_id) = person_of(&mut fatima, "Mo", None);
    let case = fatima.case(CASE, "Youssef B.").0;
    let inside = fatima.moment(CASE, "Thuis.", 30).0;
    let moments = [
        met(&mut fatima, &[rico_id], 10),
        met(&mut fatima, &[mo_id], 20),
    ];
    let (into_mo, mut of_into_mo) = merge(&mut fatima, rico_id, mo_id, 40);
    let (into_case, _) = merge(&mut fatima, mo_id, Id(CASE.0), 50);
    vault.take_in(&[rico, mo, case, inside]);
    vault.take_in(&moments);
    vault.take_in(&[into_mo.clone(), into_case]);

    let times =
        |rows: Vec<TimelineRow>| -> Vec<i64> { rows.iter().map(|row| row.at().0).collect() };
    let of_case = || times(vault.store.timeline(&CASE, None, 50).unwrap().0);
    assert_eq!(of_case(), [50, 40, 30, 20, 10]);
    assert_eq!(
        times(vault.store.timeline(&STREET, None, 50).unwrap().0),
        [50, 40, 20, 10]
    );
    assert_eq!(
        times(vault.store.person_timeline(mo_id, None, 50).unwrap().0),
        [50, 40, 20, 10]
    );
    assert_eq!(
        times(vault.store.person_timeline(rico_id, None, 50).unwrap().0),
        [40, 10]
    );
    let joined = vault.store.joined().unwrap();
    assert_eq!(joined.whole(rico_id), Id(CASE.0));

    // In pages it comes to the same.
    let (first, more) = vault.store.timeline(&CASE, None, 2).unwrap();
    assert!(more);
    let (second, _) = vault
        .store
        .timeline(&CASE, first.last().map(TimelineRow::at), 9)
        .unwrap();
    assert_eq!([times(first), times(second)].concat(), [50, 40, 30, 20, 10]);

    let parted = take_back(&mut fatima, &into_mo, &mut of_into_mo, true);
    vault.take_in(&[parted]);
    assert_eq!(of_case(), [50, 30, 20]);
    assert_eq!(vault.store.withdrawn(&STREET, 50).unwrap().len(), 1);
    let again = take_back(&mut fatima, &into_mo, &mut of_into_mo, false);
    vault.take_in(&[again]);
    assert_eq!(of_case(), [50, 40, 30, 20, 10]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Two laptops merge and part the same three persons and a case while apart; whatever arrives first, both end
    /// with the same, and nobody who expired is in the list.
    #[test]
    fn merging_and_parting_in_any_order_comes_to_the_same(
        steps in proptest::collection::vec((0usize..3, 0usize..4, any::<bool>(), any::<bool>()), 1..8),
        turn in any::<prop::sample::Index>(),
    ) {
        let (mut fatima, mut bram) = (fatima(), bram());
        let mut written = vec![fatima.case(CASE, "Youssef B.").0];
        let mut ids = Vec::new();
        for name in ["Rico", "Mo", "Daan"] {
            let (entry, id) = person_of(&mut fatima, name, None);
            ids.push(id);
            written.push(entry);
        }
        ids.push(Id(CASE.0));
        let (mut of_fatima, mut of_bram) = (written, Vec::new());
        for (step, (person, into, is_bram, parts)) in (0i64..).zip(steps) {
            let (writer, out) = match is_bram {
                true => (&mut bram, &mut of_bram),
                false => (&mut fatima, &mut of_fatima),
            };
            let (entry, mut document) = merge(writer, ids[person], ids[into], step);
            out.push(entry.clone());
            if parts {
                out.push(take_back(writer, &entry, &mut document, true));
            }
        }
        let (one, other) = (Vault::new(), Vault::new());
        one.take_in(&of_fatima);
        one.take_in(&of_bram);
        let cut = turn.index(of_bram.len() + 1);
        other.take_in(&of_bram[..cut]);
        other.take_in(&of_fatima);
        other.take_in(&of_bram[cut..]);
        prop_assert_eq!(one.store.read_model_dump().unwrap(), other.store.read_model_dump().unwrap());
        prop_assert_eq!(one.store.joined().unwrap(), other.store.joined().unwrap());
        prop_assert_eq!(one.store.timeline(&CASE, None, 99).unwrap(), other.store.timeline(&CASE, None, 99).unwrap());
        let gone = Millis(NOW.0 + KEPT_WITHOUT_PURPOSE);
        prop_assert!(one.store.persons(gone).unwrap().is_empty());
    }
}
