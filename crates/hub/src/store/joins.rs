//! Requests to join, kept until a colleague's laptop answers them with records.

use super::{Store, Writing};
use crate::HubError;
use nabij_protocol::entry::{decode, encode};
use nabij_protocol::id::{Millis, TeamId};
use nabij_protocol::join::JoinRequest;
use rusqlite::params;

impl Store {
    /// All requests that the team ever got, answered or not; the roster knows which are answered.
    ///
    /// # Errors
    /// [`HubError::Database`], [`HubError::Damaged`].
    pub(crate) fn join_requests(&self, team: &TeamId) -> Result<Vec<JoinRequest>, HubError> {
        let mut statement = self.db.prepare_cached(
            "SELECT bytes FROM join_request WHERE team = ?1 ORDER BY asked_at, invitation",
        )?;
        let mut rows = statement.query(params![team.0])?;
        let mut requests = Vec::new();
        while let Some(row) = rows.next()? {
            let bytes: Vec<u8> = row.get(0)?;
            requests.push(
                decode("join request", &bytes).map_err(|_| HubError::Damaged("join request"))?,
            );
        }
        Ok(requests)
    }
}

impl Writing<'_> {
    /// Keeps a request; one for the same invitation must not be there.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(crate) fn add_join(&self, request: &JoinRequest, now: Millis) -> Result<(), HubError> {
        self.tx().execute(
            "INSERT INTO join_request (team, invitation, device, bytes, asked_at)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                request.ask.team.0,
                request.ask.invitation.0,
                request.ask.device.id().0,
                encode(request),
                now.0
            ],
        )?;
        Ok(())
    }
}
