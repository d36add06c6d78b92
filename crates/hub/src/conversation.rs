//! A laptop that has been greeted: its messages, the session's effects, and news from others. Messages in,
//! messages out; nothing here waits for a socket.

use crate::connection::End;
use crate::error::Denied;
use crate::keeper::{Delivery, Keeper, Notice, member_of, visible};
use crate::store::Identity;
use nabij_protocol::entry::Run;
use nabij_protocol::id::{DeviceId, InvitationId, Millis};
use nabij_protocol::join::JoinRequest;
use nabij_protocol::message::{Confirmed, Hello, Message, Refusal, Standing};
use nabij_protocol::roster::Roster;
use nabij_protocol::session::{Effect, Session};
use std::collections::{BTreeSet, VecDeque};

/// What a conversation works with for the time of one message.
pub(crate) struct Desk<'d> {
    pub(crate) keeper: &'d mut Keeper,
    pub(crate) identity: &'d Identity,
    pub(crate) now: Millis,
}

/// One greeted laptop.
pub(crate) struct Conversation {
    hello: Hello,
    device: DeviceId,
    id: u64,
    /// None for those who may only ask to join.
    session: Option<Session>,
    /// Requests to join that this laptop has been told of.
    told: BTreeSet<(InvitationId, DeviceId)>,
    out: Vec<Message>,
}

impl Conversation {
    /// After the welcome. `id` tells this connection from all others.
    pub(crate) fn new(hello: Hello, id: u64, session: Option<Session>) -> Conversation {
        Conversation {
            device: hello.device.id(),
            hello,
            id,
            session,
            told: BTreeSet::new(),
            out: Vec::new(),
        }
    }

    /// What is to be sent, in order, since this was asked last.
    pub(crate) fn sent(&mut self) -> Vec<Message> {
        std::mem::take(&mut self.out)
    }

    /// What a laptop hears without asking.
    ///
    /// # Errors
    /// How the connection ended.
    pub(crate) fn start(
        &mut self,
        desk: &mut Desk<'_>,
        standing: Standing,
        roster: &Roster,
    ) -> Result<(), End> {
        if standing == Standing::Member {
            if let Some(session) = &mut self.session {
                session.set_order(roster.introductions());
            }
            self.tell_joiners(desk, roster)?;
        }
        Ok(())
    }

    /// Takes in a message.
    ///
    /// # Errors
    /// How the connection ended; what is still to be sent goes before.
    pub(crate) fn message(&mut self, desk: &mut Desk<'_>, message: Message) -> Result<(), End> {
        match (message, &mut self.session) {
            (Message::Join(request), None) => self.join(desk, &request),
            // The laptop could not use a page of ours; it may go on with others.
            (Message::Refused(Refusal::NotAllowed | Refusal::Full), Some(session)) => {
                let effects = session.declined();
                self.perform(desk, effects)
            }
            (Message::Refused(_), _) => Err(End::Gone),
            (message, Some(session)) => {
                let confirmed = match &message {
                    Message::Have(have) => Some(have.confirmed),
                    _ => None,
                };
                let effects = session.receive(message)?;
                // First: who hears that nothing differs may hang up.
                if let Some(after) = confirmed {
                    self.tell_confirmed(desk, after)?;
                }
                self.perform(desk, effects)
            }
            (_, None) => {
                self.out.push(Message::Refused(Refusal::NotAllowed));
                Ok(())
            }
        }
    }

    /// News from another connection.
    ///
    /// # Errors
    /// How the connection ended; what is still to be sent goes before.
    pub(crate) fn notice(&mut self, desk: &mut Desk<'_>, notice: &Notice) -> Result<(), End> {
        if notice.from == self.id {
            return Ok(());
        }
        let mut effects = Vec::new();
        if let Some(roster) = &notice.roster {
            effects = self.follow(desk, roster)?;
        }
        if notice.joiner && self.session.is_some() {
            let roster = desk
                .keeper
                .roster(&self.hello.team)
                .map_err(|fault| self.denied(&fault.into()))?;
            self.tell_joiners(desk, &roster)?;
        }
        if let Some(receipt) = &notice.receipt {
            self.tell_receipt(desk, receipt.0, &receipt.1)?;
        }
        effects.extend(self.with_session(|session| session.grown(&notice.heads)));
        self.perform(desk, effects)
    }

