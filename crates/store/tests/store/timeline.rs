//! Moments and notes of a space, in pages, newest first.

use crate::support::{CASE, STREET, Vault, Written, fatima};
use nabij_domain::{Id, Millis};
use nabij_store::TimelineRow;

#[test]
fn pages_follow_each_other_without_losing_any() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let mut entries: Vec<Written> = vec![fatima.case(CASE, "Gezin K.").0];
    for at in [10, 20, 20, 20, 30, 40] {
        entries.push(fatima.moment(CASE, "Sprak Mo.", at).0);
    }
    for at in [15, 20, 50] {
        entries.push(fatima.note(CASE, "Gebeld met school.", at).0);
    }
    entries.push(fatima.moment(STREET, "Elders.", 25).0);
    vault.take_in(&entries);
    let mut seen: Vec<(i64, Id)> = Vec::new();
    let mut before = None;
    loop {
        let (items, more) = vault.store.timeline(&CASE, before, 2).unwrap();
        seen.extend(items.iter().map(|item| (item.at().0, item.id())));
        before = items.last().map(|item| item.at());
        if !more {
            break;
        }
    }
    let times: Vec<i64> = seen.iter().map(|(at, _)| *at).collect();
    assert_eq!(times, [50, 40, 30, 20, 20, 20, 20, 15, 10]);
    let mut ids: Vec<Id> = seen.iter().map(|(_, id)| *id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 9);
    let case = vault.store.case(Id(CASE.0)).unwrap().unwrap();
    assert_eq!((case.moments, case.last_at), (6, Some(Millis(50))));
    let (street, more) = vault.store.timeline(&STREET, None, 50).unwrap();
    assert!(!more && street.len() == 1);
    let TimelineRow::ContactMoment(row) = &street[0] else {
        panic!("a moment")
    };
    assert_eq!((row.case, row.case_name.as_ref()), (None, None));
    assert_eq!(
        vault.store.timeline(&CASE, Some(Millis(10)), 5).unwrap(),
        (Vec::new(), false)
    );
}
