//! Places and shifts, as the street reads them.

use crate::support::{NOW, SHIFT, STREET, Vault, Writer, Written, bram, fatima, sanne};
use nabij_domain::stop::{self, Mood};
use nabij_domain::{
    Change, Document, DocumentKind, Field, Id, Millis, group, place, round, shift, withdrawal,
};
use nabij_protocol::id::DocumentId;

/// What a writer adds to the street, under an id that the next ones can refer to.
fn street(writer: &mut Writer, id: u8, made: (Document, Change)) -> (Written, Id) {
    let id = DocumentId([id; 16]);
    (writer.change(STREET, id, &made.1), Id(id.0))
}

fn place_at(writer: &mut Writer, id: u8, name: &str, now: i64) -> Written {
    let new = place::NewPlace { name: name.into() };
    let made = place::create(&writer.author(), new, Millis(now)).unwrap();
    street(writer, id, made).0
}

fn shift_at(writer: &mut Writer, id: u8, at: i64, along: &[&Writer]) -> (Written, Document) {
    let new = shift::NewShift {
        at: Millis(at),
        colleagues: along.iter().map(|writer| Id(writer.member.0)).collect(),
    };
    let made = shift::create(&writer.author(), new, NOW).unwrap();
    let document = made.0.clone();
    (street(writer, id, made).0, document)
}

#[test]
fn the_same_place_added_on_two_laptops_is_one_row_everywhere() {
    let (mut fatima, mut bram) = (fatima(), bram());
    let entries = [
        place_at(&mut fatima, 0xA1, "Café de Brug", 20),
        place_at(&mut bram, 0xB1, "cafe de brug ", 10),
        place_at(&mut bram, 0xB2, "Neude", 30),
    ];
    let (here, there) = (Vault::new(), Vault::new());
    here.take_in(&entries);
    there.take_in(&entries[1..]);
    there.take_in(&entries[..1]);
    let places = here.store.places().unwrap();
    assert_eq!(places, there.store.places().unwrap());
    let shown: Vec<&str> = places.iter().map(|place| place.name.as_str()).collect();
    assert_eq!(shown, ["cafe de brug ", "Neude"]);
    assert_eq!(places[0].ids, [Id([0xB1; 16]), Id([0xA1; 16])]);
    assert_eq!(
        (places[0].by, places[0].recorded_at),
        (bram.member, Millis(10))
    );
}

#[test]
fn the_running_shift_is_the_newest_that_is_mine_or_that_i_work_along_in() {
    let vault = Vault::new();
    let (mut fatima, mut bram, sanne) = (fatima(), bram(), sanne());
    let (own, mut document) = shift_at(&mut fatima, 1, 100, &[]);
    let (along, _) = shift_at(&mut bram, 2, 200, &[&fatima]);
    vault.take_in(&[own]);
    let running = |who: &Writer| {
        let shift = vault.store.running_shift(&who.member).unwrap();
        shift.map(|shift| shift.id)
    };
    assert_eq!(running(&fatima), Some(Id([1; 16])));
    assert_eq!((running(&bram), running(&sanne)), (None, None));
    vault.take_in(&[along]);
    assert_eq!(running(&fatima), Some(Id([2; 16])));
    assert_eq!((running(&bram), running(&sanne)), (Some(Id([2; 16])), None));
    let base = document.version();
    let end = shift::ShiftEdit {
        ended_at: Some(Some(Millis(300))),
        ..Default::default()
    };
    let change = shift::edit(&mut document, &base, end, &fatima.author(), NOW);
    let ended = fatima.change(STREET, DocumentId([1; 16]), &change.unwrap().unwrap());
    vault.take_in(&[ended]);
    assert_eq!(running(&fatima), Some(Id([2; 16])));
    let shift = vault.store.shift(Id([1; 16])).unwrap().unwrap();
    assert_eq!(shift.ended_at, Some(Millis(300)));
}

