//! Everything a hub keeps, moved from one database into another: that is all that a backup is.

use super::sql::columns::{Columns, Value};
use super::sql::{Database, count, within};
use super::sqlite;
use crate::HubError;
use std::path::Path;

/// How many entries are read at a time.
const AT_ONCE: i64 = 64;

/// What stands in a column.
#[derive(Clone, Copy)]
enum Kind {
    Int,
    Bytes,
}
use Kind::{Bytes, Int};

/// A value on its way.
enum Owned {
    Int(i64),
    Bytes(Option<Vec<u8>>),
}

/// A table, and how it is read and written.
struct Table {
    read: &'static str,
    write: &'static str,
    columns: &'static [Kind],
}

/// All tables but the entries, each after those that it points to.
const TABLES: [Table; 8] = [
    Table {
        read: "SELECT \"only\", signing, noise, made_at FROM identity",
        write: "INSERT INTO identity (\"only\", signing, noise, made_at) VALUES (?1, ?2, ?3, ?4)",
        columns: &[Int, Bytes, Bytes, Int],
    },
    Table {
        read: "SELECT team, admitted_at, records, bytes, arrivals, receipts FROM team",
        write: "INSERT INTO team (team, admitted_at, records, bytes, arrivals, receipts)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        columns: &[Bytes, Int, Int, Int, Int, Int],
    },
    Table {
        read: "SELECT hash, expires, used_by FROM token",
        write: "INSERT INTO token (hash, expires, used_by) VALUES (?1, ?2, ?3)",
        columns: &[Bytes, Int, Bytes],
    },
    Table {
        read: "SELECT id, team, scope, space, device, incarnation, last FROM log",
        write: "INSERT INTO log (id, team, scope, space, device, incarnation, last)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        columns: &[Int, Bytes, Int, Bytes, Bytes, Int, Int],
    },
    Table {
        read: "SELECT team, space, document, device, epoch, nonce, sealed FROM document_key",
        write: "INSERT INTO document_key (team, space, document, device, epoch, nonce, sealed)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        columns: &[Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes],
    },
    Table {
        read: "SELECT team, invitation, device, bytes, asked_at FROM join_request",
        write: "INSERT INTO join_request (team, invitation, device, bytes, asked_at)
                VALUES (?1, ?2, ?3, ?4, ?5)",
        columns: &[Bytes, Bytes, Bytes, Bytes, Int],
    },
    Table {
        read: "SELECT team, arrival, bytes FROM receipt",
        write: "INSERT INTO receipt (team, arrival, bytes) VALUES (?1, ?2, ?3)",
        columns: &[Bytes, Int, Bytes],
    },
    Table {
        read: "SELECT team, signer, scope, space, device, incarnation, number, arrival
               FROM receipt_cover",
        write: "INSERT INTO receipt_cover
                (team, signer, scope, space, device, incarnation, number, arrival)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        columns: &[Bytes, Bytes, Int, Bytes, Bytes, Int, Int, Int],
    },
];

/// The entries: too many to be read at once.
const ENTRIES: Table = Table {
    read: "SELECT log, number, hash, document, nonce, payload, erased, key_epoch, signature,
                  received_at, arrival
           FROM entry WHERE log = ?1 AND number > ?2 ORDER BY number LIMIT ?3",
    write: "INSERT INTO entry (log, number, hash, document, nonce, payload, erased, key_epoch,
                               signature, received_at, arrival)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    columns: &[
        Int, Int, Bytes, Bytes, Bytes, Bytes, Int, Bytes, Bytes, Int, Int,
    ],
};

/// Writes all of a database into a new SQLite file.
///
/// # Errors
/// [`HubError::BackupFile`]; a fault of either database.
pub(super) fn back_up<D: Database>(from: &mut D, file: &Path) -> Result<(), HubError> {
    let mut into = sqlite::make_backup(file)?;
    from.freeze()?;
    let copied = within(&mut into, |into| copy(from, into));
    from.roll_back();
    copied?;
    into.finish()
}

/// Takes all of a backup in, in one transaction.
///
/// # Errors
/// [`HubError::StoreNotEmpty`], [`HubError::BackupFile`], [`HubError::ForeignBackup`],
/// [`HubError::NewerData`], [`HubError::OlderBackup`]; a fault of either database.
pub(super) fn restore<D: Database>(into: &mut D, file: &Path) -> Result<(), HubError> {
    let mut from = sqlite::open_backup(file)?;
    within(into, |into| {
        // Keys count too: laptops may know this hub by them already.
        let anything = "SELECT (SELECT count(*) FROM identity) + (SELECT count(*) FROM team)
                             + (SELECT count(*) FROM token)";
        if count(into, anything, &[])? > 0 {
            return Err(HubError::StoreNotEmpty);
        }
        copy(&mut from, into)?;
        into.renumber()
    })
}

fn copy(from: &mut impl Database, into: &mut impl Database) -> Result<(), HubError> {
    for table in &TABLES {
        let rows = read(from, table, &[])?;
        write(into, table, &rows)?;
    }
    let mut logs = Vec::new();
    from.each("SELECT id, last FROM log ORDER BY id", &[], &mut |row| {
        logs.push((row.int(0)?, row.int(1)?));
        Ok(())
    })?;
    for (log, last) in logs {
        let mut after = 0;
        while after < last {
            let place = [Value::Int(log), Value::Int(after), Value::Int(AT_ONCE)];
            let rows = read(from, &ENTRIES, &place)?;
            write(into, &ENTRIES, &rows)?;
            match rows.last().and_then(|row| row.get(1)) {
                Some(Owned::Int(number)) => after = *number,
                _ => return Err(HubError::Damaged("log with a hole")),
            }
        }
    }
    Ok(())
}

fn read(
    from: &mut impl Database,
    table: &Table,
    values: &[Value<'_>],
) -> Result<Vec<Vec<Owned>>, HubError> {
    let mut rows = Vec::new();
    from.each(table.read, values, &mut |row| {
        let owned: Result<_, _> = table
            .columns
            .iter()
            .enumerate()
            .map(|(at, kind)| own(row, at, *kind))
            .collect();
        rows.push(owned?);
        Ok(())
    })?;
    Ok(rows)
}

fn own(row: &dyn Columns, at: usize, kind: Kind) -> Result<Owned, HubError> {
    Ok(match kind {
        Int => Owned::Int(row.int(at)?),
        Bytes => Owned::Bytes(row.maybe_bytes(at)?),
    })
}

fn write(into: &mut impl Database, table: &Table, rows: &[Vec<Owned>]) -> Result<(), HubError> {
    for row in rows {
        let values: Vec<Value<'_>> = row
            .iter()
            .map(|value| match value {
                Owned::Int(number) => Value::Int(*number),
                Owned::Bytes(bytes) => Value::maybe(bytes.as_deref()),
            })
            .collect();
        into.change(table.write, &values)?;
    }
    Ok(())
}
