//! Making and opening the file. An existing file is never overwritten, and nothing is written into a file
//! before it has shown to be ours and not newer than we are.

use crate::error::Error;
use crate::migrate;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;
use zeroize::Zeroizing;

/// Why a file was not opened or made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The key does not open it, or its beginning is damaged: with an encrypted file, nobody can tell which.
    #[error("the file cannot be read with this key")]
    Unreadable,
    /// Not a file of ours.
    #[error("this is not a file of Nabij")]
    Foreign,
    /// Ours, but its inside is broken.
    #[error("the file is damaged")]
    Damaged,
    /// Written by a newer version; left alone.
    #[error("the file has format {found}, this version knows {known}")]
    Newer {
        /// The format of the file.
        found: i64,
        /// The newest format known here.
        known: i64,
    },
    /// The file or its folder cannot be written.
    #[error("the file cannot be written")]
    ReadOnly,
    /// Another process holds it.
    #[error("the file is in use")]
    InUse,
    /// No room left on the disk.
    #[error("the disk is full")]
    Full,
    /// A file stands there already; it is left alone.
    #[error("there is a file already")]
    AlreadyExists,
    /// The file system answered with this.
    #[error("the file system answered: {0}")]
    Io(io::ErrorKind),
    /// Anything else, with SQLite's extended result code.
    #[error("the database answered with code {0}")]
    Database(i32),
}

impl From<Error> for OpenError {
    fn from(error: Error) -> Self {
        match error {
            Error::Full => OpenError::Full,
            Error::ReadOnly => OpenError::ReadOnly,
            Error::Busy => OpenError::InUse,
            Error::Database(code) => OpenError::Database(code),
            _ => OpenError::Damaged,
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => OpenError::Unreadable,
            // A write-ahead log cannot be made beside a file in a folder that cannot be written.
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => OpenError::ReadOnly,
            _ => Error::from(error).into(),
        }
    }
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::AlreadyExists => OpenError::AlreadyExists,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                OpenError::ReadOnly
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => OpenError::Full,
            kind => OpenError::Io(kind),
        }
    }
}

/// Makes a new file beside its final place and moves it there once it is whole, so that a kill leaves
/// either nothing or a file that opens.
pub(crate) fn create(path: &Path, key: &[u8; 32]) -> Result<(), OpenError> {
    if path.symlink_metadata().is_ok() {
        return Err(OpenError::AlreadyExists);
    }
    let unfinished = beside(path, "-unfinished");
    for leftover in [
        unfinished.clone(),
        beside(&unfinished, "-wal"),
        beside(&unfinished, "-shm"),
    ] {
        match fs::remove_file(leftover) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    private_file(&unfinished)?;
    let mut connection = connect(&unfinished, key, false)?;
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    migrate::log(&tx, 0)?;
    migrate::read_model(&tx)?;
    tx.commit()?;
    // Closing the only connection moves everything into the one file.
    connection.close().map_err(|(_, error)| error)?;
    if path.symlink_metadata().is_ok() {
        return Err(OpenError::AlreadyExists);
    }
    File::open(&unfinished)?.sync_all()?;
    fs::rename(&unfinished, path)?;
    sync_folder(path)
}

/// Opens an existing file for writing, brings its schema up to date and leaves it ready.
pub(crate) fn open(path: &Path, key: &[u8; 32]) -> Result<Connection, OpenError> {
    refuse_foreign(path)?;
    let mut connection = connect(path, key, false)?;
    let application: i32 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != migrate::APPLICATION {
        return Err(OpenError::Foreign);
    }
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > migrate::known() {
        return Err(OpenError::Newer {
            found,
            known: migrate::known(),
        });
    }
    if connection.is_readonly("main")? {
        return Err(OpenError::ReadOnly);
    }
    // Only now is anything written.
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if !mode.eq_ignore_ascii_case("wal") {
        return Err(OpenError::ReadOnly);
    }
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    migrate::log(&tx, found)?;
    migrate::read_model(&tx)?;
    tx.commit()?;
    Ok(connection)
}

/// A connection that can only read, to a file that [`open`] accepted.
pub(crate) fn reader(path: &Path, key: &[u8; 32]) -> Result<Connection, OpenError> {
    connect(path, key, true)
}

fn connect(path: &Path, key: &[u8; 32], reads_only: bool) -> Result<Connection, OpenError> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.set_prepared_statement_cache_capacity(128);
    // SQLCipher writes to standard error by itself; what it has to say comes back as an error too.
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    connection.execute_batch(&key_pragma(key))?;
    connection.execute_batch("PRAGMA cipher_page_size = 4096; PRAGMA temp_store = MEMORY;")?;
    connection.busy_timeout(Duration::from_secs(2))?;
    // The first statement that reads: only now does the key show to fit.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    })?;
    connection.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF; PRAGMA cache_size = -16000;",
    )?;
    if reads_only {
        connection.execute_batch("PRAGMA query_only = ON;")?;
    }
    Ok(connection)
}

fn key_pragma(key: &[u8; 32]) -> Zeroizing<String> {
    let mut pragma = Zeroizing::new(String::with_capacity(96));
    pragma.push_str("PRAGMA key = \"x'");
    for byte in key {
        for half in [byte >> 4, byte & 15] {
            pragma.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
    }
    pragma.push_str("'\"");
    pragma
}

/// An unencrypted database says so in its first bytes; an empty file is nobody's.
fn refuse_foreign(path: &Path) -> Result<(), OpenError> {
    let mut start = Vec::with_capacity(16);
    File::open(path)?.take(16).read_to_end(&mut start)?;
    if start.is_empty() || start == b"SQLite format 3\0" {
        return Err(OpenError::Foreign);
    }
    Ok(())
}

fn private_file(path: &Path) -> Result<(), OpenError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?;
    Ok(())
}

/// Makes the rename itself durable, where folders can be synced.
fn sync_folder(path: &Path) -> Result<(), OpenError> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
