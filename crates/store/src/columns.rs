//! How ids and numbers of other rooms stand in columns.

use crate::error::{Error, damaged};
use nabij_domain::{Id, Millis, Personal};
use nabij_protocol::id::{DeviceId, Incarnation, LogId, Scope, SpaceId};
use rusqlite::Row;

/// `scope_kind` of the team's own scope.
pub(crate) const TEAM: i64 = 0;
/// `scope_kind` of a space's records.
pub(crate) const SPACE: i64 = 1;
/// `scope_kind` of a space's changes.
pub(crate) const CHANGES: i64 = 2;

/// The columns `scope_kind` and `space`.
pub(crate) fn scope_columns(scope: &Scope) -> (i64, &[u8]) {
    match scope {
        Scope::Team => (TEAM, &[]),
        Scope::Space(space) => (SPACE, &space.0),
        Scope::Changes(space) => (CHANGES, &space.0),
    }
}

/// A scope from the columns `scope_kind` and `space`.
pub(crate) fn scope_from(kind: i64, space: Vec<u8>) -> Result<Scope, Error> {
    match kind {
        TEAM => Ok(Scope::Team),
        SPACE => Ok(Scope::Space(SpaceId(space.try_into().map_err(damaged)?))),
        CHANGES => Ok(Scope::Changes(SpaceId(space.try_into().map_err(damaged)?))),
        _ => Err(Error::Damaged),
    }
}

/// A log from the columns `device` and `incarnation`.
pub(crate) fn log_from(device: [u8; 16], incarnation: i64) -> LogId {
    LogId {
        device: DeviceId(device),
        incarnation: Incarnation(incarnation.cast_unsigned()),
    }
}

/// The column `incarnation`: the same 64 bits.
pub(crate) fn incarnation_column(incarnation: Incarnation) -> i64 {
    incarnation.0.cast_signed()
}

/// A number or count for a column; SQLite's numbers are signed.
pub(crate) fn number_column(number: u64) -> Result<i64, Error> {
    i64::try_from(number).map_err(damaged)
}

/// A number or count from a column.
pub(crate) fn number_from(column: i64) -> Result<u64, Error> {
    u64::try_from(column).map_err(damaged)
}

/// An id of the domain from a column of 16 bytes.
pub(crate) fn id(row: &Row<'_>, column: &str) -> rusqlite::Result<Id> {
    row.get(column).map(Id)
}

/// A space from a column of 16 bytes.
pub(crate) fn space(row: &Row<'_>, column: &str) -> rusqlite::Result<SpaceId> {
    row.get(column).map(SpaceId)
}

/// A moment from a column.
pub(crate) fn millis(row: &Row<'_>, column: &str) -> rusqlite::Result<Millis> {
    row.get(column).map(Millis)
}

/// A list of ids as one column: 16 bytes each, in order.
pub(crate) fn ids_column(ids: &[Id]) -> Vec<u8> {
    ids.iter().flat_map(|id| id.0).collect()
}

/// A list of ids from a column.
pub(crate) fn ids(row: &Row<'_>, column: &str) -> Result<Vec<Id>, Error> {
    let bytes: Vec<u8> = row.get(column)?;
    match bytes.as_chunks::<16>() {
        (ids, []) => Ok(ids.iter().copied().map(Id).collect()),
        _ => Err(Error::Damaged),
    }
}

/// An id of the domain from a column of 16 bytes that may be empty.
pub(crate) fn optional_id(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Id>> {
    Ok(row.get::<_, Option<[u8; 16]>>(column)?.map(Id))
}

/// A moment from a column that may be empty.
pub(crate) fn optional_millis(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Millis>> {
    Ok(row.get::<_, Option<i64>>(column)?.map(Millis))
}

/// Words about somebody from a column that may be empty.
pub(crate) fn optional_personal(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Personal>> {
    Ok(row.get::<_, Option<String>>(column)?.map(Personal::from))
}