    /// After missing some news: looks up everything anew.
    ///
    /// # Errors
    /// As [`Conversation::notice`].
    pub(crate) fn catch_up(&mut self, desk: &mut Desk<'_>) -> Result<(), End> {
        let team = self.hello.team;
        let roster = desk
            .keeper
            .roster(&team)
            .map_err(|fault| self.denied(&fault.into()))?;
        let vectors = desk
            .keeper
            .vectors(&team)
            .map_err(|fault| self.denied(&fault.into()))?;
        let mut heads = Vec::new();
        for (scope, vector) in &vectors.0 {
            heads.extend(vector.0.iter().map(|(log, number)| (*scope, *log, *number)));
        }
        let notice = Notice {
            heads,
            roster: Some(roster),
            joiner: true,
            ..Notice::default()
        };
        self.notice(desk, &notice)
    }

    fn join(&mut self, desk: &mut Desk<'_>, request: &JoinRequest) -> Result<(), End> {
        let proven = request.ask.team == self.hello.team && request.ask.device == self.hello.device;
        if !proven {
            return Err(End::Refused(Refusal::BadProof));
        }
        match desk.keeper.join(request, self.id, desk.now) {
            Ok(()) => {
                self.out.push(Message::Joining);
                Ok(())
            }
            Err(denied) => Err(self.denied(&denied)),
        }
    }

