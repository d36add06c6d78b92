//! The file: private, marked as a hub's, and brought to this version's schema.

use crate::HubError;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

/// "NbHb": marks the file as a hub's.
const APPLICATION_ID: i64 = 0x4e62_4862;
/// Every step of the schema, in order. `user_version` counts how many have been taken.
const MIGRATIONS: [&str; 3] = [
    include_str!("../../../migrations/sqlite/0001_start.sql"),
    include_str!("../../../migrations/sqlite/0002_receipts.sql"),
    include_str!("../../../migrations/sqlite/0003_several_hubs.sql"),
];

/// Opens a file that is there, and takes the steps of the schema that it has not taken yet.
///
/// # Errors
/// [`HubError::DataFolder`], [`HubError::ForeignData`], [`HubError::NewerData`], [`HubError::Database`].
pub(super) fn open(file: &Path) -> Result<Connection, HubError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = Connection::open_with_flags(file, flags).map_err(unusable)?;
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
    Ok(db)
}

/// Opens a backup, to read it only.
///
/// # Errors
/// [`HubError::BackupFile`], [`HubError::ForeignData`], [`HubError::NewerData`],
/// [`HubError::OlderBackup`], [`HubError::Database`].
pub(super) fn open_backup(file: &Path) -> Result<Connection, HubError> {
    std::fs::File::open(file).map_err(|error| HubError::BackupFile(error.kind()))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(file, flags)?;
    let foreign = || HubError::ForeignBackup;
    check_mark(&db).map_err(|error| match error {
        HubError::ForeignData => foreign(),
        other => other,
    })?;
    let found: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let known = steps();
    match found {
        0 => Err(foreign()),
        found if found > known => Err(HubError::NewerData { found, known }),
        found if found < known => Err(HubError::OlderBackup),
        _ => Ok(db),
    }
}

/// Makes an empty file that is not there yet and that only this user may read.
///
/// # Errors
/// [`HubError::BackupFile`].
pub(super) fn make_file(file: &Path) -> Result<(), HubError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    private(&mut options);
    options
        .open(file)
        .map(drop)
        .map_err(|error| HubError::BackupFile(error.kind()))
}

/// Waits until a file is on the disk.
///
/// # Errors
/// [`HubError::BackupFile`].
pub(super) fn sync(file: &Path) -> Result<(), HubError> {
    std::fs::File::open(file)
        .and_then(|file| file.sync_all())
        .map_err(|error| HubError::BackupFile(error.kind()))
}

/// Makes the folder and an empty file that only this user may read, if they are not there.
///
/// # Errors
/// [`HubError::DataFolder`].
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
    private(&mut options);
    // SQLite gives the files that it puts beside this one the same permissions.
    options.open(data.join("hub.db")).map_err(failed)?;
    Ok(())
}

fn private(options: &mut std::fs::OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
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

fn steps() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Takes the steps of the schema that the file has not taken yet, all in one transaction.
fn migrate(db: &mut Connection) -> Result<(), HubError> {
    let tx = db
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(unusable)?;
    let found: i64 = tx.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let known = steps();
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
