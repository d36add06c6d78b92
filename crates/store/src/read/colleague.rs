//! Colleagues.

use super::version;
use crate::columns::{id, space};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Personal, Role, Version};
use nabij_protocol::id::SpaceId;

/// A colleague.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColleagueRow {
    /// The document that says so.
    pub id: Id,
    /// The space it lies in.
    pub space: SpaceId,
    /// Which member it is about.
    pub member: Id,
    /// The name.
    pub name: Personal,
    /// The role.
    pub role: Role,
    /// The version that this shows.
    pub version: Version,
}

impl Store {
    /// The colleagues that are described in a space (the team's), by name. One row per member; should two
    /// documents be about one, the same is taken everywhere.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn colleagues(&self, team_space: &SpaceId) -> Result<Vec<ColleagueRow>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT c.id, c.space, c.member, c.name, c.role, d.version
                 FROM colleague c JOIN document d ON d.num = c.document
                 WHERE c.space = ?1 AND c.id =
                   (SELECT min(o.id) FROM colleague o WHERE o.space = c.space AND o.member = c.member)
                 ORDER BY c.name COLLATE NOCASE, c.member",
            )?;
            let mut rows = statement.query([&team_space.0])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push(ColleagueRow {
                    id: id(row, "id")?,
                    space: space(row, "space")?,
                    member: id(row, "member")?,
                    name: Personal::from(row.get::<_, String>("name")?),
                    role: Role::parse(&row.get::<_, String>("role")?),
                    version: version(row)?,
                });
            }
            Ok(found)
        })
    }
}
