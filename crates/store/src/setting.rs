//! Settings of this vault, by name.

use crate::error::Error;
use crate::store::Store;
use rusqlite::{OptionalExtension, Transaction, params};

impl Store {
    /// The setting with this name.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn setting(&self, name: &str) -> Result<Option<String>, Error> {
        self.glance(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
            Ok(statement.query_row([name], |row| row.get(0)).optional()?)
        })
    }

    /// Keeps a setting; `None` removes it. On the disk when this returns.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn set_setting(&self, name: &str, value: Option<&str>) -> Result<(), Error> {
        self.set_settings(&[(name, value)])
    }

    /// Keeps several settings, all or none.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn set_settings(&self, settings: &[(&str, Option<&str>)]) -> Result<(), Error> {
        self.write(|tx| put(tx, settings))
    }
}

pub(crate) fn put(tx: &Transaction<'_>, settings: &[(&str, Option<&str>)]) -> Result<(), Error> {
    for (name, value) in settings {
        match value {
            Some(value) => tx.execute(
                "INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)",
                params![name, value],
            )?,
            None => tx.execute("DELETE FROM setting WHERE name = ?1", [name])?,
        };
    }
    Ok(())
}
