//! The team.

use super::version;
use crate::columns::id;
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Personal, Version};
use nabij_protocol::id::SpaceId;

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
    /// The team as it is described in a space (the team's); the same document everywhere.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn team_row(&self, team_space: &SpaceId) -> Result<Option<TeamRow>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT t.id, t.name, d.version FROM team t JOIN document d ON d.num = t.document
                 WHERE t.space = ?1 ORDER BY t.id LIMIT 1",
            )?;
            let mut rows = statement.query([&team_space.0])?;
            let Some(row) = rows.next()? else { return Ok(None) };
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
    pub fn team_name(&self, team_space: &SpaceId) -> Result<Option<Personal>, Error> {
        Ok(self.team_row(team_space)?.map(|team| team.name))
    }
}
