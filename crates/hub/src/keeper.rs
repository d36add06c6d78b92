//! What the hub knows: the database, the rosters that follow from it, and who wants to hear of news.
//!
//! One at a time works on it, so that what is stored, what the roster says and what is announced never
//! differ.

mod glimpse;
mod greet;
mod join;
mod page;
mod receipts;

pub(crate) use greet::Greeted;
pub(crate) use page::Delivery;

use crate::HubError;
use crate::store::{Identity, Store};
use nabij_protocol::entry::Place;
use nabij_protocol::id::{DeviceId, LogId, MemberId, Millis, Scope, TeamId};
use nabij_protocol::join::JoinRequest;
use nabij_protocol::receipt::Receipt;
use nabij_protocol::roster::Roster;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;
use tokio::sync::broadcast;

/// How many notices a slow connection may lag behind before it looks everything up anew.
const NOTICES: usize = 256;

/// Heads of logs: up to where each is now held.
pub(crate) type Heads = Vec<(Scope, LogId, u64)>;

/// Records in their encoded form, with their places.
pub(crate) type Records = Vec<(Place, Vec<u8>)>;

/// News for the connections of one team.
#[derive(Debug, Clone)]
pub(crate) struct Notice {
    /// The connection that caused it, which knows already.
    pub(crate) from: u64,
    /// The logs that grew.
    pub(crate) heads: Heads,
    /// The new roster, if records came.
    pub(crate) roster: Option<Arc<Roster>>,
    /// Whether somebody asks to join.
    pub(crate) joiner: bool,
    /// What a laptop has stated to hold, with its arrival.
    pub(crate) receipt: Option<Arc<(u64, Receipt)>>,
}

/// A team as it is held in memory.
struct Team {
    /// Every record, so that the roster can be evaluated anew without reading them again.
    records: Records,
    roster: Arc<Roster>,
}

/// The database and what is derived from it.
pub(crate) struct Keeper {
    store: Store,
    teams: HashMap<TeamId, Team>,
    channels: HashMap<TeamId, broadcast::Sender<Arc<Notice>>>,
}

impl Keeper {
    /// Opens the data folder.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub(crate) fn open(data: &Path) -> Result<Keeper, HubError> {
        let store = Store::open(data)?;
        Ok(Keeper {
            store,
            teams: HashMap::new(),
            channels: HashMap::new(),
        })
    }

    /// The hub's keys.
    ///
    /// # Errors
    /// As [`Store::identity`].
    pub(crate) fn identity(&mut self, now: Millis) -> Result<Identity, HubError> {
        self.store.identity(now)
    }

    /// The database, to look something up.
    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// The team's roster as of now; an empty one for a team that is not served.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn roster(&mut self, team: &TeamId) -> Result<Arc<Roster>, HubError> {
        if let Some(kept) = self.teams.get(team) {
            return Ok(Arc::clone(&kept.roster));
        }
        let records = self.store.records(team)?;
        let roster = Arc::new(evaluate(*team, &records, &[]));
        if roster.founded() {
            self.teams.insert(
                *team,
                Team {
                    records,
                    roster: Arc::clone(&roster),
                },
            );
        }
        Ok(roster)
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

    /// Listens to the team's news from now on.
    fn subscribe(&mut self, team: &TeamId) -> broadcast::Receiver<Arc<Notice>> {
        self.channels
            .retain(|_, channel| channel.receiver_count() > 0);
        self.channels
            .entry(*team)
            .or_insert_with(|| broadcast::channel(NOTICES).0)
            .subscribe()
    }

    /// How many connections listen to the team's news.
    fn listeners(&self, team: &TeamId) -> usize {
        self.channels
            .get(team)
            .map_or(0, broadcast::Sender::receiver_count)
    }

    fn announce(&self, team: &TeamId, notice: Notice) {
        if let Some(channel) = self.channels.get(team) {
            // Nobody listening is no error.
            let _ = channel.send(Arc::new(notice));
        }
    }
}

/// The roster that follows from these records, of which `new` are not kept yet.
fn evaluate(team: TeamId, kept: &[(Place, Vec<u8>)], new: &[(Place, Vec<u8>)]) -> Roster {
    Roster::evaluate(
        team,
        kept.iter()
            .chain(new)
            .map(|(place, bytes)| (*place, bytes.as_slice())),
    )
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
