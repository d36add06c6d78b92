//! From a document to the rows that are read: one file per kind. The same for what comes in and for a
//! rebuild.

mod action;
mod case;
mod case_note;
mod colleague;
mod contact_moment;
mod difference;
mod group;
mod handover;
mod handover_reading;
mod missed_check_in;
mod person;
mod person_merge;
mod place;
mod round;
mod shift;
mod stop;
mod summary;
mod team;

use crate::error::Error;
use nabij_domain::{Document, DocumentKind};
use nabij_protocol::id::{DocumentId, SpaceId};
use rusqlite::Transaction;

/// Where a document stands.
#[derive(Clone, Copy)]
struct Of {
    /// Its row in `document`.
    num: i64,
    /// Its id.
    id: DocumentId,
    /// The space it lies in.
    space: SpaceId,
}

/// Tables that can hold several rows of one document.
const ROWS_OF_DOCUMENTS: [&str; 3] = ["difference", "contact_moment_person", "handover_line"];

/// Replaces the rows of the document. `former`: the kind under which it stood until now.
pub(crate) fn project(
    tx: &Transaction<'_>,
    num: i64,
    id: DocumentId,
    space: SpaceId,
    former: Option<DocumentKind>,
    document: &Document,
) -> Result<(), Error> {
    if let Some(former) = former {
        tx.prepare_cached(&format!(
            "DELETE FROM {} WHERE document = ?1",
            table(former)
        ))?
        .execute([num])?;
        for table in ROWS_OF_DOCUMENTS {
            tx.prepare_cached(&format!("DELETE FROM {table} WHERE document = ?1"))?
                .execute([num])?;
        }
    }
    let of = Of { num, id, space };
    match document.kind() {
        DocumentKind::Case => case::project(tx, of, document),
        DocumentKind::ContactMoment => contact_moment::project(tx, of, document),
        DocumentKind::CaseNote => case_note::project(tx, of, document),
        DocumentKind::Summary => summary::project(tx, of, document),
        DocumentKind::Colleague => colleague::project(tx, of, document),
        DocumentKind::Team => team::project(tx, of, document),
        DocumentKind::Place => place::project(tx, of, document),
        DocumentKind::Group => group::project(tx, of, document),
        DocumentKind::Shift => shift::project(tx, of, document),
        DocumentKind::Round => round::project(tx, of, document),
        DocumentKind::Stop => stop::project(tx, of, document),
        DocumentKind::Person => person::project(tx, of, document),
        DocumentKind::PersonMerge => person_merge::project(tx, of, document),
        DocumentKind::Action => action::project(tx, of, document),
        DocumentKind::Handover => handover::project(tx, of, document),
        DocumentKind::HandoverReading => handover_reading::project(tx, of, document),
        DocumentKind::MissedCheckIn => missed_check_in::project(tx, of, document),
    }
}

fn table(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Case => "case_row",
        DocumentKind::ContactMoment => "contact_moment",
        DocumentKind::CaseNote => "case_note",
        DocumentKind::Summary => "summary",
        DocumentKind::Colleague => "colleague",
        DocumentKind::Team => "team",
        DocumentKind::Place => "place",
        DocumentKind::Group => "street_group",
        DocumentKind::Shift => "shift",
        DocumentKind::Round => "round",
        DocumentKind::Stop => "stop",
        DocumentKind::Person => "person",
        DocumentKind::PersonMerge => "person_merge",
        DocumentKind::Action => "action",
        DocumentKind::Handover => "handover",
        DocumentKind::HandoverReading => "handover_reading",
        DocumentKind::MissedCheckIn => "missed_check_in",
    }
}
