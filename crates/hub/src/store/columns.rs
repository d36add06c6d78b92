//! How ids of the protocol stand in columns.

use crate::HubError;
use nabij_protocol::id::{Scope, SpaceId};

/// The columns `scope` and `space`.
pub(super) fn of_scope(scope: &Scope) -> (i64, Vec<u8>) {
    match scope {
        Scope::Team => (0, Vec::new()),
        Scope::Space(space) => (1, space.0.to_vec()),
        Scope::Changes(space) => (2, space.0.to_vec()),
    }
}

/// The scope in the columns `scope` and `space`.
///
/// # Errors
/// [`HubError::Damaged`].
pub(super) fn to_scope(scope: i64, space: &[u8]) -> Result<Scope, HubError> {
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

/// A number of an entry as SQLite keeps it. Logs have no holes, so none ever comes near the limit.
///
/// # Errors
/// [`HubError::Damaged`] above 2^63 - 1.
pub(super) fn of_number(number: u64) -> Result<i64, HubError> {
    i64::try_from(number).map_err(|_| HubError::Damaged("number"))
}

/// A number of an entry from SQLite.
///
/// # Errors
/// [`HubError::Damaged`] below zero.
pub(super) fn to_number(number: i64) -> Result<u64, HubError> {
    u64::try_from(number).map_err(|_| HubError::Damaged("number"))
}
