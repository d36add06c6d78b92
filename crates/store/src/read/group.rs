//! Groups on the street: one row a name, however many laptops added it while apart.

use super::by_name::{Named, one_a_name};
use super::{DifferenceRow, difference, member, shared, version};
use crate::columns::{id, millis, number_from, optional_id, optional_millis, optional_personal};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Millis, Personal, Version};
use nabij_protocol::id::MemberId;
use rusqlite::{Connection, Row};

/// A group as the team's list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// The oldest document of this name: the one to refer to from now on.
    pub id: Id,
    /// All documents of this name that were not taken back, the oldest first.
    pub ids: Vec<Id>,
    /// What colleagues call it, as the oldest document has it.
    pub name: Personal,
    /// The place where it is usually met, of the oldest document that says one.
    pub place: Option<Id>,
    /// What that place is called, when its document is here.
    pub place_name: Option<Personal>,
    /// What colleagues should know of it: the texts of all documents, the oldest first.
    pub text: Option<Personal>,
    /// Who added it first.
    pub by: MemberId,
    /// When it was first added.
    pub recorded_at: Millis,
    /// At how many stops it was met.
    pub stops: u64,
    /// When the newest of them was.
    pub last_at: Option<Millis>,
    /// The version of the oldest document that this shows.
    pub version: Version,
    /// Whether the hub has every change that this laptop made to any of the documents.
    pub shared: bool,
    /// Fields colleagues filled in differently, in the oldest document.
    pub differences: Vec<DifferenceRow>,
}

/// The oldest first: the same order on every laptop.
const SELECT: &str = "SELECT d.num, d.id, d.version, g.name, g.place, p.name AS place_name, g.text,
    g.recorded_by, g.recorded_at,
    (SELECT count(*) FROM stop s WHERE s.in_group = d.id AND s.withdrawn = 0) AS stops,
    (SELECT max(s.at) FROM stop s WHERE s.in_group = d.id AND s.withdrawn = 0) AS last_at,
    EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM street_group g JOIN document d ON d.num = g.document
    LEFT JOIN document pd ON pd.id = g.place LEFT JOIN place p ON p.document = pd.num
  WHERE g.withdrawn = 0 ORDER BY g.recorded_at, d.id";

impl Store {
    /// The team's groups by name, one row for each name: see [`nabij_domain::name_key`].
    ///
    /// # Errors
    /// Faults of the file.
    pub fn groups(&self) -> Result<Vec<GroupRow>, Error> {
        self.read(|connection| one_a_name(connection, SELECT, from))
    }
}

impl Named for GroupRow {
    fn named(&self) -> (Id, &Personal) {
        (self.id, &self.name)
    }

    fn join(&mut self, younger: GroupRow) {
        self.ids.extend(younger.ids);
        self.stops += younger.stops;
        self.last_at = self.last_at.max(younger.last_at);
        self.shared &= younger.shared;
        if self.place.is_none() {
            self.place = younger.place;
            self.place_name = younger.place_name;
        }
        self.text = match (self.text.take(), younger.text) {
            (Some(one), Some(other)) if one != other => {
                Some(format!("{}\n{}", one.as_str(), other.as_str()).into())
            }
            (one, other) => one.or(other),
        };
    }
}

fn from(connection: &Connection, row: &Row<'_>) -> Result<GroupRow, Error> {
    let id = id(row, "id")?;
    Ok(GroupRow {
        id,
        ids: vec![id],
        name: Personal::from(row.get::<_, String>("name")?),
        place: optional_id(row, "place")?,
        place_name: optional_personal(row, "place_name")?,
        text: optional_personal(row, "text")?,
        by: member(row, "recorded_by")?,
        recorded_at: millis(row, "recorded_at")?,
        stops: number_from(row.get("stops")?)?,
        last_at: optional_millis(row, "last_at")?,
        version: version(row)?,
        shared: shared(row)?,
        differences: difference::of(connection, row.get("num")?)?,
    })
}
