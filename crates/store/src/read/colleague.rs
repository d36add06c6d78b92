//! Colleagues.

use super::{member, version};
use crate::columns::id;
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Personal, Role, Version};
use nabij_protocol::id::MemberId;

/// A colleague.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColleagueRow {
    /// The document that says so.
    pub id: Id,
    /// Which member it is about.
    pub member: MemberId,
    /// The name.
    pub name: Personal,
    /// The role.
    pub role: Role,
    /// The version that this shows.
    pub version: Version,
}

impl Store {
    /// The colleagues, by name. One row per member; should two documents be about one, the same is taken
    /// everywhere.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn colleagues(&self) -> Result<Vec<ColleagueRow>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT c.id, c.member, c.name, c.role, d.version
                 FROM colleague c JOIN document d ON d.num = c.document
                 WHERE c.id = (SELECT min(o.id) FROM colleague o WHERE o.member = c.member)
                 ORDER BY c.name COLLATE NOCASE, c.member",
            )?;
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push(ColleagueRow {
                    id: id(row, "id")?,
                    member: member(row, "member")?,
                    name: Personal::from(row.get::<_, String>("name")?),
                    role: Role::parse(&row.get::<_, String>("role")?),
                    version: version(row)?,
                });
            }
            Ok(found)
        })
    }
}
