//! The layout is a promise for twenty years: these bytes may never change by accident.

use std::fmt::Write as _;

use automerge::{ROOT, ReadDoc};

use super::support::{NOW, author, conversation, receive};
use crate::document::{Change, Document};
use crate::id::Id;
use crate::{case, case_note, colleague, contact_moment, summary, team};

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
