//! How ids of the protocol stand in columns, and what a row can be asked.

use crate::HubError;
use nabij_protocol::id::{DeviceId, Incarnation, LogId, Scope, SpaceId};

/// A value in a statement: numbers and bytes are all that a hub keeps.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) enum Value<'v> {
    /// A whole number.
    Int(i64),
    /// Bytes.
    Bytes(&'v [u8]),
    /// Nothing.
    Null,
}

impl<'v> Value<'v> {
    /// Bytes or nothing.
    pub(in crate::store) fn maybe(bytes: Option<&'v [u8]>) -> Value<'v> {
        bytes.map_or(Value::Null, Value::Bytes)
    }
}

/// The columns of a row, counted from zero.
pub(in crate::store) trait Columns {
    /// A whole number.
    ///
    /// # Errors
    /// [`HubError::Damaged`] when something else stands there.
    fn int(&self, at: usize) -> Result<i64, HubError>;

    /// Bytes, or nothing.
    ///
    /// # Errors
    /// As [`Columns::int`].
    fn maybe_bytes(&self, at: usize) -> Result<Option<Vec<u8>>, HubError>;

    /// Bytes.
    ///
    /// # Errors
    /// As [`Columns::int`].
    fn bytes(&self, at: usize) -> Result<Vec<u8>, HubError> {
        self.maybe_bytes(at)?.ok_or(HubError::Damaged("row"))
    }
}

/// Bytes of a length that is known.
///
/// # Errors
/// [`HubError::Damaged`].
pub(in crate::store) fn fixed<const N: usize>(
    row: &dyn Columns,
    at: usize,
) -> Result<[u8; N], HubError> {
    row.bytes(at)?
        .try_into()
        .map_err(|_| HubError::Damaged("row"))
}

/// Bytes of a length that is known, or nothing.
///
/// # Errors
/// [`HubError::Damaged`].
pub(in crate::store) fn maybe_fixed<const N: usize>(
    row: &dyn Columns,
    at: usize,
) -> Result<Option<[u8; N]>, HubError> {
    row.maybe_bytes(at)?
        .map(|bytes| bytes.try_into().map_err(|_| HubError::Damaged("row")))
        .transpose()
}

/// The columns `scope` and `space`.
pub(in crate::store) fn of_scope(scope: &Scope) -> (i64, &[u8]) {
    match scope {
        Scope::Team => (0, &[]),
        Scope::Space(space) => (1, &space.0),
        Scope::Changes(space) => (2, &space.0),
    }
}

/// The scope in the columns `scope` and `space`.
fn to_scope(scope: i64, space: &[u8]) -> Result<Scope, HubError> {
    let space = || {
        space
            .try_into()
            .map(SpaceId)
            .map_err(|_| HubError::Damaged("space"))
    };
    match scope {
        0 => Ok(Scope::Team),
        1 => Ok(Scope::Space(space()?)),
        2 => Ok(Scope::Changes(space()?)),
        _ => Err(HubError::Damaged("scope")),
    }
}

/// The first four columns of a row: scope, space, device, incarnation.
///
/// # Errors
/// [`HubError::Damaged`].
pub(in crate::store) fn scope_and_log(row: &dyn Columns) -> Result<(Scope, LogId), HubError> {
    let scope = to_scope(row.int(0)?, &row.bytes(1)?)?;
    let log = LogId {
        device: DeviceId(fixed(row, 2)?),
        incarnation: Incarnation(row.int(3)?.cast_unsigned()),
    };
    Ok((scope, log))
}

/// A number of an entry as the database keeps it. Logs have no holes, so none ever comes near the limit.
///
/// # Errors
/// [`HubError::Damaged`] above 2^63 - 1.
pub(in crate::store) fn of_number(number: u64) -> Result<i64, HubError> {
    i64::try_from(number).map_err(|_| HubError::Damaged("number"))
}

/// A number of an entry from the database.
///
/// # Errors
/// [`HubError::Damaged`] below zero.
pub(in crate::store) fn to_number(number: i64) -> Result<u64, HubError> {
    u64::try_from(number).map_err(|_| HubError::Damaged("number"))
}
