//! Every saved edit of a document, with who made it.

use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Document, Id, Millis, Version};
use nabij_protocol::id::MemberId;
use rusqlite::OptionalExtension;

/// One saved edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionRow {
    /// The version that it made.
    pub version: Version,
    /// Who made it; `None`: nobody this laptop knows.
    pub by: Option<MemberId>,
    /// When, as its author claimed.
    pub at: Millis,
}

impl Store {
    /// Every saved edit of this document, oldest first.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn editions(&self, id: Id, document: &Document) -> Result<Vec<EditionRow>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT a.member FROM actor a JOIN document_actor x ON x.actor = a.actor
                   JOIN document d ON d.num = x.document WHERE d.id = ?1 AND a.actor = ?2",
            )?;
            let mut found = Vec::new();
            for edition in document.editions() {
                let by = statement
                    .query_row((&id.0, &edition.actor), |row| row.get(0).map(MemberId))
                    .optional()?;
                found.push(EditionRow {
                    version: edition.version,
                    by,
                    at: edition.at,
                });
            }
            Ok(found)
        })
    }
}
