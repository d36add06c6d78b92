//! Documents themselves, for editing.

use crate::error::{Error, damaged};
use crate::store::Store;
use nabij_domain::{Document, Id};
use nabij_protocol::id::SpaceId;
use rusqlite::OptionalExtension;

impl Store {
    /// A document with everything that has been taken in, and the space it lies in.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn document(&self, id: Id) -> Result<Option<(SpaceId, Document)>, Error> {
        let found = self.glance(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT space, saved FROM document WHERE id = ?1")?;
            let row = statement
                .query_row([&id.0], |row| {
                    Ok((SpaceId(row.get(0)?), row.get::<_, Vec<u8>>(1)?))
                })
                .optional()?;
            Ok(row)
        })?;
        match found {
            Some((space, saved)) => Ok(Some((space, Document::load(&saved).map_err(damaged)?))),
            None => Ok(None),
        }
    }
}
