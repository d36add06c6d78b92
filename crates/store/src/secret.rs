//! Keys and other secrets, by name. They lie in the encrypted file and nowhere else.

use crate::error::Error;
use crate::store::Store;
use rusqlite::{OptionalExtension, params};
use zeroize::Zeroizing;

/// The bytes of a secret, wiped from memory when dropped.
pub type Secret = Zeroizing<Vec<u8>>;

impl Store {
    /// The secret with this name.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn secret(&self, name: &str) -> Result<Option<Secret>, Error> {
        self.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT value FROM secret WHERE name = ?1")?;
            Ok(statement
                .query_row([name], |row| row.get(0).map(Zeroizing::new))
                .optional()?)
        })
    }

    /// All secrets whose names begin with `prefix`, by name.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn secrets(&self, prefix: &str) -> Result<Vec<(String, Secret)>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT name, value FROM secret WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name",
            )?;
            let rows =
                statement.query_map([prefix], |row| Ok((row.get(0)?, row.get(1).map(Zeroizing::new)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Keeps secrets, each in place of an earlier one with its name, all or none. On the disk when this
    /// returns.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn keep_secrets(&self, secrets: &[(&str, &[u8])]) -> Result<(), Error> {
        self.write(|tx| {
            let mut statement =
                tx.prepare_cached("INSERT OR REPLACE INTO secret (name, value) VALUES (?1, ?2)")?;
            for (name, value) in secrets {
                statement.execute(params![name, value])?;
            }
            Ok(())
        })
    }

    /// Destroys secrets, all or none; their bytes are overwritten in the file.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn forget_secrets(&self, names: &[&str]) -> Result<(), Error> {
        self.write(|tx| {
            for name in names {
                tx.execute("DELETE FROM secret WHERE name = ?1", [name])?;
            }
            Ok(())
        })
    }
}
