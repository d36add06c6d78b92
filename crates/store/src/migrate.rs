//! The schema: the log's migrations, which only add, and the read model, which is thrown away and rebuilt.

use crate::error::Error;
use crate::meta;
use rusqlite::{Connection, Transaction};

/// Says that a file is ours: `PRAGMA application_id`, "NABJ".
pub(crate) const APPLICATION: i32 = 0x4E41_424A;
/// The number of the read model. Raise it with every change of `read_model.sql`, of a projection, and
/// whenever the domain learns to read something that it used to refuse.
pub(crate) const READ_MODEL: i64 = 8;

/// The log's migrations in order; the file's `PRAGMA user_version` counts them.
const MIGRATIONS: [&str; 4] = [
    include_str!("../migrations/log/0001_sealed_log.sql"),
    include_str!("../migrations/log/0002_findings.sql"),
    include_str!("../migrations/log/0003_ahead.sql"),
    include_str!("../migrations/log/0004_met.sql"),
];
const READ_MODEL_SQL: &str = include_str!("../migrations/read_model.sql");

/// What is not read model, and so never dropped.
const LOG_TABLES: [&str; 14] = [
    "ahead",
    "met",
    "stated",
    "finding",
    "meta",
    "log",
    "document_key",
    "entry",
    "unshared",
    "receipt",
    "signed_receipt",
    "secret",
    "setting",
    "draft",
];

/// The newest schema of the log known here: the format of a file, as `PRAGMA user_version` counts it.
pub const FORMAT_VERSION: u32 = MIGRATIONS.len() as u32;

/// The same as SQLite counts.
pub(crate) fn known() -> i64 {
    i64::from(FORMAT_VERSION)
}

/// Brings the log's schema from version `found` to the newest.
pub(crate) fn log(tx: &Transaction<'_>, found: i64) -> Result<(), Error> {
    for migration in MIGRATIONS
        .iter()
        .skip(found.try_into().unwrap_or(usize::MAX))
    {
        tx.execute_batch(migration)?;
    }
    if found < known() {
        tx.pragma_update(None, "application_id", APPLICATION)?;
        tx.pragma_update(None, "user_version", known())?;
    }
    Ok(())
}

/// Makes the read model anew and empty when it is not of this version, and notes that it must be rebuilt
/// unless the log is empty too.
pub(crate) fn read_model(tx: &Transaction<'_>) -> Result<(), Error> {
    if meta::number(tx, meta::READ_MODEL)? == Some(READ_MODEL) {
        return Ok(());
    }
    empty_read_model(tx)?;
    let log_is_empty: bool =
        tx.query_row("SELECT NOT EXISTS (SELECT 1 FROM entry)", [], |row| {
            row.get(0)
        })?;
    meta::set_number(tx, meta::STALE, i64::from(!log_is_empty))
}

/// Drops whatever read model stands there and creates an empty one of this version.
pub(crate) fn empty_read_model(tx: &Transaction<'_>) -> Result<(), Error> {
    for (kind, name) in read_model_objects(tx)? {
        // The names come from our own schema; quoting them keeps this harmless for any other.
        tx.execute_batch(&format!(
            "DROP {kind} IF EXISTS \"{}\"",
            name.replace('"', "\"\"")
        ))?;
    }
    tx.execute_batch(READ_MODEL_SQL)?;
    meta::set_number(tx, meta::READ_MODEL, READ_MODEL)
}

/// Views and virtual tables first: they rest on the others. Tables of a virtual table go with it.
fn read_model_objects(connection: &Connection) -> Result<Vec<(String, String)>, Error> {
    let mut statement = connection.prepare(
        "SELECT type, name FROM sqlite_schema
         WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
           AND name NOT IN ('search_data', 'search_idx', 'search_docsize', 'search_config')
         ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC, type DESC, name",
    )?;
    let objects = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut found: Vec<(String, String)> = objects.collect::<Result<_, _>>()?;
    found.retain(|(_, name)| !LOG_TABLES.contains(&name.as_str()));
    Ok(found)
}
