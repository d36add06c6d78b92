//! The team.

use super::version;
use crate::columns::id;
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Personal, Version};

/// The team's own document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamRow {
    /// The document.
    pub id: Id,
    /// What the team is called.
    pub name: Personal,
    /// The version that this shows.
    pub version: Version,
}

impl Store {
    /// The team's own document; should there be more than one, the same is taken everywhere.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn team_row(&self) -> Result<Option<TeamRow>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT t.id, t.name, d.version FROM team t JOIN document d ON d.num = t.document
                 ORDER BY t.id LIMIT 1",
            )?;
            let mut rows = statement.query([])?;
            let Some(row) = rows.next()? else {
                return Ok(None);
            };
            Ok(Some(TeamRow {
                id: id(row, "id")?,
                name: Personal::from(row.get::<_, String>("name")?),
                version: version(row)?,
            }))
        })
    }

    /// What the team is called.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn team_name(&self) -> Result<Option<Personal>, Error> {
        Ok(self.team_row()?.map(|team| team.name))
    }
}
