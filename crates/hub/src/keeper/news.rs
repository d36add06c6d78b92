//! News for the connections of this process, team by team.

use super::Heads;
use super::rosters::AsOf;
use nabij_protocol::id::TeamId;
use nabij_protocol::receipt::Receipt;
use nabij_protocol::roster::Roster;
use nabij_protocol::vector::Vectors;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::broadcast;

/// How many notices a slow connection may lag behind before it looks everything up anew.
const NOTICES: usize = 256;
/// In place of a connection's number, which begin with one: told by another process.
pub(super) const ELSEWHERE: u64 = 0;

/// News for the connections of one team.
#[derive(Debug, Clone, Default)]
pub(crate) struct Notice {
    /// The connection that caused it, which knows already; zero for one of another process.
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

/// Where one team's connections hear.
struct Channel {
    sender: broadcast::Sender<Arc<Notice>>,
    /// What was told of logs, so that what another process kept is told once.
    heads: Vectors,
    /// Up to which receipt was told.
    receipts: u64,
}

/// Those of all teams with connections.
#[derive(Default)]
pub(super) struct Channels {
    teams: HashMap<TeamId, Channel>,
}

impl Channels {
    /// Listens to the team's news from now on; `receipts`: the arrival of its newest receipt.
    pub(super) fn subscribe(
        &mut self,
        team: &TeamId,
        receipts: u64,
    ) -> broadcast::Receiver<Arc<Notice>> {
        self.teams
            .retain(|_, channel| channel.sender.receiver_count() > 0);
        self.teams
            .entry(*team)
            .or_insert_with(|| Channel {
                sender: broadcast::channel(NOTICES).0,
                heads: Vectors::default(),
                receipts,
            })
            .sender
            .subscribe()
    }

    /// How many connections listen to the team's news.
    pub(super) fn listeners(&self, team: &TeamId) -> usize {
        self.teams
            .get(team)
            .map_or(0, |channel| channel.sender.receiver_count())
    }

    /// The teams that somebody listens to.
    pub(super) fn heard(&self) -> Vec<TeamId> {
        let heard = |(team, channel): (&TeamId, &Channel)| {
            (channel.sender.receiver_count() > 0).then_some(*team)
        };
        self.teams.iter().filter_map(heard).collect()
    }

    /// Tells the team's connections.
    pub(super) fn announce(&mut self, team: &TeamId, notice: Notice) {
        if let Some(channel) = self.teams.get_mut(team) {
            for (scope, log, number) in &notice.heads {
                channel.heads.raise(*scope, *log, *number);
            }
            // Nobody listening is no error.
            let _ = channel.sender.send(Arc::new(notice));
        }
    }

    /// Tells of a roster that another process has changed.
    pub(super) fn follow(&mut self, team: &TeamId, roster: &AsOf) {
        if roster.changed {
            let notice = Notice {
                roster: Some(Arc::clone(&roster.now)),
                ..Notice::default()
            };
            self.announce(team, notice);
        }
    }

    /// Of all that is held, what was not told yet.
    pub(super) fn untold(&self, team: &TeamId, held: &Vectors) -> Heads {
        let Some(channel) = self.teams.get(team) else {
            return Vec::new();
        };
        let mut heads = Vec::new();
        for (scope, vector) in &held.0 {
            for (log, number) in &vector.0 {
                if channel.heads.of(scope, log) < *number {
                    heads.push((*scope, *log, *number));
                }
            }
        }
        heads
    }

    /// Up to which receipt the team's connections were told; none where nobody listens.
    pub(super) fn receipts(&self, team: &TeamId) -> Option<u64> {
        self.teams.get(team).map(|channel| channel.receipts)
    }

    /// Receipts up to here are told.
    pub(super) fn told_receipts(&mut self, team: &TeamId, arrival: u64) {
        if let Some(channel) = self.teams.get_mut(team) {
            channel.receipts = channel.receipts.max(arrival);
        }
    }
}