#[test]
fn a_shift_knows_its_running_round_and_where_it_last_stopped() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let (began, _) = shift_at(&mut fatima, 1, 100, &[]);
    let author = fatima.author();
    let new = round::NewRound {
        shift: Id([1; 16]),
        at: Millis(110),
    };
    let (walk, round) = street(&mut fatima, 2, round::create(&author, new, NOW).unwrap());
    let neude = place_at(&mut fatima, 3, "Neude", 100);
    let mut stops = Vec::new();
    for (id, at, place) in [(4, 130, 3), (5, 120, 9)] {
        let new = stop::NewStop {
            shift: Id([1; 16]),
            round: Some(round),
            place: Id([place; 16]),
            at: Millis(at),
            head_count: None,
            mood: None,
            group: None,
            topic: None,
            agreement: None,
            next_step: None,
        };
        stops.push(street(&mut fatima, id, stop::create(&author, new, NOW).unwrap()).0);
    }
    vault.take_in(&[began, walk, neude]);
    vault.take_in(&stops);
    let running = vault.store.running_shift(&fatima.member).unwrap().unwrap();
    assert_eq!(running.running_round, Some(round));
    let newest = running.newest_stop.unwrap();
    assert_eq!((newest.id, newest.at), (Id([4; 16]), Millis(130)));
    assert_eq!(newest.place_name.unwrap().as_str(), "Neude");
    let place = &vault.store.places().unwrap()[0];
    assert_eq!((place.stops, place.last_at), (1, Some(Millis(130))));
}

#[test]
fn groups_of_one_name_are_one_and_no_text_is_lost() {
    let vault = Vault::new();
    let (mut fatima, mut bram) = (fatima(), bram());
    let mut entries = Vec::new();
    for (writer, text) in [(&mut fatima, "Vaak na tienen."), (&mut bram, "Fietsen.")] {
        let new = group::NewGroup {
            name: "De Fontein".into(),
            place: None,
            text: Some(text.into()),
        };
        let made = group::create(&writer.author(), new, NOW).unwrap();
        entries.push(writer.begin(STREET, made).0);
    }
    vault.take_in(&entries);
    let groups = vault.store.groups().unwrap();
    assert_eq!((groups.len(), groups[0].ids.len()), (1, 2));
    let text = groups[0].text.as_ref().unwrap().as_str().to_owned();
    assert!(text.contains("tienen") && text.contains("Fietsen"));
}

#[test]
fn what_arrives_late_is_new_and_what_was_seen_or_written_here_is_not() {
    let vault = Vault::new();
    let (mut fatima, mut bram) = (fatima(), bram());
    let early = bram.moment(STREET, "Dinsdag geschreven.", 10).0;
    vault.take_in(&[fatima.moment(STREET, "Van mij.", 20).0]);
    let mark = vault.store.newest_entry().unwrap();
    let new = |mark| {
        let added = vault.store.added_since(mark, &fatima.member, 20).unwrap();
        let words = added.rows.into_iter().filter_map(|row| row.words);
        (
            words.map(|words| words.as_str().to_owned()).collect(),
            added.total,
        )
    };
    let none: (Vec<String>, u64) = (Vec::new(), 0);
    assert_eq!(new(mark), none);
    vault.take_in(&[early]);
    assert_eq!(new(mark), (vec!["Dinsdag geschreven.".to_owned()], 1));
    assert_eq!(new(vault.store.newest_entry().unwrap()), none);
}

#[test]
fn differences_are_found_wherever_they_lie_and_go_when_taken_back() {
    let vault = Vault::new();
    let (mut fatima, bram) = (fatima(), bram());
    let (began, document) = fatima.stop(30);
    let id = began.document();
    let base = document.version();
    let mut changes = Vec::new();
    for (who, mood) in [(fatima.author(), Mood::Tense), (bram.author(), Mood::Grim)] {
        let edit = stop::StopEdit {
            mood: Some(Some(mood)),
            ..Default::default()
        };
        let mut copy = document.clone();
        changes.push(
            stop::edit(&mut copy, &base, edit, &who, NOW)
                .unwrap()
                .unwrap(),
        );
    }
    vault.take_in(&[began]);
    let entries: Vec<Written> = [&mut fatima, &mut bram.clone()]
        .into_iter()
        .zip(&changes)
        .map(|(writer, change)| writer.change(STREET, id, change))
        .collect();
    vault.take_in(&entries);
    let differing = vault.store.differing(false).unwrap();
    assert_eq!(differing.len(), 1);
    assert_eq!(
        (differing[0].kind, differing[0].shift),
        (DocumentKind::Stop, Some(SHIFT))
    );
    let fields: Vec<Field> = differing[0]
        .differences
        .iter()
        .map(|one| one.field)
        .collect();
    assert_eq!(fields, [Field::Mood]);
    let (_, mut document) = vault.store.document(Id(id.0)).unwrap().unwrap();
    let base = document.version();
    let gone = withdrawal::set(&mut document, &base, true, &fatima.author(), NOW);
    vault.take_in(&[fatima.change(STREET, id, &gone.unwrap().unwrap())]);
    assert_eq!(vault.store.differing(false).unwrap(), []);
    assert!(vault.store.shift_log(SHIFT).unwrap().stops.is_empty());
}