    /// Carries out what the session wants, and what it wants then.
    fn perform(&mut self, desk: &mut Desk<'_>, effects: Vec<Effect>) -> Result<(), End> {
        let team = self.hello.team;
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            match effect {
                Effect::Send(message) => self.out.push(message),
                Effect::Store(runs) => queue.extend(self.store(desk, runs)?),
                Effect::Fetch(wanted) => {
                    let run = desk
                        .keeper
                        .run(&team, &wanted)
                        .map_err(|fault| self.denied(&fault.into()))?;
                    queue.extend(self.with_session(|session| session.fetched(run)));
                }
                Effect::Acknowledge(stored) => {
                    let receipt = desk
                        .keeper
                        .receipt(desk.identity, team, desk.now, &stored)
                        .map_err(|denied| self.denied(&denied))?;
                    self.out.extend(receipt.map(Message::Receipt));
                }
                Effect::KeepReceipt(receipt) => {
                    desk.keeper
                        .keep_receipt(&team, &self.device, receipt, self.id)
                        .map_err(|denied| self.denied(&denied))?;
                }
                Effect::Glimpse(scopes) => {
                    let portions = desk
                        .keeper
                        .glimpse(&team, &scopes)
                        .map_err(|denied| self.denied(&denied))?;
                    self.out.extend(portions.into_iter().map(Message::Glimpse));
                }
                // A hub looks at nothing, and that all is even is of interest to laptops only.
                Effect::Look(_) | Effect::CaughtUp => {}
            }
        }
        Ok(())
    }

    /// Keeps a page, then answers the session.
    fn store(&mut self, desk: &mut Desk<'_>, runs: Vec<Run>) -> Result<Vec<Effect>, End> {
        let delivery = Delivery {
            team: self.hello.team,
            device: self.hello.device,
            token: self.hello.token.clone(),
            runs,
            from: self.id,
        };
        match desk.keeper.take(delivery, desk.now) {
            Ok(taken) => {
                let mut effects = Vec::new();
                if let Some(roster) = taken.roster {
                    effects = self.follow(desk, &roster)?;
                }
                effects.extend(self.with_session(|session| session.stored(1, &taken.heads)));
                Ok(effects)
            }
            // The rest goes on: nothing that others wrote is held back for it.
            Err(Denied::Refused(refusal @ (Refusal::NotAllowed | Refusal::Full))) => {
                tracing::info!(connection = self.id, ?refusal, "a page was refused");
                desk.keeper.metrics().refused(refusal);
                self.out.push(Message::Refused(refusal));
                Ok(self.with_session(Session::refused))
            }
            Err(denied) => Err(self.denied(&denied)),
        }
    }

    /// What a new roster means for this laptop.
    fn follow(&mut self, desk: &mut Desk<'_>, roster: &Roster) -> Result<Vec<Effect>, End> {
        let standing = standing_after(roster, &self.device);
        let Some(session) = &mut self.session else {
            return match standing {
                Some(Standing::Member) => Err(End::Admitted),
                Some(_) => Ok(Vec::new()),
                None => Err(End::Refused(Refusal::PutOut)),
            };
        };
        match standing {
            Some(Standing::Member) => {}
            // Somebody else's founding came first, without this laptop in it.
            Some(_) => return Err(End::Refused(Refusal::NotAllowed)),
            None => return Err(End::Refused(Refusal::PutOut)),
        }
        session.set_order(roster.introductions());
        let effects = session.widen(visible(roster, &self.device));
        self.tell_joiners(desk, roster)?;
        Ok(effects)
    }

    /// Tells a laptop whose member may invite who waits, once each.
    fn tell_joiners(&mut self, desk: &mut Desk<'_>, roster: &Roster) -> Result<(), End> {
        let may = member_of(roster, &self.device).is_some_and(|member| roster.may_invite(&member));
        if !may {
            return Ok(());
        }
        let mut joiners = desk
            .keeper
            .joiners(&self.hello.team)
            .map_err(|fault| self.denied(&fault.into()))?;
        joiners.retain(|request| {
            self.told
                .insert((request.ask.invitation, request.ask.device.id()))
        });
        if !joiners.is_empty() {
            self.out.push(Message::Joiners(joiners));
        }
        Ok(())
    }

    /// Tells what other laptops have stated since the laptop was here.
    fn tell_confirmed(&mut self, desk: &mut Desk<'_>, after: u64) -> Result<(), End> {
        let confirmed = desk
            .keeper
            .confirmed(&self.hello.team, &self.device, after)
            .map_err(|denied| self.denied(&denied))?;
        self.out
            .extend(confirmed.into_iter().map(Message::Confirmed));
        Ok(())
    }

    /// Tells what another laptop states now.
    fn tell_receipt(
        &mut self,
        desk: &mut Desk<'_>,
        arrival: u64,
        receipt: &nabij_protocol::receipt::Receipt,
    ) -> Result<(), End> {
        if self.session.is_none() {
            return Ok(());
        }
        let roster = desk
            .keeper
            .roster(&self.hello.team)
            .map_err(|fault| self.denied(&fault.into()))?;
        if let Some(receipt) = receipt.for_scopes(&visible(&roster, &self.device)) {
            self.out.push(Message::Confirmed(Confirmed {
                up_to: arrival,
                receipts: vec![receipt],
            }));
        }
        Ok(())
    }

    fn with_session(&mut self, work: impl FnOnce(&mut Session) -> Vec<Effect>) -> Vec<Effect> {
        self.session.as_mut().map_or_else(Vec::new, work)
    }

    /// Writes a fault into the log; what the laptop hears is a refusal either way.
    fn denied(&self, denied: &Denied) -> End {
        if let Denied::Fault(fault) = denied {
            tracing::error!(connection = self.id, %fault, "the hub could not do its work");
        }
        End::Refused(denied.refusal())
    }
}

/// What changes for a connection when the roster does.
fn standing_after(roster: &Roster, device: &DeviceId) -> Option<Standing> {
    if member_of(roster, device).is_some() {
        Some(Standing::Member)
    } else if roster.known_device(device).is_some() {
        None
    } else {
        Some(Standing::Stranger)
    }
}
