//! What has to be known of documents and logs that are carried from hand to hand.

use super::kind;
use crate::columns::{log_from, number_from, optional_personal, scope_from, space};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{DocumentKind, Personal};
use nabij_protocol::id::{DocumentId, SigningPublic, SpaceId};
use nabij_protocol::vector::Vectors;
use std::collections::BTreeMap;

/// A document that can be read here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedRow {
    /// What it is.
    pub kind: DocumentKind,
    /// The space it lies in.
    pub space: SpaceId,
    /// The case of that space, when its document is here.
    pub case_name: Option<Personal>,
}

impl Store {
    /// Those of these documents that can be read here.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn carried<'a>(
        &self,
        documents: impl IntoIterator<Item = &'a DocumentId>,
    ) -> Result<BTreeMap<DocumentId, CarriedRow>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT d.kind, d.space, c.name AS case_name FROM document d
                   LEFT JOIN case_of_space c ON c.space = d.space WHERE d.id = ?1",
            )?;
            let mut found = BTreeMap::new();
            for document in documents {
                let mut rows = statement.query([&document.0])?;
                if let Some(row) = rows.next()? {
                    let carried = CarriedRow {
                        kind: kind(row)?,
                        space: space(row, "space")?,
                        case_name: optional_personal(row, "case_name")?,
                    };
                    found.insert(*document, carried);
                }
            }
            Ok(found)
        })
    }

    /// Up to which number of each log this signer has stated to hold the same entries as are here.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn confirmed_by(&self, signer: &SigningPublic) -> Result<Vectors, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT l.scope_kind, l.space, l.device, l.incarnation, r.number
                 FROM receipt r JOIN log l ON l.id = r.log WHERE r.signer = ?1",
            )?;
            let mut rows = statement.query([&signer.0])?;
            let mut vectors = Vectors::default();
            while let Some(row) = rows.next()? {
                let scope = scope_from(row.get(0)?, row.get(1)?)?;
                let log = log_from(row.get(2)?, row.get(3)?);
                vectors.raise(scope, log, number_from(row.get(4)?)?);
            }
            Ok(vectors)
        })
    }
}
