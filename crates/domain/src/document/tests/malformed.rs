//! Thousands of broken changes with a right checksum: none gets out of the wall, none spoils a document.

use super::support::{Chance, NOW, author, conversation, read, receive, repair};
use crate::contact_moment::{self, ContactMomentEdit};
use crate::document::{Change, Document};
use crate::id::Id;
use crate::summary::{self, NewSummary, SummaryEdit};

/// One whole change and the document it belongs on.
struct Victim {
    on: Option<Document>,
    change: Vec<u8>,
}

fn victims() -> Vec<Victim> {
    let fatima = author(1);
    let (mut moment, genesis) = contact_moment::create(&fatima, conversation(), NOW).unwrap();
    let before = moment.clone();
    let base = moment.version();
    let edit = ContactMomentEdit {
        text: Some("Zoekt werk in de horeca.".into()),
        place: Some(None),
        ..Default::default()
    };
    let change = contact_moment::edit(&mut moment, &base, edit, &author(2), NOW)
        .unwrap()
        .unwrap();
    let new = NewSummary {
        case: Id([7; 16]),
        text: "Moeder belt morgen.".into(),
    };
    let (mut summary, began) = summary::create(&fatima, new, NOW).unwrap();
    let before_summary = summary.clone();
    let base = summary.version();
    let edit = SummaryEdit {
        text: Some("Moeder belt vandaag om vier uur.".into()),
    };
    let typed = summary::edit(&mut summary, &base, edit, &author(2), NOW)
        .unwrap()
        .unwrap();
    vec![
        Victim {
            on: None,
            change: genesis.into_bytes(),
        },
        Victim {
            on: Some(before),
            change: change.into_bytes(),
        },
        Victim {
            on: None,
            change: began.into_bytes(),
        },
        Victim {
            on: Some(before_summary),
            change: typed.into_bytes(),
        },
    ]
}

#[test]
fn no_broken_change_gets_past_the_wall() {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let (mut taken, mut refused, mut panicked) = (0, 0, 0);
    for victim in victims() {
        let whole = receive(
            victim.on.as_ref(),
            &[Change::from_bytes(victim.change.clone())],
        );
        let saved = victim.on.as_ref().map(Document::save);
        for round in 0..4_000 {
            let mut bytes = victim.change.clone();
            for _ in 0..=chance.below(4) {
                let place = 11 + chance.below(bytes.len() - 11);
                bytes[place] = u8::try_from(chance.below(256)).unwrap();
            }
            repair(&mut bytes);
            match Document::take_in(victim.on.as_ref(), &[Change::from_bytes(bytes)]) {
                Ok(result) => {
                    taken += usize::from(result.applied == 1);
                    let Some(document) = result.document else {
                        continue;
                    };
                    still_works(&document, victim.on.as_ref(), &whole, round);
                }
                Err(error) => {
                    refused += 1;
                    panicked += usize::from(error == crate::document::CannotTakeIn::Panicked);
                }
            }
        }
        assert_eq!(victim.on.as_ref().map(Document::save), saved);
    }
    println!("taken {taken}, refused {refused} of which panicked {panicked}");
    assert!(
        taken > 100 && refused > 1_000,
        "taken {taken}, refused {refused}"
    );
}

/// What was accepted loads, and its colleagues can go on writing in it.
fn still_works(document: &Document, before: Option<&Document>, whole: &Document, round: usize) {
    let mut loaded = Document::load(&document.save()).unwrap();
    assert_eq!(loaded.version(), document.version(), "round {round}");
    let base = loaded.version();
    let kind = loaded.kind();
    if kind != whole.kind() {
        return;
    }
    let written = if kind == crate::document::DocumentKind::Summary {
        let edit = SummaryEdit {
            text: Some("Nieuwe woorden.".into()),
        };
        summary::edit(&mut loaded, &base, edit, &author(3), NOW).map(|_| ())
    } else {
        let edit = ContactMomentEdit {
            text: Some("Nieuwe woorden.".into()),
            ..Default::default()
        };
        let written = contact_moment::edit(&mut loaded, &base, edit, &author(3), NOW).map(|_| ());
        assert_eq!(
            read(&loaded).text.as_str(),
            "Nieuwe woorden.",
            "round {round}"
        );
        written
    };
    assert_eq!(written, Ok(()), "round {round}");
    let Some(before) = before.filter(|before| before.kind() == kind) else {
        return;
    };
    // Also a colleague whose form is still open on the version before the broken change.
    let (base, mut late) = (before.version(), document.clone());
    let written = if kind == crate::document::DocumentKind::Summary {
        let edit = SummaryEdit {
            text: Some("Late woorden.".into()),
        };
        summary::edit(&mut late, &base, edit, &author(4), NOW).map(|_| ())
    } else {
        let edit = ContactMomentEdit {
            text: Some("Late woorden.".into()),
            ..Default::default()
        };
        contact_moment::edit(&mut late, &base, edit, &author(4), NOW).map(|_| ())
    };
    assert_eq!(written, Ok(()), "round {round}, on the version before");
}
