//! From a document to the rows that are read: one file per kind. The same for what comes in and for a
//! rebuild.

mod case;
mod case_note;
mod colleague;
mod contact_moment;
mod difference;
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
        tx.prepare_cached("DELETE FROM difference WHERE document = ?1")?
            .execute([num])?;
    }
    let of = Of { num, id, space };
    match document.kind() {
        DocumentKind::Case => case::project(tx, of, document),
        DocumentKind::ContactMoment => contact_moment::project(tx, of, document),
        DocumentKind::CaseNote => case_note::project(tx, of, document),
        DocumentKind::Summary => summary::project(tx, of, document),
        DocumentKind::Colleague => colleague::project(tx, of, document),
        DocumentKind::Team => team::project(tx, of, document),
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
    }
}
