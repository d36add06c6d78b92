//! What an import made, and what must not be taken in twice.

use crate::columns::{id, millis};
use crate::error::{Error, damaged};
use crate::store::Store;
use nabij_domain::{Id, Millis};
use nabij_protocol::id::{MemberId, SpaceId};
use rusqlite::{Row, params};

/// One import, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportRow {
    /// Which.
    pub import: Id,
    /// When it was carried out.
    pub at: Millis,
    /// How many cases it opened.
    pub cases: u32,
    /// How many contact moments it recorded.
    pub contact_moments: u32,
    /// How many persons it remembers.
    pub persons: u32,
    /// How many actions it wrote down.
    pub actions: u32,
    /// How many documents of it are not taken back.
    pub standing: u32,
}

/// Every document of any import.
const IMPORTED: &str = "
  SELECT document, import, 'case' AS what, opened_by AS by, opened_at AS at, withdrawn FROM case_row
    WHERE import IS NOT NULL
  UNION ALL
  SELECT document, import, 'contact_moment', recorded_by, recorded_at, withdrawn FROM contact_moment
    WHERE import IS NOT NULL
  UNION ALL
  SELECT document, import, 'person', recorded_by, recorded_at, withdrawn FROM person
    WHERE import IS NOT NULL
  UNION ALL
  SELECT document, import, 'action', recorded_by, recorded_at, withdrawn FROM action
    WHERE import IS NOT NULL";

/// Contact moments, notes and actions that lie in cases of an import, or are with persons of it, and are not of it.
const ADDED: &str = "
  WITH opened AS (SELECT space FROM case_row WHERE import = ?1)
  SELECT (SELECT count(*) FROM contact_moment WHERE space IN opened AND withdrawn = 0
           AND import IS NOT ?1)
       + (SELECT count(*) FROM case_note WHERE space IN opened AND withdrawn = 0)
       + (SELECT count(*) FROM action WHERE space IN opened AND withdrawn = 0 AND import IS NOT ?1)
       + (SELECT count(DISTINCT x.document) FROM contact_moment_person x
           JOIN contact_moment m ON m.document = x.document
           JOIN document d ON d.id = x.person JOIN person p ON p.document = d.num
           WHERE p.import = ?1 AND m.withdrawn = 0 AND m.import IS NOT ?1)";

impl Store {
    /// Whether the space has this contact moment, with this nickname if one is given. To the second: files
    /// know no smaller time.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn has_contact_moment(
        &self,
        space: &SpaceId,
        at: Millis,
        text: &str,
        nickname: Option<&str>,
    ) -> Result<bool, Error> {
        let second = at.0.saturating_sub(at.0.rem_euclid(1000));
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM contact_moment m
                   WHERE m.space = ?1 AND m.withdrawn = 0 AND m.at >= ?2 AND m.at < ?2 + 1000 AND m.text = ?3
                     AND (?4 IS NULL OR m.nickname = ?4 OR EXISTS (
                       SELECT 1 FROM contact_moment_person x
                         JOIN document d ON d.id = x.person JOIN person p ON p.document = d.num
                       WHERE x.document = m.document AND p.nickname = ?4)))",
            )?;
            Ok(statement.query_row(params![space.0, second, text, nickname], |row| row.get(0))?)
        })
    }

    /// Whether the space has this action.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn has_action(
        &self,
        space: &SpaceId,
        text: &str,
        due: Option<Millis>,
    ) -> Result<bool, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM action
                   WHERE space = ?1 AND withdrawn = 0 AND text = ?2 AND due IS ?3)",
            )?;
            let due = due.map(|due| due.0);
            Ok(statement.query_row(params![space.0, text, due], |row| row.get(0))?)
        })
    }

    /// The imports that `by` carried out, the newest first.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn imports(&self, by: &MemberId) -> Result<Vec<ImportRow>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(&format!(
                "SELECT import, min(at) AS at, sum(what = 'case') AS cases,
                   sum(what = 'contact_moment') AS contact_moments, sum(what = 'person') AS persons,
                   sum(what = 'action') AS actions, sum(withdrawn = 0) AS standing
                 FROM ({IMPORTED}) WHERE by = ?1 GROUP BY import ORDER BY min(at) DESC, import"
            ))?;
            let rows = statement.query_map([&by.0], from)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Every document of an import, also those taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn import_documents(&self, import: Id) -> Result<Vec<Id>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(&format!(
                "SELECT d.id FROM ({IMPORTED}) JOIN document d ON d.num = document
                 WHERE import = ?1 ORDER BY d.num"
            ))?;
            let ids = statement.query_map([&import.0], |row| id(row, "id"))?;
            Ok(ids.collect::<Result<_, _>>()?)
        })
    }

    /// How many documents of an import have more than so many changes.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn import_changed(&self, import: Id, changes: u32) -> Result<u32, Error> {
        self.count(
            &format!(
                "SELECT count(*) FROM ({IMPORTED}) JOIN document d ON d.num = document
                 WHERE import = ?1 AND d.changes > ?2"
            ),
            params![import.0, changes],
        )
    }

    /// How much lies in the cases of an import that is not of it, without what was taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn import_added(&self, import: Id) -> Result<u32, Error> {
        self.count(ADDED, params![import.0])
    }

    fn count(&self, sql: &str, params: impl rusqlite::Params) -> Result<u32, Error> {
        let count: i64 = self.read(|connection| {
            Ok(connection
                .prepare_cached(sql)?
                .query_row(params, |row| row.get(0))?)
        })?;
        u32::try_from(count).map_err(damaged)
    }
}

fn from(row: &Row<'_>) -> rusqlite::Result<ImportRow> {
    Ok(ImportRow {
        import: id(row, "import")?,
        at: millis(row, "at")?,
        cases: row.get("cases")?,
        contact_moments: row.get("contact_moments")?,
        persons: row.get("persons")?,
        actions: row.get("actions")?,
        standing: row.get("standing")?,
    })
}
