//! The layout is a promise for twenty years: these bytes may never change by accident.

use std::fmt::Write as _;

use automerge::{ROOT, ReadDoc};

use super::support::{NOW, author, conversation, receive};
use crate::contact_moment::{ContactKind, ContactOutcome, NewContactMoment};
use crate::document::{Change, Document};
use crate::id::Id;
use crate::id::Millis;
use crate::life_domain::{LifeDomain, LifeDomains};
use crate::{
    action, case, case_note, colleague, contact_moment, group, handover, handover_reading,
    missed_check_in, person, person_merge, place, round, shift, stop, summary, team,
};

/// The root, one line a field, and the change in hex.
fn shape(document: &Document, change: &Change) -> String {
    let mut out = String::new();
    for key in document.inner().keys(ROOT) {
        let (value, _) = document.inner().get(ROOT, key.as_str()).unwrap().unwrap();
        writeln!(out, "{key}: {value}").unwrap();
    }
    for line in change.as_bytes().chunks(32) {
        let hex: String = line.iter().map(|byte| format!("{byte:02x}")).collect();
        writeln!(out, "{hex}").unwrap();
    }
    out
}

/// Every kind, freshly made by the same author at the same moment.
fn fresh() -> Vec<(Document, Change)> {
    let by = author(1);
    let case = Id([7; 16]);
    let note = case_note::NewCaseNote {
        case,
        text: "Moeder belt morgen.".into(),
    };
    let sum = summary::NewSummary {
        case,
        text: "Gaat goed.".into(),
    };
    let fatima = colleague::NewColleague {
        member: by.member,
        name: "Fatima".into(),
        role: colleague::Role::Coach,
    };
    vec![
        contact_moment::create(&by, conversation(), NOW).unwrap(),
        case_note::create(&by, note, NOW).unwrap(),
        summary::create(&by, sum, NOW).unwrap(),
        case::create(
            &by,
            case::NewCase {
                name: "Gezin K.".into(),
                import: None,
            },
            NOW,
        )
        .unwrap(),
        colleague::create(&by, fatima, NOW).unwrap(),
        team::create(
            &by,
            team::NewTeam {
                name: "Wijkteam West".into(),
            },
            NOW,
        )
        .unwrap(),
    ]
}

/// What a night adds, by the same author at the same moment, every field filled in.
fn a_night() -> Vec<(Document, Change)> {
    let by = author(1);
    let (one, two) = (Id([1; 16]), Id([2; 16]));
    let full = NewContactMoment {
        persons: vec![one, two],
        outcome: ContactOutcome::NotReached,
        life_domains: LifeDomains::of([LifeDomain::Money, LifeDomain::Housing]),
        group: Some(one),
        shift: Some(two),
        stop: Some(one),
        others: Some(2),
        import: Some(two),
        ..NewContactMoment::new(ContactKind::Signal, "Niemand thuis.".into(), NOW)
    };
    let mut night = vec![
        contact_moment::create(&by, full, NOW).unwrap(),
        place::create(
            &by,
            place::NewPlace {
                name: "Griftpark".into(),
            },
            NOW,
        )
        .unwrap(),
    ];
    let group = group::NewGroup {
        name: "jongens van de fontein".into(),
        place: Some(one),
        text: Some("Meestal een man of zes.".into()),
    };
    night.push(group::create(&by, group, NOW).unwrap());
    let shift = shift::NewShift {
        at: NOW,
        colleagues: vec![two],
    };
    night.push(shift::create(&by, shift, NOW).unwrap());
    night.push(
        round::create(
            &by,
            round::NewRound {
                shift: one,
                at: NOW,
            },
            NOW,
        )
        .unwrap(),
    );
    let stop = stop::NewStop {
        shift: one,
        round: Some(two),
        place: one,
        at: NOW,
        head_count: Some(6),
        mood: Some(stop::Mood::Friendly),
        group: Some(two),
        topic: Some("school".into()),
        agreement: Some("vrijdag terug".into()),
        next_step: Some("bal meenemen".into()),
    };
    night.push(stop::create(&by, stop, NOW).unwrap());
    let person = person::NewPerson {
        nickname: "groene pet".into(),
        text: Some("Een jaar of zestien.".into()),
        group: Some(two),
        place: Some(one),
        purpose: Some(person::Purpose::Help),
        import: Some(two),
    };
    night.push(person::create(&by, person, NOW).unwrap());
    let merge = person_merge::NewPersonMerge {
        person: one,
        into: two,
    };
    night.push(person_merge::create(&by, merge, NOW).unwrap());
    let action = action::NewAction {
        case: Some(one),
        person: Some(two),
        contact_moment: Some(one),
        shift: Some(two),
        text: "Belt zijn moeder.".into(),
        colleague: Some(one),
        owner: Some("Daan zelf".into()),
        due: Some(NOW),
        due_hour: true,
        import: Some(two),
    };
    night.push(action::create(&by, action, NOW).unwrap());
    let line = handover::HandoverLine {
        part: handover::HandoverPart::Contact,
        heading: Some("Griftpark".into()),
        at: Some(NOW),
        text: "Daan gaat morgen mee.".into(),
        about: Some(one),
    };
    let handover = handover::NewHandover {
        kind: handover::HandoverKind::Shift,
        case: Some(one),
        shift: Some(two),
        colleagues: vec![two],
        lines: vec![line],
        why: Some("Hij praat alleen op straat.".into()),
    };
    night.push(handover::create(&by, handover, NOW).unwrap());
    let reading = handover_reading::NewHandoverReading { handover: one };
    night.push(handover_reading::create(&by, reading, NOW).unwrap());
    let missed = missed_check_in::NewMissedCheckIn {
        due: Millis(NOW.0 + 1),
        colleagues: vec![one, two],
    };
    night.push(missed_check_in::create(&by, missed, NOW).unwrap());
    night
}

#[test]
fn the_documents_of_a_night_have_the_layout_they_always_had() {
    for (document, change) in a_night() {
        let name = format!("night_{}", document.kind());
        insta::assert_snapshot!(name, shape(&document, &change));
        assert_eq!(receive(None, &[change]).version(), document.version());
    }
}

#[test]
fn fresh_documents_have_the_layout_they_always_had() {
    for (document, change) in fresh() {
        insta::assert_snapshot!(document.kind().as_str(), shape(&document, &change));
    }
}

#[test]
fn the_first_change_is_the_whole_document() {
    for (document, change) in fresh() {
        assert_eq!(receive(None, &[change]).version(), document.version());
    }
}
