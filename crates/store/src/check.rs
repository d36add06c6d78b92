//! Looking whether the file is whole.

use crate::columns::number_from;
use crate::error::Error;
use crate::log::{content_from, place_from};
use crate::opening::OpenError;
use crate::store::Store;
use crate::{meta, search};
use nabij_protocol::entry::entry_hash;
use nabij_protocol::id::Hash;
use rusqlite::Connection;

/// What a check found. All zero and `search_intact` true is a sound file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// Pages whose seal does not hold, and faults in the structure of the database.
    pub damaged_pages: u64,
    /// Logs of which an entry does not follow from the one before, or is missing.
    pub broken_logs: u64,
    /// Whether the search index says the same as the text.
    pub search_intact: bool,
    /// Entries in quarantine.
    pub quarantined: u64,
    /// Changes that wait for a key or for their predecessors.
    pub waiting: u64,
}

impl Store {
    /// Reads the whole file and checks it. Slow; changes nothing.
    ///
    /// # Errors
    /// Faults that keep the check itself from working.
    pub fn check(&self) -> Result<Checked, Error> {
        // SQLCipher's check can leave its connection unusable, so it gets its own.
        let faults = match self.fresh_connection() {
            Ok(connection) => {
                faults(&connection, "PRAGMA cipher_integrity_check")?
                    + faults(&connection, "PRAGMA integrity_check")?
            }
            Err(OpenError::Unreadable | OpenError::Damaged) => 1,
            Err(OpenError::Full) => return Err(Error::Full),
            Err(OpenError::InUse) => return Err(Error::Busy),
            Err(_) => return Err(Error::ReadOnly),
        };
        let search = self.write(|tx| search::is_sound(tx))?;
        self.read(|connection| {
            let count = |table: &str| -> Result<u64, Error> {
                let query = format!("SELECT count(*) FROM {table}");
                number_from(connection.query_row(&query, [], |row| row.get(0))?)
            };
            Ok(Checked {
                damaged_pages: faults,
                broken_logs: broken_logs(connection)?,
                search_intact: search,
                quarantined: count("quarantine")?,
                waiting: count("waiting")?,
            })
        })
    }
}

/// How many complaints a check answers with, one a row.
fn faults(connection: &Connection, check: &str) -> Result<u64, Error> {
    let mut statement = connection.prepare(check)?;
    let mut rows = statement.query([])?;
    let mut faults = 0;
    loop {
        match rows.next().map_err(Error::from) {
            Ok(Some(row)) => {
                if row.get::<_, String>(0).map_or(true, |line| line != "ok") {
                    faults += 1;
                }
            }
            Ok(None) => return Ok(faults),
            Err(Error::Damaged) => return Ok(faults + 1),
            Err(other) => return Err(other),
        }
    }
}

/// Follows the chain of every log from its first entry to its head.
fn broken_logs(connection: &Connection) -> Result<u64, Error> {
    let Some(team) = meta::team(connection)? else {
        return Ok(0);
    };
    let mut logs = connection.prepare("SELECT id, hash FROM log")?;
    let mut logs = logs.query([])?;
    let mut entries = connection.prepare(&format!(
        "SELECT l.scope_kind, l.space, l.device, l.incarnation, e.number, e.hash, {}
         FROM entry e JOIN log l ON l.id = e.log LEFT JOIN document_key k ON k.id = e.document_key
         WHERE e.log = ?1 ORDER BY e.number",
        crate::log::CONTENT
    ))?;
    let mut broken = 0;
    while let Some(log) = logs.next()? {
        let head = Hash(log.get("hash")?);
        let mut rows = entries.query([log.get::<_, i64>("id")?])?;
        let (mut previous, mut expected, mut whole) = (Hash::ZERO, 0_u64, true);
        while let Some(row) = rows.next()? {
            expected += 1;
            let place = place_from(team, row)?;
            let hash = entry_hash(&place, &previous, &content_from(row)?);
            whole &= place.number == expected && row.get::<_, [u8; 32]>("hash")? == hash.0;
            previous = hash;
        }
        if !whole || previous != head {
            broken += 1;
        }
    }
    Ok(broken)
}
