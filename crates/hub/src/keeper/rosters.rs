//! Rosters in memory, so that they are not evaluated anew for every question.

use super::Records;
use crate::HubError;
use nabij_protocol::entry::Place;
use nabij_protocol::id::TeamId;
use nabij_protocol::roster::Roster;
use std::collections::HashMap;
use std::sync::Arc;

/// A team as it is held in memory.
struct Team {
    /// Every record, so that the roster can be evaluated anew without reading them again.
    records: Records,
    roster: Arc<Roster>,
}

/// A roster, and whether it is another than the one before.
pub(super) struct AsOf {
    pub(super) now: Arc<Roster>,
    /// Another process has brought records since this one last looked.
    pub(super) changed: bool,
}

/// Those of all teams that were asked for.
#[derive(Default)]
pub(super) struct Rosters {
    teams: HashMap<TeamId, Team>,
}

impl Rosters {
    /// The roster of a team that has so many records in the store; `read` reads them where those in memory
    /// are not as many. Records are only ever added, so as many means the same.
    ///
    /// # Errors
    /// Those of `read`.
    pub(super) fn as_of(
        &mut self,
        team: &TeamId,
        kept: u64,
        read: impl FnOnce() -> Result<Records, HubError>,
    ) -> Result<AsOf, HubError> {
        if let Some(held) = self.teams.get(team)
            && held.records.len() as u64 == kept
        {
            return Ok(AsOf {
                now: Arc::clone(&held.roster),
                changed: false,
            });
        }
        let records = if kept == 0 { Vec::new() } else { read()? };
        let roster = Arc::new(evaluate(*team, &records, &[]));
        let changed = roster.founded();
        if changed {
            self.set(team, records, &roster);
        }
        Ok(AsOf {
            now: roster,
            changed,
        })
    }

    /// The records of a team that [`Rosters::as_of`] has looked at.
    pub(super) fn records(&self, team: &TeamId) -> &[(Place, Vec<u8>)] {
        self.teams
            .get(team)
            .map_or(&[], |team| team.records.as_slice())
    }

    /// New records are kept, and this is the roster with them.
    pub(super) fn grown(&mut self, team: &TeamId, new: Records, roster: &Arc<Roster>) {
        match self.teams.get_mut(team) {
            Some(held) => {
                held.records.extend(new);
                held.roster = Arc::clone(roster);
            }
            None => self.set(team, new, roster),
        }
    }

    fn set(&mut self, team: &TeamId, records: Records, roster: &Arc<Roster>) {
        let roster = Arc::clone(roster);
        self.teams.insert(*team, Team { records, roster });
    }
}

/// The roster that follows from these records, of which `new` are not kept yet.
pub(super) fn evaluate(
    team: TeamId,
    kept: &[(Place, Vec<u8>)],
    new: &[(Place, Vec<u8>)],
) -> Roster {
    Roster::evaluate(
        team,
        kept.iter()
            .chain(new)
            .map(|(place, bytes)| (*place, bytes.as_slice())),
    )
}
