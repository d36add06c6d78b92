//! What laptops have stated to hold, and who asked to join: signed things that the hub hands on.

use super::columns::{Value, of_number, to_number};
use super::{Database, all, one};
use crate::HubError;
use nabij_protocol::entry::decode;
use nabij_protocol::id::TeamId;
use nabij_protocol::join::JoinRequest;
use nabij_protocol::receipt::Receipt;

/// All requests that the team ever got, answered or not; the roster knows which are answered.
pub(super) fn join_requests<D: Database>(
    db: &mut D,
    team: &TeamId,
) -> Result<Vec<JoinRequest>, HubError> {
    all(
        db,
        "SELECT bytes FROM join_request WHERE team = ?1 ORDER BY asked_at, invitation",
        &[Value::Bytes(&team.0)],
        |row| decode("join request", &row.bytes(0)?).map_err(|_| HubError::Damaged("join request")),
    )
}

/// The arrival of the team's newest receipt; zero for none.
pub(super) fn newest<D: Database>(db: &mut D, team: &TeamId) -> Result<u64, HubError> {
    let sql = "SELECT receipts FROM team WHERE team = ?1";
    let newest = one(db, sql, &[Value::Bytes(&team.0)], |row| row.int(0))?;
    to_number(newest.unwrap_or(0))
}

/// The receipts that came after that arrival, each with its own, oldest first.
pub(super) fn after<D: Database>(
    db: &mut D,
    team: &TeamId,
    arrival: u64,
) -> Result<Vec<(u64, Receipt)>, HubError> {
    // Who knows of more than there is knew the hub before it was put back from a backup.
    let after = if arrival > newest(db, team)? {
        0
    } else {
        arrival
    };
    all(
        db,
        "SELECT arrival, bytes FROM receipt WHERE team = ?1 AND arrival > ?2 ORDER BY arrival",
        &[Value::Bytes(&team.0), Value::Int(of_number(after)?)],
        |row| {
            let receipt =
                decode("receipt", &row.bytes(1)?).map_err(|_| HubError::Damaged("receipt"))?;
            Ok((to_number(row.int(0)?)?, receipt))
        },
    )
}
