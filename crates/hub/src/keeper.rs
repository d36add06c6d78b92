//! What the hub knows: the store, the rosters that follow from it, and who wants to hear of news.
//!
//! One at a time works on it in this process; other processes may work over the same database. So a roster
//! in memory is used only as long as the store has the same records, and whatever depends on it is decided
//! while the team's turn is held.

mod glimpse;
mod greet;
mod hear;
mod join;
mod news;
mod page;
mod receipts;
mod rosters;

pub(crate) use greet::Greeted;
pub(crate) use news::Notice;
pub(crate) use page::Delivery;

use crate::HubError;
use crate::metrics::Metrics;
use crate::store::{self, HubStore};
use nabij_protocol::entry::{Place, Run};
use nabij_protocol::id::{DeviceId, LogId, MemberId, Scope, TeamId};
use nabij_protocol::join::JoinRequest;
use nabij_protocol::roster::Roster;
use nabij_protocol::session::Wanted;
use nabij_protocol::vector::Vectors;
use news::Channels;
use rosters::Rosters;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Heads of logs: up to where each is now held.
pub(crate) type Heads = Vec<(Scope, LogId, u64)>;

/// Records in their encoded form, with their places.
pub(crate) type Records = Vec<(Place, Vec<u8>)>;

/// The store and what is derived from it.
pub(crate) struct Keeper {
    store: Box<dyn HubStore>,
    rosters: Rosters,
    channels: Channels,
    /// How many bytes a team's entries may take.
    quota: Option<u64>,
    metrics: Arc<Metrics>,
}

impl Keeper {
    /// Over an opened store.
    pub(crate) fn new(
        store: Box<dyn HubStore>,
        quota: Option<u64>,
        metrics: Arc<Metrics>,
    ) -> Keeper {
        Keeper {
            store,
            rosters: Rosters::default(),
            channels: Channels::default(),
            quota,
            metrics,
        }
    }

    /// The store, to look something up.
    pub(crate) fn store(&mut self) -> &mut dyn HubStore {
        self.store.as_mut()
    }

    /// What is counted.
    pub(crate) fn metrics(&self) -> &Arc<Metrics> {
        &self.metrics
    }

    /// The team's roster as of now; an empty one for a team that is not served.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn roster(&mut self, team: &TeamId) -> Result<Arc<Roster>, HubError> {
        let kept = self.store.records_kept(team)?;
        let store = &mut self.store;
        let roster = self.rosters.as_of(team, kept, || store.records(team))?;
        self.channels.follow(team, &roster);
        Ok(roster.now)
    }

    /// How far each log of the team is.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn vectors(&mut self, team: &TeamId) -> Result<Vectors, HubError> {
        self.store.vectors(team)
    }

    /// A run cut out of a log.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn run(&mut self, team: &TeamId, wanted: &Wanted) -> Result<Option<Run>, HubError> {
        store::run(self.store.as_mut(), team, wanted)
    }

    /// The requests to join that wait for an answer.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn joiners(&mut self, team: &TeamId) -> Result<Vec<JoinRequest>, HubError> {
        let roster = self.roster(team)?;
        let mut requests = self.store.join_requests(team)?;
        requests.retain(|request| waits(&roster, request));
        Ok(requests)
    }
}

/// Whether the request still waits: its invitation stands and nobody was taken in on it.
fn waits(roster: &Roster, request: &JoinRequest) -> bool {
    !roster.was_member(&request.ask.member)
        && roster
            .invitation(&request.ask.invitation)
            .is_some_and(|invitation| invitation.used.is_none())
}

/// What a laptop may have: the scopes of its member; nothing for one that is not in the team now.
pub(crate) fn visible(roster: &Roster, device: &DeviceId) -> BTreeSet<Scope> {
    roster
        .device(device)
        .map_or_else(BTreeSet::new, |device| roster.scopes_of(&device.member))
}

/// Whose laptop it is now.
pub(crate) fn member_of(roster: &Roster, device: &DeviceId) -> Option<MemberId> {
    roster.device(device).map(|device| device.member)
}
