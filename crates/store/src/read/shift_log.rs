//! What happened in a shift, in one consistent state.

use super::{ActionRow, ContactMomentRow, RoundRow, StopRow, action, contact_moment, round, stop};
use crate::columns::number_from;
use crate::error::Error;
use crate::store::Store;
use nabij_domain::Id;

/// Everything that was recorded in a shift and not taken back, each in the order in which it happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShiftLog {
    /// Its rounds.
    pub rounds: Vec<RoundRow>,
    /// Its stops, with or without a round.
    pub stops: Vec<StopRow>,
    /// The contact moments in it, of the street and of the cases that are here.
    pub contact_moments: Vec<ContactMomentRow>,
    /// The actions that came from it, of the street and of the cases that are here.
    pub actions: Vec<ActionRow>,
}

/// What is still open of a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOpen {
    /// How many things recorded in it the hub does not have.
    pub not_shared: u64,
    /// How many actions that came from it are open.
    pub open_actions: u64,
    /// Whether there is a handover of it.
    pub handed_over: bool,
}

const LEFT_OPEN: &str = "SELECT
    (SELECT count(DISTINCT u.document) FROM unshared u JOIN document d ON d.id = u.document
      WHERE d.id = ?1
        OR d.num IN (SELECT document FROM round WHERE shift = ?1)
        OR d.num IN (SELECT document FROM stop WHERE shift = ?1)
        OR d.num IN (SELECT document FROM contact_moment WHERE shift = ?1)
        OR d.num IN (SELECT document FROM action WHERE shift = ?1)) AS not_shared,
    (SELECT count(*) FROM action WHERE shift = ?1 AND outcome = 'open' AND withdrawn = 0) AS open_actions,
    EXISTS (SELECT 1 FROM handover WHERE shift = ?1 AND withdrawn = 0) AS handed_over";

impl Store {
    /// What is still open of a shift.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn left_open(&self, shift: Id) -> Result<LeftOpen, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(LEFT_OPEN)?;
            let (not_shared, open_actions, handed_over) = statement
                .query_row([&shift.0], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })?;
            Ok(LeftOpen {
                not_shared: number_from(not_shared)?,
                open_actions: number_from(open_actions)?,
                handed_over,
            })
        })
    }

    /// What happened in a shift.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn shift_log(&self, shift: Id) -> Result<ShiftLog, Error> {
        self.read(|connection| {
            Ok(ShiftLog {
                rounds: round::rows(
                    connection,
                    "WHERE r.shift = ?1 AND r.withdrawn = 0 ORDER BY r.at, d.id",
                    [&shift.0],
                )?,
                stops: stop::rows(
                    connection,
                    "WHERE s.shift = ?1 AND s.withdrawn = 0 ORDER BY s.at, d.id",
                    [&shift.0],
                )?,
                contact_moments: contact_moment::rows(
                    connection,
                    "WHERE m.shift = ?1 AND m.withdrawn = 0 ORDER BY m.at, d.id",
                    [&shift.0],
                )?,
                actions: action::rows(
                    connection,
                    "WHERE a.shift = ?1 AND a.withdrawn = 0 ORDER BY a.recorded_at, d.id",
                    [&shift.0],
                )?,
            })
        })
    }
}
