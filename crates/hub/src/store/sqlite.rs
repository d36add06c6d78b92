//! SQLite: one file, one connection, one hub.

mod file;

pub(crate) use file::make_private;

use super::sql::columns::{Columns, Value};
use super::sql::{Database, Sql};
use super::{Ear, News};
use crate::HubError;
use nabij_protocol::id::TeamId;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Row, ToSql, params_from_iter};
use std::path::Path;

/// A connection to the file.
pub(crate) struct Sqlite {
    connection: Connection,
}

/// Opens the database in `data`, making folder and file where they are not there yet.
///
/// # Errors
/// [`HubError::DataFolder`], [`HubError::ForeignData`], [`HubError::NewerData`], [`HubError::Database`].
pub(super) fn open(data: &Path) -> Result<Sql<Sqlite>, HubError> {
    make_private(data)?;
    Ok(Sql {
        db: Sqlite {
            connection: file::open(&data.join("hub.db"))?,
        },
    })
}

/// Opens a backup to read it; it is not changed.
///
/// # Errors
/// [`HubError::BackupFile`], [`HubError::ForeignData`], [`HubError::NewerData`],
/// [`HubError::OlderBackup`], [`HubError::Database`].
pub(super) fn open_backup(file: &Path) -> Result<Sqlite, HubError> {
    Ok(Sqlite {
        connection: file::open_backup(file)?,
    })
}

/// Makes a new, empty hub database that only this user may read.
///
/// # Errors
/// [`HubError::BackupFile`], [`HubError::Database`].
pub(super) fn make_backup(file: &Path) -> Result<Sqlite, HubError> {
    file::make_file(file)?;
    Ok(Sqlite {
        connection: file::open(file)?,
    })
}

impl Sqlite {
    /// Moves everything from the write-ahead log into the file, and closes it as one file.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(super) fn finish(self) -> Result<(), HubError> {
        let mode = "PRAGMA journal_mode = DELETE";
        self.connection.query_row(mode, [], |_| Ok(()))?;
        self.connection.close().map_err(|(_, error)| error.into())
    }
}

impl Database for Sqlite {
    // Whoever writes has the whole file for the time of a transaction.
    const TURN: &'static str =
        "SELECT records, bytes, arrivals, receipts FROM team WHERE team = ?1";

    fn each(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        visit: &mut dyn FnMut(&dyn Columns) -> Result<(), HubError>,
    ) -> Result<(), HubError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            visit(row)?;
        }
        Ok(())
    }

    fn change(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<u64, HubError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.execute(params_from_iter(values))?;
        Ok(u64::try_from(rows).unwrap_or(u64::MAX))
    }

    fn begin(&mut self) -> Result<(), HubError> {
        Ok(self.connection.execute_batch("BEGIN IMMEDIATE")?)
    }

    fn freeze(&mut self) -> Result<(), HubError> {
        Ok(self.connection.execute_batch("BEGIN DEFERRED")?)
    }

    fn commit(&mut self) -> Result<(), HubError> {
        Ok(self.connection.execute_batch("COMMIT")?)
    }

    fn roll_back(&mut self) {
        // SQLite has ended it itself after some faults, such as a full disk.
        if !self.connection.is_autocommit() {
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }

    fn admission_turn(&mut self) -> Result<(), HubError> {
        Ok(())
    }

    fn tell(&mut self, _team: &TeamId, _news: News) -> Result<(), HubError> {
        Ok(())
    }

    fn ear(&self) -> Result<Option<Box<dyn Ear>>, HubError> {
        Ok(None)
    }

    fn limit_growth(&mut self, pages: Option<u32>) -> Result<(), HubError> {
        let limit = match pages {
            Some(pages) => {
                let count = |row: &Row<'_>| row.get::<_, u32>(0);
                let now = self.connection.query_row("PRAGMA page_count", [], count)?;
                now.saturating_add(pages)
            }
            None => u32::MAX - 1,
        };
        let sql = format!("PRAGMA max_page_count = {limit}");
        Ok(self.connection.query_row(&sql, [], |_| Ok(()))?)
    }

    fn settle(&mut self) -> Result<(), HubError> {
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        Ok(self.connection.query_row(sql, [], |_| Ok(()))?)
    }

    fn back_up(&mut self, target: &Path) -> Result<(), HubError> {
        file::make_file(target)?;
        let path = target
            .to_str()
            .ok_or(HubError::BackupFile(std::io::ErrorKind::InvalidFilename))?;
        // Reads one state of the file while others write on, and leaves out what was deleted.
        self.connection.execute("VACUUM INTO ?1", [path])?;
        file::sync(target)
    }

    fn renumber(&mut self) -> Result<(), HubError> {
        Ok(())
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Int(number) => ValueRef::Integer(*number),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
            Value::Null => ValueRef::Null,
        }))
    }
}

impl Columns for Row<'_> {
    fn int(&self, at: usize) -> Result<i64, HubError> {
        Ok(self.get(at)?)
    }

    fn maybe_bytes(&self, at: usize) -> Result<Option<Vec<u8>>, HubError> {
        Ok(self.get(at)?)
    }
}
