//! Places on the street: one row a name, however many laptops added it while apart.

use super::by_name::{Named, one_a_name};
use super::{DifferenceRow, difference, member, shared, version};
use crate::columns::{id, millis, number_from, optional_millis};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{Id, Millis, Personal, Version};
use nabij_protocol::id::MemberId;
use rusqlite::{Connection, Row};

/// A place as the team's list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    /// The oldest document of this name: the one to refer to from now on.
    pub id: Id,
    /// All documents of this name that were not taken back, the oldest first. What happened here refers to any of
    /// them.
    pub ids: Vec<Id>,
    /// What colleagues call it, as the oldest document has it.
    pub name: Personal,
    /// Who added it first.
    pub by: MemberId,
    /// When it was first added.
    pub recorded_at: Millis,
    /// How many stops were recorded here.
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
const SELECT: &str = "SELECT d.num, d.id, d.version, p.name, p.recorded_by, p.recorded_at,
    (SELECT count(*) FROM stop s WHERE s.place = d.id AND s.withdrawn = 0) AS stops,
    (SELECT max(s.at) FROM stop s WHERE s.place = d.id AND s.withdrawn = 0) AS last_at,
    EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM place p JOIN document d ON d.num = p.document
  WHERE p.withdrawn = 0 ORDER BY p.recorded_at, d.id";

impl Store {
    /// The team's places by name, one row for each name: see [`nabij_domain::name_key`].
    ///
    /// # Errors
    /// Faults of the file.
    pub fn places(&self) -> Result<Vec<PlaceRow>, Error> {
        self.read(|connection| one_a_name(connection, SELECT, from))
    }
}

impl Named for PlaceRow {
    fn named(&self) -> (Id, &Personal) {
        (self.id, &self.name)
    }

    fn join(&mut self, younger: PlaceRow) {
        self.ids.extend(younger.ids);
        self.stops += younger.stops;
        self.last_at = self.last_at.max(younger.last_at);
        self.shared &= younger.shared;
    }
}

fn from(connection: &Connection, row: &Row<'_>) -> Result<PlaceRow, Error> {
    let id = id(row, "id")?;
    Ok(PlaceRow {
        id,
        ids: vec![id],
        name: Personal::from(row.get::<_, String>("name")?),
        by: member(row, "recorded_by")?,
        recorded_at: millis(row, "recorded_at")?,
        stops: number_from(row.get("stops")?)?,
        last_at: optional_millis(row, "last_at")?,
        version: version(row)?,
        shared: shared(row)?,
        differences: difference::of(connection, row.get("num")?)?,
    })
}
