//! How the hub sees a laptop that connects.

use super::{Keeper, Notice, visible, waits};
use crate::error::Denied;
use crate::store::Token;
use nabij_protocol::id::{Millis, Scope};
use nabij_protocol::message::{Hello, Refusal, Standing};
use nabij_protocol::roster::Roster;
use nabij_protocol::vector::Vectors;
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::sync::broadcast;

/// The most connections of one team in this process; more are told to try later.
const PER_TEAM: usize = 256;
/// From here on only members get in, so that strangers cannot keep them out.
const WITH_STRANGERS: usize = 192;

/// A laptop's standing and what its session starts from.
pub(crate) struct Greeted {
    /// What it may do.
    pub(crate) standing: Standing,
    /// The roster at this moment.
    pub(crate) roster: Arc<Roster>,
    /// What the hub holds of the team; empty unless the standing allows a session.
    pub(crate) held: Vectors,
    /// The scopes that the laptop may have.
    pub(crate) visible: BTreeSet<Scope>,
    /// News from this moment on.
    pub(crate) notices: broadcast::Receiver<Arc<Notice>>,
}

impl Keeper {
    /// Judges a hello whose proof has been checked.
    ///
    /// # Errors
    /// [`Refusal::UnknownTeam`], [`Refusal::PutOut`], [`Refusal::BadProof`] when the laptop shows another
    /// Noise key than its card in the roster, [`Refusal::TooMuch`]; a fault of the database.
    pub(crate) fn greet(&mut self, hello: &Hello, now: Millis) -> Result<Greeted, Denied> {
        let team = &hello.team;
        // Rosters that another process changes are told to all who listen: whoever looks at the roster
        // after beginning to listen has missed none, and looking once before spares him the first.
        self.roster(team)?;
        let receipts = self.store.newest_receipt(team)?;
        let notices = self.channels.subscribe(team, receipts);
        let roster = self.roster(team)?;
        let device = hello.device.id();
        let standing = if !roster.founded() {
            let token = hello.token.as_deref().map(Token::typed);
            if !self.store.serves(team)? && !self.store.takes(token.as_ref(), now)? {
                return Err(Refusal::UnknownTeam.into());
            }
            Standing::Founder
        } else if let Some(known) = roster.device(&device) {
            if known.card != hello.device {
                return Err(Refusal::BadProof.into());
            }
            Standing::Member
        } else if roster.known_device(&device).is_some() {
            return Err(Refusal::PutOut.into());
        } else if self
            .store
            .join_requests(team)?
            .iter()
            .any(|request| request.ask.device == hello.device && waits(&roster, request))
        {
            Standing::Waiting
        } else {
            Standing::Stranger
        };
        let limit = if standing == Standing::Member {
            PER_TEAM
        } else {
            WITH_STRANGERS
        };
        if self.channels.listeners(team) > limit {
            return Err(Refusal::TooMuch.into());
        }
        let (held, visible) = match standing {
            Standing::Member => (self.store.vectors(team)?, visible(&roster, &device)),
            Standing::Founder => (Vectors::default(), BTreeSet::from([Scope::Team])),
            Standing::Stranger | Standing::Waiting => (Vectors::default(), BTreeSet::new()),
        };
        Ok(Greeted {
            standing,
            roster,
            held,
            visible,
            notices,
        })
    }
}
