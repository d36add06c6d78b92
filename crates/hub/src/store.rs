//! The hub's database: one SQLite file, one connection, a narrow list of questions.
//!
//! The file is not encrypted: what matters in it is sealed already by those who sent it. It is readable
//! by the hub's user only, because it holds the hub's own secret keys.

mod admission;
mod columns;
mod identity;
mod joins;
mod logs;
mod receipts;
#[cfg(test)]
mod tests;
mod writing;

pub(crate) use admission::{TOKEN_DAYS, Token};
pub(crate) use identity::Identity;
pub(crate) use writing::{Append, Writing};

use crate::HubError;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

/// "NbHb": marks the file as a hub's.
const APPLICATION_ID: i64 = 0x4e62_4862;
/// Every step of the schema, in order. `user_version` counts how many have been taken.
const MIGRATIONS: [&str; 2] = [
    include_str!("../migrations/0001_start.sql"),
    include_str!("../migrations/0002_receipts.sql"),
];

/// The open database.
pub(crate) struct Store {
    db: Connection,
}

impl Store {
    /// Opens the database in `data`, making folder and file where they are not there yet.
    ///
    /// # Errors
    /// [`HubError::DataFolder`], [`HubError::ForeignData`], [`HubError::NewerData`], [`HubError::Database`].
    pub(crate) fn open(data: &Path) -> Result<Store, HubError> {
        make_private(data)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut db = Connection::open_with_flags(data.join("hub.db"), flags).map_err(unusable)?;
        db.busy_timeout(Duration::from_secs(5))?;
        check_mark(&db)?;
        // Settings that are no part of the file are set at each opening. The first one that writes
        // finds out whether the folder is read-only.
        db.pragma_update(None, "journal_mode", "WAL")
            .map_err(unusable)?;
        db.pragma_update(None, "synchronous", "FULL")?;
        db.pragma_update(None, "foreign_keys", true)?;
        db.pragma_update(None, "secure_delete", true)?;
        migrate(&mut db)?;
        Ok(Store { db })
    }

    /// Asks the database a real question.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(crate) fn check(&self) -> Result<(), HubError> {
        self.db
            .query_row("SELECT count(*) FROM team", [], |row| row.get::<_, i64>(0))?;
        Ok(())
    }

    /// Begins to write; nothing is kept unless [`Writing::commit`] is called.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(crate) fn begin(&mut self) -> Result<Writing<'_>, HubError> {
        Ok(Writing::new(self.db.transaction_with_behavior(
            TransactionBehavior::Immediate,
        )?))
    }

    /// Moves everything from the write-ahead log into the file, so that a stopped hub is one file.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(crate) fn checkpoint(&self) -> Result<(), HubError> {
        self.db
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}

/// Makes the folder and an empty file that only this user may read, if they are not there.
pub(crate) fn make_private(data: &Path) -> Result<(), HubError> {
    let failed = |error: std::io::Error| HubError::DataFolder(error.kind());
    if !data.is_dir() {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(data).map_err(failed)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // SQLite gives the files that it puts beside this one the same permissions.
    options.open(data.join("hub.db")).map_err(failed)?;
    Ok(())
}

/// Refuses a file of another program before anything is written into it.
fn check_mark(db: &Connection) -> Result<(), HubError> {
    let foreign = |error: rusqlite::Error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => HubError::ForeignData,
        _ => unusable(error),
    };
    let mark: i64 = db
        .query_row("PRAGMA application_id", [], |row| row.get(0))
        .map_err(foreign)?;
    let tables: i64 = db
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(foreign)?;
    match (mark, tables) {
        (APPLICATION_ID, _) | (0, 0) => Ok(()),
        _ => Err(HubError::ForeignData),
    }
}

/// Takes the steps of the schema that the file has not taken yet, all in one transaction.
fn migrate(db: &mut Connection) -> Result<(), HubError> {
    let tx = db
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(unusable)?;
    let found: i64 = tx.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if found > known {
        return Err(HubError::NewerData { found, known });
    }
    for (version, step) in (1_i64..).zip(MIGRATIONS) {
        if version > found {
            tx.execute_batch(step)?;
            tx.pragma_update(None, "user_version", version)?;
        }
    }
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.commit().map_err(unusable)
}

/// An error at opening, told as a matter of the folder where it is one.
fn unusable(error: rusqlite::Error) -> HubError {
    use rusqlite::ErrorCode;
    match error.sqlite_error_code() {
        Some(ErrorCode::ReadOnly) => HubError::DataFolder(ErrorKind::ReadOnlyFilesystem),
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            HubError::DataFolder(ErrorKind::PermissionDenied)
        }
        Some(ErrorCode::DiskFull) => HubError::DataFolder(ErrorKind::StorageFull),
        _ => error.into(),
    }
}
